"""Why the system did not do what it was asked: its own words, translated where they are known."""

from llmquiz.core.marking import N_
from llmquiz.core.wordings import Wording, worded

_KNOWN = {
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Input/output error"),
    N_("No space left on device"),
    N_("Read-only file system"),
    N_("there is no such home folder"),
}


def reason_of(error: Exception) -> Wording:
    """The reason that an error of the system gives."""
    said = error.strerror if isinstance(error, OSError) else None
    if not said:
        return worded("the system refuses it")
    return worded(said) if said in _KNOWN else worded("{reason}", reason=said)
