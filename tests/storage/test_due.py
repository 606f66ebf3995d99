"""The counts by day equal a recount, whatever happens to states, and are read without SQLAlchemy."""

import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_samples import DAY, state

from llmquiz.core.forms import PLACED
from llmquiz.core.states import CardState
from llmquiz.storage import due
from llmquiz.storage.due import LetIn, due_by_day, due_on
from llmquiz.storage.errors import StorageError
from llmquiz.storage.store import Store

Shelves = dict[str, tuple[str, str]]
CARDS = ["a", "b", "c", "d"]
TOPICS, TIERS = ("", "ideas", "prices"), ("core", "detail")
SHELVES = st.tuples(st.sampled_from(TOPICS), st.sampled_from(TIERS))
DAYS = st.none() | st.integers(DAY, DAY + 3)
STATES = st.builds(
    state, st.sampled_from(CARDS), due_day=DAYS, suspended=st.booleans(), buried_until=DAYS
)  # fmt: skip
STEPS = st.one_of(
    st.tuples(st.just("append"), st.lists(STATES, max_size=4)),
    st.tuples(st.just("replace"), st.lists(STATES, max_size=4, unique_by=lambda found: found.card)),
    st.tuples(st.just("shelve"), st.dictionaries(st.sampled_from(CARDS), SHELVES)),
)
LET_IN = st.builds(LetIn, st.lists(st.sampled_from(TIERS)).map(tuple), st.lists(st.sampled_from(TOPICS)).map(tuple))


def recount(states: dict[str, CardState], shelves: Shelves, let_in: LetIn | None) -> dict[int, int]:
    """The counts, from the states themselves."""
    days = (
        max(found.due_day, found.buried_until or found.due_day)
        for found in states.values()
        if found.due_day is not None and not found.suspended and is_let_in(shelves.get(found.card), let_in)
    )
    return dict(sorted(Counter(days).items()))


def is_let_in(shelf: tuple[str, str] | None, let_in: LetIn | None) -> bool:
    """What is on no shelf is not counted; what is not known yet is."""
    if shelf is None or let_in is None:
        return shelf is not None
    return shelf[1] in ("", *let_in.tiers) and shelf[0] not in let_in.topics_off


@settings(max_examples=settings.default.max_examples // 2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=8), LET_IN)
def test_counts_by_day_always_equal_a_recount(store: Store, steps: list[tuple[str, object]], let_in: LetIn) -> None:
    shelves: Shelves = dict.fromkeys(CARDS, ("", ""))
    store.shelve(shelves.get)
    store.replace_states([])
    for name, value in steps:
        if name == "append":
            store.append([], value)  # type: ignore[arg-type]
        elif name == "replace":
            store.replace_states(value)  # type: ignore[arg-type]
        else:
            shelves = value  # type: ignore[assignment]
            store.shelve(shelves.get)
        for wanted in (None, let_in):
            assert recount(store.states(), shelves, wanted) == due_by_day(store.path, wanted)
    assert [] == store.check()


def test_due_on_a_day_counts_the_days_before_it_too(store: Store) -> None:
    store.append([], [state("a"), state("b", due_day=DAY + 1), state("c", buried_until=DAY + 2)])
    assert [due_on(store.path, day) for day in range(DAY - 1, DAY + 3)] == [0, 1, 2, 3]


def test_suspended_inactive_and_new_cards_are_not_due(store: Store) -> None:
    store.append([], [state("a"), state("b", suspended=True), state("c", due_day=None), state("d")])
    store.shelve(dict.fromkeys(["a", "b", "c", "unheard-of"], ("ideas", "core")).get)
    assert due_by_day(store.path) == {DAY: 1}
    store.shelve(dict.fromkeys(CARDS, ("ideas", "core")).get)
    assert due_by_day(store.path) == {DAY: 2}


def test_nothing_is_due_where_nothing_was_studied(tmp_path: Path) -> None:
    assert due_by_day(tmp_path / "none.db") == {}
    assert list(tmp_path.iterdir()) == []


def test_another_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "llmquiz.db"
    path.write_text("not a database " * 100)
    with pytest.raises(StorageError) as caught:
        due_by_day(path)
    assert caught.value.code == "not-a-database"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        ("INSERT INTO migrations VALUES (999, 'm999_future')", "newer"),
        ("DELETE FROM migrations", "damaged"),
        ("DROP TABLE due_by_day", "damaged"),
        ("DROP TABLE migrations", "not-a-database"),
    ],
)
def test_what_the_store_refuses_is_refused_here_too(store: Store, statements: str, code: str) -> None:
    store.append([], [state()])
    with closing(sqlite3.connect(store.path)) as raw:
        raw.executescript(statements)
    with pytest.raises(StorageError) as caught:
        due_by_day(store.path)
    assert code == caught.value.code


def test_the_reader_and_the_log_agree_on_what_the_placement_is_called() -> None:
    assert PLACED == due._PLACED


def test_the_reader_needs_nothing_but_the_standard_library() -> None:
    code = f"""
import sys
sys.path = {sys.path!r}
import llmquiz.storage.due
print(sorted({{name.partition(".")[0] for name in sys.modules}} - sys.stdlib_module_names))
"""
    answer = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "['__main__', 'llmquiz']"
