"""`llmquiz optimise`: fitted, judged, kept in the learner's own log; refused in a sentence where it cannot be done."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.answers import Chosen, Rating
from llmquiz.core.events import Review
from llmquiz.core.hashing import draw, fraction
from llmquiz.scheduling import optimising
from llmquiz.scheduling.fold import replay
from llmquiz.scheduling.formulas import first_memory, next_memory, recall
from llmquiz.scheduling.optimising import LEAST
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, SCHEDULER
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.views import LessonView, QuestionView

Llmquiz = Callable[..., Result]
QUICK = (0.05, 0.2, 0.4, 1.5, *DEFAULT_WEIGHTS[4:])
"""Somebody who forgets five times as fast."""
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
FIRST = 20_000


def studied(surroundings: Surroundings, weights: tuple[float, ...], cards: int) -> None:
    """A log of eight answers a card, drawn from these weights."""
    events = [event for card in range(cards) for event in answers(card, weights)]
    events.sort(key=lambda event: event.day)
    with Store.open(surroundings.database, "here") as store:
        store.append(events, replay(events).values())


def answers(card: int, weights: tuple[float, ...]) -> list[Review]:
    """The answers to one card."""
    day, stability, difficulty, events = FIRST + draw(200, "start", card), 0.0, 0.0, []
    for turn in range(8):
        gap = 1 + draw(12, "gap", card, turn)
        right = fraction("right", card, turn) < (recall(stability, gap, weights) if turn else 0.7)
        rating = Rating.GOOD if right else Rating.AGAIN
        day += gap if turn else 0
        first = first_memory(rating, weights)
        stability, difficulty = next_memory(stability, difficulty, gap, rating, weights) if turn else first
        events.append(answered(card, rating, day))
    return events


def answered(card: int, rating: Rating, day: int) -> Review:
    """One answer."""
    return Review(
        card=f"bank:garden/card-{card}", at=day * 86_400_000, day=day, offset=0, rating=rating,
        right=rating > Rating.AGAIN, form="typed", options=0, rung=2, planned_form="typed", planned_options=0,
        retention=0.9, parameters=DEFAULT_PARAMETERS.id, scheduler=SCHEDULER,
    )  # fmt: skip


def in_use(surroundings: Surroundings) -> tuple[float, ...]:
    """What the next start schedules with."""
    with surroundings.trainer() as trainer:
        return trainer.weights


@pytest.fixture
def learner(surroundings: Surroundings, lived: Callable[..., None]) -> Surroundings:
    """Somebody with 1,200 answers."""
    lived("optimise", surroundings.home, lambda: studied(surroundings, QUICK, 150))
    return surroundings


def test_better_parameters_are_taken_into_use_and_can_be_given_back(learner: Surroundings, llmquiz: Llmquiz) -> None:
    told = llmquiz("optimise")
    assert 0 == told.exit_code
    assert "1,200 reviews: fitted to the oldest 80 %" in told.stdout
    assert "From now on your cards are scheduled with your own parameters." in told.stdout
    assert DEFAULT_WEIGHTS != in_use(learner)
    assert "published parameters" in llmquiz("optimise", "--reset").stderr
    assert DEFAULT_WEIGHTS == in_use(learner)
    assert "already" in llmquiz("optimise", "--reset").stderr


def test_what_is_adopted_is_in_the_log_and_schedules_the_next_answers(learner: Surroundings, llmquiz: Llmquiz) -> None:
    data = json.loads(llmquiz("optimise", "--json").stdout)
    assert (1200, True) == (data["reviews"], data["accepted"])
    assert data["after"] < data["before"]
    clock = learner.clock
    assert isinstance(clock, SetClock)
    with learner.trainer() as trainer:
        assert data["weights"] == list(trainer.weights)
        session = trainer.study(topic="garden")
        while isinstance(session.view, LessonView):
            session.read()
        assert isinstance(session.view, QuestionView)
        clock.moment += timedelta(seconds=5)
        session.answer(Chosen(("green",)))
    with Store.open(learner.database, "here") as store:
        events = list(store.events())
        assert replay(events) == store.states()
    assert data["weights"] != list(DEFAULT_WEIGHTS)
    assert 0 == llmquiz("doctor").exit_code


def test_a_dry_run_changes_nothing(learner: Surroundings, llmquiz: Llmquiz) -> None:
    told = llmquiz("optimise", "--dry-run")
    assert "Better; nothing was changed." in told.stdout
    assert DEFAULT_WEIGHTS == in_use(learner)


def test_parameters_that_predict_no_better_are_not_taken(
    learner: Surroundings, llmquiz: Llmquiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimising, "_trained", lambda _told: (9.0, 20.0, 40.0, 80.0, *DEFAULT_WEIGHTS[4:]))
    told = llmquiz("optimise")
    assert (0, True) == (told.exit_code, "No better: everything stays as it was." in told.stdout)
    assert DEFAULT_WEIGHTS == in_use(learner)


def test_too_few_reviews_are_told(surroundings: Surroundings, llmquiz: Llmquiz) -> None:
    studied(surroundings, QUICK, 5)
    told = llmquiz("optimise")
    assert (1, "") == (told.exit_code, told.stdout)
    assert f"There are 40 reviews yet; fitting is worth while from {LEAST:,} of them.\n" == told.stderr


def test_what_to_install_is_told(learner: Surroundings, llmquiz: Llmquiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optimising, "PACKAGE", "no_such_package")
    told = llmquiz("optimise")
    assert (1, "") == (told.exit_code, told.stdout)
    assert "pip install 'llmquiz[optimise]'" in told.stderr


def test_all_of_it_is_told_in_chinese(learner: Surroundings, llmquiz: Llmquiz, monkeypatch: pytest.MonkeyPatch) -> None:
    def chinese(*arguments: str) -> Result:
        return llmquiz("--lang", "zh", "optimise", *arguments)

    dry, fitted = chinese("--dry-run").stdout.splitlines(), chinese().stdout.splitlines()
    assert dry[:2] == fitted[:2]
    assert dry[0].startswith("1,200 次复习：用最早的 80 % 拟合，用最近的 20 % 评判，其中 ")
    assert dry[1].startswith("对这些作答的对数损失：之前 0.")
    assert ("效果更好；未作任何更改。", True) == (dry[2], fitted[2].startswith("今后将按你自己的参数安排卡片。"))
    assert ("今后将按公布的参数安排卡片。\n", "已经在使用公布的参数。\n") == tuple(
        chinese("--reset").stderr for _ in "12"
    )
    monkeypatch.setattr(optimising, "PACKAGE", "no_such_package")
    assert "拟合需要一个附加组件：" in chinese().stderr


def test_too_few_reviews_are_told_in_chinese(surroundings: Surroundings, llmquiz: Llmquiz) -> None:
    studied(surroundings, QUICK, 5)
    assert "目前只有 40 次复习；达到 1,000 次后才值得拟合。\n" == llmquiz("--lang", "zh", "optimise").stderr
