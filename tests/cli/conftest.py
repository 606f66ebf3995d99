"""A learner's machine for the command line: a forest instead of the shipped questions, one bank, a set clock."""

import errno
import io
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from catalogues import Folder
from llmquiz.cli.program import program
from llmquiz.cli.surroundings import Surroundings
from llmquiz.core.items import Item
from llmquiz.core.responses import One
from llmquiz.files.paths import Home
from llmquiz.generate.forms import FORMS, Form
from llmquiz.generate.request import Request
from llmquiz.trainer.clock import SetClock
from racks import gpus

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
FEW = {"rtx-4090", "rtx-4080", "rx-7900-xtx", "rx-6400", "arc-a770", "arc-a380", "h100"}
BANK = """\
bank: garden
title: { en: Garden, zh: 花园 }
source: { title: The garden book }
questions:
  - id: green
    kind: choice
    question: { en: "Which colour has grass?", zh: 草是什么颜色？ }
    options:
      - { id: green, text: { en: green, zh: 绿色 }, right: true }
      - { id: red, text: { en: red, zh: 红色 }, because: { en: "Poppies are red.", zh: 罂粟是红色。 } }
      - { id: blue, text: { en: blue, zh: 蓝色 }, because: { en: "The sky is blue.", zh: 天空是蓝色。 } }
    explanation: { en: Chlorophyll does it., zh: 因为叶绿素。 }
  - id: fruit
    kind: multi-choice
    question: { en: "Which of these are fruits?", zh: 下面哪些是水果？ }
    options:
      - { id: apple, text: { en: apple, zh: 苹果 }, right: true }
      - { id: pear, text: { en: pear, zh: 梨 }, right: true }
      - { id: stone, text: { en: stone, zh: 石头 } }
    explanation: { en: They grow on trees., zh: 长在树上。 }
  - id: tall
    kind: typed
    question: { en: "Which plant turns towards the sun?", zh: 哪种植物跟着太阳转？ }
    answer: { en: sunflower, zh: 向日葵 }
    explanation: { en: Young ones do., zh: 年轻时如此。 }
  - id: legs
    kind: numeric
    question: { en: "How many legs has a spider?", zh: 蜘蛛有几条腿？ }
    answer: 8
    explanation: { en: Eight., zh: 八条。 }
  - id: moss
    kind: flashcard
    question: { en: "What is moss?", zh: 苔藓是什么？ }
    answer: { en: a small plant without roots, zh: 没有根的小植物 }
    explanation: { en: It drinks through its leaves., zh: 它用叶子喝水。 }
"""


@pytest.fixture(scope="session")
def questions(forest_folder: Path) -> Path:
    """A small folder of knowledge."""
    return forest_folder


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, questions: Path) -> Path:
    """A home whose index knows the forest already."""
    home = Home(tmp_path_factory.mktemp("home"))
    shutil.copy(questions.with_suffix(".db"), home.index)
    with Surroundings(home, clock=SetClock(NOW), questions=questions).trainer():
        pass
    return home.root


def few_gpus() -> Folder:
    """Half of the graphics cards: what a proof, a report or a sheet looks like needs no more."""
    folder = gpus()
    folder.entities = [entity for entity in folder.entities if "facts" not in entity or entity["id"] in FEW]
    return folder


@pytest.fixture(scope="session")
def rack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A smaller folder of knowledge, which nothing has compiled: prices and dates are left out."""
    folder = few_gpus()
    for attribute in ("price", "release"):
        folder.attributes["attributes"].remove(folder.attribute(attribute))
        for entity in folder.entities:
            entity.get("facts", {}).pop(attribute, None)
    return folder.write(tmp_path_factory.mktemp("small") / "rack")


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory, compiled: Path, questions: Path) -> Callable[..., Result]:
    """Run one command line where nobody has studied, and nothing is changed: the same one is run once for all tests."""
    home = Home(tmp_path_factory.mktemp("stranger"))
    shutil.copy(compiled / "index.db", home.index)
    surroundings = Surroundings(home, clock=SetClock(NOW), questions=questions)

    @cache
    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(program, [str(each) for each in arguments], obj=surroundings)

    return run


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory, compiled: Path, questions: Path) -> Path:
    """The same with one bank, which the index knows, too."""
    home = Home(shutil.copytree(compiled, tmp_path_factory.mktemp("planted") / "home"))
    home.banks.mkdir(exist_ok=True)
    (home.banks / "garden.yaml").write_text(BANK, encoding="utf-8")
    with Surroundings(home, clock=SetClock(NOW), questions=questions).trainer():
        pass
    return home.root


@pytest.fixture
def surroundings(tmp_path: Path, planted: Path, questions: Path) -> Surroundings:
    """A new learner with one bank, who has looked in once: the file is there and empty."""
    home = Home(tmp_path / "home")
    shutil.copytree(planted / "banks", home.banks)
    shutil.copy(planted / "index.db", home.index)
    home.database().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(Home(planted).database(), home.database())
    bank, there = (str(root / "banks" / "garden.yaml") for root in (home.root, planted))
    with closing(sqlite3.connect(home.index)) as index, index:
        index.execute("PRAGMA synchronous = OFF")
        index.execute("UPDATE documents SET path = ? WHERE path = ?", (bank, there))  # a file is known by its place
    return Surroundings(home, clock=SetClock(NOW), questions=questions)


@pytest.fixture
def not_begun(surroundings: Surroundings) -> None:
    """The learner has no file yet."""
    shutil.rmtree(surroundings.home.profiles)


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Home, Callable[[], Any]], None]:
    """Let a new learner have a past: it is lived once, and copied to the others who have the same."""
    pasts = tmp_path_factory.mktemp("pasts")

    def live(name: str, home: Home, past: Callable[[], Any]) -> None:
        if (pasts / name).exists():
            shutil.copytree(pasts / name, home.root, dirs_exist_ok=True)
        else:
            past()
            shutil.copytree(home.root, pasts / name)

    return live


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Make a file or a folder one that may not be read, also for a superuser."""
    closed: set[str] = set()

    def guarded(opener: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Any, *rest: Any, **more: Any) -> Any:
            if not isinstance(path, int) and os.path.abspath(path) in closed:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return opener(path, *rest, **more)

        return opened

    for module, name in ((os, "scandir"), (os, "access"), (io, "open")):
        monkeypatch.setattr(module, name, guarded(getattr(module, name)))
    return lambda path: closed.add(os.path.abspath(path))


@pytest.fixture
def llmquiz(surroundings: Surroundings) -> Callable[..., Result]:
    """Run one command line, with this input."""

    def run(*arguments: str | Path, typed: str = "") -> Result:
        return CliRunner().invoke(program, [str(each) for each in arguments], input=typed, obj=surroundings)

    return run


@pytest.fixture
def lying(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that calls every option right."""
    honest = FORMS["choice-3"]

    def lie(request: Request) -> Item | None:
        item = honest.make(request)
        if item is None:
            return None
        return replace(item, response=One(tuple(replace(option, right=True) for option in item.options)))

    monkeypatch.setitem(FORMS, "choice-3", Form(honest.traits, lie))


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Write a rack on which only makers and memories stand, after something was added."""

    def write(**facts: object) -> Path:
        folder = few_gpus()
        del folder.attributes["attributes"][2:]
        for entity in folder.entities:
            if "facts" in entity:
                entity["facts"] = {name: entity["facts"][name] for name in ("vendor", "memory")}
        folder.entity("h100")["facts"].update(facts)
        return folder.write(tmp_path / "rack")

    return write
