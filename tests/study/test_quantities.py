"""Typed numbers by what is asked: everything that people naturally write, and no other number or unit."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.responses import NumberEntry
from llmquiz.study.quantities import typed_number
from tables import every_row
from texts import any_text

ASKED = {
    "dollars": ("USD", "As of June 2024, what did the paid plan of ChatGPT cost per month, in US dollars?"),
    "美元": ("USD", "截至 2024 年 6 月，ChatGPT 的个人付费版每月多少美元？"),
    "yuan": ("CNY", "As of June 2024, what did a single month of the paid plan of ERNIE Bot cost, in yuan?"),
    "元": ("CNY", "截至 2024 年 6 月，文心一言的付费版连续包月，每月要多少元？"),
    "price": ("USD", "By its price list of June 2024, what did GPT-4 cost per million input tokens, in US dollars?"),
    "价格": ("USD", "按官方 2024 年 6 月的价目表，GPT-4 的输入价格是每百万词元多少美元？"),
    "a call": ("USD", "GPT-4o cost 5 USD per million input tokens. What do 30,000 of them cost?"),
    "euros": ("euros", "What does it cost?"),
    "heads": ("heads", "How many attention heads does each layer of GPT-1 have?"),
    "头": ("个头", "GPT-1 每层有多少个注意力头？"),
    "kv": ("key-value heads", "How many key-value heads does each layer of Llama 2 70B have?"),
    "kv 头": ("个键值头", "Llama 2 70B 每层有多少个键值头？"),
    "layers": ("layers", "How many Transformer layers does GPT-1 have?"),
    "层": ("层", "GPT-1 有多少个 Transformer 层？"),
    "tokens": ("tokens", "How long was the context window of GPT-4 at its release, in tokens?"),
    "词元": ("词元", "GPT-4 发布时的上下文长度是多少词元？"),
    "parameters": ("parameters", "How many parameters does GPT-3 have?"),
    "参数": ("个参数", "GPT-3 有多少参数？"),
    "维": ("维", "GPT-1 的隐藏层维度（hidden size）是多少？"),
    "pages": ("页", "GPT-4 Turbo 的 128k 上下文大约装得下多少页文本？"),
    "percent": ("%", "What share is it?"),
    "place": ("", "Counted by capability from 1 upwards, which number is Claude 3 Sonnet among the three levels?"),
    "第几": ("", "按能力从弱到强编号（最弱的为 1），Claude 3 Sonnet 在同系列的三个级别中排第几？"),
    "number": ("", "What is the ratio of the one to the other?"),
}  # fmt: skip

COUNTS = [
    ("dollars", "20", "20 | $20 | 20$ | $20.00 | US$20 | US$ 20 | USD 20 | 20 USD | 20 dollars"),
    ("dollars", "20", "20 US dollars | 20 U.S. dollars"),
    ("dollars", "20", "$20 per month | $20/month | $20 a month | 20 USD/month | 20 dollars monthly"),
    ("dollars", "20", "about $20 per month"),
    ("dollars", "20", "20 美元 | 每月 20 美元 | 20 美金 | 20 美元/月 | 20 美元每月 | 每个月约 20 美元"),
    ("dollars", "20", "大约每月二十美元"),
    ("美元", "20", "$20 per month | 每月 20 美元 | 20美元。 | 二十美元"),
    ("dollars", "0.25", "25 cents | 25 美分 | 25美分 | 25¢ | 25 US cents | about 25 cents | $.25"),
    ("yuan", "49.90", "49.90 yuan | 49.90 RMB | 49.90元 | 人民币 49.90 | CN¥49.90 | ¥49.90 | ￥49.9"),
    ("yuan", "49.90", "RMB 49.90 | 49.9 CNY"),
    ("yuan", "49.90", "49.90 Chinese yuan | 49.90 元人民币 | 人民币 49.90 元 | 49.9 块钱 | CN¥49.90 a month"),
    ("yuan", "49.90", "每月 49.90 元"),
    ("元", "49.90", "49.90 yuan | 49.90 RMB | 49.90 元/月 | 每月 49.90 | 约 49.90 元 | 49.90 renminbi"),
    ("元", "0.5", "5 角 | 50 分"),
    ("price", "30", "$30 per million | $30/M tokens | $30 per 1M tokens | 30 dollars a million"),
    ("price", "30", "$30 per million input tokens"),
    ("价格", "30", "每百万词元 30 美元 | 30 美元/百万词元 | 每百万输入词元 30 美元 | $30/1M tokens"),
    ("euros", "20", "20 | €20 | 20 € | 20 EUR | 20 欧元"),
    ("heads", "40", "40 | about 40 | ~40 | ～40 | 约40 | approximately 40 | around 40 | roughly 40 | ca. 40"),
    ("heads", "40", "大约 40 | 40 or so | 40 左右"),
    ("heads", "40", "40 heads | 40 attention heads | 40 Attention Heads. | 40 个 | 40 个头 | 四十个"),
    ("heads", "40", "40 heads per layer | 每层 40 个头"),
    ("头", "40", "40 个 | 40个注意力头 | 40 个注意力头 | 40 注意力头 | 四十个头 | 40 heads | 约 40 个"),
    ("头", "40", "每层 40 个"),
    ("kv", "8", "8 | 8 key-value heads | 8 KV heads | 8 个键值头 | 8 个 KV 头 | 8 个"),
    ("kv 头", "8", "8 个键值头 | 8 KV heads | 8 个"),
    ("layers", "32", "32 layers | 32 Transformer layers | 32 transformer layers | 32 层 | 三十二层"),
    ("layers", "32", "about 32 layers"),
    ("层", "32", "32 层 | 32 个 Transformer 层 | 32 Transformer 层 | 32 Transformer layers | 32 layers"),
    ("层", "32", "32 个"),
    ("tokens", "4096", "4096 tokens | 4,096 tokens | 4096 词元 | 4096 个词元 | 四千零九十六"),
    ("tokens", "4096", "about 4096 tokens"),
    ("词元", "4096", "4096 tokens | 4096 token | 4096 词元 | 4096 个词元 | 4096 个"),
    ("parameters", "175000000000", "175B | 175 bn | 175bn parameters | 1750 亿 | 一千七百五十亿"),
    ("parameters", "175000000000", "一千七百五十亿个参数 | 175B params"),
    ("参数", "1000000000000", "1万亿 | 一万亿 | 一万亿个参数 | 1 万亿参数 | 1T parameters | 约一万亿"),
    ("维", "768", "768 维 | 768 dimensions | 768"),
    ("pages", "300", "300 页 | 300 pages | 三百页"),
    ("percent", "60", "60 | 60% | 60 percent | 60 per cent | 百分之60 | about 60%"),
    ("place", "2", "2 | 2nd | second | Second | the second | number 2 | No. 2 | #2 | 第二 | 第2 | 第 2"),
    ("place", "2", "第二个"),
    ("第几", "2", "2 | 二 | 第二 | 第2 | 第 2 | 第二位 | 2nd | second"),
    ("number", "40", "40 | about 40 | ~40 | 约 40 | 四十"),
]  # fmt: skip

DO_NOT = [
    ("dollars", "20 yuan | ¥20 | 20 元 | CN¥20 | 20 RMB | €20 | £20 | HK$20 | 20 HK$ | A$20"),
    ("dollars", "20 Canadian dollars | 20 港元 | 20 日元 | 20%"),
    ("dollars", "$20 per year | $20 per week | 每年 20 美元 | $20 per million tokens | $20-30 | $20 or $30"),
    ("dollars", "$20 $30 | $20 + tax | 20 tokens"),
    ("dollars", "$0.25 cents | 25 euro cents | 25 分 | 20 美元 50 | more than $20 | 20 美元以上 | 20多美元"),
    ("dollars", "二三十美元"),
    ("yuan", "$49.90 | 49.90 dollars | 49.90 USD | 49.90usd | 49.90 美元 | 49.90 日元 | 49.90 欧元"),
    ("yuan", "49.90 JPY | ¥49.90 JPY | 49 块 9 | 49 元 9 角"),
    ("元", "每年 49.90 元 | 49.90 cents | 49.90 美分 | 49.90 - 59.90 元 | US$49.90"),
    ("price", "$30 per thousand tokens | $0.03 per 1k tokens | $30 per million output tokens"),
    ("price", "$30 per month | 每百万输出词元 30 美元"),
    ("价格", "每千词元 0.03 美元 | 每百万输出词元 30 美元 | 每月 30 美元"),
    ("a call", "0.18 USD per million tokens"),
    ("heads", "4o | 4-bit | 40 layers | 40 key-value heads | 40 tokens | 40 层 | 40 attention layers"),
    ("heads", "40 attention | $40 | 40%"),
    ("heads", "30-40 | 30~40 | 30 to 40 | 30 or 40 | 40 (or 32) | 40 32 | 40, 32 | about 30 or 40 | > 40"),
    ("heads", "at least 40 | 40+ | 40多 | 几十"),
    ("heads", "2nd | second | 第二 | 40th | no. 40 | 三四十 | 十几个 | 一 2 | 四十 五"),
    ("头", "40 层 | 40 个键值头 | 40 个词元 | 40 layers | 4 比特 | 三四十个"),
    ("kv", "8 attention heads | 8 layers | 8 heads"),
    ("layers", "32 heads | 32 attention layers | 32 头 | 第 32 层 | 32nd layer | 32-bit"),
    ("层", "32 个注意力层 | 32 维 | 32 个头"),
    ("tokens", "4096 parameters | 4096 参数 | 4096 characters | 4096 字 | 4096 元 | 4kb | 4096 words"),
    ("parameters", "175 bit | 175B tokens | 175 GB | 一千七百五十亿词元 | 一两千亿 | 两万五 | 175b-200b"),
    ("维", "768 层 | 768 heads | 768 个"),
    ("pages", "300 个 | 300 tokens | 300 层"),
    ("percent", "$60 | 60 tokens | 60 percentage points | 60 元"),
    ("place", "second from the top | 倒数第二 | 2nd or 3rd | 2st | 第二第三 | second-hand | $2 | 2%"),
    ("number", "40 个 | 40 heads | $40 | 40% | fortieth"),
]  # fmt: skip


def each(table):
    return [(*row, text.strip()) for *row, texts in table for text in texts.split(" | ")]


def read(question, text):
    unit, stem = ASKED[question]
    return typed_number(NumberEntry(Decimal(1), "1", unit), text, stem)


@every_row(("question", "value", "text"), each(COUNTS))
def test_a_number_is_read_as_the_question_asks_for_it(question, value, text):
    assert read(question, text) == Decimal(value)


@every_row(("question", "text"), each(DO_NOT))
def test_another_unit_or_more_than_one_number_is_not_read(question, text):
    assert read(question, text) is None


PIECES = [
    "第",
    "二",
    "十",
    "万",
    "元",
    "$",
    "¥",
    "2",
    "40",
    ".",
    "~",
    "约",
    "每月",
    "per month",
    "heads",
    "个",
    "cents",
    " ",
]


@given(st.sampled_from(sorted(ASKED)), st.one_of(any_text(30), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_no_text_makes_the_reader_fail(question, text):
    value = read(question, text)
    assert value is None or value.is_finite()
