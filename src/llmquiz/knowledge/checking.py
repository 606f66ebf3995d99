"""What the files say of each other: ids that are referred to exist and stand for one thing, wordings have their slots.

One function a check. Each takes plain data as its file gives it, and yields what is wrong with where in the file it
stands. An error keeps the thing out; a warning leaves it in use with less.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from llmquiz.core.problems import Severity
from llmquiz.core.text import ANY_LANGUAGE
from llmquiz.knowledge.bodies import Body

Raw = Mapping[str, Any]

_SLOT = re.compile(r"\{(\w+)\}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_CONCEPT = "concept:"
_RESERVED = "definition"
"""The element that every sheet has already."""
_WAYS = ("value", "entity", "statement", "member", "member_question", "not_entity", "not_member")
_NEEDED = {
    "value": {"entity"},
    "statement": {"entity", "value"},
    "entity": {"value"},
    "member": {"entity", "value"},
    "member_question": {"entity"},
    "not_entity": {"value"},
    "not_member": {"entity"},
}
"""The slots without which a wording does not ask what it should."""
_CALL_SLOTS = {
    "question": {"entity", "as_of", "price_in", "price_out", "in", "out"},
    "explanation": {"entity", "as_of", "price_in", "price_out", "in", "out", "cost_in", "cost_out", "total"},
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit. `where` is the name of a place in the body it stands in."""

    where: str
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Ids:
    """Every id that is declared somewhere, by what it is the id of."""

    topics: frozenset[str] = field(default_factory=frozenset)
    sources: frozenset[str] = field(default_factory=frozenset)
    languages: frozenset[str] = field(default_factory=frozenset)
    kinds: frozenset[str] = field(default_factory=frozenset)
    attributes: frozenset[str] = field(default_factory=frozenset)
    entities: frozenset[str] = field(default_factory=frozenset)
    sheets: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, bodies: Iterable[Body]) -> "Ids":
        """What `bodies` declare."""
        found: dict[str, set[str]] = {name: set() for name in cls.__slots__}
        lists = {"entity_kinds": "kinds", "topics": "topics", "sources": "sources", "attributes": "attributes",
                 "entities": "entities"}  # fmt: skip
        for body in bodies:
            for section, name in lists.items():
                found[name].update(item["id"] for item in body.data.get(section, ()) if isinstance(item, dict))
            if body.kind in ("sheet", "language"):
                found[f"{body.kind}s"].add(body.data[body.kind])
        return cls(**{name: frozenset(ids) for name, ids in found.items()})


def nothing(_: Raw, __: Ids) -> Iterator[Misfit]:
    """No check: for what refers to nothing."""
    return iter(())


