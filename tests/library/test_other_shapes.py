"""An index in another shape than the code has (a format changed, and nobody raised COMPILER) is compiled anew."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forests import forest
from llmquiz.library.library import Library
from llmquiz.storage.index import Index, _seal

TODAY = date(2024, 7, 1)
BANK = """\
bank: own
title: A bank
lang: en
source: A book
questions:
  - { id: one, kind: true-false, question: It is so., answer: true, explanation: Yes. }
"""
Change = Callable[[Any], Any]


def renamed(data: Any) -> Any:
    """Every field has another name."""
    if isinstance(data, dict):
        return {f"{name}_": renamed(value) for name, value in data.items()}
    return [renamed(each) for each in data] if isinstance(data, list) else data


def deeper(data: Any) -> Any:
    """The outermost fields are as they were, and lists became numbers."""
    if not isinstance(data, dict):
        return 7 if isinstance(data, list) else data
    return {name: deeper(value) for name, value in data.items()}


CHANGES: list[Change] = [renamed, deeper, lambda _: [], lambda _: 7, lambda _: {}]


Seen = tuple[list[str], list[str], list[tuple[str, str]], int]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seen]:
    """A small folder of questions, a bank, and the index that knows both; and what is to be seen with it."""
    root = tmp_path_factory.mktemp("shapes")
    forest(2).write(root / "questions")
    (root / "own.yaml").write_text(BANK, encoding="utf-8")
    look(root, root / "index.db")
    return root, look(root, root / "index.db")


def look(root: Path, index: Path) -> Seen:
    """What is to be seen of a library: its cards, questions and names, and how many files had to be read."""
    with Index.open(index) as cache:
        library = Library(root / "questions", [root / "own.yaml"], TODAY, cache)
        keys = [card.key for card in library.cards]
        asked = [library.item(card.key, card.forms[0], "en", 1) for card in library.cards if card.forms]
        return (
            keys,
            [item.stem for item in asked if item is not None],
            [library.named(key, "en") for key in keys],
            cache.opened,
        )


def reshape(index: Path, table: str, key: str, change: Change) -> None:
    """Change what is kept, as an earlier program would have kept and sealed it."""
    columns = ("body", "problems") if table == "documents" else ("body",)
    with closing(sqlite3.connect(index)) as connection, connection:
        for name, *kept in connection.execute(f"SELECT {key}, {', '.join(columns)} FROM {table}").fetchall():
            new = [json.dumps(change(json.loads(text))) for text in kept]
            values = dict(zip(columns, new, strict=True)) | {"seal": _seal(*new)}
            sets = ", ".join(f"{column} = :{column}" for column in values)
            connection.execute(f"UPDATE {table} SET {sets} WHERE {key} = :key", {**values, "key": name})


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("table", "key"), [("documents", "path"), ("blobs", "name")])
def test_what_does_not_fit_is_compiled_anew(
    compiled: tuple[Path, Seen], tmp_path: Path, table: str, key: str, change: Change
) -> None:
    (root, whole), index = compiled, tmp_path / "index.db"
    index.write_bytes((root / "index.db").read_bytes())
    reshape(index, table, key, change)
    assert whole[:3] == look(root, index)[:3]
    assert whole == look(root, index)
