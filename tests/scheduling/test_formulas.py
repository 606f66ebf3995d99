"""FSRS written out is FSRS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.answers import Rating
from llmquiz.core.states import CardState
from llmquiz.scheduling.formulas import first_memory, next_memory
from llmquiz.scheduling.memory import remember
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, ParameterSet

OTHER = ParameterSet(weights=tuple(weight * 1.1 for weight in DEFAULT_WEIGHTS))
ANSWERS = st.lists(st.tuples(st.sampled_from(list(Rating)), st.integers(0, 400)), min_size=1, max_size=12)


@pytest.mark.parametrize("parameters", [DEFAULT_PARAMETERS, OTHER], ids=["default", "other"])
@given(answers=ANSWERS)
def test_the_formulas_remember_what_the_package_remembers(parameters, answers):
    state, memory, day = CardState("c"), None, 0
    for rating, elapsed in answers:
        day += elapsed
        package = remember(state, rating, day, parameters)
        weights = parameters.weights
        memory = next_memory(*memory, elapsed, rating, weights) if memory else first_memory(rating, weights)
        assert (pytest.approx(package.stability), pytest.approx(package.difficulty)) == memory
        state = CardState("c", stability=package.stability, difficulty=package.difficulty, last_day=day)