def attribute(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """An attribute: what it refers to, and its wordings."""
    where = f"attributes/{raw['id']}"
    compare, cost = raw["compare"] or {}, raw["call_cost"] or {}
    sources = raw["values_from"] or []
    kinds = [*raw["of"], *([sources] if isinstance(sources, str) else sources)]
    yield from _unknown(where, "kind", kinds, ids.kinds)
    yield from _unknown(where, "topic", _given(raw["topic"], compare.get("topic"), cost.get("topic")), ids.topics)
    yield from _unknown(where, "attribute", _given(cost.get("output")), ids.attributes)
    yield from _prerequisites(where, raw["prerequisites"], ids)
    yield from _repeated(where, (value["id"] for value in raw["values"]))
    yield from _wordings(where, raw, ids)
    yield from _shared_wordings(where, raw, compare, cost)


def entity(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """An entity: its kind, shelf and family."""
    where = raw["id"]
    yield from _unknown(where, "kind", [raw["kind"]], ids.kinds)
    if raw["topic"] is None:
        yield Misfit(where, "missing-field", f"`{where}` has no topic.", "Give it one, or declare one for the file.")
    yield from _unknown(where, "topic", _given(raw["topic"]), ids.topics)
    yield from _unknown(where, "family", _given(raw["family"]), ids.entities, Severity.WARNING)


def fact(where: str, raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """A cell: its source and its own shelf."""
    yield from _unknown(where, "source", [raw["source"]], ids.sources)
    yield from _unknown(where, "topic", _given(raw["topic"]), ids.topics)


def sheet(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """A concept sheet: its shelf, its sources, and what it refers to."""
    yield from _unknown("topic", "topic", [raw["topic"]], ids.topics)
    yield from _unknown("source", "source", [raw["source"]], ids.sources)
    for section in ("statements", "contrasts", "lists"):
        for item in raw[section]:
            yield from _unknown(f"{section}/{item['id']}", "source", _given(item["source"]), ids.sources)
    for name in ("prerequisites", "disjoint", "related"):
        yield from _unknown(name, "sheet", raw[name], ids.sheets, Severity.WARNING)
    for item in raw["contrasts"]:
        yield from _unknown(f"contrasts/{item['id']}", "sheet", [item["with"]], ids.sheets, Severity.WARNING)
    yield from _unknown("entities", "entity", raw["entities"], ids.entities, Severity.WARNING)
    yield from _elements(raw)


def language(raw: Raw, others: Iterable[Raw]) -> Iterator[Misfit]:
    """A language: whatever another language has a word or a frame for, it has one too."""
    for section in ("dates", "words", "frames"):
        wanted = {name for other in others for name in other[section]}
        missing = sorted(wanted - raw[section].keys())
        if missing:
            names = ", ".join(missing)
            yield Misfit(section, "missing-field", f"`{section}` has no {names}.", "Another language has it: add it.")
    if "short" not in raw["scales"]:
        yield Misfit("scales", "missing-field", "`scales` has no `short`.", "Add `short: {3: k, 6: M, 9: B, 12: T}`.")


def translations(where: str, raw: object, ids: Ids) -> Iterator[Misfit]:
    """Every text within `raw` speaks each content language, or is the same in all of them."""
    for name, text in _texts("", raw):
        missing = sorted(ids.languages - text.keys())
        if missing and ANY_LANGUAGE not in text:
            message = f"`{name}` has no text in {', '.join(missing)}."
            hint = "Add it; until then another language is shown."
            yield Misfit(where, "missing-translation", message, hint, Severity.WARNING)


def _unknown(
    where: str, what: str, names: Iterable[str], known: frozenset[str], severity: Severity = Severity.ERROR
) -> Iterator[Misfit]:
    for name in names:
        if name not in known:
            shown = sorted(known)
            tail = ", ..." if len(shown) > 12 else ""
            hint = f"Known: {', '.join(shown[:12])}{tail}."
            yield Misfit(where, f"unknown-{what}", f"There is no {what} `{name}`.", hint, severity)


def _given(*names: str | None) -> list[str]:
    return [name for name in names if name]


def _prerequisites(where: str, names: Iterable[str], ids: Ids) -> Iterator[Misfit]:
    for name in names:
        if name.startswith(_CONCEPT):
            yield from _unknown(where, "sheet", [name.removeprefix(_CONCEPT)], ids.sheets, Severity.WARNING)
        else:
            yield from _unknown(where, "attribute", [name], ids.attributes, Severity.WARNING)


def _wordings(where: str, raw: Raw, ids: Ids) -> Iterator[Misfit]:
    for lang in sorted(ids.languages - raw["wording"].keys()):
        message = f"`{raw['id']}` has no wording in {lang}."
        hint = "Add it; until then it is asked in no language."
        yield Misfit(where, "missing-translation", message, hint, Severity.WARNING)
    for lang, wording in raw["wording"].items():
        for way in _WAYS:
            if wording[way]:
                needed = _NEEDED[way] | ({"as_of"} if raw["volatility"] == "volatile" else set())
                name = f"{lang}.{way}"
                yield from _slots(where, name, wording[way], needed, {"entity", "value", "as_of"})


def _shared_wordings(where: str, raw: Raw, compare: Raw, cost: Raw) -> Iterator[Misfit]:
    """The questions of the skill cards."""
    dated = {"as_of"} if raw["volatility"] == "volatile" else set()
    for way in ("most", "least"):
        for lang, template in compare.get(way, {}).items():
            yield from _slots(where, f"compare.{way}.{lang}", template, dated, {"as_of"})
    for way, known in _CALL_SLOTS.items():
        needed = {"entity", "as_of", "in", "out"} if way == "question" else {"total"}
        for lang, template in cost.get(way, {}).items():
            yield from _slots(where, f"call_cost.{way}.{lang}", template, needed, known)


def _slots(where: str, name: str, template: str, needed: set[str], known: set[str]) -> Iterator[Misfit]:
    found = set(_SLOT.findall(template))
    for slot in sorted(found - known):
        hint = f"Known here: {', '.join(sorted(known))}."
        yield Misfit(where, "unknown-slot", f"`{name}` has a slot {{{slot}}} that nothing fills.", hint)
    for slot in sorted(needed - found):
        code = "E21" if slot == "as_of" else "missing-slot"
        yield Misfit(where, code, f"`{name}` has no {{{slot}}}.", f"Write {{{slot}}} where it belongs.")


def _elements(raw: Raw) -> Iterator[Misfit]:
    """The ids within a sheet: those of elements over all its sections, those of wrong options within a statement."""
    sections = [(section, item) for section in ("statements", "contrasts") for item in raw[section]]
    places = [(f"{section}/{item['id']}", item["id"]) for section, item in sections]
    for each in raw["lists"]:
        names = (each["id"], *(f"{each['id']}.{item['id']}" for item in each["members"]))
        places += [(f"lists/{each['id']}", name) for name in names]
    counts = Counter([_RESERVED, *(name for _, name in places)])
    for where, name in dict.fromkeys(places):
        if counts[name] > 1:
            yield _twice(where, name)
    for section, item in sections:
        yield from _repeated(f"{section}/{item['id']}", (wrong["id"] for wrong in item["wrong"]))
    yield from _repeated("misconceptions", (item["id"] for item in raw["misconceptions"]))


def _repeated(where: str, names: Iterable[str]) -> Iterator[Misfit]:
    return (_twice(where, name) for name, count in Counter(names).items() if count > 1)


def _twice(where: str, name: str) -> Misfit:
    message = f"`{name}` is declared twice." if name != _RESERVED else f"`{name}` is the name of the sheet's own card."
    return Misfit(where, "duplicate-id", message, "Rename or remove one.")


def _texts(name: str, raw: object) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The texts within plain data, with the path to each: mappings from language to string."""
    if isinstance(raw, dict):
        if raw and all(_is_in_language(lang, text) for lang, text in raw.items()):
            yield name, raw
        else:
            for key, value in raw.items():
                yield from _texts(f"{name}.{key}" if name else str(key), value)
    elif isinstance(raw, list):
        for item in raw:
            own = item.get("id", "") if isinstance(item, dict) else ""
            yield from _texts(f"{name}.{own}" if own else name, item)


def _is_in_language(lang: object, text: object) -> bool:
    is_lang = isinstance(lang, str) and (lang == ANY_LANGUAGE or _LANGUAGE.fullmatch(lang) is not None)
    return is_lang and isinstance(text, str)
