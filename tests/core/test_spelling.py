"""Names as people type them: the same name, a typing error, or another name. Over 50 near-collisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmquiz.core.spelling import meant, same_name
from tables import every_row
from texts import any_text

SAME = [
    ("gpt4", "GPT-4"), ("GPT 4", "GPT-4"), ("gpt‑4", "GPT-4"), ("ＧＰＴ－４", "GPT-4"), ("gpt_4o", "GPT-4o"),
    ("Qwen2", "Qwen 2"), ("qwen-2", "Qwen2"), ("llama3-8b", "Llama 3 8B"), ("Llama-3-8 B", "Llama-3-8B"),
    ("LLAMA 3.1", "Llama 3.1"), ("llama 3.1.", "Llama 3.1"), ("chat gpt", "ChatGPT"), ("Deep Mind", "DeepMind"),
    ("the Transformer", "Transformer"), ("an encoder", "encoder"), ("encoder", "the encoder"),
    ("claude3opus", "Claude 3 Opus"), ("commandr+", "Command R+"), ("text embedding 3 small", "text-embedding-3-small"),
    ("gpt-3.5-turbo", "GPT-3.5 Turbo"), ("Moores law", "Moore's law"), ("“attention is all you need”",
    "Attention Is All You Need"), ("文心 一言", "文心一言"), ("《文心一言》。", "文心一言"), ("1,536", "1536"),
    ("Mixture of Experts", "mixture-of-experts"), ("e.g. this", "eg this"), ("  OpenAI ", "OpenAI"),
    ("deepseek v2", "DeepSeek-V2"), ("(RLHF)", "RLHF"), ("Straße", "STRASSE"),
]  # fmt: skip

OTHER = [
    ("Llama 3", "Llama 3.1"), ("Llama 3.1", "Llama 3"), ("Llama 31", "Llama 3.1"), ("Llama 2", "Llama 3"),
    ("Llama", "Llama 2"), ("Llama 3.2", "Llama 3.1"), ("Llama-3-8B", "Llama-3-70B"), ("Llama 38B", "Llama 3 8B"),
    ("Llama 3 8", "Llama 3 8B"), ("Llama 3 8M", "Llama 3 8B"), ("Llama-3-70B", "Llama-3.1-70B"),
    ("GPT-4", "GPT-4o"), ("GPT-4o", "GPT-4"), ("GPT-40", "GPT-4o"), ("GPT-4V", "GPT-4"), ("GPT-4V", "GPT-4o"),
    ("GPT-3", "GPT-4"), ("GPT-3", "GPT-3.5"), ("GPT-35", "GPT-3.5"), ("GPT-3.5 Turbo", "GPT-3 Turbo"),
    ("GPT-4 Turbo", "GPT-4o Turbo"), ("GPT-4 mini", "GPT-4o mini"), ("GPT-4o mini", "GPT-4o"), ("GTP-4", "GPT-4"),
    ("GPT-2", "GPT-J"), ("GPT-J", "GPT-K"), ("o1", "o3"), ("o1", "01"), ("o1-mini", "o3-mini"), ("o1", "o1-mini"),
    ("Gemini 1.0", "Gemini 1.5"), ("Gemini 1", "Gemini 1.0"), ("Gemini 1.5 Pro", "Gemini 1.0 Pro"),
    ("Gemini 15 Pro", "Gemini 1.5 Pro"), ("Claude 2", "Claude 2.1"), ("Claude 3 Opus", "Claude 3.5 Opus"),
    ("Claude 3 Opus", "Claude 3 Haiku"), ("Claude Opus", "Claude 3 Opus"), ("Claude 3", "Claude 3 Opus"),
    ("Qwen2", "Qwen2.5"), ("Qwen 1.57B", "Qwen 1.5 7B"), ("Qwen-7B", "Qwen-72B"), ("Qwen-VL", "Qwen-XL"),
    ("DeepSeek-V2", "DeepSeek-V3"), ("DeepSeek-V2", "DeepSeek-2"), ("DeepSeek-R1", "DeepSeek-V1"),
    ("DeepSeek", "DeepSeek-R"), ("Command R", "Command R+"), ("Command", "Command R"), ("GLM-4", "GLM-4V"),
    ("ChatGLM2", "ChatGLM3"), ("ChatGLM-6B", "ChatGLM2-6B"), ("Baichuan-7B", "Baichuan-13B"), ("Phi-2", "Phi-3"),
    ("Mixtral 8x7B", "Mixtral 8x22B"), ("Mixtral 8x7B", "Mixtral 87B"), ("Mistral 7B", "Mistral 7x8B"),
    ("ERNIE 3.5", "ERNIE 4.0"), ("text-embedding-ada-002", "text-embedding-ada-003"), ("ada-2", "ada-002"),
    ("text-embedding-3-small", "text-embedding-3-large"), ("Spark V3.5", "Spark V3.0"), ("BERT", "BART"),
    ("PaLM", "PaLM 2"), ("Falcon-40B", "Falcon-7B"), ("Yi-34B", "Yi-6B"), ("T5", "T0"), ("C", "C++"),
    ("128k", "128M"), ("2023-03-14", "2023-03-15"), ("60", "60%"), ("文心一盐", "文心一言"), ("通义千文", "通义千问"),
    ("10 million parameters", "10 billion parameters"), ("10 billion", "10 trillion"),
    ("GPT-4o mono", "GPT-4o mini"), ("GPT-4o min", "GPT-4o mini"), ("BERT-bass", "BERT-base"),
    ("text-embedding-3-smart", "text-embedding-3-small"), ("Gemini Ultro", "Gemini Ultra"), ("Titan II", "Titan III"),
    ("Gemini 1.5 Pros", "Gemini 1.5 Pro"), ("GPT-4 Tubro", "GPT-4 Turbo"), ("Gemma IIIx", "Gemma IIx"),
    ("Трансформер", "Трансформор"), ("", "GPT-4"), ("-", "GPT-4"),
]  # fmt: skip

TYPOS = [
    ("Claude 3 Opsu", "Claude 3 Opus"), ("Cluade 3 Opus", "Claude 3 Opus"), ("Claud 3 Opus", "Claude 3 Opus"),
    ("claude 3 sonet", "Claude 3 Sonnet"), ("Gemeni 1.5 Pro", "Gemini 1.5 Pro"), ("Lama 3", "Llama 3"),
    ("Antropic", "Anthropic"), ("Anthrpoic", "Anthropic"),
    ("Transfomer", "Transformer"),
    ("trnasfomer", "transformer"), ("Atention is all you need", "Attention Is All You Need"), ("OpenIA", "OpenAI"),
    ("Baichaun-13B", "Baichuan-13B"), ("deepsek v2", "DeepSeek-V2"), ("the tokenzier", "tokenizer"),
    ("resumé", "resume"),
]  # fmt: skip


@every_row(("typed", "name"), SAME)
def test_the_same_name_may_be_written_otherwise(typed, name):
    assert same_name(typed, name)
    assert same_name(name, typed)


@every_row(("typed", "name"), OTHER)
def test_another_name_is_neither_the_same_nor_a_typing_error(typed, name):
    assert not same_name(typed, name)
    assert meant(typed, [name], []) == ""


@every_row(("typed", "name"), TYPOS)
def test_a_typing_error_is_forgiven_and_the_spelling_shown(typed, name):
    assert not same_name(typed, name)
    assert meant(typed, [name], []) == name


@every_row(
    ("typed", "name", "rivals", "forgiven"),
    [
        ("Mixtral", "Mistral", [], True),
        ("Mixtral", "Mistral", ["Mixtral"], False),
        ("mixtral.", "Mistral", ["Mixtral"], False),
        ("Mixtrl", "Mistral", ["Mixtral"], False),
        ("Mistrl", "Mistral", ["Mixtral"], True),
        ("Miatral", "Mistral", ["Mixtral"], False),
        ("GPT-NeoX", "GPT-Neo", ["GPT-NeoX"], False),
        ("Claude 3 Opsu", "Claude 3 Opus", ["Claude 3 Sonnet", "Claude 3 Haiku"], True),
        ("Anthropc", "Anthropic", ["anthropic", "OpenAI"], True),
    ],
)
def test_a_typing_error_must_be_nearer_to_the_name_than_to_any_rival(typed, name, rivals, forgiven):
    assert bool(meant(typed, [name], rivals)) == forgiven


def test_a_name_of_the_answer_among_the_rivals_counts_for_nothing_nor_does_its_plural():
    assert meant("reward modl", ["reward model"], ["Reward-Model", "reward models"]) == "reward model"
    assert meant("reward models", ["reward model"], ["reward models"]) == "reward model"
    assert meant("reward modes", ["reward model"], ["reward mode"]) == ""


def test_another_name_with_as_few_letters_between_is_no_typing_error():
    assert meant("encoder-only", ["decoder", "decoder-only"], ["encoder"]) == "decoder-only"
    assert meant("encoder-only", ["decoder", "decoder-only"], ["encoder", "encoder-only", "decoder-only"]) == ""


def test_the_nearest_of_several_accepted_names_is_shown():
    assert meant("Antrhopic PBC", ["Anthropic", "Anthropic PBC"], []) == "Anthropic PBC"
    assert meant("reward modell", ["reward modal", "reward model"], []) == "reward model"


@pytest.mark.parametrize(
    ("name", "one_error", "two_errors", "forgiven"),
    [
        ("bert", "brt", "bt", (False, False)),
        ("llama", "lama", "lma", (True, False)),
        ("mistral", "mistrl", "mitrl", (True, False)),
        ("baichuan", "baichun", "baihun", (True, True)),
        ("anthropic", "anthrpic", "anthrp", (True, False)),
    ],
)
def test_how_many_errors_are_forgiven_depends_on_the_letters(name, one_error, two_errors, forgiven):
    assert (bool(meant(one_error, [name], [])), bool(meant(two_errors, [name], []))) == forgiven


names = st.sampled_from([name for _, name in SAME + OTHER + TYPOS])


@given(names, any_text(3), st.integers(0, 30))
def test_a_name_with_other_digits_is_never_forgiven(name, noise, place):
    changed = name[:place] + "7" + noise + name[place:]
    if sorted(filter(str.isdigit, changed)) != sorted(filter(str.isdigit, name)):
        assert meant(changed, [name], []) == ""


@given(any_text(30), any_text(30))
def test_any_text_can_be_typed(typed, name):
    assert meant(typed, [name], []) in ("", name)
    assert same_name(typed, name) == same_name(name, typed)


def test_a_very_long_answer_is_judged_at_once():
    assert meant("a" * 1_000_000, ["Anthropic"], ["OpenAI"]) == ""
