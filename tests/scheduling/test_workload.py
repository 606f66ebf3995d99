"""The simulated workload: card by card what the program itself would do, and what more retention costs."""

from dataclasses import replace

import pytest
from scheduling_samples import DAY, review

from llmquiz.core.answers import Rating
from llmquiz.core.hashing import fraction
from llmquiz.core.states import CardState, Phase
from llmquiz.scheduling.fold import apply
from llmquiz.scheduling.memory import retrievability
from llmquiz.scheduling.parameters import DEFAULT_PARAMETERS
from llmquiz.scheduling.workload import FIRST_RIGHT, MOST, Plan, answers_by_day

TODAY = 20_000
PLAN = Plan(0.9, 2, DEFAULT_PARAMETERS)
SHORT = replace(DEFAULT_PARAMETERS, learning_steps=(60, 600, 3600), maximum_interval=20)


def options(stability):
    return 4 if stability < 7 else 0


def luck(card, repetition, chance):
    return fraction("workload", card, repetition) < chance


def replayed(states, newcomers, plan, days):
    """The same through the real fold, one review event after the other, day by day."""
    known = {plan.parameters.id: plan.parameters}
    counts = []
    states = {state.card: state for state in states}
    for today in range(TODAY, TODAY + days):
        at = (today - TODAY) * plan.new_per_day
        states |= {card: CardState(card) for card in newcomers[at : at + plan.new_per_day]}
        counts.append(0)
        for card in states:
            while states[card].phase == Phase.NEW or (states[card].due_day or 0) <= today:
                states[card] = answered(states[card], today, plan, known)
                counts[-1] += 1
    return tuple(counts)


def answered(state, day, plan, known):
    shown = options(state.stability or 0.0)
    chance = FIRST_RIGHT
    if state.phase != Phase.NEW:
        recalled = retrievability(state, day, plan.parameters)
        chance = recalled + (1 - recalled) / shown if shown else recalled
    rating = Rating.GOOD if luck(state.card, state.repetitions, chance) else Rating.AGAIN
    event = review(day, rating, card=state.card, at=day * DAY, retention=plan.retention, parameters=plan.parameters.id)
    after = apply(state, event, known)
    return apply(state, replace(event, planned_options=options(after.stability)), known)


def met(count, due=TODAY + 3):
    return [
        CardState(f"fact:old-{at}/x#value", Phase.REVIEW, stability=2.0 + 3 * at, difficulty=5.0, due_day=due - 6 + at,
                  last_day=due - 12, repetitions=4)
        for at in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
@pytest.mark.parametrize("parameters", [DEFAULT_PARAMETERS, SHORT])
def test_it_counts_what_a_replay_of_every_answer_would(retention, parameters):
    plan = Plan(retention, 2, parameters)
    states, newcomers = met(12), [f"fact:new-{at}/x#value" for at in range(20)]
    assert replayed(states, newcomers, plan, 45) == answers_by_day(states, newcomers, plan, TODAY, options, 45)


def test_a_skill_comes_back_within_its_own_longest_interval():
    states = [replace(met(1)[0], card="skill:compare/price", stability=300.0, last_day=TODAY, due_day=TODAY)]
    assert replayed(states, [], PLAN, 90) == answers_by_day(states, [], PLAN, TODAY, options, 90)


def test_more_retention_and_more_new_cards_cost_more():
    states, newcomers = met(60), [f"fact:new-{at}/x#value" for at in range(600)]

    def total(plan):
        return sum(answers_by_day(states, newcomers, plan, TODAY, options))

    assert total(replace(PLAN, retention=0.8)) < total(PLAN) < total(replace(PLAN, retention=0.95))
    assert total(PLAN) < total(replace(PLAN, new_per_day=5))


def test_what_is_suspended_or_never_met_costs_nothing_and_no_new_cards_are_no_error():
    states = [replace(met(1)[0], suspended=True), CardState("fact:a/b#value", introduced=True)]
    assert 0 == sum(answers_by_day(states, ["fact:c/d#value"], replace(PLAN, new_per_day=0), TODAY, options))


def test_of_many_cards_some_stand_for_all():
    states = [replace(state, card=f"{state.card}-{copy}") for copy in range(300) for state in met(10)]
    counted = sum(answers_by_day(states, [], PLAN, TODAY, options))
    exact = sum(sum(answers_by_day(states[at : at + MOST], [], PLAN, TODAY, options)) for at in range(0, 3000, MOST))
    assert exact == pytest.approx(counted, rel=0.03)
