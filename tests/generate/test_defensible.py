"""What can be defended beside a fact's value is neither right nor wrong: asked by nothing, and accepted when typed.

Each lie is what a forest without such values asks honestly: once they are declared, the prover must see it.
"""

from dataclasses import replace
from decimal import Decimal
from itertools import islice

import pytest
from every_form import every_form
from generate_samples import CHOICES, first, items, retexted, rules, violations

from catalogues import both
from forests import tree
from llmquiz.core.answers import Typed
from llmquiz.core.predicates import Claim
from llmquiz.generate.forms import FORMS
from llmquiz.study.grading import grade

A, WITH_2K, OF_FENNEC, OF_NOVEMBER = (tree(place).casefold() for place in (0, 7, 5, 10))
NAME_A = tree(0)
ALSO = {
    "context": ["2k"],
    "release": ["2020-11"],
    "developer": ["fennec"],
    "parameters": ["3B"],
    "modalities": ["video", "touch"],
    "price_input": ["6"],
}
"""Values that are those of other trees, near enough to be asked."""
_MOST = 12
"""Lies of a kind that the prover is shown."""


def woods(also):
    """The forest of every form, in which the first tree has some values that can be defended beside its own."""
    folder = every_form()
    folder.entity(tree(8).casefold())["facts"]["developer"] = "fennec"
    facts = folder.entity(A)["facts"]
    facts |= {"price_input": "5", "price_output": "20"}
    for attribute, values in also.items():
        fact = facts[attribute] if isinstance(facts[attribute], dict) else {"value": facts[attribute]}
        facts[attribute] = fact | {"also": values}
    return folder


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    return woods({}).generator(tmp_path_factory.mktemp("honest"))


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory):
    return woods(ALSO).generator(tmp_path_factory.mktemp("doubtful"))


def texts(item):
    return {option.text for option in item.shown}


def says(entity, *values):
    """Whether an item is a sentence that one of `values` is the entity's."""
    return lambda item: (
        isinstance(item.predicate, Claim) and item.predicate.entity == entity and item.predicate.value in values
    )


def asks_who_has(*values):
    return lambda item: (
        getattr(item.predicate, "value", getattr(getattr(item.predicate, "of", None), "value", "")) in values
        and NAME_A in texts(item)
    )


def shows(*values):
    return lambda item: bool(texts(item) & set(values))


LIES = [
    # the card, its forms, what would make an item of it a lie
    (f"fact:{A}/context#value", CHOICES, shows("2k")),
    (f"fact:{A}/context#value", ("true-false",), says(A, "2k")),
    (f"fact:{WITH_2K}/context#entity", CHOICES, asks_who_has("2k")),
    (f"fact:{WITH_2K}/context#entity", ("true-false",), says(A, "2k")),
    (f"fact:{A}/release#value", CHOICES, shows("November 2020", "2020 年 11 月")),
    (f"fact:{OF_NOVEMBER}/release#entity", CHOICES, lambda item: NAME_A in texts(item)),
    (f"fact:{A}/developer#value", CHOICES, shows("Fennec")),
    (f"fact:{A}/developer#value", ("true-false",), says(A, "Fennec")),
    (f"fact:{OF_FENNEC}/developer#entity", CHOICES, asks_who_has("Fennec")),
    (f"fact:{OF_FENNEC}/developer#entity", ("which-is-not",), asks_who_has("Fennec")),
    (f"fact:{A}/modalities#value", ("which-is-not", "multi-choice"), shows("video", "touch", "视频", "触觉")),
    (f"fact:{A}/modalities/image#value", (*CHOICES, "missing"), shows("video", "touch", "视频", "触觉")),
    (f"fact:{A}/modalities/image#value", ("true-false",), says(A, "video", "touch", "视频", "触觉")),
    ("skill:match/developer", ("match",), lambda item: {NAME_A, "Fennec"} <= texts(item)),
    ("skill:compare/parameters", ("compare",), lambda item: {NAME_A, tree(3)} <= texts(item)),
    ("skill:order/parameters", ("order",), lambda item: {NAME_A, tree(3)} <= texts(item)),
    ("skill:ratio/parameters", ("ratio",), lambda item: A in (item.predicate.one, item.predicate.other)),
    ("skill:cost/price_input", ("cost",), lambda item: item.predicate.entity == A),
]


