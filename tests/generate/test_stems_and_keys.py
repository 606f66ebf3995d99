"""Lies that only the stem or the answer key tells: the prover writes each stem anew, and judges what is graded."""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal

import pytest
from generate_samples import CHOICES, first, items, retexted, rules, violations, with_options

from catalogues import asks, both
from forests import forest, tree

A, B, C = (tree(p).casefold() for p in (0, 1, 2))
NAME_A, NAME_B = tree(0), tree(1)


def stem(item, old, new):
    assert old in item.stem
    return replace(item, stem=item.stem.replace(old, new))


def test_stem_names_an_entity_whose_name_contains_the_predicates_entity(tmp_path):
    """GPT-4 in "GPT-4 Turbo": predicate about GPT-4, stem about GPT-4 Turbo."""
    f = forest()
    f.entity(B)["name"] = NAME_A + " Turbo"
    g = f.generator(tmp_path)
    item = first(g, f"fact:{A}/context#value", "choice-4")
    assert "E01" in rules(stem(item, NAME_A, NAME_A + " Turbo"), g)


def test_true_false_sentence_states_another_value_than_the_predicate(honest):
    for item in items(honest, f"fact:{A}/context#value", ("true-false",), ("en",)):
        lied = replace(item, stem=item.stem.replace(item.predicate.value, "999M"))
        assert lied != item
        assert "E01" in rules(lied, honest)


def test_an_accepted_date_is_another_date(honest):
    item = first(honest, f"fact:{A}/release#value", "typed")
    lied = replace(item, response=replace(item.response, accept=(*item.response.accept, "July 1999", "1999-07")))
    assert "E01" in rules(lied, honest)


def test_an_accepted_filler_is_a_wrong_filler(honest):
    item = first(honest, "concept:pruning/makes-smaller", "cloze")
    lied = replace(item, response=replace(item.response, accept=(*item.response.accept, "the speed")))
    assert "E01" in rules(lied, honest)


def test_an_accepted_term_is_another_sheets_term(honest):
    item = first(honest, "concept:pruning/definition", "typed")
    lied = replace(item, response=replace(item.response, accept=(*item.response.accept, "grafting")))
    assert "E01" in rules(lied, honest)


def test_comparison_whose_stem_asks_for_the_other_end(honest):
    item = next(i for i in items(honest, "compare/parameters", ("compare",), ("en",), 20) if i.predicate.sign == 1)
    assert rules(stem(item, "the most", "the fewest"), honest)


def test_comparison_whose_stem_names_another_edition(tmp_path):
    f = forest()
    f.attribute("price_input")["compare"] = {
        "topic": "prices",
        "most": {"en": "Which of these cost the most in {as_of}?", "zh": "{as_of}，下列哪个最贵？"},
        "least": {"en": "Which of these cost the least in {as_of}?", "zh": "{as_of}，下列哪个最便宜？"},
    }
    g = f.generator(tmp_path)
    item = first(g, "compare/price_input", "compare")
    assert "E01" in rules(stem(item, "June 2024", "May 2023"), g)


def test_cost_whose_stem_shows_other_prices(honest):
    item = first(honest, "skill:cost", "cost")
    price = item.stem.split(" in and ")[0].split("At ")[1]
    assert "E01" in rules(stem(item, f"At {price}", "At $77.00"), honest)


def test_cost_whose_stem_names_another_edition(honest):
    item = first(honest, "skill:cost", "cost")
    assert "E01" in rules(stem(item, "June 2024", "May 2023"), honest)


def test_not_applicable_as_a_wrong_option(tmp_path):
    """DESIGN: "`not_applicable`: false, but never a distractor"."""
    f = forest()
    f.entity(A)["facts"]["context"] = {"status": "not_applicable"}
    g = f.generator(tmp_path)
    item = first(g, f"fact:{B}/context#entity", "choice-4")
    assert "E01" in rules(retexted(item, NAME_A, right=False), g)


def test_a_concept_choice_whose_stem_asks_something_else(honest):
    item = first(honest, "concept:pruning/makes-smaller", "choice-4")
    assert "E01" in rules(replace(item, stem="What does watering reduce?"), honest)


def test_a_definition_choice_whose_stem_defines_something_else(honest):
    item = first(honest, "concept:pruning/definition", "choice-4")
    assert "E01" in rules(replace(item, stem="What is it called to pour water?"), honest)


def test_the_stem_asks_for_another_attribute(honest):
    """The input price's item worded as the output price."""
    item = first(honest, f"fact:{A}/price_input#value", "choice-3")
    assert "E01" in rules(stem(item, "input tokens", "output tokens"), honest)


MOTTO = {"id": "motto", "kind": "text", "name": "motto", "of": ["model"]} | asks(
    ("What is the motto of {entity}?", "{entity} 的口号是什么？"),
    ("The motto of {entity} is {value}.", "{entity} 的口号是 {value}。"),
    ("Which of these has the motto {value}?", "下列哪个的口号是 {value}？"),
)


def test_an_attribute_of_kind_text_can_be_asked(tmp_path):
    f = forest()
    f.attributes["attributes"].append(MOTTO)
    for place in range(12):
        motto = {"en": f"Motto {'abcdefghijkl'[place] * 4}", "zh": f"口号{'甲乙丙丁戊己庚辛壬癸子丑'[place] * 3}"}
        f.entity(tree(place).casefold())["facts"]["motto"] = {"value": motto}
    g = f.generator(tmp_path)
    assert list(items(g, "/motto#value", CHOICES))
    assert [] == violations(g, "/motto#")


