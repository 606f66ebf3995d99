"""The catalogues: compiled as they are written, nothing missing, nothing with a hole or a stray placeholder."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from llmquiz.files.translating import DOMAIN, LOCALE, translator

SOURCES = Path(__file__).parents[2] / "src" / "llmquiz"
ROOMS = ("tui", "cli", "files")
LANGUAGES = [folder.name for folder in sorted(LOCALE.iterdir()) if folder.is_dir()]
_FIELD = re.compile(r"\{\w*\}")


def written(lang):
    """The catalogue as people edit it."""
    with (LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=lang)


def texts(catalogue):
    """Every text and its translation."""
    return {_hashed(message.id): _hashed(message.string) for message in catalogue if message.id}


def _hashed(text):
    """Plural forms come as a tuple from one reader and as a list from the other."""
    return tuple(text) if isinstance(text, list) else text


def used():
    """Every text that the sources ask to be translated; those with a plural as pairs."""
    found = [message for room in ROOMS for _file, _line, message, _comments, _context in
             extract_from_dir(SOURCES / room, comment_tags=())]  # fmt: skip
    return {message[:2] if isinstance(message, tuple) else message for message in found}


def test_there_is_chinese():
    assert ["zh"] == LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(lang):
    fresh = io.BytesIO()
    write_mo(fresh, written(lang))
    fresh.seek(0)
    with (LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        assert texts(read_mo(fresh)) == texts(read_mo(file))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_of_the_sources_is_translated(lang):
    known = texts(written(lang))
    assert [] == sorted(str(text) for text in used() if not known.get(text) or not all(known[text]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translations_fill_in_the_same_places(lang):
    for text, translated in texts(written(lang)).items():
        forms = translated if isinstance(translated, tuple) else (translated,)
        wanted = set(_FIELD.findall(text[-1] if isinstance(text, tuple) else text))
        assert [wanted] * len(forms) == [set(_FIELD.findall(form)) for form in forms], text


def test_chinese_has_one_plural_form():
    assert 1 == written("zh").num_plurals
    assert {1} == {len(string) for text, string in texts(written("zh")).items() if isinstance(text, tuple)}


def test_the_extraction_sees_the_texts():
    assert {"Don't know", ("{n} new", "{n} new")} <= used()


@pytest.mark.parametrize(("lang", "text"), [("zh", "不知道"), ("en", "Don't know"), ("xx", "Don't know")])
def test_what_has_no_translation_stays_english(lang, text):
    assert text == translator(lang).gettext("Don't know")
