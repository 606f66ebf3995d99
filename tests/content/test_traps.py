"""The chapter's known traps: what it says a little wrong is right in the catalogue, or said to be what it is."""

from decimal import Decimal

import pytest

from llmquiz.knowledge.catalogue import Catalogue, Status
from llmquiz.knowledge.values import Members, When
from tables import every_row

LISTED_SHEETS = (
    "large-language-model language-modelling-history generative-pre-training decoder-only chatgpt scaling",
    "emergent-abilities in-context-learning instruction-following chain-of-thought few-shot foundation-model",
    "base-and-chat-models conversation-as-a-platform agents seven-characteristics impact rmsnorm swiglu",
    "rotary-position-embedding grouped-query-attention vocabulary context-length mixture-of-experts quantisation",
    "open-weights tokens embeddings knowledge-cutoff multimodality rlhf hallucination tool-use",
    "pre-training-and-fine-tuning retrieval-augmented-generation tokenisation sampling key-value-cache lora",
    "preference-tuning chat-assistants price-ratios gpt-4-size",
)
EXPLAINED = range(60, 131)
"""How many words an explanation takes in English."""


@pytest.fixture(scope="module")
def catalogue(shipped) -> Catalogue:
    return shipped.generator.knowledge.catalogue


def value(catalogue: Catalogue, entity: str, attribute: str) -> object:
    fact = catalogue.fact(entity, attribute)
    assert fact is not None, f"{entity}/{attribute}"
    assert fact.known, f"{entity}/{attribute} is {fact.status}"
    return fact.value


def why(catalogue: Catalogue, entity: str, attribute: str) -> str:
    fact = catalogue.fact(entity, attribute)
    assert fact is not None
    assert fact.why is not None
    return fact.why.in_language("en")


@pytest.mark.parametrize("attribute", ["parameters", "layers"])
def test_the_size_of_gpt_4_is_a_rumour_and_never_asked_as_a_fact(shipped, catalogue, attribute):
    fact = catalogue.fact("gpt-4", attribute)
    assert fact is not None
    assert Status.REPORTED is fact.status
    assert not [card for card in shipped.cards if card.key.startswith(f"fact:gpt-4/{attribute}")]


def test_the_size_of_gpt_3_5_is_not_gpt_3s_carried_over(catalogue):
    fact = catalogue.fact("gpt-3.5", "parameters")
    assert fact is not None
    assert Status.NOT_DISCLOSED is fact.status


def test_chatgpt_stood_on_gpt_3_5_alone_when_it_opened(catalogue):
    assert "gpt-3.5" == value(catalogue, "chatgpt", "based_on")
    assert catalogue.fact("chatgpt", "context_window") is None


def test_gpt_4_turbos_two_cut_offs_are_those_of_two_snapshots(catalogue):
    assert catalogue.fact("gpt-4-turbo", "knowledge_cutoff") is None
    assert When((2023, 4)) == value(catalogue, "gpt-4-1106-preview", "knowledge_cutoff")
    assert When((2023, 12)) == value(catalogue, "gpt-4-turbo-2024-04-09", "knowledge_cutoff")


def test_the_hosted_glm_4_never_opened_and_glm_4_9b_is_another(catalogue):
    assert ["closed", "open"] == [value(catalogue, name, "openness") for name in ("glm-4", "glm-4-9b")]
    assert [(2024, 1), (2024, 6)] == [value(catalogue, name, "release").parts[:2] for name in ("glm-4", "glm-4-9b")]


@every_row(
    ("entity", "month"),
    [
        ("gpt-4o", (2024, 5)),
        ("gpt-4-turbo", (2023, 11)),
        ("claude-1", (2023, 3)),
        ("qwen-7b", (2023, 8)),
        ("baichuan-7b", (2023, 6)),
        ("baichuan-13b", (2023, 7)),
        ("claude-3-opus", (2024, 3)),
        ("claude-3-haiku", (2024, 3)),
    ],
)
def test_a_day_that_is_often_given_a_day_late_or_a_month_off(catalogue, entity, month):
    assert month == value(catalogue, entity, "release").parts[:2]


@pytest.mark.parametrize("entity", ["gpt-4o", "gpt-4-turbo", "claude-1"])
def test_what_was_announced_in_america_is_not_dated_by_the_chinese_clock(catalogue, entity):
    assert "Chin" in why(catalogue, entity, "release")


def test_haiku_came_nine_days_after_its_siblings(catalogue):
    opus, haiku = (value(catalogue, name, "release").parts for name in ("claude-3-opus", "claude-3-haiku"))
    assert 9 == haiku[2] - opus[2]


