"""A forest of models that nobody made: each value is where a test put it, no name has a digit, values lie far apart."""

from copy import deepcopy

from catalogues import Folder, Raw, asks, both

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
    "id": "developer",
    "kind": "category",
    "name": both("developer", "开发者"),
    "of": ["model"],
    "values_from": "maker",
    "tier": "core",
} | asks(
    ("Who developed {entity}?", "{entity} 由谁开发？"),
    ("{entity} was developed by {value}.", "{entity} 由 {value} 开发。"),
    ("Which of these was developed by {value}?", "下列哪一个由 {value} 开发？"),
)
_PARAMETERS = {
    "id": "parameters",
    "kind": "quantity",
    "name": both("parameters", "参数量"),
    "of": ["model"],
    "unit": both("parameters", "个参数"),
    "scale": both("short", "chinese"),
    "tolerance": "5%",
    "prerequisites": ["developer", "concept:pruning"],
    "compare": {
        "topic": "forest",
        "most": both("Which of these has the most parameters?", "下列哪个参数最多？"),
        "least": both("Which of these has the fewest parameters?", "下列哪个参数最少？"),
    },
} | asks(
    ("How many parameters does {entity} have?", "{entity} 有多少参数？"),
    ("{entity} has {value} parameters.", "{entity} 的参数量是 {value}。"),
    ("Which of these has {value} parameters?", "下列哪个的参数量是 {value}？"),
)
_CONTEXT = {
    "id": "context",
    "kind": "quantity",
    "name": both("context window", "上下文长度"),
    "of": ["model"],
    "unit": both("tokens", "个词元"),
    "scale": "short",
    "tolerance": "5%",
} | asks(
    ("How long is the context window of {entity}, in tokens?", "{entity} 的上下文有多少个词元？"),
    ("{entity} has a context window of {value} tokens.", "{entity} 的上下文有 {value} 个词元。"),
    ("Which of these has a context window of {value} tokens?", "下列哪个的上下文是 {value} 个词元？"),
)
_RELEASE = {
    "id": "release",
    "kind": "date",
    "name": both("release", "发布时间"),
    "of": ["model"],
    "precision": "month",
    "compare": {
        "topic": "forest",
        "most": both("Which of these came out last?", "下列哪个发布得最晚？"),
        "least": both("Which of these came out first?", "下列哪个发布得最早？"),
    },
} | asks(
    ("In which month did {entity} come out?", "{entity} 是哪年哪月发布的？"),
    ("{entity} came out in {value}.", "{entity} 发布于 {value}。"),
    ("Which of these came out in {value}?", "下列哪个发布于 {value}？"),
)
_MODALITIES = {
    "id": "modalities",
    "kind": "set",
    "name": both("inputs", "输入"),
    "of": ["model"],
    "values": [
        {"id": "text", "name": both("text", "文本")},
        {"id": "image", "name": both("images", "图像")},
        {"id": "audio", "name": both("audio", "音频")},
        {"id": "video", "name": both("video", "视频")},
        {"id": "touch", "name": both("touch", "触觉")},
    ],
} | asks(
    ("Which inputs does {entity} take?", "{entity} 接受哪些输入？"),
    ("{entity} takes {value} as input.", "{entity} 接受 {value} 作为输入。"),
    member=("{entity} takes {value} as input.", "{entity} 接受 {value} 作为输入。"),
    member_question=("Which of these can {entity} take as input?", "{entity} 可以接受下列哪种输入？"),
)
_CALL = {
    "output": "price_output",
    "per": "1M",
    "topic": "prices",
    "question": both(
        "At {price_in} in and {price_out} out per million tokens ({entity}, {as_of}), what does a call "
        "with {in} input and {out} output tokens cost?",
        "每百万词元输入 {price_in} 、输出 {price_out} （{entity}，{as_of}），一次输入 {in} 、输出 {out} "
        "个词元的调用要多少钱？",
    ),
    "explanation": both(
        "Input makes {cost_in}, output {cost_out}, together {total}.", "输入 {cost_in}，输出 {cost_out}，合计 {total}。"
    ),
}


