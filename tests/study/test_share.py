"""Today's share from keys alone: steps first, one direction of a fact, the limits of the day."""

from llmquiz.study.catching_up import LEAST
from llmquiz.study.share import Share, Shown, Standing, share
from tables import every_row

A, A_TURNED, B = "fact:a/b#value", "fact:a/b#entity", "fact:b/b#value"


@every_row(
    ("due", "shown", "asked"),
    [
        ([], [], 0),
        ([A], [], 1),
        ([A, A_TURNED], [], 1),
        ([A_TURNED], [A], 0),
        ([A], [A], 1),
        ([A_TURNED, A], [A], 1),
        ([A, B], [], 2),
        (["concept:a/b", "bank:a/b"], [], 2),
    ],
)
def test_the_other_direction_waits(due, shown, asked):
    taught = [Shown(card, asked=False, known=True) for card in shown]
    assert asked == share(Standing(due=due, shown=taught), 40, new=10, wanted=200).asked


def cards(name, count):
    return [f"bank:{name}/{at}" for at in range(count)]


def known(cards):
    return [Shown(card, asked=True, known=True) for card in cards]


@every_row(
    ("standing", "told"),
    [
        (Standing(due=cards("due", 9)), Share(5, 4)),
        (Standing(due=cards("due", 9), shown=known(cards("done", 2))), Share(3, 6)),
        (Standing(steps=cards("step", 2), due=cards("due", 9)), Share(5, 6)),
        (Standing(steps=cards("step", 2), due=cards("due", 9), shown=known(cards("step", 2))), Share(5, 6)),
        (Standing(due=cards("due", 9), shown=known(cards("due", 1))), Share(4, 4)),
        (Standing(due=cards("due", 9), shown=known(cards("done", 7))), Share(0, 9)),
    ],
)
def test_what_was_asked_leaves_the_day_and_steps_do_not(standing, told):
    assert told == share(standing, 5, new=10, wanted=200)


def new(count):
    return [Shown(card, asked=True, known=False) for card in cards("new", count)]


@every_row(
    ("standing", "limits", "asked"),
    [
        (Standing(taught=[A_TURNED], due=[A]), {"new": 10, "wanted": LEAST}, 0),
        (Standing(taught=[A_TURNED], due=[A]), {"new": 0, "wanted": LEAST}, 1),
        (Standing(taught=[A_TURNED], due=[A], shown=new(10)), {"new": 10, "wanted": LEAST}, 1),
        (Standing(taught=[A_TURNED], due=[A, *cards("due", 50)]), {"new": 10, "wanted": LEAST}, LEAST),
        (Standing(taught=[A_TURNED], due=[A, B]), {"new": 10, "wanted": 1}, 1),
    ],
)
def test_the_question_of_an_earlier_lesson_comes_before_the_other_direction_where_the_day_holds_it(
    standing, limits, asked
):
    assert asked == share(standing, min(LEAST, limits["wanted"]), **limits).asked
