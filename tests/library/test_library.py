"""The library: files compiled once, cards with their forms, and every fault told without anything being lost."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from forests import forest
from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.files.paths import questions_root
from llmquiz.generate.forms import FORMS
from llmquiz.library.library import Library
from llmquiz.storage.index import Index

TODAY = date(2024, 7, 1)
BANK = """\
bank: {bank}
title: A bank
lang: en
source: A book
questions:
  - {{ id: one, kind: true-false, question: It is so., answer: true, explanation: Yes. }}
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A small folder of questions with an index that knows it."""
    root = forest(3).write(tmp_path_factory.mktemp("library") / "questions")
    opened(root, root.parent / "index.db")
    return root


@pytest.fixture
def questions(compiled, tmp_path):
    """The same folder, in the same place for the index, to be changed and put back."""
    before = {path: (path.read_bytes(), path.stat()) for path in compiled.rglob("*.yaml")}
    yield compiled
    for path, (content, stat) in before.items():
        path.write_bytes(content)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def opened(questions, index, *banks, today=TODAY):
    """The library, and how many files had to be read for it."""
    with Index.open(index) as cache:
        library = Library(questions, banks, today, cache)
        return library, cache.opened


def index_of(questions, tmp_path):
    """A copy of the index that knows `questions`."""
    path = tmp_path / "index.db"
    path.write_bytes((questions.parent / "index.db").read_bytes())
    return path


def touch(path):
    """Another time, the same content."""
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000_000))


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_second_opening_reads_no_file(questions, tmp_path):
    index = index_of(questions, tmp_path)
    cold, read = opened(questions, tmp_path / "cold.db")
    assert len(list(questions.rglob("*.yaml"))) == read
    warm, read = opened(questions, index)
    assert 0 == read
    assert cold.cards == warm.cards
    assert cold.topics == warm.topics
    assert cold.languages == warm.languages == {"en": "English", "zh": "中文"}
    assert cold.problems == warm.problems == ()


def test_a_file_with_another_time_and_the_same_content_is_read_once_and_compiled_never(questions, tmp_path):
    index = index_of(questions, tmp_path)
    touch(questions / "topics.yaml")
    assert [1, 0] == [opened(questions, index)[1] for _ in range(2)]


def test_one_changed_file_is_compiled_alone(questions, tmp_path):
    index = index_of(questions, tmp_path)
    append(questions / "topics.yaml", "- id: more\n  name: More\n")
    library, read = opened(questions, index)
    assert 1 == read
    assert "more" in library.topics
    assert 0 == opened(questions, index)[1]


def test_a_changed_fact_changes_its_card_and_no_other(questions, tmp_path):
    index = index_of(questions, tmp_path)
    before, _ = opened(questions, index)
    things = questions / "catalogue" / "things.yaml"
    things.write_text(things.read_text(encoding="utf-8").replace("context: 1k", "context: 3k", 1), encoding="utf-8")
    after, _ = opened(questions, index)
    old, new = ({card.key: card.fingerprint for card in library.cards} for library in (before, after))
    assert {"fact:babarin/context#value", "fact:babarin/context#entity"} == {key for key in old if old[key] != new[key]}


def test_a_broken_file_leaves_the_others_in_use(questions, tmp_path):
    index = index_of(questions, tmp_path)
    whole, _ = opened(questions, index)
    sheet = questions / "concepts" / "watering.yaml"
    sheet.write_text("sheet: [\n", encoding="utf-8")
    for _ in range(2):  # the problems come out of the index as they went in
        broken, _ = opened(questions, index)
        lost = {card.key for card in whole.cards} - {card.key for card in broken.cards}
        assert lost
        assert all(key.startswith("concept:watering/") for key in lost)
        assert "questions/concepts/watering.yaml" in {problem.place.path for problem in broken.problems}


def test_a_file_that_is_gone_is_forgotten_and_comes_back(questions, tmp_path):
    index = index_of(questions, tmp_path)
    whole, _ = opened(questions, index)
    sheet = questions / "concepts" / "watering.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.unlink()
    assert len(opened(questions, index)[0].cards) < len(whole.cards)
    sheet.write_text(text, encoding="utf-8")
    assert opened(questions, index)[0].cards == whole.cards


def test_an_empty_folder_is_a_library_without_cards(tmp_path):
    library = Library(tmp_path, (), TODAY)
    assert () == library.cards
    assert () == library.problems


def test_cards_carry_their_forms_and_each_form_makes_an_item(questions, tmp_path):
    library, _ = opened(questions, index_of(questions, tmp_path))
    for card in library.cards:
        assert set(card.forms) <= set(FORMS)
        assert list(card.forms) == [traits.name for traits in library.forms(card.key)]
        for form in card.forms:
            assert isinstance(library.item(card.key, form, "zh", 0), Item)


def test_a_card_that_nothing_can_ask_is_dormant_and_stays_in_the_library(questions, tmp_path):
    library, _ = opened(questions, index_of(questions, tmp_path))
    dormant = [card for card in library.cards if not card.forms]
    assert dormant
    for card in dormant[:5]:
        assert () == library.forms(card.key)
        assert all(library.item(card.key, form, "en", 0) is None for form in FORMS)


def test_cards_stand_in_teaching_order(shipped):
    tiers = list(Tier)
    assert [tiers.index(card.tier) for card in shipped.cards] == sorted(
        tiers.index(card.tier) for card in shipped.cards
    )
    assert list(range(len(shipped.cards))) == [card.order for card in shipped.cards]


def test_a_price_that_has_aged_goes_to_the_archive(questions, tmp_path):
    key, index = "fact:babarin/price_input#value", index_of(questions, tmp_path)
    tiers = [opened(questions, index, today=date(year, 7, 1))[0].card(key).tier for year in (2024, 2026)]
    assert [Tier.DETAIL, Tier.ARCHIVE] == tiers


def test_banks_stand_beside_the_generated_cards(questions, tmp_path):
    folder = tmp_path / "banks" / "deep"
    folder.mkdir(parents=True)
    (folder / "garden.yaml").write_text(BANK.format(bank="garden"), encoding="utf-8")
    (folder / "broken.yaml").write_text("bank: [\n", encoding="utf-8")
    index = index_of(questions, tmp_path)
    library, read = opened(questions, index, tmp_path / "banks")
    assert 2 == read
    assert "bank:garden/one" == library.cards[-1].key
    assert "garden" in library.topics
    assert {str(folder / "broken.yaml")} == {problem.place.path for problem in library.problems}
    again, read = opened(questions, index, tmp_path / "banks")
    assert 0 == read
    assert (library.cards, library.problems) == (again.cards, again.problems)


def test_of_two_banks_with_one_id_the_second_is_told_and_left_out(questions, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(BANK.format(bank="garden"), encoding="utf-8")
    library, _ = opened(questions, index_of(questions, tmp_path), tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert [(str(tmp_path / "b.yaml"), "duplicate-bank")] == [(p.place.path, p.code) for p in library.problems]


@pytest.mark.parametrize("ledger", ["keys.txt", "tombstones.txt"])
def test_a_changed_ledger_is_told_at_the_next_opening(questions, tmp_path, ledger):
    index = index_of(questions, tmp_path)
    written = {"keys.txt": "concept:watering/gone\n", "tombstones.txt": ""}
    other = {"keys.txt": "", "tombstones.txt": "concept:watering/gone it was wrong\n"}
    try:
        for name, text in written.items():
            (questions / name).write_text(text, encoding="utf-8")
        assert ["vanished-key"] == [problem.code for problem in opened(questions, index)[0].problems]
        (questions / ledger).write_text(other[ledger], encoding="utf-8")
        assert () == opened(questions, index)[0].problems
    finally:
        for name in written:
            (questions / name).unlink()


def test_a_broken_file_is_told_without_the_keys_that_it_no_longer_declares(questions, tmp_path):
    ledger = questions / "keys.txt"
    index, sheet = index_of(questions, tmp_path), sorted((questions / "concepts").glob("*.yaml"))[0]
    keys = [card.key for card in opened(questions, index)[0].cards]
    ledger.write_text("\n".join(["concept:watering/gone", *keys]) + "\n", encoding="utf-8")
    sound = sheet.read_text(encoding="utf-8")
    try:
        sheet.write_text(f"topics: none\n{sound}", encoding="utf-8")
        broken, _ = opened(questions, index)
        assert len(broken.cards) < len(keys)
        assert ["unknown-field"] == [problem.code for problem in broken.problems]
        sheet.write_text(sound, encoding="utf-8")
        assert [(1, "vanished-key")] == [(p.place.line, p.code) for p in opened(questions, index)[0].problems]
    finally:
        ledger.unlink()


WARM = """
import gc, json, sys
from datetime import date
from pathlib import Path
from llmquiz.library.library import Library
from llmquiz.storage.index import Index
with Index.open(Path(sys.argv[1])) as index:
    library = Library(Path(sys.argv[2]), (), date(2026, 11, 2), index)
    key = next(card.key for card in library.cards if "choice-3" in card.forms)
    library.item(key, "choice-3", "en", 0), library.lesson(key, "zh")
    loaded = [name for name in ("yaml", "pydantic", "textual", "click", "fsrs") if name in sys.modules]
    print(json.dumps([index.opened, len(library.cards), loaded]))
gc.freeze()
"""


def test_a_warm_start_reads_nothing_and_loads_neither_yaml_nor_pydantic(shipped, shipped_index):
    run = subprocess.run(
        [sys.executable, "-c", WARM, str(shipped_index), str(questions_root())],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert [0, len(shipped.cards), []] == json.loads(run.stdout)


def test_facts_age_on_their_day_and_a_new_month_alone_compiles_nothing(questions, tmp_path, monkeypatch):
    index = index_of(questions, tmp_path)
    archived = {card.key for card in opened(questions, index)[0].cards if card.tier is Tier.ARCHIVE}
    later = opened(questions, index, today=date(2025, 7, 1))[0]
    aged = {card.key for card in later.cards if card.tier is Tier.ARCHIVE} - archived
    assert aged
    assert all("/price" in key for key in aged)

    def never(_):
        raise AssertionError("compiled again")

    monkeypatch.setattr("llmquiz.library.knowing.Knowing._compile", never)
    assert opened(questions, index, today=date(2025, 8, 1))[0].cards == later.cards
    with pytest.raises(AssertionError, match="compiled again"):
        opened(questions, tmp_path / "another.db", today=date(2025, 8, 1))
