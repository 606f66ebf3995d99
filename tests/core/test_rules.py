"""Each rule on items it passes and items it fails, in both languages."""

from decimal import Decimal

from llmquiz.core.cards import Tier
from llmquiz.core.items import Item
from llmquiz.core.predicates import Completes, ValueOf
from llmquiz.core.responses import Many, NumberEntry, One, Option, Response, SelfRate, TextEntry
from llmquiz.core.rules import RULES, faults_of
from tables import every_row


def item(stem: str, response: Response, lang: str = "en", **more: object) -> Item:
    fields = {
        "card": "bank:b/q", "form": "choice", "lang": lang, "seed": 0, "stem": stem, "response": response,
        "explanation": "", "source": "A paper", "topic": "b", "tier": Tier.CORE, **more,
    }  # fmt: skip
    return Item(**fields)  # type: ignore[arg-type]


def one(*texts: str) -> One:
    """A choice: the text with a star is the key, else the first."""
    starred = [text.startswith("*") for text in texts] if any(text[0] == "*" for text in texts if text) else [True]
    return One(
        tuple(
            Option(str(index), text.removeprefix("*"), index < len(starred) and starred[index])
            for index, text in enumerate(texts)
        )
    )


def ask(*texts: str, stem: str = "What is so?", lang: str = "en") -> Item:
    return item(stem, one(*texts), lang)


def ask_zh(*texts: str, stem: str = "哪个正确？") -> Item:
    return ask(*texts, stem=stem, lang="zh")


def typed(stem: str, answer: str = "Transformer", lang: str = "en") -> Item:
    return item(stem, TextEntry(answer), lang)


def broken(subject: Item) -> list[str]:
    return sorted({fault.rule for fault in faults_of(subject)})


JUDGED = One((Option("right", "True", True), Option("wrong", "False", False)))

PASSING = [
    ask("64k tokens", "128k tokens", "1M tokens"),
    ask("1 %", "5 %", "10 %"),
    ask("$1", "$5", "10 USD"),
    ask("BERT", "GPT", "T5"),
    ask("12", "24", "96"),
    ask("2018", "2019", "2020"),
    ask("March 2023", "*May 2023", "June 2023"),
    ask("7", "8", "9", stem="How many are there?"),
    ask("0", "5", "10"),
    ask("under 4", "4-7", "8-15", "16-31", "over 31"),
    ask("4k", "8k", "32k"),
    ask("it rotates queries and keys", "it adds a vector", "it biases the attention scores"),
    ask("Adam", "gradient descent", "Newton's method"),
    ask("a 4-bit format", "an 8-bit format", "a 16-bit format"),
    ask("GPT-4", "GPT-4o", "GPT-4 Turbo"),
    ask("queries and keys", "queries and values", "keys and values"),
    ask("Q and K", "Q and V", "K and V"),
    ask("all-MiniLM", "decoder-only", "encoder-decoder"),
    ask("“Attention Is All You Need”", "*“Deep Learning”", "“Language Models”"),
    ask(
        "*Attention Is All You Need", "Language Models are Few-Shot Learners", "Scaling Laws for Neural Language Models"
    ),
    ask("not at all", "to a degree", "in full"),
    ask("Anthropic", "OpenAI", "Google", stem="Which company makes Claude?"),
    ask("BERT", "GPT", stem="Which is older, BERT or GPT?"),
    ask("the model's weights", "the optimiser state", stem="What does the model keep?"),
    ask("encoder", "autoencoder", stem="BERT is an ____."),
    ask("hour", "LSTM", "RNN", "SQL", "8-bit word", stem="Here is an ____"),
    ask("unit", "GPT", "decoder", "one-hot vector", stem="This is a:"),
    ask("encoder", "decoder", stem="BERT is a(n) ____."),
    ask("117M", "1.5B", "*175B", stem="How many parameters does GPT-3 have?"),
    ask("OpenAI", "the Beijing Academy of Artificial Intelligence", stem="Who was it?"),
    ask("0.12 USD", "0.16 USD", "0.32 USD"),
    ask("a", "b", stem="Which of these is made by Anthropic?"),
    ask("a", "b", stem="Which technique helps models that do not fit into memory?"),
    ask("a", "b", stem="Why does a model not learn from this?"),
    item("Which of these is NOT made by Anthropic?", one("a", "b"), negative=True),
    item("下列哪一项【不】属于它？", one("甲", "乙"), "zh", negative=True),
    item("GPT-3 has 175 billion parameters.", JUDGED),
    item("True or false? It never fails, as all know.", JUDGED),
    item("RLHF", SelfRate("reinforcement learning from human feedback")),
    typed("The architecture of 2017 is the ____."),
    typed("Name the architecture of 2017."),
    typed("It came in 2017. Give its name."),
    typed("The architecture of 2017:"),
    typed("2017 年提出的架构是 ____。", lang="zh"),
    typed("请写出 2017 年提出的架构。", lang="zh"),
    typed("Which is older, BERT or GPT?", "GPT"),
    item("What do 20,000 tokens cost at 5 USD per million?", NumberEntry(Decimal("0.1"), "$0.10")),
    item("Which ones?", Many((Option("a", "a", True), Option("b", "b", True), Option("c", "c", False)))),
    ask("increases by half", "decreases by half", "decreases by a third"),
    ask("GPT-1", "GPT-2", "*GPT-3", stem="What came before GPT-3.5?"),
    ask_zh("增加一半", "减少一半", "减少三分之一"),
    ask_zh("8 万", "16 万", "32 万"),
    ask_zh("2023 年 3 月", "*2023 年 5 月", "2024 年 5 月"),
    ask_zh("查询和键", "查询和值", "键和值"),
    ask_zh("仅解码器", "编码器", "编码器加解码器"),
    ask_zh("百度", "阿里巴巴", "智谱", stem="文心一言由哪家公司推出？"),
    ask_zh("甲", "乙", stem="哪种技术让模型在更新时不必重新训练？"),
    ask_zh("《只有你知道》", "*《注意力》", "《深度》"),
]


