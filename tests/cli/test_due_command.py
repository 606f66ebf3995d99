"""`llmquiz due`: the same answer before click and behind it, by the learner's own day."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result

from llmquiz.cli.prompt import DEFAULT_NEW, DEFAULT_REVIEWS, DEFAULT_TIERS, TIERS, quick, told
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.answers import Rating
from llmquiz.core.cards import Tier
from llmquiz.core.days import day_of
from llmquiz.core.events import Review
from llmquiz.core.states import CardState, Phase
from llmquiz.files.settings import Settings
from llmquiz.storage.store import Store
from llmquiz.trainer.clock import SetClock
from tables import every_row

Llmquiz = Callable[..., Result]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = day_of(NOON)


@pytest.fixture
def learner(surroundings: Surroundings) -> Surroundings:
    """Somebody with cards due on six days."""
    days = (TODAY - 30, TODAY, TODAY + 1, TODAY + 6, TODAY + 6, TODAY + 7)
    with Store.open(surroundings.database, "here") as store:
        store.append([], [CardState(f"card-{at}", Phase.REVIEW, due_day=day) for at, day in enumerate(days)])
    return surroundings


def test_a_number_and_nothing_else_is_printed(learner: Surroundings, llmquiz: Llmquiz) -> None:
    shown = llmquiz("due")
    assert (0, "2\n", "") == (shown.exit_code, shown.stdout, shown.stderr)


def test_json_tells_the_day_tomorrow_and_the_week(learner: Surroundings, llmquiz: Llmquiz) -> None:
    assert {"due": 2, "day": "2026-11-23", "tomorrow": 1, "week": 5, "later": 0, "days": 0} == json.loads(
        llmquiz("due", "--json").stdout
    )


@pytest.mark.usefixtures("not_begun")
def test_nothing_is_due_where_nothing_was_studied(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    assert "0\n" == llmquiz("due").stdout
    assert "0\n" == llmquiz("--profile", "anna", "due").stdout
    assert not surroundings.home.profiles.exists()


@pytest.mark.parametrize(
    ("config", "due"),
    [
        ("", 2),
        ("rollover = 5\n", 2),
        ("rollover = 13\n", 1),
        ('rollover = "noon"\n', 2),
        ("rollover = true\n", 2),
        ("rollover = 24\n", 2),
        ("rollover = [\n", 2),
    ],
)
def test_a_day_begins_at_the_hour_of_the_settings(learner: Surroundings, config: str, due: int) -> None:
    learner.home.config.write_text(config, encoding="utf-8")
    assert str(due) == told(learner.home, "default", learner.clock, as_json=False)


def test_the_small_hours_belong_to_the_day_before(learner: Surroundings) -> None:
    night = replace(learner, clock=SetClock(NOON + timedelta(hours=15)))
    assert json.loads(told(night.home, "default", night.clock, as_json=True))["day"] == "2026-11-23"


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "--help"],
        ["due", "due"],
        ["--lang", "zh", "due"],
        ["--profile", "due"],
        ["--profile", "A B", "due"],
        ["study", "--topic", "due"],
        ["due", "--jsn"],
    ],
)
def test_every_other_command_line_is_left_to_click(arguments: list[str]) -> None:
    assert quick(arguments) is None


@pytest.mark.parametrize("arguments", [["due"], ["due", "--json"], ["--profile", "default", "due"]])
def test_the_quick_way_says_what_the_command_says(
    learner: Surroundings,
    llmquiz: Llmquiz,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LLMQUIZ_HOME", str(learner.home.root))
    assert 0 == quick(arguments)
    printed = capsys.readouterr().out
    assert len(llmquiz(*arguments).stdout.splitlines()) == len(printed.splitlines()) == 1
    assert ("--json" in arguments) == printed.startswith('{"due": ')


@pytest.mark.usefixtures("not_begun")
def test_a_file_that_is_none_is_told_in_one_sentence(
    surroundings: Surroundings,
    llmquiz: Llmquiz,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(surroundings.database, "not a database " * 100)
    shown = llmquiz("due")
    sentence = f"{surroundings.database} is not a database of llmquiz: move it away, or put a backup in its place.\n"
    assert (3, "", sentence) == (shown.exit_code, shown.stdout, shown.stderr)
    monkeypatch.setenv("LLMQUIZ_HOME", str(surroundings.home.root))
    assert 3 == quick(["due"])
    assert ("", sentence) == capsys.readouterr()


def test_a_file_of_a_newer_program_is_refused(learner: Surroundings, llmquiz: Llmquiz) -> None:
    with closing(sqlite3.connect(learner.database)) as connection, connection:
        connection.execute("INSERT INTO migrations VALUES (999, 'm999_future')")
    shown = llmquiz("due")
    assert (3, "", True) == (shown.exit_code, shown.stdout, "was written by a newer llmquiz" in shown.stderr)


def write(path: Path, text: str) -> None:
    """A file, with its folders."""
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def answer(day: int, card: str, at: int = 0) -> Review:
    """A scheduled answer."""
    return Review(
        card=card, at=at, day=day, offset=0, rating=Rating.GOOD, right=True, form="choice-4", options=4, rung=1,
        planned_form="choice-4", planned_options=4, retention=0.9, parameters="p", scheduler="s",
    )  # fmt: skip


@pytest.fixture
def returned(surroundings: Surroundings) -> Surroundings:
    """Somebody who had a hundred cards overdue, of which one was asked today, and has ten due tomorrow."""
    days = [TODAY + 20] + [TODAY - 3] * 99 + [TODAY + 1] * 10
    with Store.open(surroundings.database, "here") as store:
        store.append(
            [*(answer(TODAY - 20, f"card-{at}") for at in range(30)), answer(TODAY, "card-0", 1)],
            [CardState(f"card-{at}", Phase.REVIEW, due_day=day, repetitions=3) for at, day in enumerate(days)],
        )
    return surroundings


def test_after_a_pause_it_is_todays_share_less_what_was_done_of_it(returned: Surroundings, llmquiz: Llmquiz) -> None:
    assert "44\n" == llmquiz("due").stdout


def test_json_tells_what_waits_and_for_how_long(returned: Surroundings, llmquiz: Llmquiz) -> None:
    told = json.loads(llmquiz("due", "--json").stdout)
    assert (44, 45, 109, 55, 2) == tuple(told[name] for name in ("due", "tomorrow", "week", "later", "days"))


def test_the_learners_own_limit_counts_too(returned: Surroundings, llmquiz: Llmquiz) -> None:
    returned.home.config.write_text("reviews_per_day = 10\n", encoding="utf-8")
    assert "9\n" == llmquiz("due").stdout


def test_the_prompt_and_the_settings_agree_on_the_defaults() -> None:
    limits = Settings().new_per_day, Settings().reviews_per_day
    assert (DEFAULT_NEW, DEFAULT_REVIEWS, DEFAULT_TIERS) == (*limits, Settings().tiers)
    assert TIERS == tuple(tier.value for tier in Tier)


def directions(surroundings: Surroundings) -> list[tuple[str, str]]:
    """The facts that are asked in both directions, as their two cards."""
    with surroundings.trainer() as trainer:
        keys = {card.key for card in trainer.library.cards if card.fact and card.forms and card.tier != Tier.ARCHIVE}
    both = ((key, key.replace("#value", "#entity")) for key in sorted(keys) if key.endswith("#value"))
    return [(one, other) for one, other in both if other in keys]


def test_of_two_directions_one_is_due_today_as_home_says(surroundings: Surroundings, llmquiz: Llmquiz) -> None:
    pairs = directions(surroundings)[:4]
    known = CardState("", Phase.REVIEW, stability=9.0, last_day=TODAY - 9, due_day=TODAY, repetitions=3)
    due = [replace(known, card=key) for key in (*pairs[0], *pairs[1], *pairs[2], pairs[3][1])]
    asked = answer(TODAY, pairs[3][0])
    done = replace(known, card=asked.card, due_day=TODAY + 9, last_day=TODAY, repetitions=4)
    with Store.open(surroundings.database, "here") as store:
        store.append([asked], [*due, done])
    with surroundings.trainer() as trainer:
        home = trainer.home()
    said = json.loads(llmquiz("due", "--json").stdout)
    assert (3, 4) == (home.due, home.forecast[1])
    assert (3, 4, 7) == (said["due"], said["tomorrow"], said["week"])


@pytest.fixture
def overall(surroundings: Surroundings) -> Surroundings:
    """Somebody who was asked every card, half of them due by now and one asked today."""
    asked = directions(surroundings)[0][0]
    with surroundings.trainer() as trainer:
        keys = [card.key for card in trainer.library.cards]
    known = CardState("", Phase.REVIEW, stability=9.0, last_day=TODAY - 9, repetitions=3)
    due = {key: TODAY - 1 + at % 4 for at, key in enumerate(keys)} | {asked: TODAY + 9}
    with Store.open(surroundings.database, "here") as store:
        store.append(
            [*(answer(TODAY - 9, key) for key in keys), answer(TODAY, asked)],
            [replace(known, card=key, due_day=day) for key, day in due.items()],
        )
    with surroundings.trainer():
        return surroundings


SWITCHED = [
    "",
    'tiers = ["core"]',
    'tiers = ["detail", "archive"]',
    'tiers = ["core", "detail", "archive"]',
    'topics_off = ["ideas"]',
    'tiers = [\n  "core",\n  "archive",\n]\ntopics_off = [\n  "garden", "prices",\n]',
    'topics_off = ["ideas", "prices", "garden", "forest", "trees"]',
    "topics_off = []",
    "tiers = []",
    'tiers = ["core", "extra"]',
    'tiers = ["core", 1]',
    'tiers = "core"',
    'topics_off = ["ideas", "Not a slug"]',
    'topics_off = ["ideas", 1]',
    'topics_off = "ideas"',
    '"topics_off" = ["ideas"]',
    'topics_off = ["ideas"]\nreviews_per_day = 5',
    'topics_off = ["ideas"]\nbroken',
]


@every_row(("config", "limit"), [*((each, "10") for each in SWITCHED), *((each, "9999") for each in SWITCHED[:6])])
def test_what_is_switched_off_by_hand_is_left_out_at_once_as_at_home(
    overall: Surroundings, config: str, limit: str
) -> None:
    if "reviews_per_day" not in config:
        config = f"{config}\nreviews_per_day = {limit}"
    overall.home.config.write_text(f"{config}\n", encoding="utf-8")
    said = json.loads(told(overall.home, "default", overall.clock, as_json=True))
    with overall.trainer() as trainer:
        home = trainer.home()
    assert (home.due, *home.forecast[:2]) == (said["due"], said["due"], said["tomorrow"])
    assert (sum(home.forecast[:7]), home.backlog.days if home.backlog else 0) == (said["week"], said["days"])
    assert said == json.loads(told(overall.home, "default", overall.clock, as_json=True))


def test_a_card_that_was_just_met_is_left_out_too(surroundings: Surroundings, llmquiz: Llmquiz) -> None:
    with surroundings.trainer() as trainer:
        (card,) = (card for card in trainer.library.cards if card.key == "bank:garden/green")
        trainer._store.append([], [CardState(card.key, Phase.REVIEW, due_day=TODAY)])
    assert "1\n" == llmquiz("due").stdout
    surroundings.home.config.write_text(f'topics_off = ["{card.topic}"]\n', encoding="utf-8")
    assert "0\n" == llmquiz("due").stdout
