"""A wording is told in English as it stands, and in another language with all its parts."""

import json
from dataclasses import asdict

import pytest

from llmquiz.core.wordings import SILENCE, Wording, worded, wording_from

GERMAN = {
    "This must be {needed}.": "Das muss {needed} sein.",
    "a text": "ein Text",
    "Known: {known}.": "Bekannt: {known}.",
    "{several}, {one}": "{several}; {one}",
    "Write {{en: ...}}.": "Schreibe {{en: ...}}.",
    "": "the head of the catalogue",
}
TOLD = [
    (worded("This must be {needed}.", needed=worded("a text")), "This must be a text.", "Das muss ein Text sein."),
    (worded("This must be {needed}.", needed="{a}"), "This must be {a}.", "Das muss {a} sein."),
    (worded("Known: {known}.", known=("a", "{b}", "c")), "Known: a, {b}, c.", "Bekannt: a; {b}; c."),
    (worded("Known: {known}.", known=("a",)), "Known: a.", "Bekannt: a."),
    (worded("Known: {known}.", known=()), "Known: .", "Bekannt: ."),
    (worded("Write {{en: ...}}."), "Write {en: ...}.", "Schreibe {en: ...}."),
    (SILENCE, "", ""),
]


@pytest.mark.parametrize(("wording", "english", "german"), TOLD)
def test_a_wording_is_told_with_its_parts(wording: Wording, english: str, german: str) -> None:
    assert (english, german) == (str(wording), wording.told(lambda text: GERMAN.get(text, text)))


def test_what_has_no_translation_stays_english() -> None:
    assert "1,234 more." == worded("{number:,} more.", number=1234).told(lambda text: GERMAN.get(text, text))


def test_wordings_survive_as_json() -> None:
    wording = worded("{a} {b} {c}", a=worded("Known: {known}.", known=("x", "y")), b=2, c=0.5)
    assert wording == wording_from(json.loads(json.dumps(asdict(wording))))
