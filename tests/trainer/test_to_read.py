"""What may help with a card that slips away: its page, or the pair that it mixes up."""

from trainer_samples import right, to_question, wrong

from llmquiz.core.predicates import Names
from llmquiz.trainer.contrasting import Pair


def test_a_card_has_the_page_of_what_it_is_about(desk):
    with desk.trainer() as trainer:
        card = to_question(trainer.study()).item.card
        subject = trainer.to_read(card)
        assert subject in trainer.library.card(card).kin
        assert trainer.explore().page(subject).subject == subject
        assert "" == trainer.to_read("bank:nobody/nothing")


def test_what_was_chosen_instead_stands_beside_what_was_right(desk):
    with desk.trainer() as trainer:
        session = trainer.study()
        while not isinstance(to_question(session).item.predicate, Names):
            session.answer(right(session.view.item))
            desk.clock.move(minutes=2)
            session.next()
        item = session.view.item
        (chosen,) = wrong(item).options
        session.answer(wrong(item))
        pair = trainer.to_read(item.card)
        assert isinstance(pair, Pair)
        assert {f"sheet:{item.predicate.sheet}", f"sheet:{chosen}"} == set(pair.pages)
