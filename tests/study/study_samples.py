"""Cards, states and a learner who works through a queue."""

from dataclasses import replace

from llmquiz.core.cards import Card, Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.study.history import Shown
from llmquiz.study.queue import Ask, Done, Queue, Teach, Wait

DAY = 100
MINUTE = 60_000


def card(key, *, topic="t", tier=Tier.CORE, order=0, **fields):
    """A fact's card unless the key says otherwise."""
    key = key if ":" in key else f"fact:{key}/a#value"
    return Card(key, topic, tier, order, **{"forms": ("choice",), **fields})


def due(key, *, day=DAY, stability=10.0, last=90, **fields):
    """The state of a card in review."""
    return CardState(
        key, Phase.REVIEW, stability=stability, difficulty=5.0, due_day=day, last_day=last, repetitions=4,
        introduced=True, **fields,
    )  # fmt: skip


def learning(key, minute, *, phase=Phase.LEARNING, repetitions=1, **fields):
    """The state of a card in its steps."""
    return CardState(
        key, phase, stability=1.0, difficulty=5.0, due_day=DAY, due_at=minute, last_day=DAY, repetitions=repetitions,
        introduced=True, **fields,
    )  # fmt: skip


def by_key(*states):
    """States as a queue takes them."""
    return {state.card: state for state in states}


class Learner:
    """Works through a queue and keeps what would be logged: history and states. Wrong answers are given by number."""

    def __init__(self, cards, states=None, *, history=(), now=0, wrong=(), seconds=10, **settings):
        self.cards, self.states, self.history = list(cards), dict(states or {}), list(history)
        self.now, self.wrong, self.pace = now, set(wrong), 1000 * seconds
        self.settings = settings
        self.queue = self.rebuilt()
        self.steps = []
        self.asked = 0

    def rebuilt(self):
        """A queue made from what was logged, as after a restart."""
        return Queue(self.cards, self.states, self.history, DAY, **self.settings)

    def study(self, most=10_000):
        """Go on until done; returns the steps, without the pauses."""
        for _ in range(most):
            step = self.queue.next_step(self.now)
            if isinstance(step, Done):
                break
            self.take(step)
        return self.steps

    def take(self, step):
        """Do what `step` says."""
        if isinstance(step, Wait):
            self.now = max(self.now, step.until)
            return
        self.now += self.pace
        self.steps.append(step)
        key = step.card.key
        self.history.append(Shown(key, lesson=isinstance(step, Teach)))
        before = self.states.get(key) or CardState(key)
        if isinstance(step, Teach):
            self.states[key] = replace(before, introduced=True)
            self.queue.taught(key)
        else:
            self.states[key] = self.after(before)
            self.queue.answered(self.states[key])

    def after(self, before):
        """Two learning steps, one relearning step; the numbers in `wrong` fail."""
        failed = self.asked in self.wrong
        self.asked += 1
        stepping = before.phase != Phase.REVIEW
        graduated = not failed and (not stepping or before.step > 0 or before.phase == Phase.RELEARNING)
        common = {"repetitions": before.repetitions + 1, "last_day": DAY, "stability": 3.0, "difficulty": 5.0}
        if graduated:
            return replace(before, **common, phase=Phase.REVIEW, step=0, due_day=DAY + 3, due_at=None)
        phase = Phase.RELEARNING if before.phase in (Phase.REVIEW, Phase.RELEARNING) else Phase.LEARNING
        minutes = 1 if failed and phase == Phase.LEARNING else 10
        step = 0 if failed else 1
        due_at = self.now + minutes * MINUTE
        return replace(before, **common, phase=phase, step=step, due_day=DAY, due_at=due_at)


def words(steps):
    """Steps in short: `teach x`, `ask x`."""
    return [f"{'teach' if isinstance(step, Teach) else 'ask'} {step.card.key}" for step in steps]


def asked(steps):
    """The keys of the cards that were asked, in order."""
    return [step.card.key for step in steps if isinstance(step, Ask)]


def taught(steps):
    """The keys of the cards that were taught, in order."""
    return [step.card.key for step in steps if isinstance(step, Teach)]
