"""The interface's languages: gettext catalogues under `llmquiz/locale`, domain `llmquiz`, for app and command line.

The sources hold English; a language without a catalogue gets it. Catalogues are kept with Babel: `pybabel extract
-k worded -o /tmp/llmquiz.pot src/llmquiz`, `pybabel update -i /tmp/llmquiz.pot`, `pybabel compile`, the latter two with
`-D llmquiz -d src/llmquiz/locale`. Beside them lie those of the domain `click`: what that library says on wrong usage.
"""

import gettext
from pathlib import Path

DOMAIN = "llmquiz"
LOCALE = Path(__file__).resolve().parents[1] / "locale"


def catalogues() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(path.parents[1].name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


def translator(lang: str) -> gettext.NullTranslations:
    """What turns the program's English into `lang`; what has no translation stays English."""
    return gettext.translation(DOMAIN, LOCALE, languages=[lang], fallback=True)
