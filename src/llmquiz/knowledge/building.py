"""From validated plain data (what a format dumps, what the index keeps) to the frozen types."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from llmquiz.core.cards import Tier
from llmquiz.core.numbers import parse_number
from llmquiz.core.sources import Source
from llmquiz.core.text import Text, Texts
from llmquiz.knowledge.catalogue import (
    Attribute,
    CallCosting,
    Comparison,
    Entity,
    Fact,
    Named,
    Skill,
    Status,
    Tolerance,
    Wording,
)
from llmquiz.knowledge.languages import Language
from llmquiz.knowledge.sheets import ConceptList, Element, Misconception, Sheet, Wrong, split_gap
from llmquiz.knowledge.values import Kind, Precision, parse_one, parse_value

Raw = Mapping[str, Any]


def text(raw: Raw) -> Text:
    """A dumped text."""
    return Text.of(raw)


def optional_text(raw: Raw | None) -> Text | None:
    """A dumped text that may be missing."""
    return None if raw is None else text(raw)


def texts(raw: Raw | None) -> Texts:
    """A dumped list of texts, or none."""
    return Texts() if raw is None else Texts(tuple((lang, tuple(items)) for lang, items in sorted(raw.items())))


def named(raw: Raw) -> Named:
    """An id with its names."""
    plural = text(raw["plural"]) if "plural" in raw else None
    why, obvious, group = optional_text(raw.get("why")), raw.get("obvious", False), raw.get("group") or ""
    return Named(raw["id"], text(raw["name"]), texts(raw.get("aliases")), plural, why, obvious, group)


def source(raw: Raw) -> Source:
    """A declared source."""
    return Source(raw["id"], text(raw["title"]), text(raw["publisher"]), raw["date"], raw["url"])


def tolerance(raw: str) -> Tolerance:
    """`exact`, a percentage or an absolute amount."""
    if raw == "exact":
        return Tolerance()
    number = parse_number(raw) or Decimal(0)
    return Tolerance(share=number / 100) if raw.endswith("%") else Tolerance(amount=number)


def attribute(raw: Raw) -> Attribute:
    """A declared attribute."""
    return Attribute(
        id=raw["id"],
        kind=Kind(raw["kind"]),
        name=text(raw["name"]),
        of=tuple(raw["of"]),
        tier=Tier(raw["tier"]),
        wording={lang: _wording(words) for lang, words in raw["wording"].items()},
        unit=optional_text(raw["unit"]),
        scale=optional_text(raw["scale"]),
        tolerance=tolerance(raw["tolerance"]),
        volatile=raw["volatility"] == "volatile",
        renamed_from=tuple(raw["renamed_from"]),
        open_forms=tuple(raw["open_forms"]),
        precision=Precision(raw["precision"]),
        topic=raw["topic"] or "",
        prerequisites=tuple(raw["prerequisites"]),
        values=tuple(named(value) for value in raw["values"]),
        values_from=_one_or_many(raw["values_from"]),
        compare=_comparison(raw["compare"]),
        ratio=_skill(raw["ratio"]),
        order=_skill(raw["order"]),
        match=_skill(raw["match"]),
        call_cost=_call_costing(raw["call_cost"]),
    )


def _wording(raw: Raw) -> Wording:
    return Wording(**{way: words or "" for way, words in raw.items()})


def _one_or_many(raw: str | list[str] | None) -> tuple[str, ...]:
    if raw is None:
        return ()
    return (raw,) if isinstance(raw, str) else tuple(raw)


def _comparison(raw: Raw | None) -> Comparison | None:
    if raw is None:
        return None
    return Comparison(raw["topic"], text(raw["most"]), text(raw["least"]), Tier(raw["tier"]))


def _skill(raw: Raw | None) -> Skill | None:
    return None if raw is None else Skill(raw["topic"], text(raw["question"]), Tier(raw["tier"]))


def _call_costing(raw: Raw | None) -> CallCosting | None:
    if raw is None:
        return None
    question, explanation = text(raw["question"]), text(raw["explanation"])
    return CallCosting(raw["output"], Decimal(raw["per"]), raw["topic"], question, explanation, Tier(raw["tier"]))


def entity(raw: Raw) -> Entity:
    """An entity without its facts."""
    return Entity(
        id=raw["id"],
        kind=raw["kind"],
        name=text(raw["name"]),
        topic=raw["topic"],
        aliases=texts(raw["aliases"]),
        family=raw["family"] or "",
        renamed_from=tuple(raw["renamed_from"]),
        why=optional_text(raw["why"]),
    )


def fact(owner: str, declared: Attribute, raw: Raw) -> Fact | None:
    """One cell of `owner`; None when its value is not of the attribute's kind."""
    value = None if raw["value"] is None else parse_value(declared.kind, raw["value"], raw["complete"])
    status = Status(raw["status"])
    if value is None and status in (Status.KNOWN, Status.REPORTED):
        return None
    return Fact(
        entity=owner,
        attribute=declared.id,
        status=status,
        as_of=raw["as_of"],
        source=raw["source"],
        value=value,
        also=tuple(each for one in raw["also"] if (each := parse_one(declared.kind, one)) is not None),
        accept=_accepted(raw),
        tier=Tier(raw["tier"]) if raw["tier"] else None,
        topic=raw["topic"] or "",
        why=optional_text(raw["why"]),
        was=tuple(sorted(earlier["until"] for earlier in raw["was"])),
    )


