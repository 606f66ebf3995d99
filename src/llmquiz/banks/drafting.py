"""What is still understood of a bank that is broken, so that everything else that is wrong can be told as well."""

from typing import Any

from llmquiz.banks.format import FORMS, BankForm, QuestionForm, UnknownKindForm
from llmquiz.files.documents import Document, Json
from llmquiz.files.nearness import near_to
from llmquiz.files.validating import sound_fields, validated

_DRAFT: dict[str, Any] = {"bank": "draft", "title": "Draft", "source": "Draft", "questions": [None]}
"""What stands in a draft for what is broken or missing in the head."""
_NEEDED = {name for name, field in BankForm.model_fields.items() if field.is_required()}
_HARMLESS: dict[str, Json] = {"explanation": "Draft", "source": "Draft"}
"""What stands in a drafted question for what is broken, so that no rule misses it."""


def draft_head(document: Document) -> BankForm:
    """The head with whatever can be used of it."""
    sound = sound_fields(document.data, BankForm)
    broken = document.data.keys() - sound.keys() if isinstance(document.data, dict) else set()
    return BankForm.model_validate({name: _DRAFT[name] for name in (broken | _NEEDED) & _DRAFT.keys()} | sound)


def form_of(question: object) -> type[QuestionForm]:
    """The form of a question as it was written: by its kind, or by the one that was probably meant."""
    kind = _kind_of(question)
    meant = [kind] if kind in FORMS else near_to(kind, FORMS)
    forms = {FORMS[each] for each in meant}
    return forms.pop() if len(forms) == 1 else UnknownKindForm


def draft_question(written: Json, form: type[QuestionForm]) -> QuestionForm | None:
    """A broken question with whatever can be used of it: of its kind, or else as far as all kinds agree.

    None where nothing can; nor is it judged where a comma has cut a text in two, which leaves a field without a value.
    """
    if not isinstance(written, dict) or None in written.values():
        return None
    meant = _as_meant(written, form)
    stand_ins = {name: _HARMLESS[name] for name in meant.keys() & _HARMLESS.keys()}
    draft = validated(stand_ins | sound_fields(meant, form), form)
    return draft or validated(_explained(meant) | stand_ins | sound_fields(meant, UnknownKindForm), UnknownKindForm)


def _explained(meant: dict[str, Json]) -> dict[str, Json]:
    """An explanation where reasons may stand in options that are broken."""
    return {"explanation": _HARMLESS["explanation"]} if "options" in meant else {}


def _as_meant(written: dict[str, Json], form: type[QuestionForm]) -> dict[str, Json]:
    """A question in which a misspelt field counts as the one that it is nearly, where that is missing."""
    missing = [name for name in form.model_fields if name not in written]
    near = {name: near_to(name, missing) for name in written.keys() - form.model_fields.keys()}
    return {next(iter(near.get(name, ())), name): value for name, value in written.items()}


def _kind_of(question: object) -> str:
    """What stands under `kind`, or under a key that is nearly that; else nothing."""
    if not isinstance(question, dict):
        return ""
    named = ("kind", *(key for key in question if near_to("kind", [key])))
    return next((kind for key in named if isinstance(kind := question.get(key), str)), "")
