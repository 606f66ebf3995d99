"""Small knowledge folders for tests, written as the YAML that people write: a forest of models, and a rack of GPUs.

`forest` knows nothing real, so that each value is where a test put it: names without digits, values far apart.
"""

import shutil
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from llmquiz.core.problems import Problem
from llmquiz.files.paths import questions_root
from llmquiz.generate.generator import Generator
from llmquiz.knowledge.gathering import Knowledge, gather
from llmquiz.knowledge.reading import read_body

TODAY = date(2024, 7, 1)
Raw = dict[str, Any]


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
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def read_folder(root: Path) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Everything the files under `root` say, and everything that is wrong with it."""
    bodies, problems = {}, []
    for path in sorted(root.rglob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        body, found = read_body(path, shown)
        problems += found
        if body is not None:
            bodies[shown] = body
    knowledge, misfits = gather(bodies)
    return knowledge, tuple(sorted((*problems, *misfits), key=lambda problem: problem.place))


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
TOPICS: list[Raw] = [
    {"id": "ideas", "name": both("Ideas", "概念")},
    {"id": "forest", "name": both("Forest", "森林")},
    {"id": "prices", "name": both("Prices", "价格")},
]
KINDS: list[Raw] = [
    {"id": "maker", "name": both("maker", "机构"), "plural": both("makers", "机构")},
    {"id": "model", "name": both("model", "模型"), "plural": both("models", "模型")},
]

_DEVELOPER = {
    "id": "developer", "kind": "category", "name": both("developer", "开发者"), "of": ["model"],
    "values_from": "maker", "tier": "core",
} | asks(
    ("Who developed {entity}?", "{entity} 由谁开发？"),
    ("{entity} was developed by {value}.", "{entity} 由 {value} 开发。"),
    ("Which of these was developed by {value}?", "下列哪一个由 {value} 开发？"),
)  # fmt: skip
_PARAMETERS = {
    "id": "parameters", "kind": "quantity", "name": both("parameters", "参数量"), "of": ["model"],
    "unit": both("parameters", "个参数"), "scale": both("short", "chinese"), "tolerance": "5%",
    "prerequisites": ["developer", "concept:pruning"],
    "compare": {"topic": "forest", "most": both("Which of these has the most parameters?", "下列哪个参数最多？"),
                "least": both("Which of these has the fewest parameters?", "下列哪个参数最少？")},
} | asks(
    ("How many parameters does {entity} have?", "{entity} 有多少参数？"),
    ("{entity} has {value} parameters.", "{entity} 的参数量是 {value}。"),
    ("Which of these has {value} parameters?", "下列哪个的参数量是 {value}？"),
)  # fmt: skip
_CONTEXT = {
    "id": "context", "kind": "quantity", "name": both("context window", "上下文长度"), "of": ["model"],
    "unit": both("tokens", "个词元"), "scale": "short", "tolerance": "5%",
} | asks(
    ("How long is the context window of {entity}, in tokens?", "{entity} 的上下文有多少个词元？"),
    ("{entity} has a context window of {value} tokens.", "{entity} 的上下文有 {value} 个词元。"),
    ("Which of these has a context window of {value} tokens?", "下列哪个的上下文是 {value} 个词元？"),
)  # fmt: skip
_RELEASE = {
    "id": "release", "kind": "date", "name": both("release", "发布时间"), "of": ["model"], "precision": "month",
    "compare": {"topic": "forest", "most": both("Which of these came out last?", "下列哪个发布得最晚？"),
                "least": both("Which of these came out first?", "下列哪个发布得最早？")},
} | asks(
    ("In which month did {entity} come out?", "{entity} 是哪年哪月发布的？"),
    ("{entity} came out in {value}.", "{entity} 发布于 {value}。"),
    ("Which of these came out in {value}?", "下列哪个发布于 {value}？"),
)  # fmt: skip
_MODALITIES = {
    "id": "modalities", "kind": "set", "name": both("input", "输入"), "of": ["model"],
    "values": [{"id": "text", "name": both("text", "文本")}, {"id": "image", "name": both("images", "图像")},
               {"id": "audio", "name": both("audio", "音频")}, {"id": "video", "name": both("video", "视频")},
               {"id": "touch", "name": both("touch", "触觉")}],
} | asks(
    ("Which inputs does {entity} take?", "{entity} 接受哪些输入？"),
    ("{entity} takes {value} as input.", "{entity} 接受 {value} 作为输入。"),
    member=("{entity} takes {value} as input.", "{entity} 接受 {value} 作为输入。"),
    member_question=("Which of these can {entity} take as input?", "{entity} 可以接受下列哪种输入？"),
)  # fmt: skip
_CALL = {
    "output": "price_output", "per": "1M", "topic": "prices",
    "question": both("At {price_in} in and {price_out} out per million tokens ({entity}, {as_of}), what does a call "
                     "with {in} input and {out} output tokens cost?",
                     "每百万词元输入 {price_in} 、输出 {price_out} （{entity}，{as_of}），一次输入 {in} 、输出 {out} "
                     "个词元的调用要多少钱？"),
    "explanation": both("Input makes {cost_in}, output {cost_out}, together {total}.",
                        "输入 {cost_in}，输出 {cost_out}，合计 {total}。"),
}  # fmt: skip


def _price(name: str, en: str, zh: str) -> Raw:
    return {
        "id": name, "kind": "money", "name": both(f"{en} price", f"{zh}价格"), "of": ["model"], "unit": "USD",
        "volatility": "volatile", "topic": "prices",
    } | asks(
        (f"What did a million {en} tokens of {{entity}} cost in {{as_of}}?", f"{{as_of}}，{{entity}} 每百万{zh}词元多少钱？"),
        (f"In {{as_of}}, a million {en} tokens of {{entity}} cost {{value}}.", f"{{as_of}}，{{entity}} 每百万{zh}词元 {{value}}。"),
        (f"For which of these did a million {en} tokens cost {{value}} in {{as_of}}?", f"{{as_of}}，下列哪个每百万{zh}词元 {{value}}？"),
    )  # fmt: skip


MAKERS = ("Acme", "Borel", "Corvid", "Delphi", "Estuary", "Fennec")
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")
_CONTEXTS = ("1k", "2k", "4k", "8k", "16k", "32k", "64k", "128k", "256k", "512k", "1M", "2M")
_SIZES = ("100M", "300M", "1B", "3B", "7B", "13B", "34B", "70B", "180B", "400B", "900B", "2T")
_PRICES = ("0.10", "0.25", "0.50", "1", "2", "4", "5", "8", "10", "20", "30", "60")


def tree(place: int) -> str:
    """The name of the model at `place`, out of a hundred."""
    one, other = divmod(place, len(_SYLLABLES))
    return (_SYLLABLES[one] + _SYLLABLES[other] + "rin").capitalize()


def model(place: int) -> Raw:
    """A model whose values follow from its place: twelve have twelve different values of each attribute."""
    month, turn = 1 + place % 12, place % 12
    facts: Raw = {
        "developer": MAKERS[place % len(MAKERS)].casefold(),
        "parameters": _SIZES[(turn * 5) % 12],
        "context": _CONTEXTS[(turn * 7) % 12],
        "release": f"{2020 + place % 5}-{month:02d}",
        "modalities": {"value": ["text", "image"][: 1 + place % 2], "complete": True},
        "price_input": _PRICES[turn],
        "price_output": str(int(4 * float(_PRICES[turn]) * 100) / 100),
    }
    return {"id": tree(place).casefold(), "kind": "model", "name": tree(place), "facts": facts}


SHEET: Raw = {
    "sheet": "pruning", "topic": "ideas", "source": "book", "term": both("pruning", "剪枝"),
    "aliases": both("x", "y") | {"en": ["weight pruning"], "zh": ["权重剪枝"]},
    "definition": both("Weights that matter little are taken out of a network.", "去掉网络中不重要的权重。"),
    "definition_question": both("What is it called to take out the weights that matter little?", "去掉不重要的权重叫什么？"),
    "explanation": both("A network has many weights that hardly matter; taking them out makes it smaller.",
                        "网络中有许多几乎不起作用的权重，去掉它们就能缩小网络。"),
    "disjoint": ["grafting", "watering", "mulching"],
    "statements": [
        {"id": "makes-smaller", "question": both("What does pruning reduce?", "剪枝减少的是什么？"),
         "text": both("Pruning reduces [[the number of weights]].", "剪枝减少的是[[权重的数目]]。"),
         "because": both("Whatever is cut is no longer stored.", "剪掉的就不用再存了。"),
         "wrong": [
             {"id": "data", "text": both("the amount of data used", "数据的总量"), "because": both("Data stays.", "数据不变。")},
             {"id": "layers", "text": both("the layers in a block", "模块的层数"), "because": both("Layers stay.", "层不变。")},
             {"id": "words", "text": both("the known vocabulary", "词表大小值"), "because": both("Words stay.", "词不变。")},
             {"id": "speed", "text": both("the learning rate", "学习的速率"), "because": both("That is set.", "那是设定的。")}]}],
    "lists": [
        {"id": "kinds", "name": both("kinds of pruning", "剪枝的种类"),
         "question": both("Which of these is a kind of pruning?", "下列哪一种是剪枝？"),
         "members": [
             {"id": "structured", "text": both("structured", "结构化"), "because": both("Whole rows go.", "整行去掉。")},
             {"id": "magnitude", "text": both("by magnitude", "按大小"), "because": both("Small ones go.", "小的去掉。")}],
         "outside": [
             {"id": "seasonal", "text": both("by season", "按季节"), "because": both("Networks have none.", "网络没有季节。")},
             {"id": "grafted", "text": both("grafted", "嫁接式"), "because": both("Nothing is grafted.", "没有嫁接。")},
             {"id": "spoken", "text": both("spoken", "口语式"), "because": both("Nothing is spoken.", "没有口语。")}]}],
    "misconceptions": [
        {"id": name, "claim": both(en, zh), "because": both("It is not so.", "并非如此。")}
        for name, en, zh in (
            ("grows", "Pruning makes a network larger.", "剪枝使网络变大。"),
            ("data", "Pruning removes training data.", "剪枝去掉训练数据。"),
            ("free", "Pruning adds new weights.", "剪枝增加新的权重。"))],
}  # fmt: skip


def sheet(name: str, term: tuple[str, str]) -> Raw:
    """Another sheet, so that a term has others beside it."""
    other = deepcopy(SHEET) | {"sheet": name, "term": both(*term), "disjoint": ["pruning"], "prerequisites": ["pruning"]}
    del other["aliases"]
    other["definition"] = both(f"What gardeners do to {name} a tree.", f"园丁对树做的事（{term[1]}）。")
    return other


def forest(count: int = 12) -> Folder:
    """A folder of `count` models by six makers, seven attributes of all kinds but three, and four sheets."""
    makers = [{"id": name.casefold(), "kind": "maker", "name": name} for name in MAKERS]
    attributes = [
        _DEVELOPER, _PARAMETERS, _CONTEXT, _RELEASE, _MODALITIES,
        _price("price_input", "input", "输入") | {"call_cost": _CALL}, _price("price_output", "output", "输出"),
    ]  # fmt: skip
    sheets = [
        SHEET,
        sheet("grafting", ("grafting", "嫁接")),
        sheet("watering", ("watering", "浇水")),
        sheet("mulching", ("mulching", "覆盖")),
    ]
    return deepcopy(
        Folder(
            TOPICS,
            {"entity_kinds": KINDS, "attributes": attributes},
            [*makers, *(model(place) for place in range(count))],
            sheets,
        )
    )


_RACK = (
    ("rtx-4090", "GeForce RTX 4090", "nvidia", "24", "1599", "2022-10", "three-slot"),
    ("rtx-4080", "GeForce RTX 4080", "nvidia", "16", "1199", "2022-11", "three-slot"),
    ("rtx-4070", "GeForce RTX 4070", "nvidia", "12", "599", "2023-04", "two-slot"),
    ("rtx-4060", "GeForce RTX 4060", "nvidia", "8", "299", "2023-06", "two-slot"),
    ("rx-7900-xtx", "Radeon RX 7900 XTX", "amd", "24", "999", "2022-12", "three-slot"),
    ("rx-7800-xt", "Radeon RX 7800 XT", "amd", "16", "499", "2023-09", "two-slot"),
    ("rx-6400", "Radeon RX 6400", "amd", "4", "159", "2022-01", "one-slot"),
    ("arc-a770", "Arc A770", "intel", "16", "349", "2022-10", "two-slot"),
    ("arc-a380", "Arc A380", "intel", "6", "139", "2022-06", "two-slot"),
    ("arc-a310", "Arc A310", "intel", "4", "110", "2022-09", "one-slot"),
    ("h100", "H100 SXM", "nvidia", "80", "30000", "2022-03", "module"),
    ("a100", "A100 SXM", "nvidia", "40", "12000", "2020-05", "module"),
    ("mi300x", "Instinct MI300X", "amd", "192", "15000", "2023-12", "module"),
    ("mtt-s80", "MTT S80", "moore-threads", "16", "420", "2022-11", "two-slot"),
)
_VENDORS = (("nvidia", "NVIDIA"), ("amd", "AMD"), ("intel", "Intel"), ("moore-threads", "Moore Threads"))


def gpus() -> Folder:
    """A folder that has nothing to do with language models: graphics cards."""
    attributes = [
        {"id": "vendor", "kind": "category", "name": both("vendor", "厂商"), "of": ["gpu"], "values_from": "vendor"}
        | asks(
            ("Which company sells the {entity}?", "{entity} 是哪家公司的？"),
            ("The {entity} is sold by {value}.", "{entity} 出自 {value}。"),
            ("Which of these is sold by {value}?", "下列哪款出自 {value}？"),
        ),
        {"id": "memory", "kind": "quantity", "name": both("memory", "显存"), "of": ["gpu"], "unit": "GB",
         "compare": {"topic": "cards", "most": both("Which of these has the most memory?", "下列哪款显存最大？"),
                     "least": both("Which of these has the least memory?", "下列哪款显存最小？")}}
        | asks(
            ("How many GB of memory does the {entity} have?", "{entity} 的显存是多少 GB？"),
            ("The {entity} has {value} GB of memory.", "{entity} 的显存是 {value} GB。"),
            ("Which of these has {value} GB of memory?", "下列哪款的显存是 {value} GB？"),
        ),
        {"id": "price", "kind": "money", "name": both("price", "价格"), "of": ["gpu"], "unit": "USD",
         "volatility": "volatile"}
        | asks(
            ("What did the {entity} cost in {as_of}?", "{as_of}，{entity} 卖多少钱？"),
            ("In {as_of}, the {entity} cost {value}.", "{as_of}，{entity} 卖 {value}。"),
            ("Which of these cost {value} in {as_of}?", "{as_of}，下列哪款卖 {value}？"),
        ),
        {"id": "release", "kind": "date", "name": both("release", "上市时间"), "of": ["gpu"]}
        | asks(
            ("In which month did the {entity} come out?", "{entity} 是哪年哪月上市的？"),
            ("The {entity} came out in {value}.", "{entity} 于 {value} 上市。"),
            ("Which of these came out in {value}?", "下列哪款于 {value} 上市？"),
        ),
        {"id": "form", "kind": "category", "name": both("form factor", "尺寸"), "of": ["gpu"],
         "values": [{"id": name, "name": both(en, zh)} for name, en, zh in (
             ("one-slot", "one slot", "单槽"), ("two-slot", "two slots", "双槽"), ("three-slot", "three slots", "三槽"),
             ("module", "a module", "模块"))]}
        | asks(
            ("How much room does the {entity} take?", "{entity} 占多少位置？"),
            ("The {entity} takes {value}.", "{entity} 占{value}。"),
        ),
    ]  # fmt: skip
    kinds = [{"id": "gpu", "name": "GPU", "plural": "GPUs"}, {"id": "vendor", "name": "vendor", "plural": "vendors"}]
    entities = [{"id": name, "kind": "vendor", "name": shown, "topic": "cards"} for name, shown in _VENDORS]
    for name, shown, vendor, memory, price, release, form in _RACK:
        facts = {"vendor": vendor, "memory": memory, "price": price, "release": release, "form": form}
        entities.append({"id": name, "kind": "gpu", "name": shown, "topic": "cards", "facts": facts})
    topics = [{"id": "cards", "name": both("Graphics cards", "显卡")}, {"id": "forest", "name": "Forest"}]
    return Folder(topics, {"entity_kinds": kinds, "attributes": attributes}, entities, [])
