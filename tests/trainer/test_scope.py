"""Which cards come at all: dated offers only when switched on, comparisons only of what is remembered."""

from dataclasses import replace

import pytest
from trainer_samples import days_later, right, study

from llmquiz.core.cards import Tier
from llmquiz.core.states import CardState, Phase
from llmquiz.stats.forecast import forecast
from llmquiz.trainer.skills import is_ready, known_entities
from llmquiz.trainer.views import FinishedView, LessonView, QuestionView

EVERYTHING = {"new_per_day": 400, "reviews_per_day": 400}


def met(views):
    return {view.lesson.card for view in views if isinstance(view, LessonView)} | {
        view.item.card for view in views if isinstance(view, QuestionView)
    }


def everything(desk):
    """Study every card, and say what was seen."""
    with desk.trainer(**EVERYTHING) as trainer:
        return study(trainer.study(), desk.clock, 3000)


@pytest.fixture
def views(desk, lived):
    """All that somebody sees who studies every card on his first day."""
    return lived(desk, everything)


def tiers_met(desk, **settings):
    with desk.trainer(**EVERYTHING, **settings) as trainer:
        cards = met(study(trainer.study(topic="prices"), desk.clock, 3000))
        return {trainer.library.card(card).tier for card in cards}


def test_dated_offers_stay_out(desk):
    assert Tier.ARCHIVE not in tiers_met(desk)


def test_dated_offers_come_when_they_are_switched_on(desk):
    assert Tier.ARCHIVE in tiers_met(desk, tiers=("core", "detail", "archive"))


def test_a_topic_that_is_switched_off_stays_out_unless_it_is_asked_for(desk):
    with desk.trainer(topics_off=("ideas",), **EVERYTHING) as trainer:
        assert "ideas" not in {topic.id for topic in trainer.home().topics}
        assert isinstance(trainer.study(limit=3, topic="ideas").view, LessonView)


@pytest.mark.usefixtures("views")
def test_what_is_switched_off_is_foretold_for_no_day(desk):
    with desk.trainer(**EVERYTHING) as trainer:
        every = trainer.overview().forecast
        here, *others = sorted({card.topic for card in trainer.library.cards})
        trainer.settle(replace(trainer.settings, topics_off=tuple(others)))
        own = [state for key, state in trainer._memory.states.items() if trainer.library.card(key).topic == here]
        assert forecast(own, trainer.overview().day) == trainer.overview().forecast != every
        assert sum(trainer.home().forecast) == sum(trainer.overview().forecast)


@pytest.mark.usefixtures("views")
def test_today_of_the_forecast_is_what_home_says_is_due(desk):
    for _day in range(6):
        days_later(desk, 1)
        with desk.trainer(**EVERYTHING) as trainer:
            assert trainer.home().due == trainer.home().forecast[0]


@pytest.mark.parametrize(("new_per_day", "come"), [(0, False), (10, True)])
def test_new_cards_are_promised_only_where_some_come(desk, new_per_day, come):
    with desk.trainer(new_per_day=new_per_day) as trainer:
        assert come == trainer.home().new_to_come == trainer.study()._summary().new_to_come


def test_no_new_cards_are_promised_when_every_card_is_met(desk):
    with desk.trainer(**EVERYTHING, tiers=("core", "detail", "archive")) as trainer:
        *_, last = study(trainer.study(), desk.clock, 3000)
        met_now = {card.key for card in trainer.library.cards if trainer._memory.state(card.key).repetitions}
        ready = [card for card in trainer.library.cards if card.forms and is_ready(card, trainer._memory.states)]
        assert last.summary.new_to_come == any(card.key not in met_now for card in ready)


def test_a_dormant_card_never_comes(desk, views):
    with desk.trainer(**EVERYTHING) as trainer:
        dormant = {card.key for card in trainer.library.cards if not card.forms}
    assert dormant
    assert not dormant & met(views)


def test_a_comparison_comes_only_when_enough_of_its_facts_are_remembered(desk, views):
    assert not [card for card in met(views) if card.startswith("skill:compare/")]
    days_later(desk, 1)
    asked = [view.item for view in everything(desk) if isinstance(view, QuestionView)]
    compared = [item for item in asked if item.form == "compare"]
    assert {"skill:compare/parameters", "skill:compare/release"} == {item.card for item in compared}


@pytest.mark.usefixtures("views")
def test_a_comparison_draws_on_nothing_that_is_not_remembered(desk):
    days_later(desk, 1)
    with desk.trainer(**EVERYTHING) as trainer:
        session = trainer.study()
        for _ in range(3000):
            view = session.view
            desk.clock.move(seconds=5)
            if isinstance(view, FinishedView):
                break
            if isinstance(view, QuestionView) and view.item.form == "compare":
                with desk.store() as store:
                    known = known_entities(view.item.card, store.states())
                assert {option.id for option in view.item.options} <= known
            step = session.read if isinstance(view, LessonView) else session.next
            session.answer(right(view.item)) if isinstance(view, QuestionView) else step()
        else:
            pytest.fail("not finished")


def in_review(*entities, attribute="context"):
    keys = [f"fact:{entity}/{attribute}#value" for entity in entities]
    return {key: CardState(key, phase=Phase.REVIEW) for key in keys}


@pytest.mark.parametrize(
    ("card", "states", "expected"),
    [
        ("skill:compare/context", in_review("oak", "elm"), {"oak", "elm"}),
        ("skill:compare/context", in_review("oak", attribute="release"), set()),
        ("skill:compare/context", {"fact:oak/context#entity": CardState("x", phase=Phase.REVIEW)}, set()),
        ("skill:compare/context", {"fact:oak/context#value": CardState("x", phase=Phase.LEARNING)}, set()),
        ("skill:compare/text", in_review("oak", attribute="context"), set()),
        ("skill:cost/price_input", in_review("oak"), None),
        ("fact:oak/context#value", in_review("oak"), None),
    ],
)
def test_a_skill_draws_on_the_entities_whose_own_value_is_in_review(card, states, expected):
    assert expected == known_entities(card, states)


def test_four_remembered_facts_are_not_enough_and_five_are(shipped):
    card = next(card for card in shipped.cards if card.key == "skill:compare/context_window")
    names = ["a", "b", "c", "d", "e"]
    ready = [is_ready(card, in_review(*names[:count], attribute="context_window")) for count in (4, 5)]
    assert [False, True] == ready
