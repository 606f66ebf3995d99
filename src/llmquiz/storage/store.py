"""The store: one learner's precious file. Events and states in, events and states out; rows never leave.

An event that `append` returned is on the disk. Every error is a StorageError with a sentence for people.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Engine, Select

from llmquiz.core.events import Action, AnyEvent, Suspend
from llmquiz.core.logged import Logged
from llmquiz.core.states import CardState
from llmquiz.core.wordings import Wording
from llmquiz.storage import answers, appending, queries
from llmquiz.storage.backups import copy_database
from llmquiz.storage.checks import findings, is_whole, unlike
from llmquiz.storage.connecting import PATIENCE, make_folder, writable
from llmquiz.storage.engine import engine_for, reading, writing
from llmquiz.storage.errors import StorageError, kindly
from llmquiz.storage.layout import has_log, lay_anew
from llmquiz.storage.migrating import migrate
from llmquiz.storage.migrations import MIGRATIONS
from llmquiz.storage.rows import event_of, state_of, stored_event, unpack
from llmquiz.storage.shelving import ShelfOf, anywhere, shelve, shelves

_Made = TypeVar("_Made")

_LOOKED_THROUGH = 16 * 2**20
"""Bytes up to which a file is looked through when it is opened, at 2 ms a megabyte. In a larger one damage is met where
it is read, with the same error, or by `check`."""


class Store:
    """An open file. Use `Store.open`; close it, or use it in a `with`."""

    def __init__(self, engine: Engine, path: Path, device: str, *, writes: bool) -> None:
        self._engine = engine
        self.path = path
        self.device = device
        self._shelf_of: ShelfOf = anywhere
        self.writes = writes
        """Whether it can be written to; when it cannot, everything else still works."""

    @classmethod
    def open(cls, path: Path, device: str, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """Open the file at `path`, bringing its layout up to date. `patience`: seconds to wait for other programs."""
        if not device:
            raise StorageError("no-device", path)
        with kindly(path):
            if not path.exists():
                _make_room(path, create)
            store = cls(engine_for(path, patience=patience), path, device, writes=writable(path))
            try:
                store._prepare()
            except BaseException:
                store.close()
                raise
        return store

    def _prepare(self) -> None:
        if self.path.exists() and self.path.stat().st_size <= _LOOKED_THROUGH:
            with reading(self._engine) as connection:
                if not is_whole(connection):
                    raise StorageError("damaged", self.path)
        migrate(self._engine, self.path, MIGRATIONS, writable=self.writes)
        with reading(self._engine) as connection:
            if not has_log(connection):
                raise StorageError("damaged", self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, events: Iterable[AnyEvent], states: Iterable[CardState] = ()) -> tuple[AnyEvent, ...]:
        """Log `events` and keep `states`, all or nothing, on the disk before it returns.

        Returns the events as logged, with id and device, without parameters that the log has already.
        """
        self._must_write()
        with kindly(self.path), writing(self._engine) as connection:
            logged = appending.append_events(connection, events, self.device)
            appending.put_states(connection, states, self._shelf_of)
        return logged

    def replace_states(self, states: Iterable[CardState]) -> None:
        """Lay anew what is derived (tables, indexes, triggers), and keep `states` in it; cards stay on their shelves.

        What lay there before need not be readable.
        """
        self._must_write()
        with kindly(self.path), writing(self._engine) as connection:
            kept = shelves(connection)
            lay_anew(connection)
            appending.put_states(connection, states, lambda card: kept[card] if card in kept else self._shelf_of(card))

    def shelve(self, shelf_of: ShelfOf) -> None:
        """Say on which shelf each card stands, those to come among them; what is on none is not asked, nor counted.

        Writes only what changes.
        """
        self._shelf_of = shelf_of
        with kindly(self.path), reading(self._engine) as connection:
            known = shelves(connection)
        changes = {card: shelf for card, was in known.items() if (shelf := shelf_of(card)) != was}
        if changes:
            self._must_write()
            with kindly(self.path), writing(self._engine) as connection:
                shelve(connection, changes)

    def states(self) -> dict[str, CardState]:
        """The states of all cards the log knows, in order of keys."""
        return {state.card: state for state in self._rows(queries.ALL_STATES, state_of)}

    def state(self, card: str) -> CardState:
        """The state of one card: a new one's, when the log does not know it."""
        return next(iter(tuple(self._rows(queries.ONE_STATE, state_of, card=card))), None) or CardState(card)

    def events(
        self,
        card: str | None = None,
        since_day: int | None = None,
        kinds: Collection[str] | None = None,
        *,
        with_content: bool = False,
    ) -> Iterator[AnyEvent]:
        """The log, oldest first. Without content, `shown` and `answer` of reviews are empty."""
        narrowed = {"card": card, "since": since_day, "kinds": None if kinds is None else sorted(kinds)}
        given = {name: value for name, value in narrowed.items() if value is not None}
        statement = queries.log(with_content=with_content, **dict.fromkeys(given, True))
        return self._rows(statement, event_of, **given)

    def logged(self) -> Iterator[Logged]:
        """The log as columns, oldest first: a tenth of what the events cost."""
        return self._rows(queries.LOGGED, Logged._make)

    def stored(self, card: str | None = None, *, with_content: bool = False) -> Iterator[dict[str, Any]]:
        """The log as stored, oldest first, ready for JSON. Without content, `shown` and `answer` are hashes."""
        given = {} if card is None else {"card": card}
        return self._rows(queries.log(card=bool(given), with_content=with_content), stored_event, **given)

    def last_action(self, device: str | None = None) -> Action | None:
        """What a device (this one by default) did last to a card, with its content: what undo retracts.

        Practice is left out: each practice takes back its own answers.
        """
        found = self._rows(queries.LAST_ACTION, event_of, device=self.device if device is None else device)
        return next((event for event in tuple(found) if isinstance(event, Action)), None)

    def done_with(self, action: Action) -> tuple[Action, ...]:
        """What was done in the same act as an action: many cards may have been put aside at once."""
        if not isinstance(action, Suspend):
            return (action,)
        found = tuple(self._rows(queries.done_with(action), event_of))
        return tuple(event for event in found if isinstance(event, Suspend))

    def history(self, day: int) -> tuple[tuple[str, str, str, str], ...]:
        """Id, card, kind and form of a day's lessons and effective reviews, in order; practice is left out."""
        rows = self._all(queries.HISTORY, on=day)
        return tuple((event, card, kind, form or "") for event, card, kind, form in rows)

    def counts_by_day(self) -> dict[int, int]:
        """How many effective reviews each day has; practice is left out."""
        return dict(map(tuple, self._all(queries.COUNTS_BY_DAY)))

    def latest_counts(self, before: int, days: int) -> dict[int, int]:
        """The same of the latest `days` before a day that have any."""
        return dict(map(tuple, self._all(queries.LATEST_COUNTS, before=before, days=days)))

    def notes(self) -> dict[str, str]:
        """The learner's notes by card."""
        latest = dict(map(tuple, self._all(queries.NOTES)))
        return {card: text for card, text in latest.items() if text}

    def flagged(self) -> frozenset[str]:
        """The cards that something was said to be wrong with."""
        return frozenset(card for (card,) in self._all(answers.FLAGGED))

    def answers_since(self, day: int) -> Sequence[tuple[str, int]]:
        """Card and rating of every answer from a day on, practice too."""
        return tuple((card, rating) for card, rating in self._rows(answers.ANSWERS_SINCE, tuple, since=day))

    def practised(self) -> Iterator[tuple[str, int, int, int]]:
        """Card, day, time and rating of every answer that was practice, oldest first."""
        return self._rows(answers.PRACTISED, lambda row: (row[0], row[1], row[2], row[3]))

    def wrong_choices(self, forms: tuple[str, ...], most: int | None = None) -> Iterator[tuple[str, int, str, str]]:
        """Card, day, what was shown and what was answered, as JSON, of wrong choices in these forms, latest first."""
        statement = answers.wrong_choices(forms, most)
        return self._rows(statement, lambda row: (row[0], row[1], unpack(row[2]), unpack(row[3])))

    def unlike(self, states: Iterable[CardState]) -> tuple[str, ...]:
        """The cards that are kept otherwise than `states`, the right ones of all cards, say; in order of keys."""
        with kindly(self.path), reading(self._engine) as connection:
            return unlike(connection, states)

    def check(self) -> list[Wording]:
        """What is wrong with the file, in sentences; empty when it is well."""
        with kindly(self.path), reading(self._engine) as connection:
            return list(findings(connection))

    def backup(self, to: Path) -> None:
        """Copy the file to `to`, whole and consistent, while it is in use."""
        with kindly(to):
            make_folder(to.parent)
        copy_database(self.path, to)

    def _must_write(self) -> None:
        if not self.writes:
            raise StorageError("read-only", self.path)

    def _rows(self, statement: Select[Any], made: Callable[[Sequence[Any]], _Made], **given: object) -> Iterator[_Made]:
        """What is made of the rows, as it is asked for, all from one state of the file. `given`: the parameters."""
        with kindly(self.path), reading(self._engine) as connection:
            yield from map(made, connection.execute(statement, given))

    def _all(self, statement: Select[Any], **given: object) -> Sequence[Sequence[Any]]:
        """A short answer, whole."""
        return tuple(self._rows(statement, tuple, **given))


def _make_room(path: Path, create: bool) -> None:
    """See to it that a file can be created at `path`."""
    if not create:
        raise StorageError("missing", path)
    make_folder(path.parent)
    if not writable(path):
        raise StorageError("read-only", path)
