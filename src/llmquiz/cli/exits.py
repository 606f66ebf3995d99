"""Exit codes, and how an error that no command can help becomes a sentence and one of them. Standard library only."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum

from llmquiz.core.marking import N_
from llmquiz.storage.errors import StorageError


class Code(IntEnum):
    """What a script learns from the exit code."""

    FINE = 0
    FOUND = 1
    USAGE = 2
    UNUSABLE = 3
    INTERRUPTED = 130


MEANINGS = {
    Code.FINE: N_("everything is fine"),
    Code.FOUND: N_("problems or violations were found"),
    Code.USAGE: N_("wrong usage"),
    Code.UNUSABLE: N_("the learner's file cannot be used"),
    Code.INTERRUPTED: N_("interrupted"),
}
"""One for each code, for `llmquiz --help` and docs/commands.md."""


class LeaveError(Exception):
    """The command is over, with this exit code; what there is to say was said."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def plainly() -> Iterator[None]:
    """No traceback for what is no mistake of ours. Who stops reading (`| head`) has got what was wanted."""
    _open_closed_streams()
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except StorageError as error:
        raise _leave(error.told(_spoken), Code.UNUSABLE) from error
    except BrokenPipeError as error:
        _deafen()
        raise LeaveError(Code.FINE) from error
    except OSError as error:
        if error.filename is None:
            _deafen()
        raise _leave(_sentence(error), Code.UNUSABLE) from error
    except KeyboardInterrupt as error:
        raise LeaveError(Code.INTERRUPTED) from error


def _leave(message: str, code: Code) -> LeaveError:
    print(message, file=sys.stderr)
    return LeaveError(code)


def _sentence(error: OSError) -> str:
    from llmquiz.files.reasons import reason_of  # for a mistake alone

    reason = reason_of(error).told(_spoken).lower()
    if error.filename is None:
        return _spoken(N_("What was to be printed cannot be written: {reason}.")).format(reason=reason)
    sentence = _spoken(N_("{path} cannot be used: {reason}; mend that, or set LLMQUIZ_HOME elsewhere."))
    return sentence.format(path=error.filename, reason=reason)


def _spoken(message: str) -> str:
    """`message` in the language that is spoken; catalogues are looked for when there is something to say."""
    from llmquiz.tui.speech import _

    return _(message)


def _open_closed_streams() -> None:
    """A stream that was closed from the start (`>&-`) is none to Python: there is nothing to read, nobody to tell.

    In the order of their numbers: each takes its own, before a file of the learner's gets it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 -- for as long as we run


def _deafen() -> None:
    """Let what is still to be written go nowhere: the interpreter would complain of it when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
