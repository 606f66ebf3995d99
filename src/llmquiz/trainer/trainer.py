"""The trainer: one learner, one library, one store. Everything a face of the program can ask for starts here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from llmquiz.core.problems import Problem
from llmquiz.files.settings import Settings, save_settings
from llmquiz.files.translating import catalogues
from llmquiz.library.library import Library
from llmquiz.scheduling.memory import retrievability
from llmquiz.scheduling.optimising import Histories, histories
from llmquiz.scheduling.parameters import DEFAULT_WEIGHTS
from llmquiz.stats.activity import streak
from llmquiz.stats.mastery import mastery
from llmquiz.storage.store import Store
from llmquiz.study.catching_up import days_away
from llmquiz.study.pace import SECONDS_AN_ANSWER
from llmquiz.trainer.agenda import Agenda, scope_of
from llmquiz.trainer.browsing import Browser
from llmquiz.trainer.clock import Clock, Moment, moment
from llmquiz.trainer.contrasting import Contrasts, Pair
from llmquiz.trainer.exploring import Explorer
from llmquiz.trainer.language import preferred_language
from llmquiz.trainer.memory import Memory
from llmquiz.trainer.mixups import confusions
from llmquiz.trainer.placement import Placement
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.prospect import Prospect
from llmquiz.trainer.quizzes import Quizzes
from llmquiz.trainer.session import Session
from llmquiz.trainer.skills import is_ready
from llmquiz.trainer.statistics import Overview, Record, overview, record
from llmquiz.trainer.views import HomeView, TopicView


class Trainer:
    """Opens sittings and tells how things stand."""

    def __init__(
        self,
        library: Library,
        store: Store,
        settings: Settings,
        clock: Clock,
        lang: str,
        problems: tuple[Problem, ...] = (),
        config: Path | None = None,
        interface: str = "",
    ) -> None:
        """`problems`: of the settings in `config`. `lang`: of what is asked; `interface`: of what is around it."""
        self.library, self.settings, self.lang = library, settings, lang
        self.interface = interface or lang
        self._config, self._config_problems = config, problems
        self._kept = settings
        """What the file said when it was last read or written here."""
        self._noted: tuple[Problem, ...] = ()
        self._store, self._clock = store, clock
        self._memory = Memory(store, settings)
        if store.writes:
            self._memory.take_over(library.renames, self._now())
            store.shelve(self._shelf)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the learner's files; the rest is in use."""
        return (*self._config_problems, *self._noted, *self.library.problems)

    def note_problems(self, found: tuple[Problem, ...]) -> None:
        """Keep what a face found wrong in the settings: keys and themes are its own business."""
        self._noted = found

    @property
    def config(self) -> Path:
        """Where the settings are kept."""
        return self._config or Path()

    def home(self) -> HomeView:
        """How things stand now."""
        now = self._now()
        agenda = Agenda(self.library, self._memory, self.settings, now.day)
        answers = self._store.counts_by_day()
        counts, ahead = agenda.counts(), agenda.ahead()
        return HomeView(
            due=counts.due + counts.learning,
            new=counts.new,
            minutes=counts.minutes(SECONDS_AN_ANSWER),
            day=now.day,
            done_today=counts.done,
            streak=streak(answers, now.day).current,
            topics=tuple(self._topics(agenda)),
            problems=self.problems,
            forecast=ahead,
            backlog=agenda.backlog(),
            begun=self.begun,
            milestones=agenda.milestones(self.lang),
            empty=not self.library.cards,
            new_to_come=agenda.more_to_meet(),
            away=0 if answers.get(now.day) else days_away(answers, now.day),
            undoable=self._memory.last_action() is not None,
            next_due=next((days for days, cards in enumerate(ahead) if days and cards), None),
        )

    def study(self, *, topic: str = "", limit: int | None = None, minutes: int = 0) -> Session:
        """Start, or go on with, today's session."""
        return Session(
            self.library,
            self._memory,
            self.settings,
            self._clock,
            self.lang,
            topic=topic,
            limit=limit,
            minutes=minutes,
        )

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever done with a card."""
        return not self._memory.states

    @property
    def begun(self) -> bool:
        """Whether a card was ever asked."""
        return any(state.repetitions for state in self._memory.states.values())

    def place(self) -> Placement:
        """Find out what a new learner knows already."""
        return Placement(self.library, self._memory, self.settings, self._clock, self.lang)

    def practise(
        self,
        cards: Sequence[str],
        limit: int | None = None,
        *,
        in_order: bool = False,
        preferred: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> Practice:
        """Ask these cards, by their keys, once each; nothing of it is scheduled. Keys without a card are passed by.

        `in_order`: as they come, not by chance. `preferred`: the wrong options that come first, by card.
        """
        found = [card for key in dict.fromkeys(cards) if (card := self.library.card(key)) is not None]
        return Practice(
            self.library,
            self._memory,
            self.settings,
            self._clock,
            self.lang,
            found,
            seed=self._now().at,
            limit=limit,
            in_order=in_order,
            preferred=preferred,
        )

    def explore(self) -> Explorer:
        """Everything there is to know, in the language that is spoken now."""
        return Explorer(self.library, self.lang)

    def browse(self) -> Browser:
        """Every card as it stands now, to be found, looked at and put aside."""
        return Browser(self.library, self._memory, self._store, self.settings, self._clock, self.lang)

    def quizzes(self) -> Quizzes:
        """The ways to choose what is practised."""
        scope = scope_of(self.settings, self._memory)
        return Quizzes(self.browse(), self._memory, self._store, self.settings.retention, scope.holds)

    def confusions(self) -> tuple[Pair, ...]:
        """What the learner mixes up, the most frequent first."""
        contrasts = Contrasts(self.library, self.lang)
        return tuple(contrasts.pair(confusion) for confusion in confusions(self._store).pairs())

    def to_read(self, card: str) -> Pair | str:
        """What may help with a card: the pair that it mixes up, where both have a page; else the page it is about.

        Empty where there is none.
        """
        pairs = (pair for pair in self.confusions() if card in pair.confusion.cards and len(pair.pages) > 1)
        found = self.library.card(card)
        kin = sorted(found.kin, key=lambda name: not name.startswith("sheet:")) if found is not None else ()
        pages = (name for name in kin if name.startswith(("sheet:", "entity:")))
        return next(pairs, None) or next(pages, "")

    def contrast(self, pair: Pair, limit: int | None = None) -> Practice:
        """Practise what tells two things apart."""
        cards = Contrasts(self.library, self.lang).cards(pair)
        told = {card: rivals for card, rivals in cards.items() if rivals}
        return self.practise(tuple(cards)[:limit], preferred=told)

    def overview(self) -> Overview:
        """The statistics that are known at once."""
        agenda = Agenda(self.library, self._memory, self.settings, self._now().day)
        return overview(
            self.library,
            self._memory.states,
            agenda.ahead(),
            self._store.counts_by_day(),
            self._topics(agenda),
            agenda.day,
            self.lang,
        )

    def record(self) -> Record:
        """The statistics for which the whole log is read; reads the store alone, so that a thread may ask for it."""
        told = record(self._store.logged(), self._now().day, self.settings.retention)
        return replace(told, confusions=self.confusions())

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that can be chosen: of the questions, or of the interface alone."""
        return tuple(dict.fromkeys((*self.library.languages, *catalogues())))

    def speak(self, lang: str) -> None:
        """Use another language from now on; what is asked keeps its own where it has none of this."""
        self.settle(replace(self.settings, lang=lang))

    def settle(self, settings: Settings) -> None:
        """Use other settings from now on; sittings that are open keep theirs."""
        old = self.settings
        self.settings = settings
        if settings.lang != old.lang:
            self.interface = preferred_language(settings.lang, self.languages)
            self.lang = self.interface if self.interface in self.library.languages else self.lang
        self._memory.tune(settings)

    def histories(self) -> Histories:
        """What the log tells of each memory, for weights to be fitted to."""
        return histories(self._store.logged())

    @property
    def weights(self) -> tuple[float, ...]:
        """What FSRS is tuned with: the published weights, or the learner's own."""
        return self._memory.parameters.weights

    def adopt(self, weights: tuple[float, ...] = DEFAULT_WEIGHTS) -> None:
        """Schedule with these weights from now on, without any with the published ones; on the disk at once."""
        self._memory.adopt(weights, self._now())

    def prospect(self) -> Prospect:
        """What the learner has before him, to be looked at with other settings."""
        scope = scope_of(self.settings, self._memory)
        cards = [card for card in self.library.cards if card.forms and scope.holds(card)]
        return Prospect.of(cards, self._memory.states, self._memory.parameters.weights, self._now().day)

    def save_settings(self) -> bool:
        """Keep what was chosen for next time; whether that worked. A file with mistakes is left to be mended.

        What was changed in the file meanwhile counts from now on here, too.
        """
        if self._config is None:
            return False
        try:
            found, self._config_problems = save_settings(self._config, self.settings, self._kept)
        except OSError:
            return False
        if self._config_problems:
            return False
        self._kept = found
        self.settle(found)
        return True

    def log(self, card: str | None = None) -> Iterator[dict[str, Any]]:
        """The events as stored, oldest first."""
        return self._store.stored(card)

    def _shelf(self, key: str) -> tuple[str, str] | None:
        """Topic and tier of a card that can be asked: what the settings let in of them, the prompt looks up itself."""
        card = self.library.card(key)
        if card is None or not card.forms or not is_ready(card, self._memory.states):
            return None
        return card.topic, card.tier.value

    def _topics(self, agenda: Agenda) -> Iterator[TopicView]:
        """The shelves that have a card in scope, in teaching order, with what today asks of each."""
        states, scope = self._memory.states, scope_of(self.settings, self._memory)
        cards = [card for card in self.library.cards if scope.holds(card)]
        shares = mastery(cards, states, lambda state: retrievability(state, agenda.day, self._memory.parameters))
        due = agenda.due_by_topic()
        for topic, name in self.library.topics.items():
            own = [states.get(card.key) for card in cards if card.topic == topic]
            if own:
                started = sum(state is not None and state.repetitions > 0 for state in own)
                yield TopicView(topic, name.in_language(self.lang), shares[topic], len(own), started, due[topic])

    def _now(self) -> Moment:
        return moment(self._clock, self.settings.rollover)
