"""Concepts judged: what a sheet declares true or false is so; everything else is unknown."""

from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, Holds, ListedIn, Names, Stands, Stated
from llmquiz.core.text import plain
from llmquiz.generate.proof.displays import agrees
from llmquiz.generate.proof.truth import Truth
from llmquiz.generate.proof.wordings import squeezed
from llmquiz.knowledge.gathering import Knowledge
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import Sheet, split_gap

ConceptPredicate = Completes | Names | Holds | Stated | ListedIn | Stands


class ConceptJudge:
    """Evaluates predicates over concept sheets."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def truth(self, predicate: ConceptPredicate, item: Item, shown: str) -> Truth:
        """Whether the displayed answer is right: True, False, or None for unknown."""
        language = self.knowledge.languages[item.lang]
        match predicate:
            case Completes(sheet, element):
                return self._completes(sheet, element, shown, language)
            case Names(sheet):
                return self._names(self.knowledge.sheets[sheet], shown, language)
            case Holds(sheet, element, filler):
                return agrees(self._filled(item, sheet, element, filler, language), shown, language)
            case Stated(sheet, misconception):
                return agrees(self._stated(item, sheet, misconception, language), shown, language)
            case ListedIn(sheet, list_id):
                return self._listed(sheet, list_id, shown, language)
            case Stands(sheet):
                return self._stands(self.knowledge.sheets[sheet], shown, language)

    def _completes(self, sheet: str, element: str, shown: str, language: Language) -> Truth:
        declared = self.knowledge.sheets[sheet].elements[element]
        if plain(shown) == plain(declared.answer.in_language(language.id)):
            return True
        wrong = {plain(item.text.in_language(language.id)) for item in declared.wrong}
        return False if plain(shown) in wrong else None

    def _listed(self, sheet: str, list_id: str, shown: str, language: Language) -> Truth:
        """In the list, among its known outsiders, or neither."""
        declared = self.knowledge.sheets[sheet]
        listed = declared.lists[list_id]
        members = {plain(declared.elements[name].answer.in_language(language.id)) for name in listed.members}
        outside = {plain(each.text.in_language(language.id)) for each in listed.outside}
        if plain(shown) in members & outside:
            return None
        return True if plain(shown) in members else (False if plain(shown) in outside else None)

    def _stands(self, sheet: Sheet, shown: str, language: Language) -> Truth:
        """A statement with its own answer in the gap, or a declared misconception."""
        statements = (
            text.in_language(language.id) for text in (element.text for element in sheet.elements.values()) if text
        )
        if any(squeezed("".join(split_gap(statement))) == squeezed(shown) for statement in statements):
            return True
        wrong = {squeezed(each.claim.in_language(language.id)) for each in sheet.misconceptions}
        return False if squeezed(shown) in wrong else None

    def _names(self, sheet: Sheet, shown: str, language: Language) -> Truth:
        if plain(shown) == plain(sheet.term.in_language(language.id)):
            return True
        own = {plain(name) for name in names_of(sheet)}
        disjoint = (self.knowledge.sheets[name] for name in sheet.disjoint if name in self.knowledge.sheets)
        others = {plain(each.term.in_language(language.id)) for each in disjoint}
        return False if plain(shown) in others - own else None

    def _filled(self, item: Item, sheet: str, element: str, filler: str, language: Language) -> Truth:
        text = self.knowledge.sheets[sheet].elements[element].text
        if text is None:
            return None
        before, _, after = split_gap(text.in_language(language.id))
        if squeezed(before + filler + after) not in squeezed(item.stem):
            return None
        return self._completes(sheet, element, filler, language)

    def _stated(self, item: Item, sheet: str, misconception: str, language: Language) -> Truth:
        claims = {each.id: each.claim for each in self.knowledge.sheets[sheet].misconceptions}
        claim = claims.get(misconception)
        return False if claim and squeezed(claim.in_language(language.id)) in squeezed(item.stem) else None


def names_of(sheet: Sheet) -> frozenset[str]:
    """Every name of a sheet's concept, in every language."""
    return frozenset((*(text for _, text in sheet.term.by_language), *sheet.aliases.everywhere()))
