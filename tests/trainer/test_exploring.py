"""Exploring: every cell as what it is, pages with their links, the timeline, the plot, and the cards about each."""

from dataclasses import replace
from datetime import date

import pytest
from trainer_samples import MORNING

from forests import forest, tree
from llmquiz.core.cards import Tier
from llmquiz.knowledge.catalogue import Status
from llmquiz.library.library import Library
from llmquiz.trainer.exploring import Explorer
from tables import every_row

FIRST, SECOND, THIRD = (tree(place).casefold() for place in range(3))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A forest in which three models have cells that nobody can rely on."""
    folder = forest(8)
    models = {name: folder.entity(name)["facts"] for name in (FIRST, SECOND, THIRD)}
    models[FIRST]["parameters"] = {"status": "not_disclosed"}
    models[SECOND]["parameters"] = {"status": "reported", "value": "3B"}
    models[THIRD]["parameters"] = {"status": "disputed"}
    models[THIRD]["context"] = {"status": "not_applicable"}
    del models[FIRST]["context"]
    del models[THIRD]["release"]
    return Library(folder.write(tmp_path_factory.mktemp("exploring") / "forest"), (), MORNING.date())


@pytest.fixture(params=["en", "zh"])
def explorer(library, request):
    """In both languages."""
    return Explorer(library, request.param)


def row(explorer, table, name):
    """One row of a table, with its cells by column."""
    shown = explorer.table(table)
    found = next(each for each in shown.rows if each.subject.endswith(f":{name}"))
    return found, {column.id: cell for column, cell in zip(shown.columns, found.cells, strict=True)}


def test_there_is_a_table_for_each_kind_the_largest_first_then_concepts_and_timeline(explorer):
    assert ("model", "maker", "concepts", "timeline") == explorer.tables


@every_row(
    ("name", "column", "status"),
    [
        (FIRST, "context", Status.UNKNOWN),
        (FIRST, "parameters", Status.NOT_DISCLOSED),
        (SECOND, "parameters", Status.REPORTED),
        (THIRD, "parameters", Status.DISPUTED),
        (THIRD, "context", Status.NOT_APPLICABLE),
        (SECOND, "context", Status.KNOWN),
    ],
)
def test_a_cell_is_shown_as_what_it_is(explorer, name, column, status):
    assert status == row(explorer, "model", name)[1][column].status


def test_a_rumour_has_its_value_and_what_is_missing_has_none(explorer):
    assert row(explorer, "model", SECOND)[1]["parameters"].text in ("3B", "30 亿")
    assert "" == row(explorer, "model", FIRST)[1]["parameters"].text


def test_every_told_cell_has_its_date_and_source(explorer):
    cells = [cell for each in explorer.table("model").rows for cell in each.cells]
    assert all(cell.as_of and cell.source for cell in cells if cell.status is not Status.UNKNOWN)


def test_every_fact_is_in_a_table_archive_ones_too(explorer, library):
    facts = library.generator.knowledge.catalogue.facts
    for (entity, attribute), fact in facts.items():
        kind = library.generator.knowledge.catalogue.entities[entity].kind
        assert fact.status == row(explorer, kind, entity)[1][attribute].status
    archived = [card.key for card in library.cards if card.tier is Tier.ARCHIVE]
    assert archived
    assert row(explorer, "model", FIRST)[1]["price_input"].archive


@pytest.mark.parametrize(("lang", "head", "name"), [("en", "context window", "models"), ("zh", "上下文长度", "模型")])
def test_tables_speak_the_language(library, lang, head, name):
    table = Explorer(library, lang).table("model")
    assert name == table.name
    assert head in [column.name for column in table.columns]


def test_numbers_are_ordered_as_numbers_and_dates_by_time(explorer):
    cells = row(explorer, "model", SECOND)[1]
    assert 128_000 == cells["context"].order
    assert "2021-02" == cells["release"].order


def test_the_timeline_goes_from_the_earliest_and_leaves_out_what_has_no_date(explorer):
    dates = [each.name for each in explorer.table("timeline").rows]
    assert sorted(dates) == dates
    assert 7 == len(dates)
    assert f"entity:{THIRD}" not in [each.subject for each in explorer.table("timeline").rows]


def test_an_entitys_page_has_every_cell_and_says_what_is_not_known(explorer, library):
    page = explorer.page(f"entity:{FIRST}")
    assert {"developer", "parameters", "release", "modalities", "price_input", "price_output"} == {
        fact.attribute for fact in page.facts
    }
    assert 1 == len(page.unknown)


def test_links_lead_both_ways(explorer):
    (developer,) = [fact for fact in explorer.page(f"entity:{FIRST}").facts if fact.attribute == "developer"]
    assert ["entity:acme"] == [link.subject for link in developer.links]
    mentions = dict(explorer.page("entity:acme").mentions)
    assert [f"entity:{FIRST}", f"entity:{tree(6).casefold()}"] == [
        link.subject for links in mentions.values() for link in links
    ]


@pytest.mark.parametrize(
    ("lang", "name", "statement", "member"),
    [
        ("en", "pruning", "Pruning reduces the weight count.", "structured"),
        ("zh", "剪枝", "剪枝减少的是权重的数目。", "结构化"),
    ],
)
def test_a_concept_can_be_read_in_full(library, lang, name, statement, member):
    page = Explorer(library, lang).page("sheet:pruning")
    assert name == page.name
    assert page.aliases
    assert page.definition
    assert page.explanation
    assert page.source
    assert [statement] == [point.text for point in page.statements]
    assert member == page.lists[0].members[0].text
    assert 3 == len(page.lists[0].outside)
    assert 3 == len(page.misconceptions)
    assert all(point.because for point in page.misconceptions)
    assert 3 == len(page.leads_to)


def test_a_concept_leads_to_what_has_to_be_read_first(explorer):
    assert ["sheet:pruning"] == [link.subject for link in explorer.page("sheet:grafting").prerequisites]


def test_the_plot_begins_with_what_calls_are_paid_by(explorer):
    plot = explorer.plot()
    assert "price_input" == plot.up.id
    assert sorted((mark.y for mark in plot.marks), reverse=True) == [mark.y for mark in plot.marks]
    assert 1 == len(plot.editions)


def test_each_axis_goes_through_every_measure_that_has_points(explorer):
    shown, seen = explorer.plot(), set()
    for _turn in range(4):
        seen.add(shown.across.id)
        shown = explorer.next_plot(shown, across=True)
    assert {"parameters", "context", "price_output"} == seen
    for _turn in range(4):
        shown = explorer.next_plot(shown, across=False)
    assert "price_input" == shown.up.id


@pytest.mark.parametrize(
    ("subject", "part"), [(f"entity:{SECOND}", SECOND), ("sheet:pruning", "pruning/"), ("attribute:release", "release")]
)
def test_a_subject_has_cards_and_they_can_be_asked(explorer, library, subject, part):
    cards = explorer.cards(subject)
    assert cards
    assert all(part in card and library.card(card).forms for card in cards)


def test_a_column_has_the_cards_of_its_rows(explorer):
    cards = explorer.cards_in(["attribute:release"], [f"entity:{SECOND}"])
    assert {f"fact:{SECOND}/release#value", f"fact:{SECOND}/release#entity"} == set(cards)


@every_row("name", ["pruning", "PRUNING", "剪枝", "weight pruning", "权重剪枝", "weight-pruning", "WeightPruning"])
def test_a_name_in_any_language_finds_its_subject(explorer, name):
    assert ("sheet:pruning",) == explorer.find(name)


def test_what_there_is_not_is_not_found(explorer):
    assert () == explorer.find("nobody")


def test_a_catalogue_without_dates_and_numbers_has_neither_timeline_nor_plot(tmp_path):
    folder = forest(3)
    folder.attributes["attributes"] = [each for each in folder.attributes["attributes"] if each["id"] == "developer"]
    for entity in folder.entities:
        entity["facts"] = {k: v for k, v in entity.get("facts", {}).items() if k == "developer"}
    explorer = Explorer(Library(folder.write(tmp_path / "bare"), (), date(2026, 11, 2)), "en")
    assert () == explorer.table("timeline").rows
    assert explorer.plot() is None


def test_frozen_views_can_be_compared(explorer):
    page = explorer.page("sheet:pruning")
    assert replace(page) == explorer.page("sheet:pruning")
