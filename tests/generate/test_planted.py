"""What must never be asked, planted in a catalogue: each is not given out, and where somebody gives it out, caught."""

from dataclasses import replace

import pytest
from generate_samples import CHOICES, asked_value, first, items, retexted, rules, violations

from forests import forest, tree
from llmquiz.core.predicates import EntityWith, Extreme, MemberOf
from llmquiz.core.responses import Option

A, B, C = (tree(place).casefold() for place in (0, 1, 2))
NAME_A, NAME_B, NAME_C = (tree(place) for place in (0, 1, 2))


def with_facts(**cells):
    """A forest in which the first three models have other facts: `a_context="8k"`."""
    folder = forest()
    for name, value in cells.items():
        which, _, attribute = name.partition("_")
        folder.entity({"a": A, "b": B, "c": C}[which])["facts"][attribute] = value
    return folder


def options_of(generator, key, **how):
    return [{option.text for option in item.options} for item in items(generator, key, CHOICES, **how)]


# Comparisons


def test_a_tie_is_never_compared(tmp_path):
    generator = with_facts(a_parameters="2T", b_parameters="2T").generator(tmp_path)
    compared = list(items(generator, "skill:compare/parameters", seeds=80))
    shown = [{option.text for option in item.options} for item in compared]
    assert any(NAME_A in names for names in shown)
    assert not any({NAME_A, NAME_B} <= names for names in shown)
    tied = next(item for item in compared if item.predicate.sign == 1 and NAME_A in {o.text for o in item.options})
    place = next(option.text for option in tied.options if option.text != NAME_A)
    options = [replace(o, id=B, text=NAME_B) if o.text == place else o for o in tied.options]
    assert "E01" in rules(replace(tied, response=replace(tied.response, options=tuple(options))), generator)


def test_a_lead_of_less_than_five_percent_is_no_lead(tmp_path):
    generator = with_facts(a_parameters="2T", b_parameters="1.96T").generator(tmp_path)
    shown = [{option.text for option in item.options} for item in items(generator, "compare/parameters", seeds=80)]
    assert not any({NAME_A, NAME_B} <= names for names in shown)
    assert [] == violations(generator, "compare/parameters", seeds=40)


def test_an_unknown_cell_is_never_in_the_scope_of_a_comparison(tmp_path):
    generator = with_facts(a_parameters={"status": "unknown"}).generator(tmp_path)
    compared = list(items(generator, "compare/parameters", seeds=40))
    assert not any(option.text == NAME_A for item in compared for option in item.options)
    lied = retexted(compared[0], NAME_A, right=False)
    assert "E01" in rules(lied, generator)


def test_a_comparison_of_what_changes_draws_on_one_price_list(tmp_path):
    folder = with_facts(a_price_input={"value": 90, "as_of": "2023-01"})
    folder.attribute("price_input")["compare"] = {
        "topic": "prices",
        "most": {"en": "Which of these cost the most in {as_of}?", "zh": "{as_of}，下列哪个最贵？"},
        "least": {"en": "Which of these cost the least in {as_of}?", "zh": "{as_of}，下列哪个最便宜？"},
    }
    generator = folder.generator(tmp_path)
    compared = list(items(generator, "compare/price_input", seeds=60))
    assert compared
    assert not any(option.text == NAME_A for item in compared for option in item.options)
    assert "E01" in rules(retexted(compared[0], NAME_A, right=False), generator)


# Values that are the same

SAME = ("128,000", "131072", "131,072", "0.128M")
"""What says the same as `128k`."""


def test_an_equal_value_in_another_unit_or_scale_is_no_wrong_option(tmp_path):
    folder, planted = forest(20), dict(zip((0, 1, 2, 3, 13), ("128k", *SAME), strict=True))
    for place, value in planted.items():
        folder.entity(tree(place).casefold())["facts"]["context"] = value
    generator = folder.generator(tmp_path)
    equal, names = {"128k", "128,000", "131,072"}, {tree(place) for place in planted}
    for place, value in planted.items():
        asked = f"fact:{tree(place).casefold()}/context"
        by_value, by_entity = options_of(generator, f"{asked}#value"), options_of(generator, f"{asked}#entity")
        assert by_value, value
        assert by_entity, value
        assert all(len(texts & equal) == 1 for texts in by_value), value
        assert all(len(texts & names) == 1 for texts in by_entity), value
    assert [] == violations(generator, "/context#")


@pytest.mark.parametrize("other", SAME)
def test_an_equal_value_is_caught_where_somebody_shows_it_as_wrong(tmp_path, other):
    generator = with_facts(a_context="128k").generator(tmp_path)
    item = first(generator, f"fact:{A}/context#value", "choice-4")
    assert "E01" in rules(retexted(item, other, right=False), generator)


