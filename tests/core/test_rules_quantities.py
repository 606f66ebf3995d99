"""Options read as numbers, dates and ranges, or honestly not at all."""

from decimal import Decimal

import pytest

from llmquiz.core.rules.quantities import Quantity, Range, bounds, date, quantity
from tables import every_row

QUANTITIES = [
    ("128k", "128000", ""),
    ("128k tokens", "128000", "tokens"),
    ("12.8 万个词元", "128000", "个词元"),
    ("1.8 万亿", "1800000000000", ""),
    ("175 billion parameters", "175000000000", "parameters"),
    ("3 models", "3", "models"),
    ("5 %", "5", "%"),
    ("$0.50", "0.50", "$"),
    ("0.5 USD", "0.5", "$"),
    ("about 7B", "7000000000", ""),
    ("约 70 亿", "7000000000", ""),
    ("80 GB", "80", "gb"),
]


@every_row(("text", "value", "unit"), QUANTITIES)
def test_a_number_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    assert quantity(text) == Quantity(Decimal(value), unit)


@every_row("text", ["", "BERT", "GPT-4", "4-8", "8 experts, 2 active", "4-bit weights", "2023-03", "v2", "3.5.1", "k"])
def test_what_is_more_than_a_number_is_none(text: str) -> None:
    assert quantity(text) is None


DATES = [
    ("2023", (2023, 0, 0)),
    ("2023 年", (2023, 0, 0)),
    ("2023-03", (2023, 3, 0)),
    ("2023-03-14", (2023, 3, 14)),
    ("March 2023", (2023, 3, 0)),
    ("14 March 2023", (2023, 3, 14)),
    ("March 14, 2023", (2023, 3, 14)),
    ("Sept. 2023", (2023, 9, 0)),
    ("2023 年 3 月", (2023, 3, 0)),
    ("2023年3月14日", (2023, 3, 14)),
    ("4096", None),
    ("128k", None),
    ("the summer of 2023", None),
]


@every_row(("text", "day"), DATES)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, day: tuple[int, int, int] | None) -> None:
    assert date(text) == day


RANGES = [
    ("4-8", Range(Decimal(4), Decimal(8))),
    ("4 – 8 GB", Range(Decimal(4), Decimal(8))),
    ("1-2B", Range(Decimal(10**9), Decimal(2 * 10**9))),
    ("10 to 20", Range(Decimal(10), Decimal(20))),
    ("10 到 20", Range(Decimal(10), Decimal(20))),
    ("less than 5", Range(None, Decimal(5), closed=False)),
    ("超过 16", Range(Decimal(16), None, closed=False)),
    ("2023-03", None),
    ("8-4", None),
    ("text-to-text", None),
    ("GPT-4", None),
    ("7", None),
]


@every_row(("text", "expected"), RANGES)
def test_a_range_is_read_with_its_ends(text: str, expected: Range | None) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [("4-8", "8-16", True), ("4-7", "8-16", False), ("less than 4", "4-8", False), ("over 5", "less than 9", True)],
)
def test_ranges_meet_where_a_number_lies_in_both(one: str, other: str, meet: bool) -> None:
    first, second = bounds(one), bounds(other)

    assert first is not None
    assert second is not None
    assert (first.meets(second), second.meets(first)) == (meet, meet)
