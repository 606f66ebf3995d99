"""A fact that changed is told before it is asked; a card that was renamed keeps what was learned."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from trainer_samples import MORNING, Desk, Shelf, study

from catalogues import Folder
from forests import forest
from llmquiz.core.states import CardState, Phase
from llmquiz.files.paths import Home
from llmquiz.library.library import Library
from llmquiz.storage.index import Index
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.doctor import examine
from llmquiz.trainer.views import ChangeView

EVERYTHING = 400
Release = Callable[[Callable[[Folder, str], object]], Shelf]
"""The questions as a new release brings them: the forest, after something was done to one of its entities."""


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A learner who has met every card of a small forest; for copying."""
    root = tmp_path_factory.mktemp("studied")
    desk = Desk.at(root / "home", Shelf.of(forest(3), root))
    with desk.trainer(new_per_day=EVERYTHING) as trainer:
        study(trainer.study(), desk.clock, most=4 * EVERYTHING)
    return desk


@pytest.fixture
def desk(studied: Desk, tmp_path: Path) -> Desk:
    """That learner on a machine of the test's own."""
    home = Home(shutil.copytree(studied.home.root, tmp_path / "home"))
    return Desk(home, studied.questions, SetClock(studied.clock.now()), studied.settings)


@pytest.fixture(scope="module")
def name(studied: Desk) -> str:
    """An entity whose context window was learned in both directions."""
    learned = {key for key, state in states(studied).items() if state.phase is Phase.REVIEW}
    keys = (key for key in learned if key.endswith("/context#value"))
    return next(key for key in sorted(keys)).removeprefix("fact:").partition("/")[0]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, name: str) -> Release:
    """Each release is compiled once."""

    @cache
    def release(change: Callable[[Folder, str], object]) -> Shelf:
        folder = forest(3)
        change(folder, name)
        return Shelf.of(folder, tmp_path_factory.mktemp("released"))

    return release


def states(desk: Desk) -> dict[str, CardState]:
    with desk.store() as store:
        return store.states()


def bumped(folder: Folder, name: str) -> None:
    folder.entity(name)["facts"].update(context="99M")


def updated(folder: Folder, name: str) -> None:
    folder.entity(name)["facts"].update(context={"value": "99M", "was": [{"value": "8k", "until": "2024-05"}]})


def reworded(folder: Folder, _: str) -> None:
    folder.sheets[0]["definition"]["en"] += " Said better."


def renamed(folder: Folder, name: str) -> None:
    folder.entity(name).update(id="birch-two", renamed_from=[name])


def thinned(folder: Folder, name: str) -> None:
    folder.entity(name)["facts"].pop("context")


def test_bumping_one_value_changes_the_cards_that_depend_on_it_and_no_other(
    desk: Desk, name: str, released: Release
) -> None:
    before, after = (
        {card.key: card.fingerprint for card in shelf.library(desk.clock.now().date()).cards}
        for shelf in (desk.questions, released(bumped))
    )
    changed = {key for key in before if before[key] != after.get(key)}
    assert {f"fact:{name}/context#value", f"fact:{name}/context#entity"} == changed


def test_what_changed_is_told_first_and_that_card_alone_is_learned_again_without_a_lapse(
    desk: Desk, name: str, released: Release
) -> None:
    key = f"fact:{name}/context#value"
    old = states(desk)
    desk.questions = released(bumped)
    with desk.trainer() as trainer:
        session = trainer.study()
        news = session.view
        assert isinstance(news, ChangeView)
        told = {news.card: news}
        while isinstance(session.read(), ChangeView):
            told[session.view.card] = session.view
    assert told.keys() == {each for each in old if each.startswith(f"fact:{name}/context#") and old[each].repetitions}
    assert ("99M", "") == (told[key].new, told[key].since)
    assert told[key].old not in ("", "99M")
    new = states(desk)
    assert (Phase.RELEARNING, old[key].lapses, old[key].repetitions) == (
        new[key].phase,
        new[key].lapses,
        new[key].repetitions,
    )
    assert {each for each in old if old[each] != new[each]} == told.keys()
    desk.assert_states_are_the_log()


def test_what_was_told_is_not_told_again(desk: Desk, name: str, released: Release) -> None:
    desk.questions = released(bumped)
    with desk.trainer() as trainer:
        session = trainer.study()
        while isinstance(session.view, ChangeView):
            session.read()
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)


def test_an_update_says_until_when_the_old_value_held(desk: Desk, name: str, released: Release) -> None:
    desk.questions = released(updated)
    with desk.trainer() as trainer:
        news = trainer.study().view
    assert isinstance(news, ChangeView)
    assert "2024-05" == news.since


def test_rewording_a_concept_changes_nothing(desk: Desk, released: Release) -> None:
    desk.questions = released(reworded)
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)


def test_a_renamed_entity_keeps_what_was_learned_of_it(desk: Desk, name: str, released: Release) -> None:
    old = states(desk)[f"fact:{name}/context#value"]
    desk.questions = released(renamed)
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)
    new = states(desk)["fact:birch-two/context#value"]
    assert (old.stability, old.due_day, old.repetitions) == (new.stability, new.due_day, new.repetitions)
    desk.assert_states_are_the_log()


def test_undo_reaches_back_before_a_renaming(desk: Desk, name: str, released: Release) -> None:
    desk.questions = released(renamed)
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(EVERYTHING):
            if session.undo() is None:
                break
    with desk.store() as store:
        assert examine(store).healthy
        assert store.last_action() is None


def test_a_released_key_that_vanishes_is_a_problem_unless_it_was_renamed_or_buried(
    desk: Desk, name: str, released: Release, tmp_path: Path
) -> None:
    keys = [card.key for card in desk.questions.library(desk.clock.now().date()).cards]
    ledger = {"keys.txt": "\n".join(keys) + "\n"}
    assert () == recorded(desk.questions, tmp_path / "before", ledger).problems
    assert () == recorded(released(renamed), tmp_path / "renamed", ledger).problems

    gone = [f"fact:{name}/context#value", f"fact:{name}/context#entity"]
    found = recorded(released(thinned), tmp_path / "after", ledger).problems
    assert ["vanished-key"] * 2 == [problem.code for problem in found]
    assert [keys.index(key) + 1 for key in sorted(gone, key=keys.index)] == [problem.place.line for problem in found]

    buried = "".join(f"{key} nobody could find the source again\n" for key in gone)
    ledger["tombstones.txt"] = f"# key, and why\n{buried}"
    assert () == recorded(released(thinned), tmp_path / "buried", ledger).problems


def recorded(shelf: Shelf, root: Path, ledger: dict[str, str]) -> Library:
    """The library of a folder with a ledger: what was compiled without it is compiled."""
    questions = shutil.copytree(shelf.questions, root / "questions")
    for file, text in ledger.items():
        (questions / file).write_text(text, encoding="utf-8")
    shutil.copy(shelf.index, root)
    with Index.open(root / shelf.index.name) as index:
        return Library(questions, (), MORNING.date(), index)
