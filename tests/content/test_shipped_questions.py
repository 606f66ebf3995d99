"""The shipped questions: the chapter's tables cell by cell, two languages everywhere, each fact with its source."""

import json
from decimal import Decimal

import pytest

from llmquiz.core.answers import Listed
from llmquiz.core.cards import Tier, kind_of
from llmquiz.core.items import Item
from llmquiz.core.text import Text
from llmquiz.files.paths import questions_root
from llmquiz.generate.forms import FORMS
from llmquiz.knowledge.bodies import COMPILER, Body
from llmquiz.knowledge.catalogue import Status
from llmquiz.knowledge.reading import read_body
from llmquiz.knowledge.values import Kind, Members, parse_date, parse_value
from llmquiz.storage.index import Index
from llmquiz.study.grading import grade
from llmquiz.study.order import teaching_order
from llmquiz.tui.task import split
from tables import every_row

PRICE_LIST = "2024-06"

# The chapter's tables. Cells for which the catalogue needs more than one entity or attribute are spelt out below.
CHAT_MODELS = [
    # model, context, place in the line-up, input, output, knowledge cutoff
    ("gpt-3.5-turbo-0125", "16k", "economical-chat", "0.5", "1.5", "2021-09"),
    ("gpt-3.5-turbo-instruct", "4k", "instruct", "1.5", "2", "2021-09"),
    ("gpt-4", "8k", "first-flagship", "30", "60", "2021-09"),
    ("gpt-4-32k", "32k", "long-flagship", "60", "120", "2021-09"),
    ("gpt-4-turbo", "128k", "cheaper-flagship", "10", "30", ""),
    ("gpt-4o", "128k", "quick-flagship", "5", "15", "2023-10"),
    ("claude-3-haiku", "200k", "fastest", "0.25", "1.25", ""),
    ("claude-3-sonnet", "200k", "balanced", "3", "15", ""),
    ("claude-3-opus", "200k", "most-capable", "15", "75", ""),
]
CHAT_COLUMNS = ("context_window", "trait", "price_input", "price_output", "knowledge_cutoff")
EMBEDDINGS = [
    # model, dimensions, price; that one is small and one is large, their names say
    ("text-embedding-3-small", ("512", "1536"), "0.02"),
    ("text-embedding-3-large", ("256", "1024", "3072"), "0.13"),
    ("text-embedding-ada-002", ("1536",), "0.1"),
]
CELLS = [
    *(
        (name, column, cell)
        for name, *cells in CHAT_MODELS
        for column, cell in zip(CHAT_COLUMNS, cells, strict=True)
        if cell
    ),
    *((name, "price_embedding", price) for name, _, price in EMBEDDINGS),
    ("text-embedding-ada-002", "trait", "legacy-embedding"),
    ("gpt-4-turbo-2024-04-09", "knowledge_cutoff", "2023-12"),
    ("claude-3-haiku", "line_up", "1"),
    ("claude-3-sonnet", "line_up", "2"),
    ("claude-3-opus", "line_up", "3"),
]


@pytest.fixture(scope="module")
def knowledge(shipped):
    return shipped.generator.knowledge


@pytest.fixture(scope="module")
def catalogue(knowledge):
    return knowledge.catalogue


def test_the_shipped_questions_read_without_a_problem(shipped):
    assert () == shipped.problems


@pytest.mark.parametrize("folder", ["", "catalogue", "concepts", "languages", "sources"])
def test_files_of_each_kind_say_the_same_from_the_index(shipped_index, folder):
    with Index.open(shipped_index) as index:
        for path in sorted((questions_root() / folder).glob("*.yaml"))[:2]:
            body, problems = read_body(path, path.name)
            assert () == problems
            assert body == Body(**json.loads(index.document(path, COMPILER).body))


@every_row(("entity", "attribute", "cell"), CELLS)
def test_each_cell_of_the_chapters_tables_is_a_fact(catalogue, entity, attribute, cell):
    fact = catalogue.facts[entity, attribute]
    assert parse_value(catalogue.attributes[attribute].kind, cell) == fact.value
    assert Status.KNOWN is fact.status


