"""The chapter's three tables: each cell is the answer of a card, or a rule that forbids asking it is named."""

import pytest

from llmquiz.core.items import Item
from llmquiz.core.responses import Many, NumberEntry, One, TextEntry
from llmquiz.generate.refusals import Refusal
from tables import every_row

# Each row: the entity, then one pair for each cell: what stands in the chapter, and the card with the answer as English
# and Chinese learners see it. The chapter's own words are kept to show which cell is meant; the answers are ours.
MONEY = "{:.2f}"


def _context(entity, cell):
    return (cell, f"fact:{entity}/context_window#value", cell, cell)


def _trait(entity, cell, english, chinese):
    return (cell, f"fact:{entity}/trait#value", english, chinese)


def _price(entity, which, cell):
    amount = MONEY.format(float(cell))
    return (cell, f"fact:{entity}/price_{which}#value", f"${amount}", f"{amount} 美元")


def _cutoff(entity, cell, english):
    return (cell, f"fact:{entity}/knowledge_cutoff#value", english, cell)


CHAT = {
    "gpt-3.5-turbo-0125": (
        _context("gpt-3.5-turbo-0125", "16k"),
        _trait(
            "gpt-3.5-turbo-0125",
            "经济,专门对话",
            "the low-cost chat model, a generation older than the flagships",
            "便宜的对话模型，比旗舰老一代",
        ),
        _price("gpt-3.5-turbo-0125", "input", "0.5"),
        _price("gpt-3.5-turbo-0125", "output", "1.5"),
        _cutoff("gpt-3.5-turbo-0125", "2021 年 9 月", "September 2021"),
    ),
    "gpt-3.5-turbo-instruct": (
        _context("gpt-3.5-turbo-instruct", "4k"),
        _trait(
            "gpt-3.5-turbo-instruct",
            "指令模型",
            "the low-cost model for the older completions interface",
            "便宜的非对话模型，沿用旧的补全接口",
        ),
        _price("gpt-3.5-turbo-instruct", "input", "1.5"),
        _price("gpt-3.5-turbo-instruct", "output", "2"),
        _cutoff("gpt-3.5-turbo-instruct", "2021 年 9 月", "September 2021"),
    ),
    "gpt-4": (
        _context("gpt-4", "8k"),
        _trait(
            "gpt-4",
            "性能更强",
            "the flagship of March 2023 in its ordinary version, with a short context",
            "2023 年 3 月旗舰的普通版，上下文较短",
        ),
        _price("gpt-4", "input", "30"),
        _price("gpt-4", "output", "60"),
        _cutoff("gpt-4", "2021 年 9 月", "September 2021"),
    ),
    "gpt-4-32k": (
        # its context is the one cell that cannot be asked: see FORBIDDEN
        _trait(
            "gpt-4-32k",
            "性能强,长上下文",
            "the most expensive one, a long-context version of the flagship of March 2023",
            "最贵的一款，2023 年 3 月旗舰的长文本版",
        ),
        _price("gpt-4-32k", "input", "60"),
        _price("gpt-4-32k", "output", "120"),
        _cutoff("gpt-4-32k", "2021 年 9 月", "September 2021"),
    ),
    "gpt-4-turbo": (
        _context("gpt-4-turbo", "128k"),
        _trait(
            "gpt-4-turbo",
            "性能更强",
            "the flagship previewed in November 2023, cheaper and with a longer context",
            "2023 年 11 月预览的旗舰，更便宜，上下文更长",
        ),
        _price("gpt-4-turbo", "input", "10"),
        _price("gpt-4-turbo", "output", "30"),
        _cutoff("gpt-4-turbo-2024-04-09", "2023 年 12 月", "December 2023"),
        # the prose's other date belongs to the first snapshot
        _cutoff("gpt-4-1106-preview", "2023 年 4 月", "April 2023"),
    ),
    "gpt-4o": (
        _context("gpt-4o", "128k"),
        _trait(
            "gpt-4o",
            "性能最强,速度更快",
            "the newest flagship, stronger and quicker than the one before it",
            "最新的旗舰，比上一款更强、更快",
        ),
        _price("gpt-4o", "input", "5"),
        _price("gpt-4o", "output", "15"),
        _cutoff("gpt-4o", "2023 年 10 月", "October 2023"),
    ),
}
EMBEDDING = {
    "text-embedding-3-small": (
        ("512", "concept:embeddings/small-512", "512", "512"),
        ("1536", "fact:text-embedding-3-small/dimension#value", "1,536", "1,536"),
        ("较小", "concept:embeddings/small-suits", "cost and storage", "成本和存储"),
        ("0.02", "fact:text-embedding-3-small/price_embedding#value", "$0.02", "0.02 美元"),
    ),
    "text-embedding-3-large": (
        ("256", "concept:embeddings/large-256", "256", "256"),
        ("1024", "concept:embeddings/large-1024", "1024", "1024"),
        ("3072", "fact:text-embedding-3-large/dimension#value", "3,072", "3,072"),
        ("较大", "concept:embeddings/large-buys", "longer vectors", "更长的向量"),
        ("0.13", "fact:text-embedding-3-large/price_embedding#value", "$0.13", "0.13 美元"),
    ),
    "text-embedding-ada-002": (
        ("1536", "fact:text-embedding-ada-002/dimension#value", "1,536", "1,536"),
        (
            "传统",
            "fact:text-embedding-ada-002/trait#value",
            "the older text-embedding model, kept on offer",
            "仍在提供的旧款 text-embedding 模型",
        ),
        ("0.1", "fact:text-embedding-ada-002/price_embedding#value", "$0.10", "0.10 美元"),
    ),
}
CLAUDE = {
    "claude-3-haiku": (
        _context("claude-3-haiku", "200k"),
        _trait(
            "claude-3-haiku", "速度最快", "the quickest of the three Claude 3 models", "Claude 3 三款中速度最快的一款"
        ),
        _price("claude-3-haiku", "input", "0.25"),
        _price("claude-3-haiku", "output", "1.25"),
    ),
    "claude-3-sonnet": (
        _context("claude-3-sonnet", "200k"),
        _trait(
            "claude-3-sonnet",
            "平衡",
            "the middle one of the three Claude 3 models, between speed and power",
            "Claude 3 三款中兼顾速度与能力的一款",
        ),
        ("3", "concept:price-ratios/sonnet-input", "3", "3"),
        _price("claude-3-sonnet", "output", "15"),
    ),
    "claude-3-opus": (
        _context("claude-3-opus", "200k"),
        _trait(
            "claude-3-opus",
            "性能最强",
            "the most capable of the three Claude 3 models",
            "Claude 3 三款中能力最强的一款",
        ),
        _price("claude-3-opus", "input", "15"),
        _price("claude-3-opus", "output", "75"),
    ),
}
FORBIDDEN = [
    # the cell, its card, the rule: the name of the model gives the answer away
    ("32k", "fact:gpt-4-32k/context_window#value", "E10"),
]
CELLS = [cell for table in (CHAT, EMBEDDING, CLAUDE) for cells in table.values() for cell in cells]


