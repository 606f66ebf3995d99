"""The learner's editor in the place of the app, until it is closed."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from llmquiz.core.problems import Place
from llmquiz.files.editing import edit_command, editor_in, takes_line
from llmquiz.tui.speech import _


def edit(app: App[Any], place: Place) -> str:
    """Open the editor at a place, and say what came of it."""
    editor = editor_in(os.environ)
    where = _("line {line} of {file}").format(line=place.line, file=Path(*Path(place.path).parts[-2:]))
    if not editor:
        return _("No editor is set (EDITOR): look at {where}.").format(where=where)
    if not _opened(app, edit_command(editor, Path(place.path), place.line)):
        return _("{editor} cannot be opened from here: look at {where}.").format(editor=editor[0], where=where)
    if not takes_line(editor):
        return _("The card: {where}. Changes count from the next start.").format(where=where)
    return _("What you changed counts from the next start.")


def _opened(app: App[Any], command: Sequence[str]) -> bool:
    """Whether the editor could be started. Were its failure to leave `suspend`, the app would not come back."""
    try:
        with app.suspend(), suppress(OSError):
            subprocess.run(command, check=False)
            return True
    except SuspendNotSupported:
        pass
    return False
