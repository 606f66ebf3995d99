"""The chapter's names: whoever looks one up as the chapter writes it finds what it stands for."""

import pytest

from llmquiz.trainer.exploring import Explorer
from tables import every_row

NAMED = (
    # OpenAI
    ("OpenAI", "openai"),
    ("ChatGPT", "chatgpt"),
    ("GPT", "gpt"),
    ("GPT 系列", "gpt"),
    ("GPT-2", "gpt-2"),
    ("GPT-3", "gpt-3"),
    ("GPT-3.5", "gpt-3.5"),
    ("GPT3.5", "gpt-3.5"),
    ("GPT-4", "gpt-4"),
    ("GPT4", "gpt-4"),
    ("GPT-4 Turbo", "gpt-4-turbo"),
    ("GPT-4-turbo", "gpt-4-turbo"),
    ("GPT-4o", "gpt-4o"),
    ("GPT-4-32k", "gpt-4-32k"),
    ("GPT-3.5-turbo-0125", "gpt-3.5-turbo-0125"),
    ("GPT-3.5-turbo-instruct", "gpt-3.5-turbo-instruct"),
    ("text-embedding-3-small", "text-embedding-3-small"),
    ("text-embedding-3-large", "text-embedding-3-large"),
    ("ada v2", "text-embedding-ada-002"),
    # Anthropic
    ("Anthropic", "anthropic"),
    ("Claude", "claude-family"),
    ("Claude 系列", "claude-family"),
    ("Claude-2", "claude-2"),
    ("Claude-3", "claude-3"),
    ("Claude 3", "claude-3"),
    ("Claude 3 Haiku", "claude-3-haiku"),
    ("Claude 3 Sonnet", "claude-3-sonnet"),
    ("Claude 3 Opus", "claude-3-opus"),
    # Google
    ("Google", "google"),
    ("BERT", "bert"),
    ("PaLM", "palm"),
    ("PaLM-540B", "palm"),
    ("PaLM 2", "palm-2"),
    ("PaLM2", "palm-2"),
    ("Chinchilla-70B", "chinchilla"),
    ("Bard", "bard"),
    ("Gemini", "gemini-1.0"),
    ("Gemini 1.0", "gemini-1.0"),
    # Baidu
    ("百度", "baidu"),
    ("文心一言", "ernie-bot"),
    ("文心大模型", "ernie"),
    ("百度文心大模型", "ernie"),
    ("文心 3.5", "ernie-3.5"),
    ("文心 4.0", "ernie-4.0"),
    # iFLYTEK
    ("科大讯飞", "iflytek"),
    ("讯飞", "iflytek"),
    ("讯飞星火", "spark-app"),
    ("讯飞星火认知大模型", "spark"),
    ("讯飞星火认知大模型 V3.0", "spark-3.0"),
    ("讯飞星火认知大模型 V3.5", "spark-3.5"),
    # Meta
    ("Meta", "meta"),
    ("LLaMA", "llama-1"),
    ("LLaMA 13B", "llama-13b"),
    ("LLaMA 65B", "llama-65b"),
    ("LLaMA2", "llama-2"),
    ("LLaMA3", "llama-3"),
    # Alibaba
    ("阿里巴巴", "alibaba"),
    ("阿里云", "alibaba"),
    ("通义", "tongyi-qianwen"),
    ("通义千问", "tongyi-qianwen"),
    ("Qwen", "qwen"),
    ("Qwen1.5", "qwen1.5"),
    ("Qwen2", "qwen2"),
    ("Qwen2-7B-Instruct", "qwen2-7b-instruct"),
    ("Qwen2-72B-Instruct", "qwen2-72b-instruct"),
    # Zhipu
    ("智谱 AI", "zhipu"),
    ("智谱清言", "zhipu-qingyan"),
    ("GLM", "chatglm"),
    ("GLM 系列", "chatglm"),
    ("ChatGLM", "chatglm"),
    ("ChatGLM 2", "chatglm2-6b"),
    ("ChatGLM3", "chatglm3-6b"),
    ("GLM4", "glm-4"),
    ("ChatGLM4", "glm-4"),
    ("ChatGLM-4", "glm-4"),
    ("GLM-4-9B", "glm-4-9b"),
    ("GLM-4-9B-Chat", "glm-4-9b-chat"),
    ("GLM-4-9B-Chat-1M", "glm-4-9b-chat-1m"),
    ("GLM-4V-9B", "glm-4v-9b"),
    # Baichuan
    ("百川", "baichuan"),
    ("百川智能", "baichuan"),
    ("Baichuan", "baichuan"),
    ("Baichuan-7B", "baichuan-7b"),
    ("Baichuan-13B", "baichuan-13b"),
    ("Baichuan2", "baichuan-2"),
    ("Baichuan 3", "baichuan-3"),
)
"""Each name as the chapter writes it (and one with a hyphen more), and the entity that is meant."""


@pytest.fixture(scope="module")
def explorers(shipped) -> tuple[Explorer, ...]:
    return tuple(Explorer(shipped, lang) for lang in ("en", "zh"))


@every_row(("name", "entity"), NAMED)
def test_a_name_is_found_as_the_chapter_writes_it(explorers, name, entity):
    assert all(f"entity:{entity}" in explorer.find(name) for explorer in explorers), name