def test_seven_to_seventy_billion_spans_two_generations_of_llama(catalogue):
    assert ("7b", "13b", "33b", "65b") == value(catalogue, "llama-1", "sizes").ids
    assert "70b" in value(catalogue, "llama-2", "sizes").ids


def test_berts_and_gpt_2s_sizes_are_their_papers(catalogue):
    assert Decimal(340_000_000) == value(catalogue, "bert-large", "parameters")
    assert Decimal(1_500_000_000) <= value(catalogue, "gpt-2-xl", "parameters") <= Decimal(1_600_000_000)


def test_llama_read_more_than_gpt_3_not_less(catalogue):
    assert value(catalogue, "llama-13b", "training_tokens") > value(catalogue, "gpt-3", "training_tokens")


def test_llamas_training_data_are_those_of_its_papers_table(catalogue):
    data = value(catalogue, "llama-1", "training_data")
    assert isinstance(data, Members)
    assert {"openwebtext2", "realnews"}.isdisjoint(data.ids)


def test_the_unreleased_34b_llama_2_has_grouped_queries_too(catalogue):
    grouped = ("llama-2-34b", "llama-2-70b", "llama-3-8b", "llama-3-70b")
    assert ["grouped-query"] * 4 == [value(catalogue, name, "attention") for name in grouped]


def test_llama_3_read_seven_times_as_much_as_llama_2(catalogue):
    fifteen, two = (value(catalogue, name, "training_tokens") for name in ("llama-3-8b", "llama-2-7b"))
    assert Decimal("7.5") == fifteen / two


def test_qwen2_57b_does_not_share_its_siblings_context(catalogue):
    base, large, mixed = (
        catalogue.fact(name, "context_window") for name in ("qwen2-7b", "qwen2-72b-instruct", "qwen2-57b-a14b-instruct")
    )
    assert Status.DISPUTED is base.status
    assert [Decimal(128_000), Decimal(64_000)] == [large.value, mixed.value]


def test_listed_dimensions_are_examples_and_nothing_outside_is_false(catalogue):
    assert not value(catalogue, "text-embedding-3-small", "dimensions").complete


def test_bards_new_name_came_on_the_eighth(catalogue):
    assert When((2024, 2)) == value(catalogue, "bard", "renamed").at("month")
    assert "week early" in why(catalogue, "bard", "renamed")


@pytest.mark.parametrize(
    ("entity", "attribute", "held", "also"),
    [
        ("bard", "release", (2023, 3), (When((2023, 2)),)),
        ("ernie-4.0", "release", (2023, 10), (When((2023, 11)),)),
        ("gpt-4", "context_window", Decimal(8_000), (Decimal(32_000),)),
        ("gpt-3", "training_data", 5, ("bookcorpus", "gutenberg-books3", "webtext")),
    ],
)
def test_what_a_well_informed_person_may_say_too_is_no_mistake(catalogue, entity, attribute, held, also):
    found = value(catalogue, entity, attribute)
    assert held == (
        found.parts[:2] if isinstance(found, When) else len(found.ids) if isinstance(found, Members) else found
    )
    assert also == catalogue.fact(entity, attribute).also


def test_offers_that_age_are_archive(shipped):
    dated = ("/price_input#", "/price_output#", "/price_embedding#", "/subscription_price#")
    tiers = {
        card.tier for card in shipped.cards if card.key.startswith("fact:") and any(part in card.key for part in dated)
    }
    assert {"archive"} == tiers


DATED = (
    "price-ratios/sonnet-input",
    "chatgpt/plus",
    "chatgpt/free-gpt-4o",
    "chat-assistants/ernie-tiers",
)
"""What sheets say of offers: a price, a subscription, a free tier."""


def test_offers_in_sheets_are_archive_and_the_lessons_in_them_core(shipped):
    tiers = {card.key: card.tier.value for card in shipped.cards if card.key.startswith("concept:")}
    assert {f"concept:{name}": "archive" for name in DATED} == {k: tier for k, tier in tiers.items() if tier != "core"}


