"""Steps, row by row: learning 1 min and 10 min, relearning 10 min."""

from dataclasses import replace

from llmquiz.core.answers import Rating
from llmquiz.core.states import Phase
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS
from llmquiz.scheduling.steps import advance, steps_of
from tables import every_row

AGAIN, HARD, GOOD, EASY = Rating
NEW, LEARNING, REVIEW, RELEARNING = Phase
GRADUATED = (REVIEW, 0)


@every_row(
    ("phase", "step", "rating", "expected"),
    [
        (NEW, 0, AGAIN, (LEARNING, 0)),
        (NEW, 0, HARD, (LEARNING, 0)),
        (NEW, 0, GOOD, (LEARNING, 1)),
        (NEW, 0, EASY, GRADUATED),
        (LEARNING, 0, AGAIN, (LEARNING, 0)),
        (LEARNING, 0, HARD, (LEARNING, 0)),
        (LEARNING, 0, GOOD, (LEARNING, 1)),
        (LEARNING, 0, EASY, GRADUATED),
        (LEARNING, 1, AGAIN, (LEARNING, 0)),
        (LEARNING, 1, HARD, (LEARNING, 1)),
        (LEARNING, 1, GOOD, GRADUATED),
        (LEARNING, 1, EASY, GRADUATED),
        (REVIEW, 0, AGAIN, (RELEARNING, 0)),
        (REVIEW, 0, HARD, GRADUATED),
        (REVIEW, 0, GOOD, GRADUATED),
        (REVIEW, 0, EASY, GRADUATED),
        (RELEARNING, 0, AGAIN, (RELEARNING, 0)),
        (RELEARNING, 0, HARD, (RELEARNING, 0)),
        (RELEARNING, 0, GOOD, GRADUATED),
        (RELEARNING, 0, EASY, GRADUATED),
        (LEARNING, 7, HARD, (LEARNING, 1)),
        (LEARNING, 7, GOOD, GRADUATED),
    ],
)
def test_an_answer_moves_a_card_along_its_steps(phase, step, rating, expected):
    assert expected == advance(phase, step, rating, DEFAULT_PARAMETERS)


@every_row("phase", [NEW, LEARNING, REVIEW, RELEARNING])
@every_row("rating", [AGAIN, HARD, GOOD, EASY])
def test_without_steps_every_answer_leads_to_review(phase, rating):
    stepless = replace(DEFAULT_PARAMETERS, learning_steps=(), relearning_steps=())
    assert advance(phase, 0, rating, stepless) == GRADUATED


def test_learning_and_relearning_have_steps_of_their_own():
    assert [steps_of(phase, DEFAULT_PARAMETERS) for phase in Phase] == [(60, 600), (60, 600), (600,), (600,)]
