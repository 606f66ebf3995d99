"""A fact that changed is told before it is asked; a card that was renamed keeps what was learned."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from trainer_samples import Desk, study

from catalogues import Folder
from forests import forest
from llmquiz.core.states import CardState, Phase
from llmquiz.files.paths import Home
from llmquiz.library.library import Library
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.doctor import examine
from llmquiz.trainer.views import ChangeView

EVERYTHING = 400


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A learner who has met every card of a small forest; for copying."""
    root = tmp_path_factory.mktemp("studied")
    desk = Desk(Home(root / "home"), forest(6).write(root / "questions"))
    with desk.trainer(new_per_day=EVERYTHING) as trainer:
        study(trainer.study(), desk.clock, most=4 * EVERYTHING)
    return desk


@pytest.fixture
def learned(studied: Desk, tmp_path: Path) -> tuple[Desk, Folder]:
    """That learner on a machine of the test's own, and the forest, to be changed."""
    shutil.copytree(studied.home.root.parent, tmp_path, dirs_exist_ok=True)
    desk = Desk(Home(tmp_path / "home"), tmp_path / "questions", SetClock(studied.clock.now()), studied.settings)
    return desk, forest(6)


def states(desk: Desk) -> dict[str, CardState]:
    with desk.store() as store:
        return store.states()


def reforested(desk: Desk, folder: Folder, change: Callable[[Folder], object]) -> None:
    """The questions as a new release brings them."""
    change(folder)
    folder.write(desk.questions)


def entity_of(desk: Desk, attribute: str) -> str:
    """An entity whose value of `attribute` was learned in both directions."""
    learned = {key for key, state in states(desk).items() if state.phase is Phase.REVIEW}
    keys = (key for key in learned if key.endswith(f"/{attribute}#value"))
    return next(key for key in sorted(keys)).removeprefix("fact:").partition("/")[0]


def test_bumping_one_value_changes_the_cards_that_depend_on_it_and_no_other(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    before = {card.key: card.fingerprint for card in library(desk).cards}
    reforested(desk, folder, lambda forest: forest.entity(name)["facts"].update(context="99M"))
    after = {card.key: card.fingerprint for card in library(desk).cards}
    changed = {key for key in before if before[key] != after.get(key)}
    assert {f"fact:{name}/context#value", f"fact:{name}/context#entity"} == changed


def test_what_changed_is_told_first_and_that_card_alone_is_learned_again_without_a_lapse(
    learned: tuple[Desk, Folder],
) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    key = f"fact:{name}/context#value"
    old = states(desk)
    reforested(desk, folder, lambda forest: forest.entity(name)["facts"].update(context="99M"))
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


def test_what_was_told_is_not_told_again(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    reforested(desk, folder, lambda forest: forest.entity(name)["facts"].update(context="99M"))
    with desk.trainer() as trainer:
        session = trainer.study()
        while isinstance(session.view, ChangeView):
            session.read()
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)


def test_an_update_says_until_when_the_old_value_held(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    fact = {"value": "99M", "was": [{"value": "8k", "until": "2024-05"}]}
    reforested(desk, folder, lambda forest: forest.entity(name)["facts"].update(context=fact))
    with desk.trainer() as trainer:
        news = trainer.study().view
    assert isinstance(news, ChangeView)
    assert "2024-05" == news.since


def test_rewording_a_concept_changes_nothing(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned

    def reword(forest: Folder) -> None:
        forest.sheets[0]["definition"]["en"] += " Said better."

    reforested(desk, folder, reword)
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)


def test_a_renamed_entity_keeps_what_was_learned_of_it(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    old = states(desk)[f"fact:{name}/context#value"]
    reforested(desk, folder, lambda forest: forest.entity(name).update(id="birch-two", renamed_from=[name]))
    with desk.trainer() as trainer:
        assert not isinstance(trainer.study().view, ChangeView)
    new = states(desk)["fact:birch-two/context#value"]
    assert (old.stability, old.due_day, old.repetitions) == (new.stability, new.due_day, new.repetitions)
    desk.assert_states_are_the_log()


def test_undo_reaches_back_before_a_renaming(learned: tuple[Desk, Folder]) -> None:
    desk, folder = learned
    name = entity_of(desk, "context")
    reforested(desk, folder, lambda forest: forest.entity(name).update(id="birch-two", renamed_from=[name]))
    with desk.trainer() as trainer:
        session = trainer.study()
        for _ in range(EVERYTHING):
            if session.undo() is None:
                break
    with desk.store() as store:
        assert examine(store).healthy
        assert store.last_action() is None


def test_a_released_key_that_vanishes_is_a_problem_unless_it_was_renamed_or_buried(
    learned: tuple[Desk, Folder],
) -> None:
    desk, folder = learned
    keys = [card.key for card in library(desk).cards]
    desk.questions.joinpath("keys.txt").write_text("\n".join(keys) + "\n", encoding="utf-8")
    assert () == library(desk).problems

    name = entity_of(desk, "context")
    reforested(desk, folder, lambda forest: forest.entity(name)["facts"].pop("context"))
    gone = [f"fact:{name}/context#value", f"fact:{name}/context#entity"]
    found = library(desk).problems
    assert ["vanished-key"] * 2 == [problem.code for problem in found]
    assert [keys.index(key) + 1 for key in sorted(gone, key=keys.index)] == [problem.place.line for problem in found]

    buried = "".join(f"{key} nobody could find the source again\n" for key in gone)
    desk.questions.joinpath("tombstones.txt").write_text(f"# key, and why\n{buried}", encoding="utf-8")
    assert () == library(desk).problems


def library(desk: Desk) -> Library:
    return Library(desk.questions, (), desk.clock.now().date())
