"""A very small knowledge folder as text, so that a test can break one line of it and say where the problem stands."""

import shutil
from pathlib import Path

from catalogues import read_folder
from llmquiz.core.problems import Problem
from llmquiz.files.paths import questions_root
from llmquiz.knowledge.gathering import Knowledge

TOPICS = """\
topics:
  - { id: ideas, name: { en: Ideas, zh: 概念 } }
  - { id: forest, name: { en: Forest, zh: 森林 } }
"""
SOURCES = """\
sources:
  - { id: book, title: { en: The Book, zh: 书 }, publisher: A press }
"""
ATTRIBUTES = """\
entity_kinds:
  - { id: maker, name: maker, plural: makers }
  - { id: model, name: model, plural: models }
attributes:
  - id: developer
    kind: category
    name: developer
    of: [model]
    values_from: maker
    wording:
      en: { value: "Who made {entity}?", statement: "{entity} was made by {value}." }
      zh: { value: "{entity} 由谁开发？", statement: "{entity} 由 {value} 开发。" }
  - id: price
    kind: money
    name: { en: price, zh: 价格 }
    of: [model]
    unit: USD
    volatility: volatile
    prerequisites: [developer]
    wording:
      en: { value: "What did {entity} cost in {as_of}?", statement: "In {as_of}, {entity} cost {value}." }
      zh: { value: "{as_of}，{entity} 多少钱？", statement: "{as_of}，{entity} 卖 {value}。" }
  - id: release
    kind: date
    name: release
    of: [model]
    wording:
      en: { value: "When did {entity} come out?", statement: "{entity} came out in {value}." }
      zh: { value: "{entity} 何时发布？", statement: "{entity} 发布于 {value}。" }
"""
THINGS = """\
topic: forest
source: book
as_of: 2024-06
entities:
  - id: acme
    kind: maker
    name: Acme
  - id: oak
    kind: model
    name: Oak
    facts:
      developer: acme
      price: 5
      release: { value: 2024-05, why: { en: In spring., zh: 在春天。 } }
  - id: elm
    kind: model
    name: { en: Elm, zh: 榆 }
    facts:
      price: 7
"""
SHEET = """\
sheet: pruning
topic: ideas
source: book
term: { en: pruning, zh: 剪枝 }
definition: { en: Weights are taken out., zh: 去掉权重。 }
definition_question: { en: "What is it called?", zh: 叫什么？ }
explanation: { en: A paragraph., zh: 一段话。 }
disjoint: [grafting]
prerequisites: [grafting]
related: [grafting]
entities: [oak]
statements:
  - id: cuts
    question: { en: "What does it cut?", zh: 剪的是什么？ }
    text: { en: "It cuts [[weights]].", zh: "它剪掉[[权重]]。" }
    because: { en: So it is., zh: 就是这样。 }
    wrong:
      - { id: data, text: { en: data, zh: 数据 }, because: { en: No., zh: 不。 } }
      - { id: words, text: { en: words, zh: 词 }, because: { en: No., zh: 不。 } }
contrasts:
  - id: not-grafting
    with: grafting
    question: { en: "What does it not add?", zh: 它不增加什么？ }
    text: { en: "It adds no [[branches]].", zh: "它不增加[[枝条]]。" }
    because: { en: So it is., zh: 就是这样。 }
    wrong:
      - { id: data, text: { en: data, zh: 数据 }, because: { en: No., zh: 不。 } }
      - { id: words, text: { en: words, zh: 词 }, because: { en: No., zh: 不。 } }
misconceptions:
  - { id: one, claim: { en: One., zh: 一。 }, because: { en: No., zh: 不。 } }
  - { id: two, claim: { en: Two., zh: 二。 }, because: { en: No., zh: 不。 } }
  - { id: three, claim: { en: Three., zh: 三。 }, because: { en: No., zh: 不。 } }
"""
OTHER_SHEET = """\
sheet: grafting
topic: ideas
source: book
term: { en: grafting, zh: 嫁接 }
definition: { en: A branch is put on., zh: 接上枝条。 }
definition_question: { en: "What is it called?", zh: 叫什么？ }
explanation: { en: A paragraph., zh: 一段话。 }
statements:
  - id: adds
    question: { en: "What does it add?", zh: 增加什么？ }
    text: { en: "It adds [[a branch]].", zh: "它增加[[枝条]]。" }
    because: { en: So it is., zh: 就是这样。 }
    wrong:
      - { id: data, text: { en: data, zh: 数据 }, because: { en: No., zh: 不。 } }
      - { id: words, text: { en: words, zh: 词 }, because: { en: No., zh: 不。 } }
misconceptions:
  - { id: one, claim: { en: One., zh: 一。 }, because: { en: No., zh: 不。 } }
  - { id: two, claim: { en: Two., zh: 二。 }, because: { en: No., zh: 不。 } }
  - { id: three, claim: { en: Three., zh: 三。 }, because: { en: No., zh: 不。 } }
"""
FILES = {
    "topics.yaml": TOPICS,
    "sources/books.yaml": SOURCES,
    "catalogue/attributes.yaml": ATTRIBUTES,
    "catalogue/things.yaml": THINGS,
    "concepts/pruning.yaml": SHEET,
    "concepts/grafting.yaml": OTHER_SHEET,
}


def read_with(root: Path, **changed: str) -> tuple[Knowledge, tuple[Problem, ...]]:
    """The folder with other text in the files that are named by their stem."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), encoding="utf-8")
    if not (root / "languages").exists():
        shutil.copytree(questions_root() / "languages", root / "languages")
    return read_folder(root)


def place_of(text: str, needle: str) -> tuple[int, int]:
    """Line and column of the one place where `needle` stands in `text`; a `^` in it marks the spot."""
    offset = max(needle.find("^"), 0)
    plain = needle.replace("^", "")
    assert text.count(plain) == 1, f"{plain!r} stands {text.count(plain)} times"
    at = text.index(plain) + offset
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