def _accepted(raw: Raw) -> tuple[tuple[str, Texts], ...]:
    """What the value, or each member, may be called in answer to this fact."""
    own = {raw["value"]: raw["accept"]} if raw["accept"] else raw["accept_members"]
    return tuple((str(name), texts(names)) for name, names in own.items())


def sheet(raw: Raw) -> Sheet:
    """A concept sheet with its elements: statements, contrasts, then the members of its lists."""
    elements = [_statement(item, raw["source"]) for item in (*raw["statements"], *raw["contrasts"])]
    for listed in raw["lists"]:
        elements += [_member(member, listed, raw["source"]) for member in listed["members"]]
    return Sheet(
        id=raw["sheet"],
        topic=raw["topic"],
        tier=Tier(raw["tier"]),
        source=raw["source"],
        term=text(raw["term"]),
        aliases=texts(raw["aliases"]),
        definition=text(raw["definition"]),
        definition_question=text(raw["definition_question"]),
        explanation=text(raw["explanation"]),
        explain_task=optional_text(raw["explain_task"]),
        elements={element.id: element for element in elements},
        misconceptions=tuple(
            Misconception(item["id"], text(item["claim"]), text(item["because"])) for item in raw["misconceptions"]
        ),
        lists={listed["id"]: _list(listed, raw["source"]) for listed in raw["lists"]},
        disjoint=tuple(raw["disjoint"]),
        prerequisites=tuple(raw["prerequisites"]),
        related=tuple(raw["related"]),
        renamed_from=tuple(raw["renamed_from"]),
        entities=tuple(raw["entities"]),
        typed=raw["typed"],
    )


def _statement(raw: Raw, source_id: str) -> Element:
    sentence = text(raw["text"])
    return Element(
        id=raw["id"],
        question=text(raw["question"]),
        answer=Text(tuple((lang, split_gap(words)[1]) for lang, words in sentence.by_language)),
        wrong=tuple(_wrong(item) for item in raw["wrong"]),
        because=text(raw["because"]),
        text=sentence,
        accept=texts(raw["accept"]),
        typed=raw["typed"],
        flashcard=raw["flashcard"],
        source=raw["source"] or source_id,
        against=raw.get("with", ""),
        tier=Tier(raw["tier"]) if raw["tier"] else None,
    )


def _list(raw: Raw, source_id: str) -> ConceptList:
    return ConceptList(
        id=raw["id"],
        name=text(raw["name"]),
        members=tuple(f"{raw['id']}.{member['id']}" for member in raw["members"]),
        outside=tuple(_wrong(item) for item in raw["outside"]),
        complete=raw["complete"],
        source=raw["source"] or source_id,
    )


def _member(raw: Raw, listed: Raw, source_id: str) -> Element:
    return Element(
        id=f"{listed['id']}.{raw['id']}",
        question=text(listed["question"]),
        answer=text(raw["text"]),
        wrong=tuple(_wrong(item) for item in listed["outside"]),
        because=text(raw["because"]),
        accept=texts(raw["accept"]),
        typed=False,
        source=listed["source"] or source_id,
        list_id=listed["id"],
    )


def _wrong(raw: Raw) -> Wrong:
    return Wrong(raw["id"], text(raw["text"]), text(raw["because"]))


def language(raw: Raw) -> Language:
    """A content language."""
    return Language(
        id=raw["language"],
        name=raw["name"],
        cjk=raw["spacing"] == "cjk",
        articles=tuple(raw["articles"]),
        thousands=raw["thousands"],
        scales={name: {int(power): word for power, word in steps.items()} for name, steps in raw["scales"].items()},
        dates=raw["dates"],
        months=tuple(raw["months"]),
        months_short=tuple(raw["months_short"]),
        months_typed={int(month): tuple(names) for month, names in raw["months_typed"].items()},
        typed_dates=tuple(raw["typed_dates"]),
        money=raw["money"],
        gap=raw["gap"],
        list_between=raw["list"]["between"],
        list_last=raw["list"]["last"],
        words=raw["words"],
        frames=raw["frames"],
    )