@every_row("subject", PASSING)
def test_a_sound_item_breaks_no_rule(subject: Item) -> None:
    assert broken(subject) == []


FAILING = [
    ("E02", ask("128k", "128,000", "1M")),
    ("E02 E03", ask("128k tokens", "131,072 tokens", "1M tokens")),
    ("E02", ask("BERT", "Bert", "GPT")),
    ("E02", ask_zh("12.8 万", "128,000", "1 亿")),
    ("E02", ask_zh("ＢＥＲＴ", "BERT")),
    ("E03", ask("170B", "175B", "350B")),
    ("E03", ask("50 %", "95 %", "99 %")),
    ("E03", ask_zh("100 亿", "110 亿", "200 亿")),
    ("E04", ask("4-8", "8-16", "16-32")),
    ("E04", ask("6", "4–8", "16")),
    ("E04", ask("less than 10", "5 to 20")),
    ("E04", ask("1-2B", "1.5-3B")),
    ("E04", ask_zh("10 到 20", "15 到 30")),
    ("E05", ask("4k tokens", "8 GB", "32k tokens")),
    ("E05", ask("2019", "Google", "2021")),
    ("E05", ask("The weights of it", "the cache of it", "the data of it")),
    ("E05", ask_zh("1024", "谷歌")),
    ("E06", ask("the weights", "All of the above")),
    ("E06", ask("the weights", "None of these.")),
    ("E06", ask("the weights", "Both A and C")),
    ("E06", ask_zh("权重", "以上都不是")),
    ("E06", ask_zh("权重", "以上选项均正确")),
    ("E07", ask("a", "b", stem="")),
    ("E07", ask("a", "b", stem="The architecture of 2017")),
    ("E07", typed("Which of these came in 2017?")),
    ("E07", typed("下列哪种架构提出于 2017 年？", lang="zh")),
    ("E07", ask_zh("甲", "乙", stem="2017 年的架构")),
    ("E08", ask("a", "b", stem="Which of these is not made by Anthropic?")),
    ("E08", ask("a", "b", stem="Which company doesn't make models?")),
    ("E08", ask("a", "b", stem="All of these are models except which?")),
    ("E08", ask("a", "b", stem="Which is NOT one?")),
    ("E08", item("Which is one?", one("a", "b"), negative=True)),
    ("E08", ask_zh("甲", "乙", stem="下列哪一项不属于它？")),
    ("E09", ask("Mistral AI", "OpenAI", "Google", stem="Which company makes Mistral Large?")),
    ("E09", typed("What is the Transformer called?")),
    ("E09", ask("GPT-3", "GPT-1", "GPT-2", stem="What is GPT-3 called?")),
    ("E09", ask_zh("通义千问", "文心一言", stem="通义千问系列的对话产品是？")),
    ("E09 E10", ask("7B", "13B", "*70B", stem="How many parameters does Llama-3-70B have?")),
    ("E10", item("How many parameters has Qwen2-72B?", NumberEntry(Decimal(72 * 10**9), "72B"))),
    ("E10", ask_zh("70 亿", "*720 亿", stem="Qwen2-72B 有多少参数？")),
    ("E11", ask("encoder", "decoder", stem="BERT is an ____.")),
    ("E11", ask("decoder", "autoencoder", stem="It is a:")),
    ("E12", ask("it always converges", "it diverges in the end")),
    ("E12", ask("Only the weights", "Many of the weights")),
    ("E12", ask_zh("总是更准确", "有时更准确")),
    ("E13", ask("the cache that holds keys and values of each token", "the weights", "the embeddings")),
    ("E13", ask("a" * 81, "b" * 81)),
    ("E13", ask("a", "b", stem="Why " + "so " * 80 + "?")),
    ("E13", ask_zh("把每个词元的键和值都保存下来的缓存", "模型权重", "词嵌入层")),
    ("E13", ask_zh("甲", "乙", stem="为什么" + "很" * 120 + "？")),
    ("E14", ask("13B", "7B", "70B")),
    ("E14", ask("May 2024", "March 2023")),
    ("E14", ask_zh("2024 年 5 月", "2023 年 3 月")),
    ("E23", item("What?", one("a", "b"), source=" ")),
    ("W15", ask("queries and keys", "queries and gates", "keys and gates too", "queries and biases")),
    ("W15", ask_zh("查询和键", "查询和门控", "键和偏置")),
    ("W16", ask("the loss increases", "the loss decreases", "the weights are fixed")),
    ("W16", ask_zh("显存增加", "显存减少", "权重冻结")),
]


