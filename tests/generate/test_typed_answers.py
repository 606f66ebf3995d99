"""What is accepted of typed answers: every name of the right one, and nothing that is another's name as well."""

from dataclasses import replace

import pytest
from generate_samples import first, items, rules, violations

from catalogues import both, read_folder
from forests import MAKERS, forest, tree
from llmquiz.generate.proof.proving import prove

A = tree(0).casefold()
TERM = "concept:pruning/definition"
GAP = "concept:pruning/makes-smaller"
_MAKER = MAKERS[0].casefold()
SHARED = {"en": ["shared alias"], "zh": ["共用名"]}


def accepting(item, *texts):
    return replace(item, response=replace(item.response, accept=(*item.response.accept, *texts)))


@pytest.fixture(scope="module")
def sharing(tmp_path_factory):
    """Two sheets that share one alias in each language."""
    folder = forest()
    for sheet in folder.sheets[:2]:
        sheet["aliases"] = SHARED
    return folder.generator(tmp_path_factory.mktemp("sharing"))


@pytest.mark.parametrize("alias", ["shared alias", "Shared-Alias", "共用名"])
def test_an_alias_of_two_sheets_cannot_be_accepted_for_one(sharing, alias):
    item = first(sharing, TERM, "typed")
    assert set() == rules(item, sharing)
    assert "E01" in rules(accepting(item, alias), sharing)


def test_an_alias_of_two_sheets_is_accepted_for_neither(sharing):
    for key in (TERM, "concept:grafting/definition"):
        accept = {text for item in items(sharing, key, ("typed",)) for text in item.response.accept}
        assert accept
        assert not accept & {"shared alias", "共用名"}


def test_a_term_that_is_another_sheets_alias_is_not_typed_at_all(tmp_path):
    folder = forest()
    folder.sheets[1]["aliases"] = {"en": ["Pruning"], "zh": []}
    generator = folder.generator(tmp_path)
    assert [] == list(items(generator, TERM, ("typed",), ("en",)))
    assert list(items(generator, TERM, ("typed",), ("zh",)))
    assert [] == violations(generator, "concept:")


@pytest.mark.parametrize(
    ("key", "form"),
    [
        (TERM, "typed"),
        (GAP, "typed"),
        (GAP, "cloze"),
        (f"fact:{A}/developer#value", "typed"),
        (f"fact:{A}/developer#value", "cloze"),
        (f"fact:{A}/release#value", "typed"),
    ],
)
def test_what_nobody_calls_the_answer_is_not_accepted(honest, key, form):
    assert "E01" in rules(accepting(first(honest, key, form), "banana"), honest)


def test_a_declared_accept_is_accepted(tmp_path):
    folder = forest()
    folder.sheets[0]["statements"][0]["accept"] = {"en": ["the number of weights"], "zh": ["权重数"]}
    generator = folder.generator(tmp_path)
    item = first(generator, GAP, "typed")
    assert {"the number of weights", "权重数"} <= set(item.response.accept)
    assert set() == rules(item, generator)


def test_a_declared_accept_that_is_a_wrong_filler_is_found_out(tmp_path):
    folder = forest()
    folder.sheets[0]["statements"][0]["accept"] = both("x", "y") | {"en": ["the speed"], "zh": ["学习的速率"]}
    _, problems = read_folder(folder.write(tmp_path / "forest"))
    assert {"E02"} == {problem.code for problem in problems}


def test_a_name_for_one_fact_is_accepted_there_and_nowhere_else(tmp_path):
    """Who made the first model may be called by a name that the maker did not bear when it made the second."""
    folder = forest()
    owned = [name for name in map(tree, range(12)) if folder.entity(name.casefold())["facts"]["developer"] == _MAKER]
    folder.entity(A)["facts"]["developer"] = {"value": _MAKER, "accept": {"en": ["The Old Works"], "zh": ["老厂"]}}
    generator = folder.generator(tmp_path)
    here, there = (first(generator, f"fact:{name.casefold()}/developer#value", "typed") for name in owned[:2])
    assert {"The Old Works", "老厂"} <= set(here.response.accept)
    assert not {"The Old Works", "老厂"} & set(there.response.accept)
    assert set() == rules(here, generator) | rules(there, generator)
    assert "E01" in rules(accepting(there, "The Old Works"), generator)


