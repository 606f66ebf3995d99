"""The performance table: `python -m benchmarks`. Prints ratios of one run: absolute times mean nothing elsewhere.

Each suite is one file beside this one, with a `rows()` that yields what was measured beside its floor.
"""

import argparse
from collections.abc import Callable, Iterator

from benchmarks import answering, launching, proving
from benchmarks.measuring import Row

SUITES: dict[str, Callable[[int], Iterator[Row]]] = {
    "launch": launching.rows,
    "answer": answering.rows,
    "prove": proving.rows,
}


def main() -> None:
    """Run the named suites, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("suite", nargs="*", choices=[*SUITES, []], help="which suites (all unless named)")
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured (default 7)")
    arguments = parser.parse_args()
    print(f"{'what':58} {'measured':>12} {'floor':>12} {'ratio':>7}")
    for name in arguments.suite or SUITES:
        for row in SUITES[name](arguments.runs):
            print(row, flush=True)


if __name__ == "__main__":
    main()