@every_row(("rules", "subject"), FAILING)
def test_a_flawed_item_breaks_exactly_its_rule(rules: str, subject: Item) -> None:
    assert broken(subject) == rules.split()


def test_each_rule_has_a_failing_item_and_a_docstring_with_examples() -> None:
    assert sorted({rule for rules, _ in FAILING for rule in rules.split()}) == [rule.id for rule in RULES]
    for rule in RULES:
        documentation = __import__(rule.check.__module__, fromlist=["check"]).__doc__
        assert documentation.startswith(f"{rule.id}: ")
        assert "Passes: " in documentation
        assert "Fails: " in documentation


def test_a_fault_names_the_option_it_is_about() -> None:
    faults = list(faults_of(ask("the weights", "the cache", "None of these")))

    assert [(fault.rule, fault.option) for fault in faults] == [("E06", 2)]


def test_lengths_of_names_and_values_are_what_they_are() -> None:
    options = one("the cache that holds keys and values", "the weights", "the embeddings")

    assert broken(item("What is so?", options, predicate=ValueOf("e", "a"))) == []
    assert broken(item("What is so?", options, predicate=Completes("s", "e"))) == ["E13"]


def test_words_of_one_language_are_not_looked_for_in_another() -> None:
    assert broken(ask("always", "mostly", lang="zh", stem="哪个正确？")) == []
    assert broken(ask("encoder", "decoder", lang="zh", stem="BERT 是 an ____")) == []