def test_a_name_for_one_fact_that_is_another_makers_is_found_out(tmp_path):
    folder = forest()
    folder.entity(A)["facts"]["developer"] = {"value": _MAKER, "accept": {"en": [MAKERS[1]], "zh": []}}
    generator = folder.generator(tmp_path)
    assert "E01" in rules(first(generator, f"fact:{A}/developer#value", "typed"), generator)


def test_a_members_name_for_one_fact_is_accepted_there_and_nowhere_else(tmp_path):
    folder = forest()
    whole = {"value": ["text", "image", "audio"], "complete": True}
    for name in map(tree, range(2)):
        folder.entity(name.casefold())["facts"]["modalities"] = dict(whole)
    folder.entity(A)["facts"]["modalities"]["accept_members"] = {"audio": {"en": ["birdsong"], "zh": ["鸟鸣"]}}
    generator = folder.generator(tmp_path)
    here, there = (first(generator, f"fact:{tree(place).casefold()}/modalities#value", "recall") for place in range(2))
    assert [set(), set(), {"birdsong", "鸟鸣"}] == [
        {"birdsong", "鸟鸣"} & set(one.accept) for one in here.response.members
    ]
    assert not any({"birdsong", "鸟鸣"} & set(one.accept) for one in there.response.members)
    assert set() == rules(here, generator) | rules(there, generator)


def test_a_name_for_what_is_no_member_is_a_problem(tmp_path):
    folder = forest()
    only = {"value": ["text"], "accept_members": {"audio": {"en": ["birdsong"], "zh": ["鸟鸣"]}}}
    folder.entity(A)["facts"]["modalities"] = only
    _, problems = read_folder(folder.write(tmp_path / "forest"))
    assert [("unknown-value", "Known: text.")] == [(problem.code, problem.hint) for problem in problems]


def test_a_name_of_two_makers_is_found_out(tmp_path):
    folder = forest()
    for name in MAKERS[:2]:
        folder.entity(name.casefold())["aliases"] = ["The Works"]
    generator = folder.generator(tmp_path)
    assert "E01" in rules(first(generator, f"fact:{A}/developer#value", "typed"), generator)


def test_a_wrong_filler_of_the_same_id_as_its_statement_is_not_shown(tmp_path):
    """Graded by id, it would be right."""
    folder = forest()
    folder.sheets[0]["statements"][0]["wrong"][0]["id"] = "makes-smaller"
    generator = folder.generator(tmp_path)
    texts = {option.text for item in items(generator, GAP, ("choice-3", "choice-4")) for option in item.options}
    assert "the weight count" in texts
    assert "the amount of data" not in texts
    assert [] == violations(generator, GAP)


@pytest.mark.parametrize(("name", "taken"), [("The Olt Works", True), ("The New Works", False)])
def test_a_name_that_only_its_own_fact_accepts_is_not_forgiven_for_another(tmp_path, name, taken):
    folder = forest(5)
    for place, called in enumerate(("The Old Works", name)):
        maker = MAKERS[place].casefold()
        accept = {"en": [called], "zh": []}
        folder.entity(tree(place).casefold())["facts"]["developer"] = {"value": maker, "accept": accept}
    found = [each.says.told() for each in prove(folder.generator(tmp_path), 1).violations]
    cards = [f"fact:{tree(place).casefold()}/developer#value" for place in (0, 1)]
    both_ways = ((name, cards[1], "The Old Works", cards[0]), ("The Old Works", cards[0], name, cards[1]))
    said = [
        f"`{typed}`, an answer to {other}, counts as a misspelt `{right}` for {card}."
        for typed, other, right, card in both_ways
    ]
    assert sorted(said if taken else []) == sorted(found)
