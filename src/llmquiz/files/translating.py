"""The interface's languages: gettext catalogues under `llmquiz/locale`, domain `llmquiz`, for the app and the command line.

The sources hold English; a language without a catalogue gets it. The catalogues are kept with Babel, `-k N_` included:
`pybabel extract -o t.pot src/llmquiz`, then `pybabel update` and `pybabel compile` with `-D llmquiz -d src/llmquiz/locale`.
"""

import gettext
from pathlib import Path

DOMAIN = "llmquiz"
LOCALE = Path(__file__).resolve().parents[1] / "locale"


def translator(lang: str) -> gettext.NullTranslations:
    """What turns the program's English into `lang`; what has no translation stays English."""
    return gettext.translation(DOMAIN, LOCALE, languages=[lang], fallback=True)