def test_a_date_known_to_the_year_is_not_asked_to_the_month(tmp_path):
    """Asked "In which month did X come out?", answer "2023", typed and cloze."""
    f = forest()
    f.entity(A)["facts"]["release"] = "2023"
    assert [] == list(items(f.generator(tmp_path), f"fact:{A}/release#value"))


def test_the_tolerance_that_is_graded_is_wider_than_the_attributes(honest):
    item = first(honest, f"fact:{A}/parameters#value", "numeric")
    assert "E01" in rules(replace(item, response=replace(item.response, tolerance=Decimal(5))), honest)


def test_booleans_are_asked_soundly(tmp_path):
    f = forest()
    f.attributes["attributes"].append(
        {"id": "open", "kind": "boolean", "name": "open", "of": ["model"]}
        | asks(("Is {entity} open?", "{entity} 开源吗？"), ("Is {entity} open: {value}.", "{entity} 开源：{value}。"))
    )
    for place in range(12):
        f.entity(tree(place).casefold())["facts"]["open"] = place % 3 == 0
    g = f.generator(tmp_path)
    assert list(items(g, "/open#value"))
    assert [] == violations(g, "/open#")


def test_an_option_whose_id_is_not_what_it_shows(honest):
    """The log keeps ids; the learner's confusions are counted by them."""
    item = first(honest, f"fact:{A}/context#entity", "choice-4")
    ids = [o.id for o in item.options]
    lied = with_options(item, *(replace(o, id=i) for o, i in zip(item.options, reversed(ids), strict=True)))
    assert rules(lied, honest)


def test_every_card_has_a_lesson_or_none_and_never_a_traceback(honest):
    for card in honest.cards:
        for lang in ("en", "zh"):
            lesson = honest.lesson(card.key, lang)
            assert lesson is None or (lesson.title and lesson.text)


@pytest.fixture(scope="module")
def real(shipped):
    return shipped.generator


def test_an_order_with_an_option_left_out_or_doubled(real):
    item = next(items(real, "skill:order", ("order",), ("en",)))
    short = replace(item, response=replace(item.response, right=item.response.right[:-1]))
    doubled = replace(item, response=replace(item.response, right=(*item.response.right[:-1], item.response.right[0])))
    assert rules(short, real)
    assert rules(doubled, real)


def test_a_match_with_a_pair_left_out(real):
    item = next(items(real, "skill:match", ("match",), ("en",)))
    assert rules(replace(item, response=replace(item.response, pairs=item.response.pairs[:-1])), real)


def test_an_order_that_is_already_shown_in_the_right_order(real):
    item = next(items(real, "skill:order", ("order",), ("en",)))
    by = {o.id: o for o in item.response.options}
    shown = tuple(by[i] for i in item.response.right)
    assert rules(replace(item, response=replace(item.response, options=shown)), real)


def test_an_order_whose_stem_asks_for_the_reverse_or_another_attribute(real):
    item = next(items(real, "skill:order", ("order",), ("en",)))
    assert rules(replace(item, stem="Put these in order of size, the largest first."), real)


def test_a_recall_with_a_member_left_out_or_invented(real):
    item = next(items(real, "", ("recall",), ("en",)))
    short = replace(item, response=replace(item.response, members=item.response.members[:-1]))
    odd = replace(item.response.members[0], answer="Nobody", accept=("Nobody",))
    invented = replace(item, response=replace(item.response, members=(odd, *item.response.members[1:])))
    assert rules(short, real)
    assert rules(invented, real)


def test_a_multi_choice_whose_stem_asks_of_another_list(real):
    item = next(items(real, "concept:", ("multi-choice",), ("en",)))
    assert rules(replace(item, stem="Which of these are fruits?"), real)


def test_a_ratio_whose_stem_names_other_entities(real):
    item = next(items(real, "skill:ratio", ("ratio",), ("en",)))
    one = real.knowledge.catalogue.entities[item.predicate.one].name.in_language("en")
    assert one in item.stem
    assert rules(replace(item, stem=item.stem.replace(one, "Nobody")), real)


def test_a_negative_choice_that_asks_positively(real):
    item = next(items(real, "", ("which-is-not",), ("en",)))
    assert rules(replace(item, negative=False, stem=item.stem.replace("NOT ", "")), real)


def test_true_or_false_does_not_ask_what_the_name_says(tmp_path):
    """No "True or false? Barin-70B has 70B parameters."."""
    f = forest()
    f.entity(A)["name"] = "Barin-70B"
    f.entity(A)["facts"]["parameters"] = "70B"
    g = f.generator(tmp_path)
    stems = [i.stem for i in items(g, f"fact:{A}/parameters#", ("true-false",), ("en",), 20)]
    assert not any("Barin-70B has 70B" in s for s in stems), stems[:3]


SECOND = {"id": "keeps", "text": both("Pruning keeps [[the shape of the text]].", "剪枝不改变的是[[文本的形状]]。")}
OWN_TASK = both("Go through the seven kinds of pruning.", "逐一讲讲剪枝的七个种类。")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_sheets_own_task_takes_the_place_of_its_term(tmp_path, lang):
    f = forest()
    f.sheets[0]["explain_task"] = OWN_TASK
    f.sheets[0]["statements"].append(deepcopy(f.sheets[0]["statements"][0]) | SECOND)
    g = f.generator(tmp_path)
    item = first(g, "concept:pruning/definition", "explain", lang)
    framed = g.knowledge.languages[lang].frame("explain", term=g.knowledge.sheets["pruning"].term.in_language(lang))
    assert OWN_TASK[lang] == item.stem
    assert not rules(item, g)
    assert "E01" in rules(replace(item, stem=framed), g)