def test_numbers_too_close_to_be_told_apart_never_stand_together(tmp_path):
    generator = with_facts(a_context="128k", b_context="140k", c_context="146k").generator(tmp_path)
    close = {"128k", "140k", "146k"}
    assert all(len(texts & close) <= 1 for texts in options_of(generator, "/context#value"))


# Cells that are not known

UNKNOWN = [
    {"status": "unknown"},
    {"status": "not_disclosed"},
    {"status": "not_applicable"},
    {"status": "reported", "value": "3M"},
    {"status": "disputed"},
]


def test_a_cell_that_is_not_known_is_neither_asked_nor_a_wrong_option(tmp_path):
    folder = forest()
    for place, cell in enumerate(UNKNOWN):
        folder.entity(tree(place).casefold())["facts"]["context"] = cell
    generator = folder.generator(tmp_path)
    by_value, by_entity = options_of(generator, "/context#value"), options_of(generator, "/context#entity")
    assert by_value
    assert by_entity
    for place, cell in enumerate(UNKNOWN):
        asked = f"fact:{tree(place).casefold()}/context#"
        assert not [card for card in generator.cards if card.key.startswith(asked)], cell
        assert not any(tree(place) in texts for texts in by_entity), cell
    assert not any("3M" in texts for texts in by_value)
    assert [] == violations(generator, "/context#")


@pytest.mark.parametrize(
    "cell", [cell for cell in UNKNOWN if cell["status"] != "not_applicable"], ids=lambda cell: cell["status"]
)
def test_an_unknown_cell_as_a_wrong_option_is_caught(tmp_path, cell):
    generator = with_facts(a_context=cell).generator(tmp_path)
    item = first(generator, f"fact:{B}/context#entity", "choice-4")
    assert set() == rules(item, generator)
    assert "E01" in rules(retexted(item, NAME_A, right=False), generator)


def test_a_cell_that_nobody_filled_is_unknown(tmp_path):
    folder = forest()
    del folder.entity(A)["facts"]["context"]
    generator = folder.generator(tmp_path)
    item = first(generator, f"fact:{B}/context#entity", "choice-4")
    assert not any(NAME_A in texts for texts in options_of(generator, "/context#entity"))
    assert "E01" in rules(retexted(item, NAME_A, right=False), generator)


# Dates and editions


def test_a_date_known_less_exactly_than_it_is_asked_is_no_wrong_option(tmp_path):
    generator = with_facts(a_release="2023").generator(tmp_path)
    assert not any(NAME_A in texts for texts in options_of(generator, "/release#entity"))
    assert not any("2023" in texts for texts in options_of(generator, "/release#value"))
    assert "E01" in rules(
        retexted(first(generator, f"fact:{B}/release#entity", "choice-4"), NAME_A, right=False), generator
    )


def test_prices_of_two_editions_are_never_set_against_each_other(tmp_path):
    generator = with_facts(a_price_input={"value": "0.10", "as_of": "2023-01"}).generator(tmp_path)
    asked = f"fact:{B}/price_input#entity"
    assert not any(NAME_A in texts for texts in options_of(generator, asked))
    assert "E01" in rules(retexted(first(generator, asked, "choice-4"), NAME_A, right=False), generator)


def test_a_call_is_never_priced_with_prices_of_two_editions(tmp_path):
    generator = with_facts(a_price_output={"value": "0.40", "as_of": "2023-01"}).generator(tmp_path)
    stems = [item.stem for item in items(generator, "skill:cost", seeds=60)]
    assert stems
    assert not any(NAME_A in stem for stem in stems)


# Names


def test_two_names_of_one_entity_are_never_two_options(tmp_path):
    folder = forest()
    folder.entity(A)["aliases"] = ["Barin One"]
    generator = folder.generator(tmp_path)
    item = next(
        item
        for item in items(generator, "/context#entity", ("choice-4",), ("en",))
        if NAME_A in {option.text for option in item.options}
    )
    other = next(option for option in item.options if not option.right and option.text != NAME_A)
    options = tuple(Option(A, "Barin One", False) if option is other else option for option in item.options)
    assert "E02" in rules(replace(item, response=replace(item.response, options=options)), generator)


