"""Law 5: text from files is only text. What could drive a terminal or deceive the eye is found here and taken out.

Newlines and tabs stay; escape sequences go as a whole, so that no `[31m` is left standing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from llmquiz.core.wordings import worded

ESCAPE = "escape-sequence"
CONTROL = "control-character"
BIDI = "bidi-override"

_UNSAFE = re.compile(
    r"(?P<escape>\x1b\[[0-?]*[ -/]*[@-~]"  # colours, cursor movements
    r"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # window titles, links, device strings
    r"|\x1b[ -/]*[0-~]?|\x9b[0-?]*[ -/]*[@-~])"
    r"|(?P<bidi>[\u202a-\u202e\u2066-\u2069])"
    r"|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff])"
)
_NAMES = {"escape": ESCAPE, "bidi": BIDI, "control": CONTROL}
SENTENCES = {
    ESCAPE: worded("A terminal escape sequence stands in the text and was taken out."),
    CONTROL: worded("An invisible control character stands in the text and was taken out."),
    BIDI: worded("A character that reverses the direction of writing stands in the text and was taken out."),
}
"""What is said of each kind of finding."""


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Something that was taken out: its kind, and where it stood in the text."""

    kind: str
    offset: int


def clean(text: str) -> str:
    """`text` without anything that could do more than be read."""
    return _UNSAFE.sub("", text)


def unsafe(text: str) -> Iterator[Unsafe]:
    """What `clean` takes out of `text`, in order."""
    for match in _UNSAFE.finditer(text):
        yield Unsafe(_NAMES[match.lastgroup or "control"], match.start())


def visible(name: str) -> str:
    """A file name or a key as it can be shown: what is unsafe in it is spelt out."""
    return _UNSAFE.sub(lambda match: ascii(match[0])[1:-1], name)
