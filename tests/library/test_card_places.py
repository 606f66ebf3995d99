"""Where cards are written: the very line, for facts, concepts, skills and banks."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from llmquiz.core.hashing import by_rank
from llmquiz.files.reading import read
from llmquiz.library import placing
from llmquiz.library.library import Library

TODAY = date(2026, 11, 2)
_read_once = cache(read)
"""For the shipped files, which nobody changes here: a place is looked up in a file as it is now."""


def line(library, key):
    """The line of a card, as it is written."""
    place = library.place(key)
    return Path(place.path).read_text(encoding="utf-8").split("\n")[place.line - 1]


@pytest.mark.parametrize("kind", ["fact", "concept", "skill"])
def test_each_shipped_card_is_found_at_a_line_that_names_it(shipped, kind, monkeypatch):
    monkeypatch.setattr(placing, "read", _read_once)
    cards = [card.key for card in shipped.cards if card.key.startswith(f"{kind}:")]
    for key in by_rank(cards, str, "places")[:8]:
        name = re.split(r"[/#]", key)[1].rpartition(".")[2]
        assert name in line(shipped, key), key


def test_a_bank_question_is_found_after_lines_were_added(tmp_path, shipped):
    path = tmp_path / "own.yaml"
    question = "  - { id: one, kind: true-false, question: It is so., answer: true, explanation: Yes. }\n"
    path.write_text(f"bank: own\ntitle: Own\nlang: en\nsource: A book\nquestions:\n{question}", encoding="utf-8")
    library = Library(tmp_path / "nothing", [path], TODAY, None)
    assert (str(path), 6) == (library.place("bank:own/one").path, library.place("bank:own/one").line)
    path.write_text("# Another line\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert 7 == library.place("bank:own/one").line
    path.unlink()
    assert 1 == library.place("bank:own/one").line


def test_a_card_that_no_file_holds_has_no_place(shipped):
    assert shipped.place("fact:nobody/developer#value") is None
