"""The same arguments give the same item, anywhere; a catalogue that grows changes few items."""

import subprocess
import sys

import pytest
from generate_samples import items
from hypothesis import given
from hypothesis import strategies as st

from forests import forest, model
from llmquiz.core.forms import TOP_RUNG
from llmquiz.core.items import Item
from llmquiz.core.responses import Many
from llmquiz.generate.forms import FORMS

MOST_CHANGED = 0.10


@pytest.fixture(scope="module")
def generators(tmp_path_factory):
    """Two generators that know nothing of each other, from the same files."""
    return [forest(9).generator(tmp_path_factory.mktemp("forest")) for _ in range(2)]


@given(st.data())
def test_the_same_arguments_give_the_same_item_whatever_was_asked_before(generators, data):
    one, other = generators
    for _ in range(2):
        key = data.draw(st.sampled_from([card.key for card in one.cards]))
        form = data.draw(st.sampled_from(sorted(FORMS)))
        lang, seed = data.draw(st.sampled_from(["en", "zh"])), data.draw(st.integers(0, 10**9))
        made = one.item(key, form, lang, seed)
        assert made == one.item(key, form, lang, seed) == other.item(key, form, lang, seed)
        if isinstance(made, Item):
            assert (key, form, lang, seed) == (made.card, made.form, made.lang, made.seed)


def test_another_process_with_another_hash_seed_makes_the_same_items(tmp_path, generators):
    folder = forest(9).write(tmp_path)
    script = (
        "import gc, sys; from catalogues import read_folder, TODAY; from llmquiz.generate.generator import Generator;"
        "from generate_samples import items; from pathlib import Path;"
        f"g = Generator(read_folder(Path({str(folder)!r}))[0], TODAY);"
        "sys.stdout.buffer.write('\\n'.join(map(repr, items(g, seeds=1, langs=('zh',)))).encode()); gc.freeze()"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert [repr(item) for item in items(generators[0], seeds=1, langs=("zh",))] == run.stdout.decode().splitlines()


def test_different_seeds_give_different_items(generators):
    for key in ("fact:babarin/context#value", "fact:babarin/context#entity", "skill:cost", "skill:compare/parameters"):
        shown = {tuple(sorted(option.text for option in item.options)) for item in items(generators[0], key, seeds=24)}
        assert len(shown) > 3, key


def test_one_entity_more_changes_few_items(tmp_path):
    before = forest(30).generator(tmp_path / "before")
    larger = forest(30)
    larger.entities.append(model(31))
    after = larger.generator(tmp_path / "after")
    same = {"forms": ("choice-4",), "langs": ("en",), "seeds": 1}
    old = {(item.card, item.form): item for item in items(before, "fact:", **same)}
    new = {(item.card, item.form): item for item in items(after, "fact:", **same)}
    changed = sum(old[asked] != new.get(asked) for asked in old)
    assert len(old) > 400
    assert changed < MOST_CHANGED * len(old), f"{changed} of {len(old)}"


def test_every_rung_of_the_ladder_has_a_form_and_practice_alone_stands_on_none():
    rungs = {rung for form in FORMS.values() for rung in form.traits.rungs}
    assert set(range(TOP_RUNG + 1)) == rungs
    assert {"recall"} == {name for name, form in FORMS.items() if not form.traits.rungs}


def test_a_form_shows_as_many_options_as_it_says(generators):
    """A choice of several is no guess among so many."""
    for item in items(generators[0], seeds=1):
        shown = 0 if isinstance(item.response, Many) else len(item.options)
        assert FORMS[item.form].traits.options == shown, item.form
