"""The registry: one command, one file, one line here. A command's module imports nothing heavy before it runs."""

COMMANDS = (
    "study", "quiz", "explore", "browse", "due", "stats", "log", "show", "questions", "prove", "sheet", "check",
    "config", "optimise", "completion", "doctor",
)  # fmt: skip
"""In the order of `llmquiz --help`; each is the name of a module of this folder that holds a `command`."""