@pytest.mark.parametrize(("entity", "dimensions"), [row[:2] for row in EMBEDDINGS])
def test_each_vector_length_of_the_chapters_table_is_a_fact(catalogue, entity, dimensions):
    assert Decimal(dimensions[-1]) == catalogue.facts[entity, "dimension"].value
    if len(dimensions) > 1:
        assert dimensions == catalogue.facts[entity, "dimensions"].value.ids


def test_the_prices_of_the_tables_are_those_of_one_month(catalogue):
    for entity, attribute, _ in CELLS:
        if attribute.startswith("price_"):
            assert (PRICE_LIST, "chapter") == (
                catalogue.facts[entity, attribute].as_of,
                catalogue.facts[entity, attribute].source,
            )


@pytest.mark.parametrize("maker", ["openai", "anthropic", "meta"])
def test_a_maker_is_there_with_its_models(catalogue, maker):
    made = [fact.entity for fact in catalogue.known_facts("developer") if fact.value == maker]
    assert "organisation" == catalogue.entities[maker].kind
    assert len(made) >= 5


def test_what_a_maker_keeps_to_itself_is_said_to_be_kept(catalogue):
    assert Status.NOT_DISCLOSED is catalogue.facts["gpt-4o", "parameters"].status
    assert Status.REPORTED is catalogue.facts["gpt-4", "parameters"].status


def test_every_fact_has_a_declared_source_a_date_and_a_status(knowledge):
    for (entity, attribute), fact in knowledge.catalogue.facts.items():
        assert fact.source in knowledge.sources, (entity, attribute)
        assert parse_date(fact.as_of) is not None, (entity, attribute)
        assert isinstance(fact.status, Status)
        assert (fact.value is not None) or fact.status not in (Status.KNOWN, Status.REPORTED)


def test_every_source_can_be_looked_up(knowledge):
    for source in knowledge.sources.values():
        assert source.title.in_language("en"), source.id
        assert source.url.startswith("https://") or source.date, source.id


def test_there_are_sheets_enough_and_each_has_something_to_ask(knowledge):
    assert len(knowledge.sheets) >= 10
    for sheet in knowledge.sheets.values():
        assert sheet.elements, sheet.id
        assert len(sheet.misconceptions) >= 3, sheet.id
        assert all(len(element.wrong) >= 3 for element in sheet.elements.values()), sheet.id


def test_every_topic_that_is_used_is_declared_and_every_declared_one_is_used(shipped):
    used = {card.topic for card in shipped.cards}
    assert used == set(shipped.generator.knowledge.topics)


