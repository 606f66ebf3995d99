"""Three themes of the same design: two accents at most, one for what is right or can be pressed, one for what is not.

`$muted` is for what is there to be looked up, not read. The ANSI theme uses the terminal's own colours,
of them those that can be read on black and on white: nobody knows which it has.
"""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="dark",
    primary="#6cc4b0",
    accent="#6cc4b0",
    success="#6cc4b0",
    warning="#e6a860",
    error="#e6a860",
    foreground="#e4e6ea",
    background="#15181d",
    surface="#1d2127",
    panel="#262b33",
    variables={"muted": "#8d97a5", "faint": "#3a414c", "input-cursor-background": "#6cc4b0"},
)
LIGHT = Theme(
    name="light",
    primary="#00786c",
    accent="#00786c",
    success="#00786c",
    warning="#a34a06",
    error="#a34a06",
    foreground="#20242a",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3db",
    dark=False,
    variables={"muted": "#636b76", "faint": "#cfcbc1", "input-cursor-background": "#00786c"},
)
ANSI = Theme(
    name="ansi",
    ansi=True,
    primary="ansi_magenta",
    secondary="ansi_magenta",
    accent="ansi_magenta",
    success="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables=BUILTIN_THEMES["ansi-dark"].variables
    | {
        "muted": "ansi_bright_black",
        "faint": "ansi_bright_black",
    },
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, ANSI)}
DEFAULT = DARK.name
_FEW_COLOURS = ("standard", "windows")


def chosen(name: str, colours: str | None) -> str:
    """The theme of this name; without one, what a terminal of so many colours (as Rich calls them) shows well."""
    if name in THEMES:
        return name
    return ANSI.name if colours in _FEW_COLOURS else DEFAULT


def following(name: str) -> str:
    """The theme after `name`."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else DEFAULT
