"""Values as a catalogue writes them, by kind."""

from decimal import Decimal

import pytest

from llmquiz.core.text import Text
from llmquiz.knowledge.building import tolerance
from llmquiz.knowledge.catalogue import Tolerance
from llmquiz.knowledge.values import Kind, Members, Precision, When, parse_date, parse_value
from tables import every_row

WRITTEN = [
    (Kind.QUANTITY, "128k", Decimal(128_000)),
    (Kind.QUANTITY, "1.8T", Decimal("1.8e12")),
    (Kind.QUANTITY, "many", None),
    (Kind.MONEY, "0.25", Decimal("0.25")),
    (Kind.RANK, "2", Decimal(2)),
    (Kind.DATE, "2023-03", When((2023, 3))),
    (Kind.DATE, "March 2023", None),
    (Kind.CATEGORY, "openai", "openai"),
    (Kind.CATEGORY, ["openai"], None),
    (Kind.SET, ["text", "image"], Members(("text", "image"))),
    (Kind.SET, "text", None),
    (Kind.BOOLEAN, True, True),
    (Kind.BOOLEAN, "yes", None),
    (Kind.TEXT, {"en": "a word", "zh": "一个词"}, Text.of({"en": "a word", "zh": "一个词"})),
    (Kind.TEXT, ["a"], None),
]


@every_row(("kind", "raw", "expected"), WRITTEN)
def test_a_value_is_read_by_its_kind_and_nothing_is_guessed(kind, raw, expected):
    assert expected == parse_value(kind, raw)


@every_row(
    ("raw", "expected"),
    [
        ("2023", When((2023,))),
        ("2023-03", When((2023, 3))),
        ("2024-02-29", When((2024, 2, 29))),
        ("2023-02-29", None),
        ("2023-13", None),
        ("2023-3", None),
        ("0999", None),
        ("2023-03-14T10:00", None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day_that_exists(raw, expected):
    assert expected == parse_date(raw)


def test_a_date_is_never_told_more_exactly_than_it_is_known():
    day = When((2023, 3, 14))
    assert [When((2023,)), When((2023, 3)), day] == [day.at(precision) for precision in Precision]
    assert [When((2023,)), None, None] == [When((2023,)).at(precision) for precision in Precision]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("exact", Tolerance()),
        ("5%", Tolerance(share=Decimal("0.05"))),
        ("0.5 %", Tolerance(share=Decimal("0.005"))),
        ("2", Tolerance(amount=Decimal(2))),
        ("1k", Tolerance(amount=Decimal(1000))),
    ],
)
def test_a_tolerance_is_nothing_a_share_or_an_amount(raw, expected):
    assert expected == tolerance(raw)


def test_a_tolerance_is_as_wide_as_the_wider_of_share_and_amount():
    both = Tolerance(share=Decimal("0.05"), amount=Decimal(2))
    assert [Decimal(2), Decimal(5)] == [both.around(Decimal(10)), both.around(Decimal(-100))]
