"""The performance table: `python -m benchmarks`. Prints ratios of one run: absolute times mean nothing elsewhere.

Each suite is one file beside this one, with a `rows()` that yields what was measured beside its floor. Three suites
measure learning instead of time and run only when named: `simulate`, `memories` and `catching-up`. Ends with 1 where a
line misses what was promised.
"""

import argparse
import sys
from collections.abc import Callable, Iterator

from benchmarks import answering, browsing, catching_up, launching, memories, proving, simulating
from benchmarks.learner import KNOWN_AT_FIRST
from benchmarks.measuring import Row
from benchmarks.reporting import Line

SUITES: dict[str, Callable[[int], Iterator[Row]]] = {
    "launch": launching.rows,
    "answer": answering.rows,
    "prove": proving.rows,
    "browse": browsing.rows,
}
STUDIES: dict[str, Callable[[argparse.Namespace], Iterator[Line]]] = {
    "simulate": lambda chosen: simulating.rows(chosen.days, chosen.seed, chosen.extra, chosen.lessons),
    "memories": lambda chosen: memories.rows(chosen.seed),
    "catching-up": lambda chosen: catching_up.rows(chosen.seed),
}


def main() -> int:
    """Run the named suites, or all that are quick; 1 where a promise was missed."""
    chosen = _arguments()
    timed = [name for name in chosen.suite or SUITES if name in SUITES]
    if timed:
        print(f"{'what':58} {'measured':>12} {'floor':>12} {'ratio':>7}")
    for name in timed:
        for row in SUITES[name](chosen.runs):
            print(row, flush=True)
    missed = 0
    for name in chosen.suite:
        for line in STUDIES[name](chosen) if name in STUDIES else ():
            print(line, flush=True)
            missed += not line.kept
    return int(missed > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("suite", nargs="*", choices=[*SUITES, *STUDIES, []], help="which (the timed ones unless named)")
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured (default 7)")
    parser.add_argument("--days", type=int, default=180, help="days of the simulated learner (default 180)")
    parser.add_argument("--seed", type=int, default=1, help="of the simulated learner and histories (default 1)")
    parser.add_argument("--extra", type=int, default=0, help="made-up questions beside the shipped ones (default 0)")
    parser.add_argument(
        "--lessons",
        type=float,
        default=KNOWN_AT_FIRST,
        help=f"share of lessons known at their first question (default {KNOWN_AT_FIRST})",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
