"""The catalogues: compiled as they are written, nothing missing, nothing with a hole or a stray placeholder."""

import ast
import io
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from llmquiz.files.translating import DOMAIN, LOCALE, translator

SOURCES = Path(__file__).parents[2] / "src" / "llmquiz"
MARKS = {"_": 1, "N_": 1, "worded": 1, "gettext": 1, "ngettext": 2}
"""What marks a text, and how many it takes."""
LANGUAGES = [folder.name for folder in sorted(LOCALE.iterdir()) if folder.is_dir()]


DOMAINS = [DOMAIN, "click"]


def written(lang, domain=DOMAIN):
    """The catalogue as people edit it."""
    with (LOCALE / lang / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=lang)


def texts(catalogue):
    """Every text and its translation."""
    return {_hashed(message.id): _hashed(message.string) for message in catalogue if message.id}


def _hashed(text):
    """Plural forms come as a tuple from one reader and as a list from the other."""
    return tuple(text) if isinstance(text, list) else text


@cache
def marked():
    """The sources in which something is marked: hardly a third of them."""
    marks = re.compile(rf"(?<!\w)({'|'.join(MARKS)})\(")
    return [path for path in SOURCES.rglob("*.py") if marks.search(path.read_text(encoding="utf-8"))]


@cache
def written_out():
    """What stands under each mark, and in which file; also inside of an f-string, where Babel does not look."""
    return [
        (path, call.args[: MARKS[mark]])
        for path in marked()
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and (mark := name_of(call.func)) in MARKS
    ]


def name_of(function):
    """Its last name: `gettext` of `translation.gettext`."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def used():
    """Every text that the sources ask to be translated; those with a plural as pairs."""
    found = (tuple(each.value for each in said if isinstance(each, ast.Constant)) for _path, said in written_out())
    return {texts if len(texts) > 1 else texts[0] for texts in found if texts}


def test_there_is_chinese():
    assert ["zh"] == LANGUAGES


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_compiled_catalogue_is_the_written_one(lang, domain):
    fresh = io.BytesIO()
    write_mo(fresh, written(lang, domain))
    fresh.seek(0)
    with (LOCALE / lang / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        assert texts(read_mo(fresh)) == texts(read_mo(file))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_of_the_sources_is_translated(lang):
    known = texts(written(lang))
    assert [] == sorted(str(text) for text in used() if not known.get(text) or not all(known[text]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translations_fill_in_the_same_places(lang):
    for text, translated in texts(written(lang)).items():
        forms = translated if isinstance(translated, tuple) else (translated,)
        wanted = fields(text[-1] if isinstance(text, tuple) else text)
        assert [wanted] * len(forms) == [fields(form) for form in forms], text


def fields(template):
    """What a template is filled with, and how."""
    return {(name, form) for _text, name, form, _conversion in Formatter().parse(template) if name is not None}


def test_no_template_is_made_while_the_program_runs():
    """What a user wrote is a field: a template is written out, or kept in a table under the mark."""
    for path, said in written_out():
        for text in said:
            assert not isinstance(text, ast.JoinedStr | ast.BinOp), f"{path}:{text.lineno}"


def test_chinese_has_one_plural_form():
    assert 1 == written("zh").num_plurals
    assert {1} == {len(string) for text, string in texts(written("zh")).items() if isinstance(text, tuple)}


def test_the_extraction_sees_the_texts():
    texts_of_problems = {"“{before}” and “{option}” say the same.", "a text", "This must be {needed}, and is {what}."}
    assert {"Don't know", ("{n} new", "{n} new"), *texts_of_problems} <= used()


@pytest.mark.parametrize(("lang", "text"), [("zh", "不知道"), ("en", "Don't know"), ("xx", "Don't know")])
def test_what_has_no_translation_stays_english(lang, text):
    assert text == translator(lang).gettext("Don't know")
