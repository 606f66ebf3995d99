"""Where the app runs: terminals of few colours or none, a third language, and what the learner chose against them."""

import io
from dataclasses import replace

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from rich.color import Color, ColorSystem
from tui_acting import GARDEN, seen

from llmquiz.files import translating
from llmquiz.files.settings import load_settings
from llmquiz.tui import speech, themes
from llmquiz.tui.app import LlmquizApp
from tables import every_row

FRENCH = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Explore"
msgstr "Explorer"

msgid "Don't know"
msgstr "Je ne sais pas"

msgid "{n} new"
msgid_plural "{n} new"
msgstr[0] "{n} nouvelle"
msgstr[1] "{n} nouvelles"
"""
GREYS = {0, 7, 8, 15}
"""Black, white and what is between them, among a terminal's sixteen colours."""


@pytest.fixture
def french(tmp_path, monkeypatch):
    """A third catalogue, compiled beside itself as `pybabel compile` does it."""
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "llmquiz.po").write_text(FRENCH, encoding="utf-8")
    with (folder / "llmquiz.mo").open("wb") as file:
        write_mo(file, read_po(io.BytesIO(FRENCH.encode()), locale="fr"))
    monkeypatch.setattr(translating, "LOCALE", tmp_path / "locale")
    yield "fr"
    monkeypatch.undo()
    speech.speak("en")


def test_a_third_language_can_be_set_in_the_file(french, reopen, home):
    home.config.write_text('lang = "fr"\n', encoding="utf-8")
    with reopen("") as trainer:
        LlmquizApp(trainer)
        assert ("fr", ()) == (trainer.interface, trainer.problems)


@every_row(
    ("term", "colorterm", "theme"),
    [
        ("xterm-256color", "truecolor", "dark"),
        ("xterm-256color", "", "dark"),
        ("tmux-256color", "", "dark"),
        ("xterm-16color", "", "ansi"),
        ("xterm", "", "ansi"),
        ("screen", "", "ansi"),
        ("linux", "", "ansi"),
    ],
)
def test_a_terminal_of_few_colours_gets_its_own(trainer, monkeypatch, term, colorterm, theme):
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    assert theme == LlmquizApp(trainer).theme


def test_what_the_learner_chose_stands_in_any_terminal(reopen, home, monkeypatch):
    home.config.write_text('theme = "light"\n', encoding="utf-8")
    monkeypatch.setenv("TERM", "xterm-16color")
    monkeypatch.setenv("COLORTERM", "")
    with reopen() as trainer:
        assert "light" == LlmquizApp(trainer).theme


async def test_without_colour_there_is_none_whatever_theme_is_chosen_and_signs_remain(reopen, home, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    home.config.write_text('theme = "light"\n', encoding="utf-8")
    with reopen() as trainer:
        app = LlmquizApp(trainer)
        async with app.run_test() as pilot:
            await pilot.press(*GARDEN, "d")
            assert app.no_color
            assert "✓" in seen(pilot)
            for theme in ("light", *themes.THEMES, ""):
                trainer.settle(replace(trainer.settings, theme=theme))
                app.on_settings_screen_settled()
                await pilot.pause()
                assert [] == coloured(app), theme


def coloured(app):
    """What is painted in another colour than the terminal's own."""
    strips, filters = app.screen._compositor.render_strips(), app._filters
    for each in filters:
        strips = [strip.apply_filter(each, app.current_theme and app.screen.styles.background) for strip in strips]
    segments = [segment for strip in strips for segment in strip if segment.style]
    drawn = [(segment, colour) for segment in segments for colour in (segment.style.color, segment.style.bgcolor)]
    return [segment.text for segment, colour in drawn if colour is not None and not colour.is_default]


async def test_a_third_interface_language_is_one_catalogue_and_what_it_lacks_is_english(french, play, reopen):
    with reopen("fr") as trainer:
        async with play(trainer, size=(140, 40)) as pilot:
            told = seen(pilot)
            assert "Explorer" in told
            assert "nouvelles" in told
            assert "Topics, and how much of each you know" in told
            await pilot.press(*GARDEN)
            told = seen(pilot)
            assert "Je ne sais pas" in told
            assert "Which colour has" in told


async def test_it_is_among_the_languages_that_f2_goes_through_and_is_kept(french, play, home):
    async with play() as pilot:
        told = []
        for _turn in range(3):
            await pilot.press("f2")
            told.append(load_settings(home.config)[0].lang)
        assert ["zh", "fr", "en"] == told


@pytest.mark.parametrize("accent", ["success", "warning"])
def test_in_sixteen_colours_right_and_wrong_of_the_light_theme_stay_colours(accent):
    few = Color.parse(getattr(themes.LIGHT, accent)).downgrade(ColorSystem.STANDARD)
    assert few.number not in GREYS