@pytest.mark.parametrize(("key", "forms", "lies"), LIES, ids=[f"{key}-{'-'.join(forms)}" for key, forms, _ in LIES])
def test_it_is_asked_by_nothing_and_seen_where_somebody_asks_it(honest, doubtful, key, forms, lies):
    told = list(islice((item for item in items(honest, key, forms, seeds=30) if lies(item)), _MOST))
    assert told, "an honest forest asks it"
    assert all(rules(item, doubtful) & {"E01", "E22"} for item in told)
    assert not [item for item in items(doubtful, key, forms, seeds=30) if lies(item)]


def test_what_is_asked_all_the_same_is_sound(doubtful):
    asked = {item.card for item in items(doubtful, f"fact:{A}/", seeds=1)}
    for attribute in ("context", "release", "developer", "parameters"):
        assert f"fact:{A}/{attribute}#value" in asked
    assert f"fact:{A}/modalities#value" in asked
    assert [] == violations(doubtful, f"fact:{A}/")
    assert [] == violations(doubtful, "skill:", seeds=12)


def test_who_is_first_whichever_value_is_right_may_be_compared(tmp_path):
    folder = woods({})
    folder.entity(A)["facts"]["parameters"] = {"value": "9T", "also": ["7T"]}
    generator = folder.generator(tmp_path)
    compared = [item for item in items(generator, "compare/parameters", seeds=40) if NAME_A in texts(item)]
    assert compared
    assert [] == violations(generator, "compare/parameters", seeds=40)


