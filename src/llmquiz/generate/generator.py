"""The generator: from a body of knowledge to cards, and from card, form, language and seed to an item.

The same arguments give the same item anywhere. Where no sound item exists it says which rule forbids it.
"""

from collections.abc import Container
from datetime import date
from functools import lru_cache

from llmquiz.core.cards import Card
from llmquiz.core.hints import Clue
from llmquiz.core.items import Item, Lesson
from llmquiz.core.pictures import Picture
from llmquiz.generate.cards import make_cards
from llmquiz.generate.concepts import ConceptCard, ConceptPrompts
from llmquiz.generate.facts import FactCard, FactPrompts
from llmquiz.generate.forms import FORMS
from llmquiz.generate.hinting import Hinter
from llmquiz.generate.lessons import Lessons
from llmquiz.generate.naming import title
from llmquiz.generate.pictures import Pictures
from llmquiz.generate.prompts import Prompt
from llmquiz.generate.refusals import Refusal, lacking
from llmquiz.generate.request import Request
from llmquiz.generate.screening import broken_rule
from llmquiz.generate.skills import SkillCard, SkillPrompts
from llmquiz.generate.vocabulary import Vocabulary
from llmquiz.knowledge.gathering import Knowledge

_ATTEMPTS = 8
"""How many sets of options are tried before a card is given up in a form."""
_PROMPTS = 4096


class Generator:
    """Everything that can be asked from one body of knowledge."""

    def __init__(self, knowledge: Knowledge, today: date) -> None:
        self.knowledge = knowledge
        self._made = {made.card.key: made for made in make_cards(knowledge, today)}
        vocabulary = Vocabulary(knowledge)
        self._facts = FactPrompts(knowledge, vocabulary)
        self._concepts = ConceptPrompts(knowledge, vocabulary)
        self._skills = SkillPrompts(knowledge)
        self._lessons = Lessons(knowledge)
        self._pictures = Pictures(knowledge)
        self._hinter = Hinter(knowledge)
        self._still = lru_cache(maxsize=_PROMPTS)(self._make_still)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card in teaching order, sound or dormant."""
        return tuple(made.card for made in self._made.values())

    def item(
        self,
        key: str,
        form: str,
        lang: str,
        seed: int,
        known: Container[str] | None = None,
        preferred: Container[str] = (),
    ) -> Item | Refusal:
        """The item of a card, or the rule that forbids it.

        `known`: the entities a skill may draw from (None: all). `preferred`: the ids of wrong options that come first;
        where a rule forbids every set with them, the item is what it is without.
        """
        subject = self._made[key].subject
        if isinstance(subject, SkillCard) and form != subject.form:
            return Refusal("not-this-form")  # before anything is drawn for it
        prompt = self._prompt(key, lang, seed, known)
        if prompt is None:
            return Refusal("no-prompt")
        if not prompt.offers(form):
            return Refusal(prompt.refused.get(form, "not-this-form"))
        first = tuple(sorted({other.id for other in prompt.others if other.id in preferred}))
        made = self._sound_item(prompt, form, seed, first)
        return self._sound_item(prompt, form, seed, ()) if first and isinstance(made, Refusal) else made

    def lesson(self, key: str, lang: str) -> Lesson | None:
        """What is taught before the card is asked; skills have no lesson."""
        return self._lessons.lesson(self._made[key].subject, self._prompt(key, lang, 0, None))

    def named(self, key: str, lang: str) -> tuple[str, str]:
        """What the card is about, and its question; the question serves for both where a title says less."""
        prompt = self._prompt(key, lang, 0, None)
        stem = prompt.question if prompt is not None else ""
        about = title(self._made[key].subject, self.knowledge, lang) or stem or self._made[key].card.title
        return about, stem or about

    def picture(self, item: Item) -> Picture | None:
        """The item's fact among its like, to be shown with the feedback; None where no picture helps."""
        made = self._made.get(item.card)
        if made is not None and isinstance(made.subject, FactCard):
            return self._pictures.of_fact(made.subject, item.lang)
        return self._pictures.of_item(item)

    def hint(self, item: Item) -> Clue | None:
        """A gentle hint for an item of this knowledge; None where there is none to give."""
        return self._hinter.hint(item)

    def changed_since(self, key: str) -> str:
        """Until when the latest earlier value of a card's fact held; empty where none is declared."""
        subject = self._made[key].subject
        return subject.fact.was[-1] if isinstance(subject, FactCard) and subject.fact.was else ""

    def drawn_from(self, key: str, lang: str) -> tuple[str, ...]:
        """What a card's items are drawn from, in the order of the ids: a skill's entities, else the wrong options."""
        subject = self._made[key].subject
        if not isinstance(subject, SkillCard):
            prompt = self._prompt(key, lang, 0, None)
            return tuple(sorted({other.id for other in prompt.others})) if prompt is not None else ()
        return tuple(sorted(fact.entity for fact in self.knowledge.catalogue.known_facts(subject.attribute)))

    def sound_forms(self, key: str) -> tuple[str, ...]:
        """The forms in which the card can be asked in every language; none: the card is dormant.

        What can only be practised (a form on no rung) does not wake a card.
        """
        languages = self.knowledge.languages
        sound = [form for form in FORMS if all(isinstance(self.item(key, form, lang, 0), Item) for lang in languages)]
        return tuple(sound) if any(FORMS[form].traits.rungs for form in sound) else ()

    def _sound_item(self, prompt: Prompt, form: str, seed: int, preferred: tuple[str, ...]) -> Item | Refusal:
        broken = ""
        card, language = self._made[prompt.card].card, self.knowledge.languages[prompt.lang]
        for attempt in range(_ATTEMPTS):
            item = FORMS[form].make(Request(card, prompt, language, form, seed, attempt, preferred))
            if item is None:
                return Refusal(broken or lacking(prompt, form))
            rule = broken_rule(item, prompt)
            if rule is None:
                return item
            broken = rule
            if not item.options:
                break
        return Refusal(broken)

    def _prompt(self, key: str, lang: str, seed: int, known: Container[str] | None) -> Prompt | None:
        subject = self._made[key].subject
        if isinstance(subject, FactCard | ConceptCard):
            return self._still(key, lang)
        return self._skills.prompt(subject, lang, seed, known)

    def _make_still(self, key: str, lang: str) -> Prompt | None:
        """The prompt of a fact or concept, which no seed varies."""
        subject = self._made[key].subject
        if isinstance(subject, FactCard):
            return self._facts.prompt(subject, lang)
        assert isinstance(subject, ConceptCard)
        return self._concepts.prompt(subject, lang)
