"""What holds on every day: no card lost, none asked twice outside its steps, limits, gaps, going on after a stop."""

from hypothesis import given
from hypothesis import strategies as st
from study_samples import DAY, Learner, asked, by_key, card, due, learning, taught

from llmquiz.core.cards import Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.study.queue import Ask, Done, Teach, Wait
from llmquiz.study.selection import Limits

CARDS = [
    card(f"fact:e{n // 4}/a{n // 2 % 2}#{'ve'[n % 2]}", fact=f"fact:e{n // 4}/a{n // 2 % 2}", order=-n % 7,
         topic=f"t{n % 3}", tier=Tier.CORE if n % 5 else Tier.DETAIL, kin=frozenset({f"e{n // 4}", f"a{n // 2 % 2}"}),
         prerequisites=(f"fact:e{n // 4}/a0#v",) if n % 4 > 1 else ())
    for n in range(24)
] + [card(f"bank:b/{n}", order=n, topic=f"t{n % 4}") for n in range(10)]  # fmt: skip


KINDS = ("new", "new", "taught", "due", "due", "later", "steps", "suspended", "buried")
DRAWN = 4
"""Bytes that say everything of a card's state: drawing them one by one takes longer than the days that are studied."""


def state(key, kind, stability, days, minute):
    """What a learner has of a card, by numbers of any size."""
    kind, stability, days = KINDS[kind % len(KINDS)], 1 + stability % 60, 1 + days % 90
    match kind:
        case "taught":
            return [CardState(key, introduced=True)]
        case "due":
            return [due(key, stability=float(stability), last=DAY - days)]
        case "later":
            return [due(key, day=DAY + 1 + stability)]
        case "steps":
            phase = Phase.LEARNING if days % 2 else Phase.RELEARNING
            return [learning(key, minute % 31 * 60_000, phase=phase)]
        case "suspended":
            return [due(key, suspended=True)]
        case "buried":
            return [CardState(key, buried_until=DAY + 1)]
    return []


@st.composite
def learners(draw):
    cards = draw(st.lists(st.sampled_from(CARDS), unique_by=lambda c: c.key, max_size=30))
    drawn = draw(st.binary(min_size=DRAWN * len(cards), max_size=DRAWN * len(cards)))
    states = [made for at, each in enumerate(cards) for made in state(each.key, *drawn[DRAWN * at : DRAWN * (at + 1)])]
    limits = Limits(new=draw(st.integers(0, 12)), reviews=draw(st.integers(0, 15)))
    wrong = {number % 41 for number in draw(st.binary(max_size=12))}
    return Learner(cards, by_key(*states), wrong=wrong, limits=limits, seconds=draw(st.sampled_from([1, 20, 200])))


def in_steps(state):
    return state is not None and state.phase in (Phase.LEARNING, Phase.RELEARNING)


@given(learners())
def test_a_day_ends_and_asks_nothing_twice_outside_its_steps(learner):
    seen = set()
    for _ in range(2000):
        step = learner.queue.next_step(learner.now)
        if isinstance(step, Done):
            return
        if isinstance(step, Ask | Teach):
            state = learner.states.get(step.card.key)
            repeated = (type(step), step.card.key) in seen
            assert not repeated or (isinstance(step, Ask) and in_steps(state))
            assert not in_steps(state) or state.due_at <= learner.now + 60_000 * Limits().learn_ahead
            seen.add((type(step), step.card.key))
        learner.take(step)
    raise AssertionError("the day does not end")


@given(learners())
def test_no_card_is_lost(learner):
    before = dict(learner.states)
    steps = learner.study()
    met = set(asked(steps)) | set(taught(steps))
    facts = {step.card.fact for step in steps if step.card.fact}
    limits = learner.settings["limits"]
    new_today = {key for key in met if key not in before or before[key].phase == Phase.NEW}
    for each in learner.cards:
        state = before.get(each.key)
        if each.key in met or each.fact in facts or (state and (state.suspended or state.buried_until)):
            continue
        if state is None or state.phase == Phase.NEW:
            waits = any(_unmet(key, learner) for key in each.prerequisites)
            assert len(new_today) >= limits.new or waits
        elif state.phase == Phase.REVIEW and state.due_day <= DAY:
            assert len(met - new_today) >= limits.reviews
        else:
            assert state.due_day > DAY


def _unmet(key, learner):
    state = learner.states.get(key)
    return any(c.key == key for c in learner.cards) and (state is None or not state.introduced)


@given(learners())
def test_the_limits_of_the_day_hold(learner):
    before = dict(learner.states)
    steps = learner.study()
    met = set(asked(steps)) | set(taught(steps))
    new_today = {key for key in met if key not in before or before[key].phase == Phase.NEW}
    reviews = {key for key in met - new_today if not in_steps(before[key])}
    limits = learner.settings["limits"]
    assert len(new_today) <= limits.new
    assert len(reviews) <= limits.reviews


@given(learners())
def test_one_direction_of_a_fact_a_day(learner):
    directions = {}
    for step in learner.study():
        assert not step.card.fact or directions.setdefault(step.card.fact, step.card.key) == step.card.key


@given(learners())
def test_lessons_come_first_and_prerequisites_before_what_needs_them(learner):
    introduced = {key for key, state in learner.states.items() if state.introduced}
    tiers = {c.key: list(Tier).index(c.tier) for c in learner.cards}
    for step in learner.study():
        key = step.card.key
        if key.startswith("fact:"):
            assert isinstance(step, Teach) or key in introduced
        if isinstance(step, Teach):
            assert key not in introduced
            needed = {need for need in step.card.prerequisites if need != key and need in tiers}
            later = {need for need in needed if tiers[need] > tiers[key]}  # which hold no core card back
            assert needed - later <= introduced
        introduced.add(key)


@given(learners())
def test_kin_are_near_only_when_nothing_else_could_have_come(learner):
    recent = []
    for _ in range(300):
        step = learner.queue.next_step(learner.now)
        if isinstance(step, Done | Wait):
            break
        near = {other.key for other in recent[-4:] if other.key != step.card.key and other.kin & step.card.kin}
        state = learner.states.get(step.card.key)
        if near and not (in_steps(state) and state.due_at > learner.now):
            left = learner.rebuilt().left
            for other in left.due.values():
                assert any(other.kin & last.kin for last in recent[-4:])
        recent.append(step.card)
        learner.take(step)


@given(learners())
def test_a_queue_built_anew_goes_on_with_the_same_item(learner):
    for _ in range(300):
        step = learner.queue.next_step(learner.now)
        fresh = learner.rebuilt()
        assert fresh.next_step(learner.now) == step
        assert fresh.counts() == learner.queue.counts()
        if isinstance(step, Done):
            return
        learner.take(step)


@given(learners(), st.randoms(use_true_random=False))
def test_the_order_of_the_cards_in_memory_plays_no_part(learner, random):
    shuffled = list(learner.cards)
    random.shuffle(shuffled)
    other = Learner(shuffled, learner.states, wrong=learner.wrong, seconds=learner.pace // 1000, **learner.settings)
    assert learner.study() == other.study()


@given(learners(), st.integers(1, 20))
def test_undo_asks_the_same_card_again(learner, answers):
    for _ in range(answers):
        step = learner.queue.next_step(learner.now)
        if isinstance(step, Done | Wait):
            return
        now, states, history = learner.now, dict(learner.states), list(learner.history)
        learner.take(step)
    learner.states, learner.history = states, history
    assert learner.rebuilt().next_step(now) == step
