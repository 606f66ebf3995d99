"""The proof: items checked a second, beside generating the same items without checking them."""

import time
from collections.abc import Iterator
from datetime import date

from benchmarks.measuring import Row
from llmquiz.files.paths import questions_root
from llmquiz.generate.forms import FORMS
from llmquiz.generate.proof.proving import prove
from llmquiz.library.cache import NoCache
from llmquiz.library.knowing import Knowing

_DAY = date(2026, 1, 5)


def rows(runs: int) -> Iterator[Row]:
    """One row: a proof with one seed against the bare generation of the same items."""
    generator = Knowing(questions_root(), NoCache(), _DAY).generator
    start = time.perf_counter()
    for card in generator.cards:
        for form in FORMS:
            for lang in generator.knowledge.languages:
                generator.item(card.key, form, lang, 0)
    generated = time.perf_counter() - start
    start = time.perf_counter()
    proof = prove(generator, 1)
    proved = time.perf_counter() - start
    yield Row(f"prove, one seed ({proof.items.total()} items; floor: generate them)", proved, generated)
