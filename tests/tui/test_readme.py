"""What README and documents say of keys is what the program has."""

import re
from pathlib import Path

from llmquiz.tui.keyboard import key_name, markdown_table
from llmquiz.tui.keys import COMMANDS
from tables import every_row

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = README.partition("<!-- keys: begin")[2].partition("<!-- keys: end -->")[0]
SAID = {
    "README.md": (
        ("home.five", "`{}` studies for five"),
        ("question.hint", "`{}` hints"),
        ("card.note", "`{}` notes something"),
        ("card.suspend", "`{}` puts a card aside"),
        ("card.bury", "`{}` puts it off until tomorrow"),
        ("card.flag", "`{}` reports a question"),
        ("card.edit", "`{}` opens its file in your editor"),
        ("app.undo", "`{}` takes back what you did last"),
        ("app.help", "{} shows every key"),
        ("home.explore", "Press `{}` at home to explore"),
        ("explore.quiz", "`{}` quizzes you on what you see"),
        ("home.browse", "Press `{}` for the list of all cards"),
        ("home.practice", "`{}` practises without touching the schedule"),
        ("home.stats", "How it goes: `{}` at home"),
        ("home.settings", "changed there, in the app (`{}` at home)"),
    ),
    "docs/commands.md": (
        ("home.stats", "The app shows the same: `{}` or {} at home"),
        ("card.flag", "a question is reported (`{}` in the app"),
        ("home.settings", "The same is done in the app: `{}` or {} at home"),
        ("app.problems", "{} in the app, or `llmquiz doctor`"),
    ),
    "docs/searching.md": (
        ("home.browse", "in the app's list of cards (`{}` at home"),
        ("cards.search", "then `{}`)"),
    ),
}
"""What running text says that keys do: the command, and the words around its key, or its first two."""
A_KEY = re.compile(r"`[a-z,/]`|\bF\d+\b")


def test_the_readmes_table_of_keys_is_the_programs() -> None:
    shown = [line for line in TABLE.splitlines() if line.startswith("|")]
    assert markdown_table().strip().splitlines() == shown


@every_row(("document", "command", "words"), [(name, *row) for name, rows in SAID.items() for row in rows])
def test_a_key_that_running_text_names_is_the_commands(document: str, command: str, words: str) -> None:
    assert _with_keys(command, words) in _prose(document)


@every_row("document", SAID)
def test_running_text_names_no_key_beside_those(document: str) -> None:
    left = _prose(document)
    for command, words in SAID[document]:
        left = left.replace(_with_keys(command, words), "")
    assert [] == A_KEY.findall(left)


def _with_keys(command: str, words: str) -> str:
    keys = next(each.keys for each in COMMANDS if each.id == command)
    return words.format(*map(key_name, keys))


def _prose(document: str) -> str:
    """A document on one line, without the table of keys and what is shown as code."""
    text = (ROOT / document).read_text(encoding="utf-8").replace(TABLE, "")
    return " ".join(re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL).split())
