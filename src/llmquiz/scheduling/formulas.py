"""FSRS-6 written out, for where a hundred thousand memories are asked after at once and objects would cost seconds.

The package (`memory.remember`) decides what is due; a test holds the two equal. Stability and elapsed time are days.
"""

from math import exp, pow

from llmquiz.core.answers import Rating

_AGAIN, _HARD, _GOOD, _EASY = (int(rating) for rating in Rating)
_LEAST_STABILITY = 0.001
_EASIEST, _HARDEST = 1.0, 10.0

Weights = tuple[float, ...]


def recall(stability: float, elapsed: int, w: Weights) -> float:
    """The probability of recall `elapsed` days after an answer."""
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
    return pow(1 + factor * max(0, elapsed) / stability, decay)


def interval(stability: float, aim: float, maximum: int, w: Weights) -> int:
    """The days after which recall falls to `aim`: at least one, at most `maximum`."""
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
    return min(max(round(stability / factor * (pow(aim, 1 / decay) - 1)), 1), maximum)


def first_memory(rating: int, w: Weights) -> tuple[float, float]:
    """Stability and difficulty after the first answer."""
    return max(w[rating - 1], _LEAST_STABILITY), _clamped(_first_difficulty(rating, w))


def next_memory(stability: float, difficulty: float, elapsed: int, rating: int, w: Weights) -> tuple[float, float]:
    """Stability and difficulty after an answer, `elapsed` days after the one before."""
    if elapsed < 1:
        grown = _within_a_day(stability, rating, w)
    elif rating == _AGAIN:
        grown = _forgotten(stability, difficulty, recall(stability, elapsed, w), w)
    else:
        grown = _recalled(stability, difficulty, recall(stability, elapsed, w), rating, w)
    return max(grown, _LEAST_STABILITY), _next_difficulty(difficulty, rating, w)


def _within_a_day(stability: float, rating: int, w: Weights) -> float:
    growth = exp(w[17] * (rating - _GOOD + w[18])) * pow(stability, -w[19])
    return stability * (growth if rating == _AGAIN else max(growth, 1.0))


def _forgotten(stability: float, difficulty: float, recalled: float, w: Weights) -> float:
    weakness = pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1)
    long_term = w[11] * weakness * exp((1 - recalled) * w[14])
    return min(long_term, stability / exp(w[17] * w[18]))


def _recalled(stability: float, difficulty: float, recalled: float, rating: int, w: Weights) -> float:
    growth = exp(w[8]) * (11 - difficulty) * pow(stability, -w[9]) * (exp((1 - recalled) * w[10]) - 1)
    if rating == _HARD:
        growth *= w[15]
    elif rating == _EASY:
        growth *= w[16]
    return stability * (1 + growth)


def _next_difficulty(difficulty: float, rating: int, w: Weights) -> float:
    step = -w[6] * (rating - _GOOD)
    damped = difficulty + (10.0 - difficulty) * step / 9.0
    return _clamped(w[7] * _first_difficulty(_EASY, w) + (1 - w[7]) * damped)


def _first_difficulty(rating: int, w: Weights) -> float:
    return w[4] - exp(w[5] * (rating - 1)) + 1


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, _EASIEST), _HARDEST)
