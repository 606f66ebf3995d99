"""Looking once at the same texts: options are screened, proved and tried in several forms, by the same rules."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import ParamSpec

from llmquiz.core.rules.faults import Fault

Texts = ParamSpec("Texts")
_KEPT = 4096


def looked_at_once(check: Callable[Texts, Iterator[Fault]]) -> Callable[Texts, Iterator[Fault]]:
    """A check of nothing but what it is given (tuples, strings), which keeps what it found."""

    @lru_cache(maxsize=_KEPT)
    def found(*given: Texts.args, **named: Texts.kwargs) -> tuple[Fault, ...]:
        return tuple(check(*given, **named))

    return lambda *given, **named: iter(found(*given, **named))
