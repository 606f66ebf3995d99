"""What an item claims, judged option by option from the displayed strings alone."""

from dataclasses import replace

from llmquiz.core.items import Item
from llmquiz.core.predicates import (
    Completes,
    Holds,
    InOrder,
    ListedIn,
    MemberOf,
    Names,
    Negated,
    Pairs,
    RatioOf,
    Stands,
    Stated,
)
from llmquiz.core.text import plain
from llmquiz.generate.proof.displays import Displays
from llmquiz.generate.proof.judging_concepts import ConceptJudge
from llmquiz.generate.proof.judging_facts import FactJudge
from llmquiz.generate.proof.stems import Stems
from llmquiz.generate.proof.truth import Truth
from llmquiz.generate.proof.wordings import Wordings
from llmquiz.knowledge.gathering import Knowledge


class Judge:
    """Evaluates predicates over one body of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.catalogue = knowledge.catalogue
        self._facts, self._concepts = FactJudge(knowledge), ConceptJudge(knowledge)
        self.words = {lang: Wordings(knowledge, lang) for lang in knowledge.languages}
        self._stems = Stems(self.words, self._facts.displays)

    def stem_says_so(self, item: Item) -> bool:
        """Whether the stem asks what the predicate claims, and nothing else."""
        return self._stems.permits(item)

    @property
    def displays(self) -> Displays:
        """What displayed names stand for."""
        return self._facts.displays

    def ratio_of(self, pair: RatioOf, shown: str) -> Truth:
        """Whether the displayed ratio is that of a pair, whatever a stem asks."""
        return self._facts.ratio(pair, shown)

    def truth(self, item: Item, shown: str) -> Truth:
        """Whether the displayed answer `shown` is right for `item`: True, False, or None for unknown."""
        predicate = item.predicate
        if predicate is None or isinstance(predicate, InOrder | Pairs):
            return None  # claims about the whole arrangement: see `arrangements`
        if isinstance(predicate, Negated):
            inner = self.truth(replace(item, predicate=predicate.of), shown)
            return None if inner is None else not inner
        if isinstance(predicate, Completes | Names | Holds | Stated | ListedIn | Stands):
            return self._concepts.truth(predicate, item, shown)
        return self._facts.truth(predicate, item, shown)

    def member(self, item: Item, shown: str) -> str:
        """The id of the one member of the item's set or list that is displayed as `shown`; empty for anything else."""
        asked = item.predicate.of if isinstance(item.predicate, Negated) else item.predicate
        match asked:
            case MemberOf(_, attribute):
                ids = self.displays.values(shown, self.catalogue.attributes[attribute])
            case ListedIn(sheet, list_id):
                declared, lang = self.knowledge.sheets[sheet], item.lang
                members = {name: declared.elements[name].answer for name in declared.lists[list_id].members}
                ids = frozenset(name for name, text in members.items() if plain(text.in_language(lang)) == plain(shown))
            case _:
                return ""
        return next(iter(ids)) if len(ids) == 1 else ""