def test_what_a_sheet_says_as_of_a_month_is_an_offer(shipped):
    sheets = shipped.generator.knowledge.sheets.values()
    texts = [
        (sheet, each, each.text.in_language("en")) for sheet in sheets for each in sheet.elements.values() if each.text
    ]
    dated = {
        f"{sheet.id}/{each.id}" for sheet, each, text in texts if text.startswith("As of ") or "US dollars" in text
    }
    assert dated <= set(DATED)


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("swiglu", "adds"),
        ("grouped-query-attention", "key-value cache"),
        ("rotary-position-embedding", "added at the input"),
        ("foundation-model", "Stanford"),
    ],
)
def test_a_sheet_says_what_the_chapter_says_loosely(shipped, sheet, words):
    told = shipped.generator.knowledge.sheets[sheet]
    texts = [told.explanation, *(element.because for element in told.elements.values())]
    texts += [element.text for element in told.elements.values() if element.text]
    texts += [each.because for each in told.misconceptions]
    assert any(words in text.in_language("en") for text in texts), sheet


@pytest.mark.parametrize(
    ("sheet", "element", "key", "lure"),
    [
        ("pre-training-and-fine-tuning", "parallelism", "sequence parallelism", "pipeline"),
        ("scaling", "llama-3-data", "seven times", "two"),
        ("scaling", "inference-budget", "a given inference budget", "training"),
        ("chat-assistants", "bard-engine", "PaLM 2", "gpt-4"),
        ("chatgpt", "at-launch", "GPT-3.5", "gpt-4"),
    ],
)
def test_what_is_often_repeated_is_a_wrong_option_with_its_reason(shipped, sheet, element, key, lure):
    asked = shipped.generator.knowledge.sheets[sheet].elements[element]
    assert key == asked.answer.in_language("en")
    wrong = {each.id: each for each in asked.wrong}
    assert wrong[lure].because.in_language("zh")


@pytest.mark.parametrize(
    ("sheet", "element", "en", "zh"),
    [
        ("swiglu", "grows", "“saves parameters and computation”", "“减少参数量和计算量”"),
        ("swiglu", "no-explanation", "more expressive and more non-linear", "表达能力和非线性"),
        ("grouped-query-attention", "shrinks-cache", "“reduces computation”", "“减少了计算量”"),
        ("rotary-position-embedding", "trained-length", "“better generalisation”", "“泛化能力更好”"),
        ("scaling", "inference-budget", "“with fewer tokens”", "“用更少的词元（字符）”"),
    ],
)
def test_what_is_often_said_loosely_is_named_as_such_after_the_answer(shipped, sheet, element, en, zh):
    asked = shipped.generator.knowledge.sheets[sheet].elements[element]
    for lang, claim, often in (("en", en, "often"), ("zh", zh, "常")):
        told = [text.in_language(lang) for text in (asked.because, *(wrong.because for wrong in asked.wrong))]
        assert any(claim in text and often in text for text in told), lang


def test_how_far_gpt_4_was_ahead_of_its_forerunner_is_asked(shipped):
    asked = shipped.generator.knowledge.sheets["chatgpt"].elements["bar-exam"]
    assert "near the bottom" == asked.answer.in_language("en")
    assert "complex" in asked.because.in_language("en")
    assert "concept:chatgpt/bar-exam" in {card.key for card in shipped.cards}


def test_foundation_model_and_base_model_are_two_concepts(shipped):
    sheets = shipped.generator.knowledge.sheets
    assert "base-and-chat-models" in {*sheets["foundation-model"].disjoint, *sheets["foundation-model"].related}
    terms = [sheets[name].term.in_language("zh") for name in ("foundation-model", "base-and-chat-models")]
    assert 2 == len(set(terms))


@every_row("name", " ".join(LISTED_SHEETS).split())
def test_every_listed_concept_has_its_sheet_with_all_its_parts(shipped, name):
    sheets = shipped.generator.knowledge.sheets
    assert name in sheets
    sheet = sheets[name]
    assert sheet.source in shipped.generator.knowledge.sources
    for text in (sheet.term, sheet.definition, sheet.definition_question, sheet.explanation):
        assert text.has("en")
        assert text.has("zh")
    assert len(sheet.explanation.in_language("en").split()) in EXPLAINED
    assert len(sheet.elements) >= 4
    assert all(element.because for element in sheet.elements.values())
    assert all(wrong.because for element in sheet.elements.values() for wrong in element.wrong)
    assert sheet.lists, "no list"
    assert any(element.against for element in sheet.elements.values()), "no contrast"
    assert len(sheet.misconceptions) >= 3
    assert all(each.claim and each.because for each in sheet.misconceptions)
    assert sheet.disjoint
    assert sheet.related
    assert {*sheet.disjoint, *sheet.related, *sheet.prerequisites} <= sheets.keys()


def test_no_sheet_is_unlisted(shipped):
    assert set(" ".join(LISTED_SHEETS).split()) == shipped.generator.knowledge.sheets.keys()
