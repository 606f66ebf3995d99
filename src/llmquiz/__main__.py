"""The entry: `llmquiz` and `python -m llmquiz`. What a shell prompt asks is answered before click is imported."""

import gc
import sys


def main() -> int:
    """Run the command line of this process and return its exit code."""
    arguments = sys.argv[1:]
    try:
        if "due" in arguments:
            from llmquiz.cli.prompt import quick

            code = quick(arguments)
            if code is not None:
                return code
        from llmquiz.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:  # while the program was still being imported
        return 130
    finally:
        gc.freeze()  # at its end Python would look for circles in all that was imported: a fifth of a short command


if __name__ == "__main__":
    sys.exit(main())
