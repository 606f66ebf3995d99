"""Text as it is drawn: never markup, aligned in columns, broken where Chinese and English may be broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.text import width
from llmquiz.tui.content import Block, bar, padded, paragraphs, plain, wrapped
from tables import every_row

NASTY = ("[MASK]", "[/INST]", "x[i]", "[b]bold[/b]", "[link=http://a]", "[@click=app.quit]x[/]", "\\[", "$accent")


@every_row("text", NASTY)
def test_text_shows_as_it_is_written(text):
    assert text == plain(text).plain
    assert text == plain(text, "bold").plain
    assert text == paragraphs((Block(text),), 40).plain


@every_row(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("extraordinary", 5, ["extra", "ordin", "ary"]),
        ("大语言模型能预测下一个词", 10, ["大语言模型", "能预测下一", "个词"]),
        ("大语言模型，很大", 10, ["大语言模", "型，很大"]),
        ("他说“模型”很大", 8, ["他说“模", "型”很大"]),
        ("GPT-4 的上下文长度", 10, ["GPT-4 的上", "下文长度"]),
        ("a\nb", 10, ["a", "b"]),
    ],
)
def test_lines_are_broken_where_people_would(text, columns, lines):
    assert lines == wrapped(text, columns)


@given(st.text(alphabet="ab 大模，。（“x-1\n", max_size=60), st.integers(6, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text, columns):
    lines = wrapped(text, columns)
    assert text.replace(" ", "").replace("\n", "") == "".join(lines).replace(" ", "")
    assert all(width(line) <= columns for line in lines)


@pytest.mark.parametrize("text", ["", "abc", "大模型", "a大", "abcdefghijkl", "大语言模型很大"])
def test_padded_text_has_exactly_the_columns(text):
    assert 8 == width(padded(text, 8))


def test_leads_indent_the_lines_that_follow():
    assert "1  one two\n   three" == paragraphs((Block("one two three", lead="1  "),), 10).plain


def test_a_tail_does_not_move_the_text():
    before = paragraphs((Block("word", tail_columns=8),), 20).plain
    after = paragraphs((Block("word", tail="right", tail_columns=8),), 20).plain
    assert after.startswith(before)
    assert 14 == after.index("right")


@pytest.mark.parametrize("text", ["a long text of words in all", "a long text that fills all of it here", "word " * 9])
def test_only_the_last_line_makes_room_for_a_tail_and_keeps_two_spaces_from_it(text):
    before = paragraphs((Block(text, tail_columns=8),), 20).plain.split("\n")
    after = paragraphs((Block(text, tail="right", tail_columns=8),), 20).plain.split("\n")
    assert [*before[:-1], f"{before[-1]:14}right"] == after
    assert "\n".join(before).startswith("\n".join(paragraphs((Block(text),), 20).plain.split("\n")[:-1]))
    assert len(before[-1]) <= 12


@pytest.mark.parametrize(("share", "full"), [(0, 0), (0.001, 1), (0.5, 5), (0.999, 9), (1, 10)])
def test_only_nothing_is_empty_and_only_everything_is_full(share, full):
    filled, empty = bar(share, 10)
    assert (full, 10) == (len(filled), len(filled + empty))


def test_a_long_lead_begins_the_text_and_a_short_one_indents_it():
    text = "one two three four five six"
    short, long = Block(text, lead="ab  "), Block(text, lead="a longer lead  ")
    assert ["ab  one two three", "    four five six"] == paragraphs((short,), 20).plain.split("\n")
    assert ["a longer lead  one", "two three four five", "six"] == paragraphs((long,), 20).plain.split("\n")
