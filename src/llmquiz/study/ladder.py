"""The ladder: the stronger the memory, the harder the form. Deterministic; the same state is always asked the same way.

Rungs: 0 three options, right after the lesson; 1 four options or true/false; 2 cloze, typed, numeric; 3 open forms.
"""

from collections.abc import Iterable

from llmquiz.core.forms import TOP_RUNG, Asking, FormTraits
from llmquiz.core.hashing import rank
from llmquiz.core.states import CardState, Phase

_CLIMBS = ((7.0, 1), (30.0, 2))
"""Stability in days under which a rung is the highest."""
_A_COIN = 2
_USUAL_OPTIONS = (3, 4, 0, 0)
"""What most forms of a rung show: for estimates, where no card is at hand."""


def rung_of(state: CardState) -> int:
    """The rung a card stands on: that of its stability, but below its last one after an Again."""
    earned = _earned(state)
    return max(0, min(earned, state.rung - 1)) if state.failed else earned


def choose(forms: Iterable[FormTraits], state: CardState, *, negatives: bool = True) -> tuple[Asking, ...]:
    """Every form that can ask the card, the best first; none for a dormant card.

    The forms of the card's rung come first, then those of the rungs below, from the nearest down, then those above.
    On one rung the least recently used comes first, those that a coin answers half the time (two options) after all
    others. Without `negatives`, forms that ask for what is NOT so come last.
    """
    wanted = rung_of(state)

    def turn(form: FormTraits) -> tuple[bool, int, bool, int, int]:
        put_off = form.negative and not negatives
        detour = _detour(_asking(form, wanted).rung, wanted)
        return put_off, detour, form.options == _A_COIN, *_freshness(form.name, state)

    return tuple(_asking(form, wanted) for form in sorted((form for form in forms if form.rungs), key=turn))


def usual_options(stability: float) -> int:
    """How many options a question to a memory of this strength most often shows; 0: an open form."""
    return _USUAL_OPTIONS[_rung_at(stability)]


def _earned(state: CardState) -> int:
    if state.phase == Phase.NEW or state.stability is None:
        return 0
    return _rung_at(state.stability)


def _rung_at(stability: float) -> int:
    return next((rung for limit, rung in _CLIMBS if stability < limit), TOP_RUNG)


def _asking(form: FormTraits, wanted: int) -> Asking:
    """The form on the rung of its own that lies nearest to the wanted one."""
    return Asking(form.name, form.options, min(form.rungs, key=lambda rung: _detour(rung, wanted)))


def _detour(rung: int, wanted: int) -> int:
    """How far a rung is out of the way; every rung below is nearer than any above."""
    return wanted - rung if rung <= wanted else rung


def _freshness(form: str, state: CardState) -> tuple[int, int]:
    """How long ago a form was used (never: longest); among unused ones the hash decides."""
    last_used = state.recent_forms.index(form) if form in state.recent_forms else -1
    return last_used, rank("form", state.card, form)
