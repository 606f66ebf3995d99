"""A catalogue file: its head, its entities, and what a cell says of which attribute."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from llmquiz.core.problems import Severity
from llmquiz.core.wordings import Wording, worded
from llmquiz.files.documents import Path
from llmquiz.files.nearness import among
from llmquiz.knowledge.catalogue import Attribute, Catalogue
from llmquiz.knowledge.checks.misfits import Ids, Misfit, Raw, listed, twice, unknown
from llmquiz.knowledge.values import Kind, Value, parse_one, parse_value

_EXPECTED = {
    Kind.QUANTITY: worded("a number such as 128k, 175B or 4096"),
    Kind.MONEY: worded("an amount such as 0.50"),
    Kind.RANK: worded("a whole number"),
    Kind.DATE: worded("a date such as 2024, 2024-06 or 2024-06-30"),
    Kind.CATEGORY: worded("the id of one of its values"),
    Kind.SET: worded("a list of ids"),
    Kind.BOOLEAN: worded("{yes} or {no}", yes="true", no="false"),
    Kind.TEXT: worded("a text"),
}


def head(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """What a file says for all that stands in it: its shelf and its source."""
    yield from unknown(ids, "topic", [(("topic",), raw["topic"])])
    yield from default(raw, ids)


def default(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """The source of all facts that name none."""
    yield from unknown(ids, "source", [(("source",), raw["source"])])


def entity(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """An entity: its kind, shelf and family."""
    yield from unknown(ids, "kind", [(("kind",), raw["kind"])])
    yield from unknown(ids, "topic", [(("topic",), raw["topic"])])
    yield from unknown(ids, "entity", [(("family",), raw["family"])], Severity.WARNING)


def fact(raw: Raw, ids: Ids) -> Iterator[Misfit]:
    """A cell: its source and its own shelf."""
    yield from unknown(ids, "source", [(("source",), raw["source"])])
    yield from unknown(ids, "topic", [(("topic",), raw["topic"])])


def strange(name: str, ids: Ids) -> Misfit:
    """A cell of an attribute that is not in use."""
    says, advises = worded("`{name}` is not an attribute.", name=name), among(name, ids.declared["attribute"])
    return Misfit((), "unknown-attribute", says, advises, at_key=True, echo=ids.meant("attribute", name))


def cell(kind: str, raw: Raw, declared: Attribute, catalogue: Catalogue, ids: Ids) -> Iterator[Misfit]:
    """Why a cell cannot stand: the attribute is not for that kind of entity, or the value is none of its values."""
    if kind not in declared.of:
        says = worded("`{name}` is not an attribute of a {kind}.", name=declared.id, kind=kind)
        advises = worded("It belongs to: {kinds}.", kinds=tuple(declared.of))
        yield Misfit((), "wrong-kind", says, advises, at_key=True, echo=not ids.known("kind", kind))
        return
    value, expected = raw["value"], _EXPECTED[declared.kind]
    inside: Path = () if raw["short"] else ("value",)
    if value is None:
        if raw["status"] in ("known", "reported") or raw["also"]:
            says = worded("The value of `{name}` is missing.", name=declared.id)
            advises = worded("Write {needed}, or another `status`.", needed=expected)
            yield Misfit(inside, "wrong-value", says, advises)
    elif parse_value(declared.kind, value) is None:
        yield _unlike(inside, declared, expected)
    else:
        named = listed(inside, map(str, value)) if isinstance(value, list) else [(inside, value)]
        yield from _values(named, declared, catalogue, ids)
    yield from _also(raw, declared, catalogue, ids)
    yield from _accept(raw, declared)


def _also(raw: Raw, declared: Attribute, catalogue: Catalogue, ids: Ids) -> Iterator[Misfit]:
    """What can be defended beside a value: of the attribute's kind, declared, and not said already."""
    said = raw["value"] if isinstance(raw["value"], list) else [raw["value"]]
    own = [parse_one(declared.kind, each) for each in said]
    expected = _EXPECTED[Kind.CATEGORY if declared.kind is Kind.SET else declared.kind]
    for path, each in listed(("also",), raw["also"]):
        value = parse_one(declared.kind, each)
        if value is None:
            yield _unlike(path, declared, expected)
        elif value in own:
            yield twice(path, str(each))
        elif any(_tolerated(value, one, declared) for one in own):
            says = worded(
                "`{value}` is within the tolerance of `{name}` and counts as right already.",
                value=str(each),
                name=declared.id,
            )
            yield Misfit(path, "wrong-value", says, worded("Leave it out."))
        else:
            yield from _values([(path, each)], declared, catalogue, ids)
            own.append(value)


def _tolerated(value: Value, own: Value | None, declared: Attribute) -> bool:
    """Whether who types `value` has said `own`."""
    if not (isinstance(value, Decimal) and isinstance(own, Decimal)):
        return False
    return abs(value - own) <= declared.tolerance.around(own)


def _accept(raw: Raw, declared: Attribute) -> Iterator[Misfit]:
    """What may be typed besides: for one value that has a name, or for members that the set has."""
    for field, kind in (("accept", Kind.CATEGORY), ("accept_members", Kind.SET)):
        if raw[field] and declared.kind is not kind:
            says = worded(
                "`{name}` takes no `{field}`: it is no attribute of that kind.", name=declared.id, field=field
            )
            advises = worded("Leave it out. What else a declared value is called stands in its `aliases`.")
            yield Misfit((field,), "wrong-value", says, advises, at_key=True)
            return
    members = tuple(map(str, raw["value"])) if isinstance(raw["value"], list) else ()
    for name in raw["accept_members"]:
        if name not in members:
            says = worded("`{name}` is not among the members.", name=name)
            yield Misfit(("accept_members", name), "unknown-value", says, among(name, members), at_key=True)


def _unlike(path: Path, declared: Attribute, expected: Wording) -> Misfit:
    """A value that is of another kind than its attribute."""
    says = worded("The value of `{name}` is not of its kind ({kind}).", name=declared.id, kind=str(declared.kind))
    return Misfit(path, "wrong-value", says, worded("Write {needed}.", needed=expected))


def _values(named: Iterable[tuple[Path, str]], declared: Attribute, catalogue: Catalogue, ids: Ids) -> Iterator[Misfit]:
    """The ids in a value that are not declared."""
    if declared.kind not in (Kind.CATEGORY, Kind.SET):
        return
    names = catalogue.value_names(declared)
    for path, name in named:
        if name not in names:
            says = worded("`{name}` is not a declared value of `{attribute}`.", name=name, attribute=declared.id)
            left_out = bool(declared.values_from) and name not in catalogue.entities and ids.meant("entity", name)
            yield Misfit(path, "unknown-value", says, among(name, names), echo=left_out)
