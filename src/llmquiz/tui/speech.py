"""The language of the interface. Texts are translated when they are drawn, so that switching shows at once.

`_` and `ngettext` translate; `N_` marks a text that is kept and translated later.
"""

from gettext import NullTranslations

from llmquiz.core.marking import N_ as N_
from llmquiz.files.translating import translator

_WITH_INPUT_METHODS = ("zh", "ja", "ko")


class _Spoken:
    """The one catalogue in use; an app speaks one language at a time."""

    catalogue = NullTranslations()
    lang = ""


def speak(lang: str) -> None:
    """Translate into `lang` from now on."""
    _Spoken.catalogue, _Spoken.lang = translator(lang), lang


def spoken() -> str:
    """The language that is spoken."""
    return _Spoken.lang


def input_method_likely() -> bool:
    """Whether letters may be caught by an input method before they come here."""
    return spoken().startswith(_WITH_INPUT_METHODS)


def _(message: str) -> str:
    """`message` in the language that is spoken."""
    return _Spoken.catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The wording for `count` things, with `{n}` filled in."""
    return _Spoken.catalogue.ngettext(one, many, count).format(n=count)
