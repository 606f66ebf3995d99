"""The placement: how questions are shared out, how a topic is bisected, and what an answer speaks for."""

from study_samples import card

from llmquiz.study.placing import ENOUGH_WRONG, QUESTIONS, Track, candidates, supported, to_go, tracks


def keys(letters):
    return [f"fact:{letter}/a#value" for letter in letters]


def first(some, outcomes, passed=()):
    """The card that is asked next."""
    return next(candidates(some, outcomes, passed), None)


def topic(name, count):
    return [card(f"{name}{at:02}", topic=name) for at in range(count)]


def test_large_topics_have_more_questions_and_there_are_twenty_in_all():
    made = tracks([*topic("a", 60), *topic("b", 30), *topic("c", 10), *topic("d", 1)])
    assert [12, 6, 2] == [track.seats for track in made]
    assert QUESTIONS == sum(track.seats for track in made)


def test_a_small_library_has_no_more_questions_than_cards():
    assert [3, 2] == [track.seats for track in tracks([*topic("a", 3), *topic("b", 2)])]


def test_the_harder_part_comes_first_and_each_answer_halves_what_is_left():
    one = [Track(tuple(keys("abcdefghij")), 5)]
    g, i, d = keys("gid")
    assert g == first(one, {})
    assert i == first(one, {g: True})
    assert d == first(one, {g: False})


def test_a_topic_is_over_when_its_end_is_found():
    one = [Track(tuple(keys("abc")), 3)]
    b, c = keys("bc")
    assert c == first(one, {b: True})
    assert first(one, {b: True, c: False}) is None


def test_every_topic_has_its_first_question_before_any_has_its_second():
    two = [Track(tuple(keys("abcd")), 2), Track(tuple(keys("efgh")), 2)]
    asked = {first(two, {}): True}
    assert first(two, asked) in keys("efgh")


def test_a_card_that_cannot_be_asked_gives_way_to_its_neighbour():
    one = [Track(tuple(keys("abcdefghij")), 5)]
    assert first(one, {}, passed=set(keys("g"))) in keys("fh")


def test_after_five_unknown_ones_in_a_row_it_is_over():
    many = [Track(tuple(keys(letter)), 1) for letter in "abcdefgh"]
    wrong = dict.fromkeys(keys("abcdefgh")[:ENOUGH_WRONG], False)
    assert first(many, wrong) is None
    assert first(many, {**wrong, keys("c")[0]: True}) is not None


def test_what_is_left_is_what_the_topics_have_not_used():
    assert 3 == to_go([Track(tuple(keys("abcd")), 2), Track(tuple(keys("efgh")), 2)], {keys("a")[0]: True})


def built(*needs):
    """Cards by key; each pair is a card and what it builds on."""
    return {made.key: made for made in (card(name, prerequisites=tuple(keys(on))) for name, on in needs)}


def test_a_right_answer_speaks_for_its_card_and_what_that_builds_on_one_step_deep():
    a, b, c = keys("abc")
    assert {c: c, b: c} == supported(built(("a", ""), ("b", "a"), ("c", "b")), {c: True})
    assert a not in supported(built(("a", ""), ("b", "a"), ("c", "b")), {c: True})


def test_a_wrong_answer_speaks_for_nothing():
    (b,) = keys("b")
    assert {} == supported(built(("a", ""), ("b", "a")), {b: False})


def test_a_wrong_answer_to_another_card_that_builds_on_it_leaves_it_to_the_lessons():
    b, c = keys("bc")
    cards = built(("a", ""), ("b", "a"), ("c", "a"))
    assert {b: b} == supported(cards, {b: True, c: False})


def test_a_card_that_was_answered_wrongly_is_not_implied_by_a_harder_one():
    a, b = keys("ab")
    assert {b: b} == supported(built(("a", ""), ("b", "a")), {a: False, b: True})


def test_what_the_placement_does_not_know_of_is_not_implied():
    (b,) = keys("b")
    assert {b: b} == supported(built(("b", "z")), {b: True})
