"""The rules over a whole corpus: a strategy that needs no knowledge must not pay, and where it does, it is named."""

from dataclasses import replace

import pytest
from generate_samples import CHOICES, items

from forests import forest
from llmquiz.core.cards import Tier
from llmquiz.core.hashing import draw
from llmquiz.core.items import Item
from llmquiz.core.responses import One, Option, TextEntry
from llmquiz.files.translating import translator
from llmquiz.generate.proof.corpus import Corpus

WORDS = ("aa", "bbbb", "cccccc", "dddddddd")
NUMBERS = ("1k", "4k", "16k", "64k")


def item(texts: tuple[str, ...], key: int, seed: int, lang: str = "en") -> Item:
    options = tuple(Option(text, text, at == key) for at, text in enumerate(texts))
    return Item(
        f"fact:x/{seed}#value", "choice-4", lang, seed, "Which?", One(options), "", "A book", "ideas", Tier.CORE
    )


def shuffled(texts: tuple[str, ...], seed: int) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda text: draw(1 << 30, seed, text)))


def found(items) -> list[str]:
    corpus = Corpus()
    for each in items:
        corpus.add(each)
    return [rule for rule, _ in corpus.findings()]


def test_an_honest_corpus_is_passed():
    words = (item(shuffled(WORDS, seed), draw(4, seed, "key"), seed) for seed in range(2000))
    numbers = (item(NUMBERS, draw(4, seed, "key"), seed) for seed in range(2000))
    assert [] == found([*words, *numbers])


def test_a_share_is_told_in_english_and_in_chinese():
    corpus = Corpus()
    for seed in range(400):
        corpus.add(item(shuffled(WORDS, seed), 1, seed))
    told = next(says for rule, says in corpus.findings() if rule == "C24" and "100.0%" in says.told())
    english = "key position (en, 4 options) 2: 100.0% of 400 items of 400 cards, expected 25.0% within 6.5%."
    where, share = "正确答案的位置（en，4 个选项）第 2 位", "在 400 张卡片的 400 道题中占 100.0%"
    assert english == told.told()
    assert f"{where}：{share}，应为 25.0%，偏差不超过 6.5%。" == told.told(translator("zh").gettext)


@pytest.mark.parametrize("place", range(4))
def test_a_key_that_stands_always_in_one_place_is_found(place):
    assert "C24" in found(item(shuffled(WORDS, seed), place, seed) for seed in range(400))


@pytest.mark.parametrize("rank", range(4))
def test_a_key_that_has_always_one_rank_among_numbers_is_found(rank):
    assert "C25" in found(item(NUMBERS, rank, seed) for seed in range(400))


def test_a_key_that_is_never_at_the_ends_of_the_numbers_is_found():
    assert "C25" in found(item(NUMBERS, 1 + draw(2, seed, "key"), seed) for seed in range(400))


@pytest.mark.parametrize("word", [WORDS[0], WORDS[-1]], ids=["shortest", "longest"])
def test_a_key_that_is_always_the_shortest_or_the_longest_is_found(word):
    def corpus():
        for seed in range(400):
            texts = shuffled(WORDS, seed)
            yield item(texts, texts.index(word), seed)

    assert {"C26"} == set(found(corpus()))


def test_a_bias_of_one_language_is_not_hidden_by_another():
    honest = [item(shuffled(WORDS, seed), draw(4, seed, "key"), seed) for seed in range(2000)]
    biased = [item(shuffled(WORDS, seed), 0, seed, "zh") for seed in range(300)]
    assert "C24" in found([*honest, *biased])


def test_a_handful_of_items_says_nothing():
    assert [] == found(item(WORDS, 0, seed) for seed in range(20))


def test_many_seeds_of_few_cards_say_no_more_than_few_cards():
    def corpus(cards):
        for seed in range(20):
            for card in range(cards):
                texts = shuffled(WORDS, seed * 1000 + card)
                yield replace(item(texts, texts.index(WORDS[0]), seed), card=f"fact:x/{card}#value")

    assert [] == found(corpus(40))
    assert {"C26"} == set(found(corpus(100)))


def test_what_chance_could_have_done_to_a_hundred_cards_is_no_finding():
    """A third of a hundred is within three standard deviations of a quarter; of a thousand it is not."""

    def corpus(cards):
        for seed in range(cards):
            texts = shuffled(WORDS, seed)
            yield item(texts, texts.index(WORDS[0] if seed % 9 == 0 else WORDS[draw(4, seed, "key")]), seed)

    assert [] == found(corpus(100))
    assert {"C26"} == set(found(corpus(2000)))


def test_a_small_clean_catalogue_is_passed(honest, tmp_path):
    larger = forest(18).generator(tmp_path)
    assert [] == found(items(honest, forms=CHOICES, seeds=2))
    assert [] == found(items(larger, forms=CHOICES, seeds=1))


def test_true_and_false_stand_where_they_stand():
    texts = ("True", "False")
    assert [] == found(item(texts, 0, seed) for seed in range(400))


def typed(card, answer, *accept, rivals=(), seed=0, lang="en"):
    entry = TextEntry(answer, accept, rivals)
    return Item(card, "typed", lang, seed, "What?", entry, "", "A book", "ideas", Tier.CORE)


def taken(*asked):
    """What is said of typed answers, of items that two processes have proved."""
    corpus, other = Corpus(), Corpus()
    for place, each in enumerate(asked):
        (corpus, other)[place % 2].add(each)
    corpus.add_all(other)
    return [says for rule, says in corpus.findings() if rule == "C30"]


def test_an_answer_that_counts_as_a_misspelt_one_to_another_question_is_found_with_both_cards_and_names():
    (says,) = taken(typed("fact:a", "Mistral", "MistralAI"), typed("fact:b", "Mixtrals"), typed("fact:c", "Falcon"))
    assert "`Mistral`, an answer to fact:a, counts as a misspelt `Mixtrals` for fact:b." == says.told()
    assert "“Mistral”是 fact:a 的答案，却会被当作 fact:b 的答案“Mixtrals”的笔误。" == says.told(
        translator("zh").gettext
    )


def test_each_is_found_that_is_taken_for_the_other_and_once_in_all_languages():
    names = ("fact:a", "Anthropic", "人类"), ("fact:b", "Anthropoc", "人猿")
    asked = [
        typed(card, *each, lang=lang) for card, en, zh in names for lang, each in (("en", (en, zh)), ("zh", (zh, en)))
    ]
    assert ["Anthropic", "Anthropoc"] == [dict(says.fields)["typed"] for says in taken(*asked)]


@pytest.mark.parametrize(
    ("other", "rivals"),
    [
        ("Mixtral", ("Mistral", "Mixtral")),  # a typing error is held against both anyway
        ("Mixtral", ("Mistral", "Mixtrol")),  # it is as near to a third name
        ("Mistral", ()),  # both ask for the same
        ("Mistrals", ()),  # or for more of it
        ("Falcon", ()),
        ("Mistral 2", ()),
        ("米斯特拉", ()),
    ],
)
def test_an_answer_that_is_no_typing_error_of_another_is_passed(other, rivals):
    assert [] == taken(typed("fact:a", "Mistral", rivals=rivals), typed("fact:b", other, rivals=rivals))


def test_what_is_held_against_typing_errors_in_one_question_is_not_so_in_the_other():
    asked = typed("fact:a", "Mistral", rivals=("Mixtral",)), typed("fact:b", "Mixtral")
    assert [("Mistral", "fact:b")] == [(dict(s.fields)["typed"], dict(s.fields)["card"]) for s in taken(*asked)]
