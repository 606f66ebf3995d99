"""Small knowledge folders for tests: plain data until it is written as the YAML that people write, and read back."""

import pickle
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from llmquiz.core.problems import Problem
from llmquiz.files.paths import questions_root
from llmquiz.generate.generator import Generator
from llmquiz.knowledge.bodies import Body
from llmquiz.knowledge.gathering import Knowledge, gather
from llmquiz.knowledge.reading import placed, read_body

TODAY = date(2024, 7, 1)
Raw = dict[str, Any]
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""libyaml's where it is there: it writes a forest five times as fast."""


@dataclass
class Folder:
    """What stands in one knowledge folder, to be changed by a test before it is written."""

    topics: list[Raw]
    attributes: Raw
    entities: list[Raw]
    sheets: list[Raw]

    def entity(self, name: str) -> Raw:
        """One entity, to be changed."""
        return next(entity for entity in self.entities if entity["id"] == name)

    def attribute(self, name: str) -> Raw:
        """One attribute, to be changed."""
        return next(attribute for attribute in self.attributes["attributes"] if attribute["id"] == name)

    def write(self, root: Path) -> Path:
        """Write everything under `root`."""
        dump(root / "topics.yaml", {"topics": self.topics})
        dump(root / "sources" / "books.yaml", {"sources": SOURCES})
        dump(root / "catalogue" / "attributes.yaml", self.attributes)
        defaults = {"topic": "forest", "source": "book", "as_of": "2024-06"}
        dump(root / "catalogue" / "things.yaml", defaults | {"entities": self.entities})
        for sheet in self.sheets:
            dump(root / "concepts" / f"{sheet['sheet']}.yaml", sheet)
        shutil.copytree(questions_root() / "languages", root / "languages", dirs_exist_ok=True)
        return root

    def generator(self, root: Path) -> Generator:
        """The generator of what is written under `root`; the folder must be without problems."""
        knowledge, problems = read_folder(self.write(root))
        assert () == problems
        return Generator(knowledge, TODAY)


def dump(path: Path, data: object) -> None:
    """Write one YAML file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_written(pickle.dumps(data)), encoding="utf-8")


@cache
def _written(data: bytes) -> str:
    """What was pickled, as YAML: of most folders most files are written as for every other one."""
    return yaml.dump(pickle.loads(data), Dumper=_DUMPER, allow_unicode=True, sort_keys=False)


def read_folder(root: Path, leave_out: Collection[str] = ()) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Everything the files under `root` say, and everything that is wrong with it."""
    bodies, paths, problems = {}, {}, []
    for path in sorted(root.rglob("*.yaml")):
        if path.parent.name in leave_out:
            continue
        shown = path.relative_to(root).as_posix()
        body, found = _body(path, shown)
        problems += found
        bodies[shown], paths[shown] = body, path
    knowledge, found = gather(bodies)
    return knowledge, tuple(sorted((*problems, *placed(found, paths)), key=lambda problem: problem.place))


def _body(path: Path, shown: str) -> tuple[Body, tuple[Problem, ...]]:
    """What a file says, read once a run: most files of most folders are those of every other one."""
    name = shown, path.name, path.parent.name, path.read_bytes()
    if name not in _bodies:
        _bodies[name] = read_body(path, shown)
    return _bodies[name]


_bodies: dict[tuple[str, str, str, bytes], tuple[Body, tuple[Problem, ...]]] = {}


def both(en: str, zh: str) -> Raw:
    """A text in both languages."""
    return {"en": en, "zh": zh}


def asks(value: tuple[str, str], statement: tuple[str, str], entity: tuple[str, str] | None = None, **more: Any) -> Raw:
    """The wordings of an attribute in both languages."""
    wording = {
        lang: {"value": value[place], "statement": statement[place]}
        | ({"entity": entity[place]} if entity else {})
        | {way: words[place] for way, words in more.items()}
        for place, lang in enumerate(("en", "zh"))
    }
    return {"wording": wording}


SOURCES: list[Raw] = [
    {"id": "book", "title": both("The Book of Trees", "树木之书"), "publisher": "A press", "date": "2024"},
    {"id": "letter", "title": "A letter", "publisher": "A reader"},
]