def texts(value, path=""):
    """Every bilingual text within something frozen, with the way to it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts(each, path)
    elif hasattr(value, "items"):
        for key, each in value.items():
            yield from texts(each, f"{path}/{key}")
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name), f"{path}.{name}")


def test_every_text_is_there_in_both_languages(knowledge):
    found = dict.fromkeys(["topics", "sources", "catalogue", "sheets"], 0)
    for part in found:
        for path, text in texts(getattr(knowledge, part), part):
            found[part] += 1
            assert text.has("en"), path
            assert text.has("zh"), path
    assert all(found.values())


def test_every_attribute_is_worded_in_both_languages_in_the_same_ways(catalogue):
    for attribute in catalogue.attributes.values():
        english, chinese = attribute.wording["en"], attribute.wording["zh"]
        for way in english.__dataclass_fields__:
            assert bool(getattr(english, way)) == bool(getattr(chinese, way)), (attribute.id, way)


def test_a_date_is_known_as_exactly_as_it_is_asked(catalogue):
    for fact in catalogue.facts.values():
        attribute = catalogue.attributes[fact.attribute]
        if attribute.kind is Kind.DATE and fact.known:
            assert fact.value.at(attribute.precision) is not None, (fact.entity, fact.attribute)


def test_every_value_that_is_named_is_declared(catalogue):
    for fact in catalogue.facts.values():
        attribute = catalogue.attributes[fact.attribute]
        if isinstance(fact.value, Members):
            assert set(fact.value.ids) <= set(catalogue.value_names(attribute)), (fact.entity, fact.attribute)


def test_no_two_entities_of_a_kind_share_a_name(catalogue):
    seen = {}
    for entity in catalogue.entities.values():
        names = {text.casefold() for _, text in entity.name.by_language} | {
            alias.casefold() for alias in entity.aliases.everywhere()
        }
        for name in names:
            other = seen.setdefault((entity.kind, name), entity.id)
            assert entity.id == other, f"{name}: {entity.id} and {other}"


def test_the_core_of_every_topic_can_be_asked(shipped):
    for card in shipped.cards:
        if card.tier is Tier.CORE and kind_of(card.key) == "concept":
            assert card.forms, card.key


def test_every_form_is_used_somewhere(shipped):
    used = {form for card in shipped.cards for form in card.forms}
    assert {name for name, form in FORMS.items() if form.traits.rungs} <= used <= set(FORMS)


def test_a_sample_of_all_cards_is_asked_in_both_languages(shipped):
    for card in shipped.cards[::23]:
        for form in card.forms:
            for lang in ("en", "zh"):
                item = shipped.item(card.key, form, lang, 0)
                assert isinstance(item, Item), (card.key, form, lang)
                assert item.explanation
                assert item.source


def test_a_sample_of_all_cards_but_skills_is_taught_in_both_languages(shipped):
    """That all are, `llmquiz prove` says."""
    for card in (*shipped.cards[::23], *(card for card in shipped.cards if kind_of(card.key) == "skill")):
        for lang in ("en", "zh"):
            lesson = shipped.lesson(card.key, lang)
            assert (lesson is None) == (kind_of(card.key) == "skill"), card.key
            assert lesson is None or (lesson.title and lesson.text and lesson.source), card.key


def test_known_prices_of_one_call_come_in_pairs(catalogue):
    for attribute in catalogue.attributes.values():
        if attribute.call_cost:
            for fact in catalogue.known_facts(attribute.id):
                other = catalogue.fact(fact.entity, attribute.call_cost.output)
                assert other is not None, fact.entity
                assert fact.as_of == other.as_of, fact.entity


def test_every_source_is_used(shipped):
    knowledge = shipped.generator.knowledge
    used = {fact.source for fact in knowledge.catalogue.facts.values()}
    used |= {sheet.source for sheet in knowledge.sheets.values()}
    used |= {element.source for sheet in knowledge.sheets.values() for element in sheet.elements.values()}
    assert set() == knowledge.sources.keys() - used


def test_everything_core_is_taught_before_any_detail(shipped):
    tiers = [card.tier for card in teaching_order(shipped.cards) if card.forms]
    assert sorted(tiers, key=list(Tier).index) == tiers


@pytest.mark.parametrize(
    ("lang", "whole", "examples"), [("en", " are these: ", " include these: "), ("zh", "是：", "都是")]
)
def test_only_a_complete_list_is_told_as_the_whole(shipped, knowledge, lang, whole, examples):
    told = {True: 0, False: 0}
    for sheet in knowledge.sheets.values():
        for listed in sheet.lists.values():
            item = shipped.generator.item(f"concept:{sheet.id}/{listed.id}", "multi-choice", lang, 0)
            if isinstance(item, Item):
                name = listed.name.in_language(lang)
                assert (f"{name}{whole}" in item.explanation) == listed.complete, item.explanation
                assert listed.complete or examples in item.explanation, item.explanation
                told[listed.complete] += 1
    assert all(told.values())


@every_row("typed", ["{0}", "Qwen2-{0}", "Qwen2 {0}"])
@every_row("joined", ["{0}, {1}, {2}, {3}, {4}", "{0}, {1}, {2}, {3} and {4}", "{0}、{1}，{2} 和 {3}以及{4}"])
def test_sizes_count_with_the_name_of_the_family_and_however_they_are_joined(shipped, typed, joined):
    item = shipped.item("fact:qwen2/sizes#value", "recall", "en", 0)
    sizes = [typed.format(size) for size in ("7B", "0.5B", "72B", "1.5B", "57B-A14B")]
    assert grade(item, Listed(split(joined.format(*sizes)))).right
    assert not grade(item, Listed(split(joined.format(*sizes[:4], "8B")))).right
