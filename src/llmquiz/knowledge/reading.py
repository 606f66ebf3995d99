"""Knowledge files to plain bodies: validated, defaults filled in, with the places later checks need.

A body is what the index keeps of one file. What is wrong is left out of it and reported; the rest stays usable.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from llmquiz.core.problems import Problem
from llmquiz.files.documents import Document
from llmquiz.files.fields import Declared
from llmquiz.files.reading import read
from llmquiz.files.validating import validate
from llmquiz.knowledge import formats as declared
from llmquiz.knowledge.bodies import ANYTHING, Body
from llmquiz.knowledge.gathering import Found
from llmquiz.knowledge.reading_entities import read_entities
from llmquiz.knowledge.sections import Problems, empty_body, keep, members, unknown_keys

Reader = Callable[[Document, Problems], Body]


def read_body(path: Path, shown_as: str) -> tuple[Body, tuple[Problem, ...]]:
    """The body of one knowledge file (by its folder and name), and everything that is wrong with it."""
    document, found = read(path, shown_as)
    problems = list(found)
    sections, reader = _reader(path)
    if document is None:
        return _unread(sections), tuple(problems)
    return reader(document, problems), tuple(problems)


def placed(found: Iterable[Found], paths: Mapping[str, Path]) -> Iterator[Problem]:
    """What does not fit together, with its places: for them alone the files are read once more."""
    documents = cache(lambda file: read(paths[file], file)[0])
    for file, misfit in found:
        document: Document | None = documents(file)
        places = document or Document(file, None, {}, "")
        place = (places.key_place if misfit.at_key else places.place)(*misfit.path)
        yield Problem(place, misfit.code, misfit.says, misfit.advises, misfit.severity)


def _unread(sections: Iterable[str]) -> Body:
    """What stands for a file that cannot be read: it may have declared anything."""
    return Body("unread", {}, broken={section: [ANYTHING] for section in sections})


def _reader(path: Path) -> tuple[tuple[str, ...], Reader]:
    """What a file declares, and how it is read."""
    by_name = {"topics.yaml": (("topics",), _topics), "attributes.yaml": (("entity_kinds", "attributes"), _attributes)}
    by_folder = {
        "sources": (("sources",), _sources),
        "languages": ((), _language),
        "concepts": (("sheets",), _sheet),
    }
    return by_name.get(path.name) or by_folder.get(path.parent.name) or (("entities",), read_entities)


def _topics(document: Document, problems: Problems) -> Body:
    return _listing("topics", document, problems, {"topics": declared.TopicFormat})


def _sources(document: Document, problems: Problems) -> Body:
    return _listing("sources", document, problems, {"sources": declared.SourceFormat})


def _attributes(document: Document, problems: Problems) -> Body:
    sections = {"entity_kinds": declared.KindFormat, "attributes": declared.AttributeFormat}
    return _listing("attributes", document, problems, sections)


def _listing(kind: str, document: Document, problems: Problems, sections: Mapping[str, type[Any]]) -> Body:
    """A file of lists: each valid member is kept."""
    body = empty_body(kind, sections)
    problems.extend(unknown_keys(document, sections))
    for section, form in sections.items():
        for at, item in members(document, problems, body, section, form):
            if item is not None:
                keep(body, section, at, item.model_dump(mode="json", by_alias=True))
    return body


def _language(document: Document, problems: Problems) -> Body:
    return _single("language", document, problems, declared.LanguageFormat)


def _sheet(document: Document, problems: Problems) -> Body:
    return _single("sheet", document, problems, declared.SheetFormat)


def _single(kind: str, document: Document, problems: Problems, form: type[Declared]) -> Body:
    """A file that is one thing: valid as a whole, or left out."""
    valid, found = validate(document, form)
    problems.extend(found)
    if valid is not None:
        return Body(kind, valid.model_dump(mode="json", by_alias=True))
    name = document.at(kind)
    return Body("unread", {}, broken={f"{kind}s": [name if isinstance(name, str) else ANYTHING]})
