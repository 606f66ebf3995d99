"""Texts that a content language is missing in."""

import re
from collections.abc import Iterator, Mapping

from llmquiz.core.problems import Severity
from llmquiz.core.text import ANY_LANGUAGE
from llmquiz.core.wordings import worded
from llmquiz.files.documents import Path
from llmquiz.knowledge.checks.misfits import Ids, Misfit

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def translations(raw: object, ids: Ids) -> Iterator[Misfit]:
    """Every text within `raw` speaks each content language, or is the same in all of them."""
    for path, name, text in _texts((), "", raw):
        missing = sorted(ids.languages - text.keys())
        if missing and ANY_LANGUAGE not in text:
            says = worded("`{name}` has no text in {languages}.", name=name, languages=tuple(missing))
            advises = worded("Add it; until then another language is shown.")
            yield Misfit(path, "missing-translation", says, advises, Severity.WARNING)


def _texts(path: Path, name: str, raw: object) -> Iterator[tuple[Path, str, Mapping[str, str]]]:
    """The texts within plain data, with the path to each and what people call it: mappings from language to string."""
    if isinstance(raw, dict):
        if raw and all(_is_in_language(lang, text) for lang, text in raw.items()):
            yield path, name, raw
        else:
            for key, value in raw.items():
                yield from _texts((*path, key), f"{name}.{key}" if name else str(key), value)
    elif isinstance(raw, list):
        for at, item in enumerate(raw):
            own = item.get("id", "") if isinstance(item, dict) else ""
            yield from _texts((*path, at), f"{name}.{own}" if own else name, item)


def _is_in_language(lang: object, text: object) -> bool:
    is_lang = isinstance(lang, str) and (lang == ANY_LANGUAGE or _LANGUAGE.fullmatch(lang) is not None)
    return is_lang and isinstance(text, str)