def _price(name: str, en: str, zh: str) -> Raw:
    return {
        "id": name,
        "kind": "money",
        "name": both(f"{en} price", f"{zh}价格"),
        "of": ["model"],
        "unit": "USD",
        "volatility": "volatile",
        "topic": "prices",
    } | asks(
        (
            f"What did a million {en} tokens of {{entity}} cost in {{as_of}}?",
            f"{{as_of}}，{{entity}} 每百万{zh}词元多少钱？",
        ),
        (
            f"In {{as_of}}, a million {en} tokens of {{entity}} cost {{value}}.",
            f"{{as_of}}，{{entity}} 每百万{zh}词元 {{value}}。",
        ),
        (
            f"For which of these did a million {en} tokens cost {{value}} in {{as_of}}?",
            f"{{as_of}}，下列哪个每百万{zh}词元 {{value}}？",
        ),
    )


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
    "sheet": "pruning",
    "topic": "ideas",
    "source": "book",
    "term": both("pruning", "剪枝"),
    "aliases": both("x", "y") | {"en": ["weight pruning"], "zh": ["权重剪枝"]},
    "definition": both("Weights that matter little are taken out of a network.", "去掉网络中不重要的权重。"),
    "definition_question": both(
        "What is it called to take out the weights that matter little?", "去掉不重要的权重叫什么？"
    ),
    "explanation": both(
        "A network has many weights that hardly matter; taking them out makes it smaller.",
        "网络中有许多几乎不起作用的权重，去掉它们就能缩小网络。",
    ),
    "disjoint": ["grafting", "watering", "mulching"],
    "statements": [
        {
            "id": "makes-smaller",
            "question": both("What does pruning reduce?", "剪枝减少的是什么？"),
            "text": both("Pruning reduces [[the weight count]].", "剪枝减少的是[[权重的数目]]。"),
            "because": both("Whatever is cut is no longer stored.", "剪掉的就不用再存了。"),
            "wrong": [
                {
                    "id": "data",
                    "text": both("the amount of data", "数据的总量"),
                    "because": both("Data stays.", "数据不变。"),
                },
                {
                    "id": "layers",
                    "text": both("the layers in a block", "模块的层数"),
                    "because": both("Layers stay.", "层不变。"),
                },
                {
                    "id": "words",
                    "text": both("the vocabulary", "词表大小值"),
                    "because": both("Words stay.", "词不变。"),
                },
                {
                    "id": "speed",
                    "text": both("the speed", "学习的速率"),
                    "because": both("That is set.", "那是设定的。"),
                },
            ],
        }
    ],
    "lists": [
        {
            "id": "kinds",
            "name": both("kinds of pruning", "剪枝的种类"),
            "question": both("Which of these is a kind of pruning?", "下列哪一种是剪枝？"),
            "members": [
                {
                    "id": "structured",
                    "text": both("structured", "结构化"),
                    "because": both("Whole rows go.", "整行去掉。"),
                },
                {
                    "id": "magnitude",
                    "text": both("by magnitude", "按大小"),
                    "because": both("Small ones go.", "小的去掉。"),
                },
            ],
            "outside": [
                {
                    "id": "seasonal",
                    "text": both("by the season", "按季节来"),
                    "because": both("Networks have none.", "网络没有季节。"),
                },
                {
                    "id": "grafted",
                    "text": both("freshly grafted", "新嫁接式"),
                    "because": both("Nothing is grafted.", "没有嫁接。"),
                },
                {"id": "spoken", "text": both("spoken", "口语式"), "because": both("Nothing is spoken.", "没有口语。")},
            ],
        }
    ],
    "misconceptions": [
        {"id": name, "claim": both(en, zh), "because": both("It is not so.", "并非如此。")}
        for name, en, zh in (
            ("grows", "Pruning makes a network larger.", "剪枝使网络变大。"),
            ("data", "Pruning removes training data.", "剪枝去掉训练数据。"),
            ("free", "Pruning adds new weights.", "剪枝增加新的权重。"),
        )
    ],
}


def sheet(name: str, term: tuple[str, str]) -> Raw:
    """Another sheet, so that a term has others beside it."""
    other = deepcopy(SHEET) | {
        "sheet": name,
        "term": both(*term),
        "disjoint": ["pruning"],
        "prerequisites": ["pruning"],
    }
    del other["aliases"]
    other["definition"] = both(f"What gardeners do to {name} a tree.", f"园丁对树做的事（{term[1]}）。")
    return other


def forest(count: int = 12) -> Folder:
    """A folder of `count` models by six makers, seven attributes of all kinds but three, and four sheets."""
    makers = [{"id": name.casefold(), "kind": "maker", "name": name} for name in MAKERS]
    attributes = [
        _DEVELOPER,
        _PARAMETERS,
        _CONTEXT,
        _RELEASE,
        _MODALITIES,
        _price("price_input", "input", "输入") | {"call_cost": _CALL},
        _price("price_output", "output", "输出"),
    ]
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
