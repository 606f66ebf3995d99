"""E07: the stem is a whole question, and an open one can be answered without seeing options.

It asks (`?`), or leaves a gap (`____`), or ends in a colon, or tells what to do. A statement to be judged and the front
of a flashcard may be anything but empty.

Passes: `Who made BERT?`; `BERT was made by ____.`; `Name the maker of BERT.`; `BERT 由 ____ 提出。`
Fails: `BERT`; with a typed answer: `Which of these made BERT?`
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from llmquiz.core.items import Item
from llmquiz.core.responses import NumberEntry, SelfRate, TextEntry
from llmquiz.core.rules.faults import Fault
from llmquiz.core.rules.words import is_judgement
from llmquiz.core.wordings import worded

GAP = re.compile(r"_{2,}|\.{3,}|…|（\s*）|\(\s*\)|【\s*】|\[\s*\]")
_OPEN = (TextEntry, NumberEntry)
_ASKS = re.compile(r"[?？]")
_ENDS_OPEN = re.compile(r"[:：]\s*$")
_IMPERATIVES = {
    "en": re.compile(
        r"(?:please |now )?(?:add|arrange|calculate|choose|classify|complete|compute|convert|count|decide|define|"
        r"describe|determine|enter|estimate|explain|fill|find|give|identify|judge|list|mark|match|name|order|pick|put|rank|recall|"
        r"round|say|select|solve|sort|spell|state|tell|tick|translate|type|write)\b"
    ),
    "zh": re.compile(
        r"(?:请|试)|.*(?:写出|选出|说出|列出|填空|判断|计算|指出|解释|描述|给出|填写|补全|简述|估算|排序|匹配|翻译|选择|说明|定义)"
    ),
}
_LEANS = {
    "en": re.compile(r"\b(?:(?:which|what|one|all|none) of (?:these|those|the following|the options)|below)\b"),
    "zh": re.compile(r"(?:下列|以下|下面|上述)(?:哪|选项|各项|说法|四项|三项|中)"),
}


def check(item: Item) -> Iterator[Fault]:
    """The faults of `item` against E07."""
    stem = item.stem.strip()
    if not stem:
        yield Fault("E07", worded("The question is empty."), worded("Write what is asked."))
    elif not isinstance(item.response, SelfRate) and not is_judgement(item) and not _is_whole(stem, item.lang):
        advises = worded("Ask with a question mark, or leave a gap: ____.")
        yield Fault("E07", worded("This is not a whole question."), advises)
    elif _leans_on_options(item):
        advises = worded("Ask so that it can be answered without options.")
        yield Fault("E07", worded("The question speaks of options, and none are shown."), advises)


@lru_cache(maxsize=4096)
def _is_whole(stem: str, lang: str) -> bool:
    if _ASKS.search(stem) or GAP.search(stem) or _ENDS_OPEN.search(stem):
        return True
    imperative = _IMPERATIVES.get(lang)
    sentences = re.split(r"(?<=[.。!！;；])\s*", stem.casefold())
    return imperative is not None and any(imperative.match(sentence) for sentence in sentences)


def _leans_on_options(item: Item) -> bool:
    leans = _LEANS.get(item.lang) if isinstance(item.response, _OPEN) else None
    return leans is not None and leans.search(item.stem.casefold()) is not None
