"""What is still understood of a bank that is broken, so that everything else that is wrong can be told as well."""

from typing import Any

from llmquiz.banks.format import FORMS, BankForm, QuestionForm, UnknownKindForm
from llmquiz.files.documents import Document
from llmquiz.files.nearness import near_to
from llmquiz.files.validating import sound_fields

_DRAFT: dict[str, Any] = {"bank": "draft", "title": "Draft", "source": "Draft", "questions": [None]}
"""What stands in a draft for what is broken or missing in the head."""
_NEEDED = {name for name, field in BankForm.model_fields.items() if field.is_required()}


def draft_head(document: Document) -> BankForm:
    """The head with whatever can be used of it."""
    sound = sound_fields(document, BankForm)
    broken = document.data.keys() - sound.keys() if isinstance(document.data, dict) else set()
    return BankForm.model_validate({name: _DRAFT[name] for name in (broken | _NEEDED) & _DRAFT.keys()} | sound)


def form_of(question: object) -> type[QuestionForm]:
    """The form of a question as it was written: by its kind, or by the one that was probably meant."""
    kind = _kind_of(question)
    meant = [kind] if kind in FORMS else near_to(kind, FORMS)
    forms = {FORMS[each] for each in meant}
    return forms.pop() if len(forms) == 1 else UnknownKindForm


def _kind_of(question: object) -> str:
    """What stands under `kind`, or under a key that is nearly that; else nothing."""
    if not isinstance(question, dict):
        return ""
    named = ("kind", *(key for key in question if near_to("kind", [key])))
    return next((kind for key in named if isinstance(kind := question.get(key), str)), "")