@pytest.mark.parametrize(
    ("attribute", "names"),
    [("release", ("November 2020", "2020-11", "2020年11月")), ("developer", ("Fennec",))],
)
@pytest.mark.parametrize("form", ["typed", "cloze"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_accepted_when_typed_and_a_refusal_is_seen(doubtful, attribute, names, form, lang):
    item = first(doubtful, f"fact:{A}/{attribute}#value", form, lang)
    assert set(names) <= set(item.response.accept)
    assert all(grade(item, Typed(name)).right for name in names)
    accept = tuple(text for text in item.response.accept if "11" not in text and "Nov" not in text and text != "Fennec")
    assert "E01" in rules(replace(item, response=replace(item.response, accept=accept)), doubtful)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_in_a_list_it_counts_for_nothing_and_a_refusal_is_seen(doubtful, lang):
    item = first(doubtful, f"fact:{A}/modalities#value", "recall", lang)
    beside = [{each.answer, *each.accept} for each in item.response.beside]
    assert all(
        {one, other} <= names for one, other, names in zip(("video", "touch"), ("视频", "触觉"), beside, strict=True)
    )
    for wrong in ((), item.response.beside[:1], (*item.response.beside, item.response.members[0])):
        assert "E01" in rules(replace(item, response=replace(item.response, beside=wrong)), doubtful)


@pytest.mark.parametrize("also", [(), (Decimal(64_000),), (Decimal(2_000), Decimal(64_000))])
def test_a_number_counts_beside_the_value_and_no_other_does(doubtful, also):
    item = first(doubtful, f"fact:{A}/context#value", "numeric")
    assert (Decimal(2_000),) == item.response.also
    assert set() == rules(item, doubtful)
    assert "E01" in rules(replace(item, response=replace(item.response, also=also)), doubtful)


def test_a_date_known_less_exactly_makes_doubtful_whatever_it_may_be(tmp_path):
    folder = woods({})
    folder.entity(A)["facts"]["release"] = {"value": "2020-01", "also": ["2021"]}
    generator = folder.generator(tmp_path)
    assert not [item for item in items(generator, f"fact:{A}/release#value", CHOICES) if shows("February 2021")(item)]
    assert [] == violations(generator, "/release#")


def test_an_entity_is_not_said_to_lack_a_member_that_can_be_defended(tmp_path):
    folder = woods({"modalities": ["touch"]})
    folder.entity(WITH_2K)["facts"]["modalities"] = {"value": ["touch"], "complete": True}
    for lang, template in (("en", "Which of these takes {value} as input?"), ("zh", "下列哪个接受 {value}？")):
        folder.attribute("modalities")["wording"][lang]["entity"] = template
    generator = folder.generator(tmp_path)
    asked = list(items(generator, f"fact:{WITH_2K}/modalities/touch#entity", CHOICES))
    assert asked
    assert not any(NAME_A in texts(item) for item in asked)
    assert all("E01" in rules(retexted(item, NAME_A, right=False), generator) for item in asked)


# Groups of values, and values that nobody has


def kinds(tmp_path):
    """A forest in which trees have a shape; one shape is nobody's, and those of conifers stand in a group."""
    folder = every_form()
    wording = {
        "en": {"value": "Which shape has {entity}?", "statement": "{entity} has the shape of {value}."},
        "zh": {"value": "{entity} 是什么形状？", "statement": "{entity} 的形状是{value}。"},
    }
    names = {"cone": "圆锥", "spire": "尖塔", "lance": "长矛", "ball": "圆球", "fan": "扇子", "bowl": "大碗"}
    conifers, nobody = ("cone", "spire", "lance"), both("No tree here is a bowl.", "这里没有碗形的树。")
    values = [{"id": en, "name": both(en, zh)} for en, zh in names.items()]
    for value in values:
        value.update({"group": "conifers"} if value["id"] in conifers else {})
        value.update({"why": nobody} if value["id"] == "bowl" else {})
    shape = {"id": "shape", "kind": "category", "name": both("shape", "形状"), "of": ["model"], "values": values}
    folder.attributes["attributes"].append(shape | {"wording": wording})
    for place, value in enumerate(("cone", "spire", "lance", "ball", "fan")):
        folder.entity(tree(place).casefold())["facts"]["shape"] = value
    return folder.generator(tmp_path)


def test_values_of_one_group_are_wrong_options_for_each_other_alone(tmp_path):
    generator = kinds(tmp_path)
    shown = {place: set() for place in range(5)}
    for place, found in shown.items():
        for item in items(generator, f"fact:{tree(place).casefold()}/shape#value", (*CHOICES, "true-false"), ("en",)):
            found |= texts(item) - {"True", "False"}
    assert [{"cone", "spire", "lance"}] * 3 + [{"ball", "fan", "bowl"}] * 2 == list(shown.values())
    assert [] == violations(generator, "/shape#")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_wrong_option_that_nobody_has_says_what_is_so_of_it(tmp_path, lang):
    generator = kinds(tmp_path)
    item = first(generator, f"fact:{tree(3).casefold()}/shape#value", "choice-3", lang)
    nobodys = next(option for option in item.options if option.id == "bowl")
    assert {"en": "No tree here is a bowl.", "zh": "这里没有碗形的树。"}[lang] == nobodys.because
    lied = [replace(each, because=item.explanation) if each is nobodys else each for each in item.options]
    assert "feedback" in rules(replace(item, response=replace(item.response, options=tuple(lied))), generator)


def test_every_form_is_in_the_table_or_says_nothing_of_values():
    """Forms that could show, or grade, a value that can be defended."""
    covered = {form for _, forms, _ in LIES for form in forms} | {"typed", "cloze", "numeric"}
    assert set(FORMS) - covered == {"right-statement", "flashcard", "explain", "recall"}
