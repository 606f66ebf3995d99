"""Several programs on one file, and a program that is killed: what was acknowledged is there."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from storage_samples import store_at

PRELUDE = """
import gc, sys
from pathlib import Path
sys.path[:] = {path!r}
from storage_samples import review
from llmquiz.storage.store import Store
store = Store.open(Path({file!r}), sys.argv[1], patience=30.0)
"""
APPEND_MANY = """
print("ready", flush=True)
sys.stdin.readline()
for at in range(40):
    store.append([review(at=at)])
store.close()
gc.freeze()
"""
APPEND_AND_WAIT = """
for at in range(3):
    print(store.append([review(at=at)])[0].id, flush=True)
sys.stdin.readline()
"""


def start(file: Path, script: str, device: str) -> "subprocess.Popen[str]":
    code = PRELUDE.format(path=[*sys.path, str(Path(__file__).parent)], file=str(file)) + script
    command = [sys.executable, "-c", code, device]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def line_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def let_go(processes: Sequence["subprocess.Popen[str]"]) -> list[int]:
    """Press Enter in all of them at once, and wait."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
    return [process.returncode for process in processes]


def test_two_programs_create_one_file_and_append_to_it_at_once(tmp_path: Path) -> None:
    devices = ("laptop", "phone")
    processes = [start(tmp_path / "llmquiz.db", APPEND_MANY, device) for device in devices]
    assert [line_of(process) for process in processes] == ["ready", "ready"]
    assert let_go(processes) == [0, 0]
    with store_at(tmp_path) as store:
        logged = list(store.events())
        assert [sum(event.device == device for event in logged) for device in devices] == [40, 40]
        assert len({event.id for event in logged}) == 80
        for device in devices:
            assert list(range(40)) == [event.at for event in logged if event.device == device]
        assert store.check() == []


def test_what_a_killed_program_acknowledged_is_there(tmp_path: Path) -> None:
    process = start(tmp_path / "llmquiz.db", APPEND_AND_WAIT, "laptop")
    acknowledged = [line_of(process) for _ in range(3)]
    process.kill()
    process.communicate()
    with store_at(tmp_path) as store:
        assert acknowledged == [event.id for event in store.events()]
        assert store.check() == []
