"""Why a card is not asked in a form: the name of the rule that forbids it, for the report."""

from dataclasses import dataclass

from llmquiz.generate.clang import readable_from
from llmquiz.generate.prompts import CHOICES, Prompt

_FEWEST_MEMBERS = 3
"""Members that which-is-not and what-is-missing need."""
_ALIEN, _OPEN, _SHORT, _FEW = "not-this-form", "open-list", "short-list", "too-few-options"


@dataclass(frozen=True, slots=True)
class Refusal:
    """No sound item exists; `rule` says which rule would be broken, or what is missing."""

    rule: str


def lacking(prompt: Prompt, form: str) -> str:
    """What `form` did not find in the prompt: the form is not for its kind, or something is missing that it needs."""
    match form:
        case "numeric" if prompt.number is None:
            return _ALIEN
        case "typed" | "cloze" if prompt.number is not None or (form == "cloze" and not prompt.gapped):
            return _ALIEN
        case "typed" | "cloze":
            return "many-wordings"
        case "right-statement" | "explain" if prompt.aloud is None:
            return _ALIEN
        case "flashcard":
            return _ALIEN
        case "true-false":
            return _no_claims(prompt)
        case "missing" | "recall" | "multi-choice" | "which-is-not":
            return _in_list(prompt, form)
    return _OPEN if form in CHOICES and _is_open(prompt) else _FEW


def _no_claims(prompt: Prompt) -> str:
    """Why there are no two sentences, one that holds and one that does not."""
    if prompt.subject and readable_from(prompt.subject, prompt.key.text):
        return "E10"
    if not prompt.claims:
        return "no-sentence"
    return _OPEN if _is_open(prompt) else _FEW


def _in_list(prompt: Prompt, form: str) -> str:
    """What a list or set lacks for `form`."""
    if form == "which-is-not" and not prompt.not_question:
        return _ALIEN
    if form in ("missing", "recall") and not prompt.whole:
        return _OPEN
    if len(prompt.members) < _FEWEST_MEMBERS:
        return _SHORT
    return _OPEN if _is_open(prompt) else _FEW


def _is_open(prompt: Prompt) -> bool:
    """Whether nothing is known to be outside of a set."""
    return bool(prompt.members) and not prompt.whole and not prompt.others
