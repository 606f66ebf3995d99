"""An attribute: what it refers to, and that its wordings have their slots."""

import re
from collections.abc import Iterator

from llmquiz.core.problems import Severity
from llmquiz.core.wordings import worded
from llmquiz.files.documents import Path
from llmquiz.files.nearness import among
from llmquiz.knowledge.checks.misfits import Ids, Misfit, Raw, listed, repeated, unknown

_SLOT = re.compile(r"\{(\w+)\}")
_CONCEPT = "concept:"
_NEEDED = {
    "value": {"entity"},
    "entity": {"value"},
    "statement": {"entity", "value"},
    "member": {"entity", "value"},
    "member_question": {"entity"},
    "not_entity": {"value"},
    "not_member": {"entity"},
}
"""The ways to word a fact, with the slots without which each does not ask what it should."""
_CALL_SLOTS = {
    "question": {"entity", "as_of", "price_in", "price_out", "in", "out"},
    "explanation": {"entity", "as_of", "price_in", "price_out", "in", "out", "cost_in", "cost_out", "total"},
}
_SKILLS = ("compare", "ratio", "order", "match", "call_cost")


def attribute(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """What does not fit in an attribute."""
    yield from _references(raw, ids)
    yield from _prerequisites(raw, ids)
    yield from repeated((("values", at, "id"), value["id"]) for at, value in enumerate(raw["values"]))
    yield from _wordings(raw, ids)
    yield from _shared_wordings(raw)


def _references(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    sources = raw["values_from"]
    one: list[tuple[Path, str | None]] = [(("values_from",), sources if isinstance(sources, str) else None)]
    several = listed(("values_from",), sources if isinstance(sources, list) else ())
    yield from unknown(ids, "kind", (*listed(("of",), raw["of"]), *one, *several))
    skills = {name: raw[name] for name in _SKILLS if raw[name] is not None}
    topics = (((name, "topic"), skill["topic"]) for name, skill in skills.items())
    yield from unknown(ids, "topic", ((("topic",), raw["topic"]), *topics))
    output = (raw["call_cost"] or {}).get("output")
    yield from unknown(ids, "attribute", [(("call_cost", "output"), output)])


def _prerequisites(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    for path, name in listed(("prerequisites",), raw["prerequisites"]):
        what = "sheet" if name.startswith(_CONCEPT) else "attribute"
        yield from unknown(ids, what, [(path, name.removeprefix(_CONCEPT))], Severity.WARNING)


def _wordings(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    for lang in sorted(ids.languages - raw["wording"].keys()):
        says = worded("`{name}` has no wording in {lang}.", name=raw["id"], lang=lang)
        advises = worded("Add it; until then it is asked in no language.")
        yield Misfit(("wording",), "missing-translation", says, advises, Severity.WARNING)
    for lang, wording in raw["wording"].items():
        for way, slots in _NEEDED.items():
            if wording[way]:
                path = ("wording", lang, way)
                yield from _slots(
                    path, f"{lang}.{way}", wording[way], slots | _dated(raw), {"entity", "value", "as_of"}
                )


def _shared_wordings(raw: Raw) -> Iterator[Misfit]:
    """The questions of the skill cards."""
    compare, cost = raw["compare"] or {}, raw["call_cost"] or {}
    for way in ("most", "least"):
        for lang, template in compare.get(way, {}).items():
            path = ("compare", way, lang)
            yield from _slots(path, ".".join(path), template, _dated(raw), {"as_of"})
    for way, known in _CALL_SLOTS.items():
        needed = {"entity", "as_of", "in", "out"} if way == "question" else {"total"}
        for lang, template in cost.get(way, {}).items():
            path = ("call_cost", way, lang)
            yield from _slots(path, ".".join(path), template, needed, known)


def _dated(raw: Raw) -> set[str]:
    """What is volatile says as of when."""
    return {"as_of"} if raw["volatility"] == "volatile" else set()


def _slots(path: Path, name: str, template: str, needed: set[str], known: set[str]) -> Iterator[Misfit]:
    found = set(_SLOT.findall(template))
    for slot in sorted(found - known):
        says = worded("`{name}` has a slot {{{slot}}} that nothing fills.", name=name, slot=slot)
        yield Misfit(path, "unknown-slot", says, among(slot, known))
    for slot in sorted(needed - found):
        code = "E21" if slot == "as_of" else "missing-slot"
        says = worded("`{name}` has no {{{slot}}}.", name=name, slot=slot)
        yield Misfit(path, code, says, worded("Write {{{slot}}} where it belongs.", slot=slot))
