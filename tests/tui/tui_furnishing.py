"""A learner's folder: a bank, and perhaps a past. Compiled once; each test gets it anew."""

import shutil
from datetime import UTC, datetime

from llmquiz.files.paths import Home
from llmquiz.trainer.clock import SetClock
from llmquiz.trainer.opening import opened

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BANK = """\
bank: garden
title: { en: Garden, zh: 花园 }
source: { title: The garden book }
questions:
  - id: green
    kind: choice
    question: { en: "Which colour has [MASK] grass[i] in [/INST]?", zh: "[MASK] 草[i] 是什么颜色？" }
    options:
      - { id: green, text: { en: "[b]green", zh: 绿色 }, right: true }
      - { id: red, text: { en: "red[/]", zh: 红色 }, because: { en: "Poppies[0] are red.", zh: 罂粟是红色。 } }
      - { id: blue, text: { en: blue, zh: 蓝色 }, because: { en: "The sky is blue.", zh: 天空是蓝色。 } }
    explanation: { en: Chlorophyll does it., zh: 因为叶绿素。 }
  - id: fruit
    kind: multi-choice
    question: { en: "Which of these are fruits?", zh: 下面哪些是水果？ }
    options:
      - { id: apple, text: { en: apple, zh: 苹果 }, right: true }
      - { id: pear, text: { en: pear, zh: 梨 }, right: true }
      - { id: stone, text: { en: stone, zh: 石头 }, because: { en: Nobody eats them., zh: 没人吃石头。 } }
    explanation: { en: They grow on trees., zh: 长在树上。 }
  - id: tall
    kind: typed
    question: { en: "Which plant turns towards the sun?", zh: 哪种植物跟着太阳转？ }
    answer: { en: sunflower, zh: 向日葵 }
    explanation: { en: Young ones do., zh: 年轻时如此。 }
  - id: legs
    kind: numeric
    question: { en: "How many leaves has this tree?", zh: 这棵树有多少片叶子？ }
    answer: 128k
    unit: { en: leaves, zh: 片叶子 }
    explanation: { en: Somebody counted them., zh: 有人数过。 }
  - id: moss
    kind: flashcard
    question: { en: "What is moss?", zh: 苔藓是什么？ }
    answer: { en: a small plant without roots, zh: 没有根的小植物 }
    explanation: { en: It drinks through its leaves., zh: 它用叶子喝水。 }
"""


class Furnished:
    """A learner's folder with the bank in it, compiled once; each test gets it anew, where it was compiled."""

    def __init__(self, root, questions, index=None):
        """`index`: where the questions are compiled already."""
        self.home, self._kept = Home(root / "home"), root / "kept"
        self.home.banks.mkdir(parents=True)
        if index is not None:
            shutil.copy(index, self.home.index)
        (self.home.banks / "garden.yaml").write_text(BANK, encoding="utf-8")
        with opened(self.home, clock=SetClock(NOW), questions=questions):
            pass
        self.keep()

    def keep(self):
        """As it is now, so it will be."""
        shutil.rmtree(self._kept, ignore_errors=True)
        shutil.copytree(self.home.root, self._kept)

    def anew(self):
        """The folder as it was kept."""
        shutil.rmtree(self.home.root)
        shutil.copytree(self._kept, self.home.root)
        return self.home
