"""A forest in which every form finds something to ask, and a few items of each form."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generate_samples import items

from catalogues import Folder, both
from forests import forest, tree
from llmquiz.core.items import Item
from llmquiz.generate.generator import Generator

_MOST = 6
"""Items a form is looked at with."""


def every_form() -> Folder:
    """The forest, with orders, matches, ratios, negatives, a longer set and a statement that nobody types."""
    folder = forest()
    _skills(folder)
    modalities = folder.attribute("modalities")
    modalities["values"] += [
        {"id": "heat", "name": both("heat", "热量")},
        {"id": "smell", "name": both("smell", "气味")},
    ]
    modalities["wording"]["en"]["not_member"] = "Which of these can {entity} NOT take as input?"
    modalities["wording"]["zh"]["not_member"] = "下列哪种输入是 {entity} 【不】能接受的？"
    folder.entity(tree(0).casefold())["facts"]["modalities"]["value"] = ["text", "image", "audio"]
    for sheet in folder.sheets:
        second = deepcopy(sheet["statements"][0]) | {"id": "keeps", "typed": False}
        second["question"] = both("What does pruning keep as it was?", "剪枝不改变的是什么？")
        second["text"] = both("Pruning keeps [[the shape of the text]].", "剪枝不改变的是[[文本的形状]]。")
        sheet["statements"].append(second)
        kinds = sheet["lists"][0]
        kinds["members"].append(
            {"id": "movement", "text": both("by movement", "按移动"), "because": both("Still ones go.", "不动的去掉。")}
        )
        kinds["complete"] = True
    return folder


def _skills(folder: Folder) -> None:
    folder.entity(tree(7).casefold())["facts"]["developer"] = "acme"
    developer, parameters = folder.attribute("developer"), folder.attribute("parameters")
    developer["wording"]["en"]["not_entity"] = "Which of these was NOT developed by {value}?"
    developer["wording"]["zh"]["not_entity"] = "下列哪一个【不】由 {value} 开发？"
    developer["match"] = {
        "topic": "forest",
        "question": both("Who developed which? Match them.", "请把它们与开发者配对。"),
    }
    parameters["order"] = {"topic": "forest", "question": both("Put these in order of size.", "请按参数量排序。")}
    parameters["ratio"] = {
        "topic": "forest",
        "question": both(
            "Roughly how many times as many parameters does {entity} have as {other}?",
            "{entity} 的参数量大约是 {other} 的多少倍？",
        ),
    }


@cache
def grown() -> Generator:
    """The generator of that forest, made once."""
    with TemporaryDirectory() as folder:
        return every_form().generator(Path(folder))


@cache
def samples(form: str, lang: str) -> tuple[Item, ...]:
    """Items of different cards: one of each predicate first."""
    by_claim: dict[tuple[type, type], list[Item]] = {}
    for item in items(grown(), "", (form,), (lang,), seeds=1):
        kind = type(item.predicate), type(getattr(item.predicate, "of", None))
        by_claim.setdefault(kind, []).append(item)
    firsts = [found[0] for found in by_claim.values()]
    lasts = [found[-1] for found in by_claim.values() if len(found) > 1]
    return tuple(firsts + lasts)[:_MOST]
