"""How a content language writes values, and the sentence frames that all items of a form share. Declared in YAML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from llmquiz.core.numbers import plain_decimal
from llmquiz.knowledge.values import When

_MOST_DIGITS = 3
"""A scaled number is shown scaled only when this many significant digits say all of it."""
_SLOT = re.compile(r"\{(\w+)\}")
_IDEOGRAPH, _LATIN = r"[\u4e00-\u9fff]", r"[0-9A-Za-z$%+_]"
_WIDE = r"[\u2018-\u201f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_BESIDE_WIDE = re.compile(rf"(?<={_WIDE}) +| +(?={_WIDE})")
_MISSING = re.compile(rf"(?<={_IDEOGRAPH})(?={_LATIN})|(?<={_LATIN})(?={_IDEOGRAPH})")
_CENTS = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Language:
    """One content language, as its file declares it."""

    id: str
    name: str
    cjk: bool
    articles: tuple[str, ...]
    thousands: str
    scales: Mapping[str, Mapping[int, str]]
    dates: Mapping[str, str]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    months_typed: Mapping[int, tuple[str, ...]]
    """Further names of months that people type."""
    typed_dates: tuple[str, ...]
    money: Mapping[str, str]
    gap: str
    list_between: str
    list_last: str
    words: Mapping[str, str]
    frames: Mapping[str, str]

    def frame(self, name: str, /, **slots: str) -> str:
        """A shared sentence with its slots filled."""
        return self.fill(self.frames[name], **slots)

    def fill(self, template: str, /, **slots: str) -> str:
        """`template` with each `{slot}` replaced by its text, spaced as the language spaces words."""
        words, *rest = _pieces(template)
        filled = (slots.get(name, f"{{{name}}}") + text for name, text in zip(rest[::2], rest[1::2], strict=True))
        return self.spaced(self._begun(words + "".join(filled)))

    def _begun(self, sentence: str) -> str:
        """A sentence may begin with a name in its own casing, but not with a small article."""
        first = sentence.partition(" ")[0]
        return sentence[:1].upper() + sentence[1:] if first in self.articles else sentence

    def spaced(self, text: str) -> str:
        """In Chinese: no space between two wide characters, one between a wide one and a Latin word."""
        return _cjk_spacing(text) if self.cjk else text

    def number(self, value: Decimal, scale: str = "plain") -> str:
        """`value` on a scale of this language: `128k`, `1750 亿`, `8,192`."""
        steps = self.scales.get(scale) or (self.scales["short"] if scale != "plain" else {})
        for power in sorted(steps, reverse=True):
            scaled = value.scaleb(-power)
            if abs(scaled) >= 1 and len(scaled.normalize().as_tuple().digits) <= _MOST_DIGITS:
                return plain_decimal(scaled) + steps[power]
        return _grouped(plain_decimal(value), self.thousands)

    def amount(self, value: Decimal, currency: str) -> str:
        """Money, to the cent, as the language writes that currency."""
        digits = _grouped(format(value.quantize(_CENTS), "f"), self.thousands)
        return self.money.get(currency, "{amount} " + currency).replace("{amount}", digits)

    def date(self, when: When) -> str:
        """A date as the language writes it, in the precision it has."""
        return self._date(self.dates[when.precision], when)

    def date_spellings(self, when: When) -> tuple[str, ...]:
        """Every way somebody may type `when`, ISO 8601 first."""
        fitting = [form for form in self.typed_dates if _slots_fit(form, when)]
        further = self.months_typed.get((*when.parts, 0)[1], ())
        texts = [self._date(form, when) for form in fitting]
        texts += [self._date(form.replace("{month_short}", name), when) for form in fitting for name in further]
        return (str(when), *dict.fromkeys(texts))

    def joined(self, *sentences: str) -> str:
        """Sentences one after the other, those that are not empty."""
        return ("" if self.cjk else " ").join(sentence for sentence in sentences if sentence)

    def join(self, parts: list[str]) -> str:
        """Several things in a row: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.list_between.join(parts[:-1]) + self.list_last + parts[-1]

    def _date(self, form: str, when: When) -> str:
        year, month, day = (*when.parts, 0, 0)[:3]
        slots = {
            "year": str(year),
            "number": str(month),
            "month": self.months[month - 1] if month else "",
            "month_short": self.months_short[month - 1] if month else "",
            "day": str(day),
        }
        return _SLOT.sub(lambda match: slots[match[1]], form)


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[str, ...]:
    """The words before the first slot, then each slot's name and the words behind it."""
    return tuple(_SLOT.split(template))


def _slots_fit(form: str, when: When) -> bool:
    """Whether a date form names exactly the parts that the date has."""
    names = set(_SLOT.findall(form))
    has_month = bool(names & {"month", "month_short", "number"})
    return (has_month, "day" in names) == (len(when.parts) > 1, len(when.parts) > 2)


def _grouped(digits: str, separator: str) -> str:
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}".replace(",", separator) + point + rest


@lru_cache(maxsize=16_384)
def _cjk_spacing(text: str) -> str:
    """Chinese typography: a space between an ideograph and a Latin letter or digit, and beside no other wide one."""
    return _MISSING.sub(" ", _BESIDE_WIDE.sub("", text))
