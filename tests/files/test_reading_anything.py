"""Whatever is written, reading answers with values: a document, problems, or both."""

import json

from hypothesis import given
from hypothesis import strategies as st

from llmquiz.files.reading import parse
from llmquiz.files.rendering import render

UNSAFE = frozenset("\x1b\x07\u202e\u2028")
PIECES = [
    "a", "b: ", "- ", "? ", "'", '"', "[", "]", "{", "}", ",", ":", "\n", "\n  ", "\t", "&a ", "*a", "!x ", "|\n",
    ">\n", "# ", "---\n", "...\n", "<<: ", "%", "@", "\x1b[2J", "\x07", "\u202e", "\u2028", "\\u202e", "\\e", "中",
    "true", "~",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_text_raises_and_nothing_unsafe_comes_out(text: str) -> None:
    document, problems = parse(text, "f.yaml")

    lines = text.split("\n")
    rendered = "".join(render(problem, lines) for problem in problems)
    data = json.dumps(document.data if document else None, ensure_ascii=False).replace("\\u001b", "\x1b")
    assert document is not None or problems
    assert all(problem.hint and 1 <= problem.place.line <= len(lines) for problem in problems)
    assert not UNSAFE & set(rendered + data)
