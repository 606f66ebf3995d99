"""Llmquiz in processes of their own, forked from one that has everything imported: starting costs more than most tests.

What an interpreter does while it starts is not seen that way; how it ends, what its streams are and what it says are.
"""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from pathlib import Path
from typing import Any

_STANDARD = ("stdin", "stdout", "stderr")
_LONGEST = 1 << 17


@dataclass
class Forked:
    """A process that runs: its number, and the other ends of its streams."""

    pid: int
    stdin: BufferedWriter
    stdout: BufferedReader
    stderr: BufferedReader
    _door: socket.socket

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        return int(self._door.recv(_LONGEST))


class Forks:
    """A program that is ready to run any command line, one at a time."""

    def __init__(self, questions: Path, environment: Mapping[str, str]) -> None:
        self._door, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        start = [sys.executable, __file__, str(other.fileno()), str(questions)]
        streams = dict.fromkeys(_STANDARD, subprocess.PIPE)  # no terminal, and nothing that could be wound back
        self._server = subprocess.Popen(start, pass_fds=[other.fileno()], env=dict(environment), **streams)
        other.close()

    def start(
        self, *arguments: str, environment: Mapping[str, str], closed: Iterable[int] = (), stdout: int | None = None
    ) -> Forked:
        """Begin a command line; `closed` streams are so from the start, `stdout` may lead elsewhere."""
        (stdin, typed), (shown, out), (told, err) = os.pipe(), os.pipe(), os.pipe()
        request = {"arguments": arguments, "environment": dict(environment), "closed": list(closed)}
        socket.send_fds(self._door, [json.dumps(request).encode()], [stdin, out if stdout is None else stdout, err])
        for end in (stdin, out, err):
            os.close(end)
        pid = int(self._door.recv(_LONGEST))
        return Forked(pid, open(typed, "wb"), open(shown, "rb"), open(told, "rb"), self._door)

    def run(self, *arguments: str, typed: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
        """Run a command line to its end, with this input."""
        process = self.start(*arguments, **more)
        with process.stdin, process.stdout, process.stderr:
            process.stdin.write(typed)
            process.stdin.close()
            shown, told = process.stdout.read(), process.stderr.read()
        return subprocess.CompletedProcess(arguments, process.wait(), shown, told)

    def close(self) -> None:
        """Let the program end."""
        self._door.close()
        self._server.communicate()


def _serve(door: socket.socket) -> dict[str, Any]:
    """Fork for each request; what comes back is the request, in the process that is to run it."""
    while True:
        request, streams, *_ = socket.recv_fds(door, _LONGEST, len(_STANDARD))
        if not request:
            os._exit(0)
        pid = os.fork()
        if not pid:
            _become(streams)
            return dict(json.loads(request))
        for stream in streams:
            os.close(stream)
        door.send(str(pid).encode())
        door.send(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())


def _become(streams: Iterable[int]) -> None:
    for standard, stream in enumerate(streams):
        os.dup2(stream, standard)
        os.close(stream)


def _main() -> int:
    import llmquiz.banks.reading
    import llmquiz.cli.commands.doctor
    import llmquiz.cli.commands.due
    import llmquiz.cli.commands.questions
    import llmquiz.cli.commands.study
    import llmquiz.cli.exporting
    import llmquiz.cli.plain.session
    import llmquiz.generate.generator
    import llmquiz.trainer.doctor
    import llmquiz.trainer.opening  # noqa: F401 -- what the commands would import when they are named
    from llmquiz.cli.program import run
    from llmquiz.cli.surroundings import Surroundings

    signal.signal(signal.SIGINT, signal.default_int_handler)  # jobs in the background ignore it
    gc.freeze()  # what is shared stays so when a process ends
    with socket.socket(fileno=int(sys.argv[1])) as door:
        request = _serve(door)
    for standard in request["closed"]:
        os.close(standard)
        setattr(sys, _STANDARD[standard], None)
        setattr(sys, f"__{_STANDARD[standard]}__", None)
    os.environ.clear()
    os.environ.update(request["environment"])
    try:
        return run(request["arguments"], Surroundings(questions=Path(sys.argv[2])))
    finally:
        gc.freeze()  # as the program itself ends: else Python looks for circles in all there is, which takes longest


if __name__ == "__main__":
    sys.exit(_main())
