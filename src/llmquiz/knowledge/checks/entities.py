"""A catalogue file: its head, its entities, and what a cell says of which attribute."""

from collections.abc import Iterable, Iterator

from llmquiz.core.problems import Severity
from llmquiz.files.documents import Path
from llmquiz.files.nearness import among
from llmquiz.knowledge.catalogue import Attribute, Catalogue
from llmquiz.knowledge.checks.misfits import Ids, Misfit, Raw, listed, unknown
from llmquiz.knowledge.values import Kind, parse_value

_EXPECTED = {
    Kind.QUANTITY: "a number such as 128k, 175B or 4096",
    Kind.MONEY: "an amount such as 0.50",
    Kind.RANK: "a whole number",
    Kind.DATE: "a date such as 2024, 2024-06 or 2024-06-30",
    Kind.CATEGORY: "the id of one of its values",
    Kind.SET: "a list of ids",
    Kind.BOOLEAN: "true or false",
    Kind.TEXT: "a text",
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
    message, hint = f"`{name}` is not an attribute.", among(name, ids.declared["attribute"])
    return Misfit((), "unknown-attribute", message, hint, at_key=True, echo=ids.meant("attribute", name))


def cell(kind: str, raw: Raw, declared: Attribute, catalogue: Catalogue, ids: Ids) -> Iterator[Misfit]:
    """Why a cell cannot stand: the attribute is not for that kind of entity, or the value is none of its values."""
    if kind not in declared.of:
        message = f"`{declared.id}` is not an attribute of a {kind}."
        yield Misfit(
            (),
            "wrong-kind",
            message,
            f"It belongs to: {', '.join(declared.of)}.",
            at_key=True,
            echo=not ids.known("kind", kind),
        )
        return
    value = raw["value"]
    inside: Path = () if raw["short"] else ("value",)
    if value is None:
        if raw["status"] in ("known", "reported"):
            message = f"The value of `{declared.id}` is missing."
            yield Misfit(inside, "wrong-value", message, f"Write {_EXPECTED[declared.kind]}, or another `status`.")
    elif parse_value(declared.kind, value) is None:
        message = f"The value of `{declared.id}` is not of its kind ({declared.kind})."
        yield Misfit(inside, "wrong-value", message, f"Write {_EXPECTED[declared.kind]}.")
    elif declared.kind in (Kind.CATEGORY, Kind.SET):
        named = listed(inside, map(str, value)) if isinstance(value, list) else [(inside, value)]
        yield from _values(named, declared, catalogue, ids)


def _values(named: Iterable[tuple[Path, str]], declared: Attribute, catalogue: Catalogue, ids: Ids) -> Iterator[Misfit]:
    """The ids in a value that are not declared."""
    names = catalogue.value_names(declared)
    for path, name in named:
        if name not in names:
            message = f"`{name}` is not a declared value of `{declared.id}`."
            left_out = bool(declared.values_from) and name not in catalogue.entities and ids.meant("entity", name)
            yield Misfit(path, "unknown-value", message, among(name, names), echo=left_out)
