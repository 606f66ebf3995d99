"""A concept sheet: what it refers to, its ids, and that what is wrong differs from the answer."""

from collections.abc import Iterator, Mapping, Sequence

from llmquiz.core.problems import Severity
from llmquiz.core.rules.e02_duplicate_options import spellings
from llmquiz.core.text import ANY_LANGUAGE
from llmquiz.core.wordings import worded
from llmquiz.files.documents import Path
from llmquiz.knowledge.checks.misfits import Ids, Misfit, Raw, listed, repeated, unknown
from llmquiz.knowledge.sheets import split_gap

_RESERVED = "definition"
"""The element that every sheet has already."""
_GAPPED = ("statements", "contrasts")

Said = Mapping[str, str]


def sheet(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """What does not fit in a sheet."""
    yield from _references(raw, ids)
    yield from _ids(raw)
    for section in _GAPPED:
        for at, item in enumerate(raw[section]):
            answer = {lang: split_gap(text)[1] for lang, text in item["text"].items()}
            yield from _alike((section, at, "wrong"), item["wrong"], [answer, *_accepted(item)], ids)
    for at, each in enumerate(raw["lists"]):
        members = [said for member in each["members"] for said in (member["text"], *_accepted(member))]
        yield from _alike(("lists", at, "outside"), each["outside"], members, ids)


def _accepted(raw: Raw) -> Iterator[Said]:
    """What else counts as an answer."""
    return ({lang: name} for lang, names in (raw["accept"] or {}).items() for name in names)


def _references(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    yield from unknown(ids, "topic", [(("topic",), raw["topic"])])
    own = (
        ((section, at, "source"), item["source"])
        for section in (*_GAPPED, "lists")
        for at, item in enumerate(raw[section])
    )
    yield from unknown(ids, "source", ((("source",), raw["source"]), *own))
    others = (named for name in ("prerequisites", "disjoint", "related") for named in listed((name,), raw[name]))
    against = ((("contrasts", at, "with"), item["with"]) for at, item in enumerate(raw["contrasts"]))
    yield from unknown(ids, "sheet", (*others, *against), Severity.WARNING)
    yield from unknown(ids, "entity", listed(("entities",), raw["entities"]), Severity.WARNING)


def _ids(raw: Raw) -> Iterator[Misfit]:
    """The ids within a sheet: those of elements over all its sections, those of wrong options within a statement."""
    places = [*_named((), raw, "statements"), *_named((), raw, "contrasts")]
    for at, each in enumerate(raw["lists"]):
        members = _named(("lists", at), each, "members")
        places += [(("lists", at, "id"), each["id"]), *((path, f"{each['id']}.{name}") for path, name in members)]
        yield from repeated(_named(("lists", at), each, "outside"))
    for path, name in places:
        if name == _RESERVED:
            says = worded("`{name}` is the name of the sheet's own card.", name=name)
            yield Misfit(path, "duplicate-id", says, worded("Choose another id."))
    yield from repeated(places, _RESERVED)
    for section in _GAPPED:
        for at, item in enumerate(raw[section]):
            yield from repeated(_named((section, at), item, "wrong"))
    yield from repeated(_named((), raw, "misconceptions"))


def _named(path: Path, raw: Raw, section: str) -> list[tuple[Path, str]]:
    return [((*path, section, at, "id"), item["id"]) for at, item in enumerate(raw[section])]


def _alike(path: Path, wrong: Sequence[Raw], right: Sequence[Said], ids: Ids) -> Iterator[Misfit]:
    """E02: what is called wrong says the same as the answer, or as what was called wrong before."""
    for lang in sorted(ids.languages):
        seen = {name for said in right for name in spellings(_said(said, lang))}
        for at, item in enumerate(wrong):
            names = set(spellings(_said(item["text"], lang))) - {""}
            if names & seen:
                said = _said(item["text"], lang)
                says = worded("“{option}” is the answer already, or another option.", option=said)
                yield Misfit((*path, at, "text", lang), "E02", says, worded("Change or remove one of them."))
            seen |= names


def _said(text: Said, lang: str) -> str:
    """A text in a language; where it has none of its own, that of every language, or nothing."""
    return text.get(lang, text.get(ANY_LANGUAGE, ""))
