"""Typed dates in every notation that names one month, and none that may be another."""

from calendar import month_name

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.answers import Typed
from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.responses import TextEntry
from llmquiz.study.dating import read_date
from llmquiz.study.grading import grade
from tables import every_row
from texts import any_text

NAMES = ("2023-03", "March 2023", "Mar 2023", "3/2023", "2023年3月", "2023/3", "2023.3")

COUNT = [
    "03/2023", "3/2023", "2023.03", "2023.3", "2023/3", "2023/03", "2023-3", "2023-03", "03.2023", "03-2023",
    "March 2023", "march of 2023", "Mar. 2023", "March, 2023", "2023 March", "14 March 2023", "14th March 2023",
    "the 14th of March 2023", "March 14, 2023", "Mar 14 2023", "2023-03-14", "2023/3/14", "2023.03.14",
    "14/03/2023", "3/14/2023", "14.3.2023", "3/3/2023", "2023 年 3 月", "2023年03月", "2023年3月份",
    "2023年3月14日", "2023 年 3 月 14 号", "２０２３年３月", "14-Mar-2023.",
]  # fmt: skip
DO_NOT = [
    "04/2023", "2023.04", "2023.13", "2023.0", "3/2022", "03/23", "2023", "March", "14 March", "3月", "3月14日",
    "14 April 2023", "2023-04-14", "2023年4月3日", "3/4/2023", "4/3/2023", "32 March 2023", "2023-03-32",
    "March-April 2023", "2023.3-2023.4", "2023/3 or 2023/4", "March 2023, April 2023", "202303", "early 2023",
    "2023 年 13 月", "March 2023 or so 2022",
]  # fmt: skip


def counts(answer, typed, names=NAMES):
    entry = TextEntry(answer, names)
    return grade(Item("bank:a/b", "typed", "en", 0, "When?", entry, "", "", "topic", Tier.CORE), Typed(typed)).right


@every_row("answer", ["March 2023", "2023 年 3 月"])
@every_row("typed", COUNT)
def test_a_month_counts_in_every_notation_and_its_day_is_not_graded(answer, typed):
    assert counts(answer, typed)


@every_row("answer", ["March 2023", "2023 年 3 月"])
@every_row("typed", DO_NOT)
def test_another_month_or_what_may_be_two_does_not(answer, typed):
    assert not counts(answer, typed)


@every_row("answer", ["2015", "2015 年"])
@every_row(
    "typed", ["2015", "2015年", "December 2015", "2015-12", "12/2015", "2015年12月", "11 December 2015", "3/3/2015"]
)
def test_where_a_year_is_asked_for_a_finer_date_of_it_counts(answer, typed):
    assert counts(answer, typed, ("2015", "2015年"))


@pytest.mark.parametrize("typed", ["December 2016", "2016", "2016-12", "2015.13", "31 June 2015", "3/4/2015", "15"])
def test_another_year_or_a_date_that_is_none_does_not(typed):
    assert not counts("2015", typed, ("2015年",))


def test_a_year_by_two_of_its_names_still_counts():
    assert [True, False] == [counts("2048", text, ("2k",)) for text in ("2048 (2k)", "2048 (4k)")]


def test_where_a_day_is_asked_for_it_is_graded():
    texts = ["2023-03-14", "14 March 2023", "14/3/2023", "March 2023", "15 March 2023"]
    assert [True, True, True, False, False] == [counts("14 March 2023", text, ()) for text in texts]


@every_row("month", range(1, 13))
def test_every_month_is_known_by_its_name(month):
    name = month_name[month]
    texts = (f"{name} 2020", f"{name[:3]} 2020", f"1 {name} 2020")
    assert {(2020, month)} == {(read_date(text) or ())[:2] for text in texts}
    assert read_date("Sept 2020") == (2020, 9)


@given(st.one_of(any_text(30), st.text("0123456789/-. 年月日", max_size=14)))
def test_no_text_makes_the_reader_fail(text):
    assert read_date(text) is None or len(read_date(text)) in (1, 2, 3)
