"""Chinese numerals, written in full, and nothing that may be two numbers."""

from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.chinese_numerals import NUMERALS, chinese_number
from tables import every_row

READ = {
    "零": 0, "三": 3, "两": 2, "十": 10, "十二": 12, "一十二": 12, "二十": 20, "九十六": 96, "一百零五": 105,
    "一百一十": 110, "两千": 2000, "四千零九十六": 4096, "一万": 10_000, "十二万八千": 128_000, "三万二千": 32_000,
    "一百万": 1_000_000, "十亿": 10**9, "一千七百五十亿": 175 * 10**9, "一万亿": 10**12, "一万四千亿": 14 * 10**11,
    "十五万亿": 15 * 10**12, "二〇一七": 2017, "一億": 10**8,
}  # fmt: skip


@every_row("text", READ)
def test_numerals_written_in_full_are_read(text):
    assert chinese_number(text) == READ[text]


@every_row(
    "text",
    [
        "",
        "三四",
        "三四十",
        "十几",
        "两万五",
        "一百五",
        "百",
        "万亿",
        "亿",
        "十十",
        "一万一万",
        "二〇",
        "12",
        "十二层",
        "亿" * 999,
    ],
)
def test_ranges_short_forms_and_anything_else_are_not(text):
    assert chinese_number(text) is None


@given(st.text(NUMERALS, max_size=12))
def test_no_numerals_make_the_reader_fail(text):
    value = chinese_number(text)
    assert value is None or value >= 0
