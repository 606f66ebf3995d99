"""Banks on their shelves: opened without being decoded, asked one question at a time, put where they were meant to."""

import json
from pathlib import Path

import pytest

from llmquiz.banks import contents, records
from llmquiz.core.items import Item
from llmquiz.library.bank_files import COMPILER
from llmquiz.library.shelves import Shelves
from llmquiz.storage.index import Index

TOPICS = {"foundations", "training", "agents"}
BANK = """\
bank: {bank}
title: A bank
lang: en
source: A book
{head}
questions:
  - {{ id: one, kind: true-false, question: It is so., answer: true, explanation: Yes. }}
  - {{ id: two, kind: typed, question: Who else?, answer: Nobody, explanation: Yes. }}
"""


def put(path: Path, bank: str = "garden", head: str = "") -> Path:
    """A bank file."""
    path.write_text(BANK.format(bank=bank, head=head), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two banks."""
    banks = tmp_path / "banks"
    banks.mkdir()
    put(banks / "garden.yaml")
    put(banks / "orchard.yaml", "orchard", "topic: training")
    return banks


def told(path: Path, **keys: str) -> list[tuple[str, int, int, str]]:
    """What is said of one bank beside these topics, with and without an index."""
    put(path, **keys)
    with Index.open(path.with_name("told.db")) as index:
        one, other = (Shelves([path], index, 0, TOPICS).problems for _ in range(2))
    assert one == other
    return [(problem.code, problem.place.line, problem.place.column, problem.hint) for problem in one]


class RefusedError(Exception):
    """A bank was decoded where it should not be."""


def refuse(*_: object) -> None:
    raise RefusedError


def test_a_warm_opening_decodes_no_bank(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Index.open(tmp_path / "index.db") as index:
        cold = Shelves([folder], index, 7, TOPICS)
    for reader in ("_head", "_question"):
        monkeypatch.setattr(records, reader, refuse)
    with Index.open(tmp_path / "index.db") as index:
        warm = Shelves([folder], index, 7, TOPICS)
        assert 0 == index.opened
        assert warm.cards == cold.cards
        assert [7, 8, 9, 10] == [card.order for card in warm.cards]
        assert (warm.topics, warm.problems) == (cold.topics, cold.problems)
        assert [warm.forms(card.key) for card in warm.cards] == [cold.forms(card.key) for card in cold.cards]
        assert ("en",) == warm.languages("bank:garden/one")
        with pytest.raises(RefusedError):
            warm.item("bank:garden/one", "en", 0)


def test_folders_in_the_place_of_banks_are_told_each_time_and_the_rest_is_used(folder: Path, tmp_path: Path) -> None:
    (folder / "week.yaml").mkdir()
    put(folder / "week.yaml" / "deep.yaml", "deep")
    for _ in range(2):
        with Index.open(tmp_path / "index.db") as index:
            shelves = Shelves([folder], index, 0, TOPICS)
        assert [("is-a-folder", str(folder / "week.yaml"))] == [(p.code, p.place.path) for p in shelves.problems]
        assert {"garden", "deep"} == set(shelves.topics)


def test_a_question_that_is_asked_is_decoded_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Index.open(tmp_path / "index.db") as index:
        cold = Shelves([folder], index, 0, TOPICS)
    decoded: list[str] = []
    question = records._question

    def listening(record: records.Record) -> object:
        decoded.append(record["id"])
        return question(record)

    monkeypatch.setattr(records, "_question", listening)
    with Index.open(tmp_path / "index.db") as index:
        warm = Shelves([folder], index, 0, TOPICS)
        item = warm.item("bank:garden/two", "en", 3)
    assert isinstance(item, Item)
    assert cold.item("bank:garden/two", "en", 3) == item
    assert {"two"} == set(decoded)


def test_one_changed_bank_is_compiled_alone(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Index.open(tmp_path / "index.db") as index:
        Shelves([folder], index, 0, TOPICS)
    put(folder / "garden.yaml", head="tags: [new]")
    made: list[str] = []
    real = contents.contents_of
    monkeypatch.setattr(
        "llmquiz.library.bank_files.contents_of", lambda bank: (made.append(bank.id), real(bank))[1]
    )  # fmt: skip
    with Index.open(tmp_path / "index.db") as index:
        changed = Shelves([folder], index, 0, TOPICS)
        assert 1 == index.opened
    assert ["garden"] == made
    assert [("new",), ("new",), (), ()] == [card.tags for card in changed.cards]


def test_cards_come_back_when_the_index_has_lost_them_and_the_bank_has_not_changed(
    folder: Path, tmp_path: Path
) -> None:
    with Index.open(tmp_path / "index.db") as index:
        whole = Shelves([folder], index, 0, TOPICS)
        Shelves([folder / "garden.yaml"], index, 0, TOPICS)
    with Index.open(tmp_path / "index.db") as index:
        assert whole.cards == Shelves([folder], index, 0, TOPICS).cards
        assert 0 == index.opened


def test_a_bank_that_is_gone_leaves_nothing_in_the_index(folder: Path, tmp_path: Path) -> None:
    with Index.open(tmp_path / "index.db") as index:
        Shelves([folder], index, 0, TOPICS)
        (folder / "orchard.yaml").unlink()
        Shelves([folder], index, 0, TOPICS)
        kept = index.compiled("banks", COMPILER)
    assert kept is not None
    assert [str(folder / "garden.yaml")] == list(json.loads(kept))


@pytest.mark.parametrize("change", ["another", "unlink", "break", "without"])
def test_a_question_that_is_no_longer_in_its_file_is_not_asked(folder: Path, tmp_path: Path, change: str) -> None:
    path = folder / "garden.yaml"
    with Index.open(tmp_path / "index.db") as index:
        Shelves([folder], index, 0, TOPICS)
        warm = Shelves([folder], index, 0, TOPICS)
        if change == "unlink":
            path.unlink()
        elif change == "break":
            path.write_text("bank: [\n", encoding="utf-8")
        else:
            put(path, "meadow" if change == "another" else "garden")
            path.write_text(path.read_text(encoding="utf-8").replace("id: two", "id: three"), encoding="utf-8")
        assert warm.item("bank:garden/two", "en", 0) is None


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("traning", [("unknown-topic", 5, 8, "Did you mean `training`?")]),
        ("foundation", [("unknown-topic", 5, 8, "Did you mean `foundations`?")]),
        ("training", []),
        ("gardening", []),
        ("garden", []),
    ],
)
def test_a_topic_that_is_nearly_one_is_pointed_at(
    tmp_path: Path, topic: str, found: list[tuple[str, int, int, str]]
) -> None:
    assert found == told(tmp_path / "b.yaml", head=f"topic: {topic}")


def test_a_bank_that_is_called_like_a_topic_is_pointed_at_unless_it_says_so(tmp_path: Path) -> None:
    ((code, line, column, hint),) = told(tmp_path / "b.yaml", bank="agents")
    assert ("topic-taken", 1, 7) == (code, line, column)
    assert "`topic: agents`" in hint
    assert [] == told(tmp_path / "b.yaml", bank="agents", head="topic: agents")
    assert [] == told(tmp_path / "b.yaml", bank="agents", head="topic: training")


@pytest.mark.parametrize(
    ("bank", "head"),
    [("garden", "topic: traning\nsilence: [unknown-topic]"), ("agents", "silence: [topic-taken]")],
)
def test_what_is_said_of_topics_can_be_silenced(tmp_path: Path, bank: str, head: str) -> None:
    assert [] == told(tmp_path / "b.yaml", bank=bank, head=head)


def test_of_two_banks_with_one_id_the_second_is_told_where_it_names_itself(folder: Path) -> None:
    from llmquiz.library.cache import NoCache

    again = put(folder / "z.yaml", "garden")
    again.write_text("# mine\n" + again.read_text(encoding="utf-8"), encoding="utf-8")
    (problem,) = Shelves([folder], NoCache(), 0, TOPICS).problems
    assert ("duplicate-bank", str(again), 2, 7) == (
        problem.code, problem.place.path, problem.place.line, problem.place.column,
    )  # fmt: skip