def test_a_name_that_two_entities_share_is_caught_wherever_it_is_an_option(tmp_path):
    folder = forest()
    folder.entity(A)["aliases"] = [NAME_B]
    generator = folder.generator(tmp_path)
    asked = [*items(generator, f"fact:{A}/context#entity"), *items(generator, f"fact:{B}/context#entity")]
    shared = [item for item in asked if NAME_B in {option.text for option in item.options}]
    assert all("E01" in rules(item, generator) for item in shared)


LEAKS = [
    ("parameters", "70B", "Barin-70B"),
    ("parameters", "70B", "Barin 70b"),
    ("context", "128k", "Barin 128k"),
    ("context", "128k", "Barin-128k"),
    ("developer", "acme", "Acme Barin"),
    ("release", "2023-05", {"en": "Barin (May 2023)", "zh": "Barin（2023 年 5 月）"}),
]


def test_what_a_name_gives_away_is_not_asked(tmp_path):
    folder = forest()
    for place, (attribute, value, name) in enumerate(LEAKS):
        folder.entity(tree(place).casefold())["facts"][attribute] = value
        folder.entity(tree(place).casefold())["name"] = name
    generator = folder.generator(tmp_path)
    for place, (attribute, _, name) in enumerate(LEAKS):
        asked = f"fact:{tree(place).casefold()}/{attribute}#"
        assert [] == list(items(generator, asked, (*CHOICES, "typed", "numeric", "cloze"))), name
    for attribute in dict.fromkeys(attribute for attribute, *_ in LEAKS):
        assert [] == violations(generator, f"/{attribute}#", seeds=1), attribute


@pytest.mark.parametrize(("attribute", "value", "name"), [LEAKS[0], LEAKS[2], LEAKS[4]])
def test_what_a_name_gives_away_is_caught_where_somebody_asks_it(tmp_path, attribute, value, name):
    honest = with_facts(**{f"a_{attribute}": value}).generator(tmp_path / "honest")
    folder = with_facts(**{f"a_{attribute}": value})
    folder.entity(A)["name"] = name
    leaking = folder.generator(tmp_path / "leaking")
    item = first(honest, f"fact:{A}/{attribute}#value", "choice-4")
    told = replace(item, stem=item.stem.replace(NAME_A, name))
    assert rules(told, leaking) & {"E09", "E10"}


# Shares


def test_a_value_shared_by_more_than_a_quarter_is_not_asked_backwards(tmp_path):
    folder = forest()
    for place in range(3):
        folder.entity(tree(place).casefold())["facts"]["context"] = "8k"
    generator = folder.generator(tmp_path)
    assert not any(asked_value(item) == "8k" for item in items(generator, "/context#entity", CHOICES))
    assert any(items(generator, f"fact:{A}/context#value", CHOICES))


def test_an_attribute_with_a_commonest_value_is_asked_without_options(tmp_path):
    folder = forest()
    for place in range(6):
        folder.entity(tree(place).casefold())["facts"]["context"] = "8k"
    generator = folder.generator(tmp_path)
    assert [] == list(items(generator, "/context#value", CHOICES))
    assert any(items(generator, "/context#value", ("numeric",)))


# Sets


def test_a_set_that_may_have_more_members_says_nothing_of_what_is_outside(tmp_path):
    generator = with_facts(a_modalities={"value": ["text"]}).generator(tmp_path)
    assert [] == list(items(generator, f"fact:{A}/modalities/text", CHOICES))
    assert [] == list(items(generator, f"fact:{A}/modalities/text", ("true-false",)))
    complete = first(generator, f"fact:{C}/modalities/text", "choice-4")
    assert set() == rules(complete, generator)
    lied = replace(complete, stem=complete.stem.replace(NAME_C, NAME_A), predicate=MemberOf(A, "modalities"))
    assert "E01" in rules(lied, generator)


def test_an_entity_with_an_incomplete_set_lacks_nothing(tmp_path):
    folder = with_facts(a_modalities={"value": ["text"]}, b_modalities={"value": ["touch"], "complete": True})
    for lang, template in (("en", "Which of these takes {value} as input?"), ("zh", "下列哪个接受 {value}？")):
        folder.attribute("modalities")["wording"][lang]["entity"] = template
    generator = folder.generator(tmp_path)
    asked = f"fact:{B}/modalities/touch#entity"
    assert options_of(generator, asked)
    assert not any(NAME_A in texts for texts in options_of(generator, asked))
    assert "E01" in rules(retexted(first(generator, asked, "choice-4"), NAME_A, right=False), generator)


# The whole


def test_the_forest_itself_is_sound(honest):
    assert [] == violations(honest, seeds=1)
    predicates = {type(item.predicate) for item in items(honest, seeds=1, langs=("en",))}
    assert {EntityWith, Extreme, MemberOf} < predicates