def answers(shipped, key, lang):
    """What a learner would see as the right answer, in each form that asks for it."""
    card = next((card for card in shipped.cards if card.key == key), None)
    assert card is not None, key
    for form in card.forms:
        item = shipped.item(key, form, lang, 0)
        match item.response if isinstance(item, Item) else None:
            case One(options) | Many(options):
                yield from (option.text for option in options if option.right)
            case TextEntry() | NumberEntry() as entry:
                yield entry.answer


def test_the_tables_are_whole():
    """All cells beside the names are there; one date has two snapshots, and dimensions count singly."""
    assert 6 * 5 + 1 - len(FORBIDDEN) == sum(map(len, CHAT.values()))
    assert (2 + 2) + (3 + 2) + (1 + 2) == sum(map(len, EMBEDDING.values()))
    assert 3 * 4 == sum(map(len, CLAUDE.values()))


@every_row(("cell", "card", "english", "chinese"), CELLS)
def test_each_cell_is_the_answer_of_a_card(shipped, cell, card, english, chinese):
    for lang, wanted in (("en", english), ("zh", chinese)):
        assert wanted in set(answers(shipped, card, lang)), f"{cell}: {card} in {lang}"


@pytest.mark.parametrize(("cell", "card", "rule"), FORBIDDEN)
def test_a_cell_that_is_not_asked_has_a_rule_that_forbids_it(shipped, cell, card, rule):
    found = {each.key: each for each in shipped.cards}
    assert not found[card].forms, f"{cell} can be asked now: move it to the tables"
    refused = [
        shipped.generator.item(card, form, lang, 0)
        for form in ("choice-3", "choice-4", "numeric")
        for lang in ("en", "zh")
    ]
    assert all(isinstance(each, Refusal) for each in refused)
    assert rule in {each.rule for each in refused}


def test_what_the_table_prices_is_dated(shipped):
    """Prices are offers of one month, whichever card asks them."""
    for table in (CHAT, EMBEDDING, CLAUDE):
        for cells in table.values():
            for _, key, *_ in cells:
                if "/price_" in key:
                    card = next(each for each in shipped.cards if each.key == key)
                    item = shipped.item(key, card.forms[0], "en", 0)
                    assert "June 2024" in item.stem, key
