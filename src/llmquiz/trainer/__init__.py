"""Use cases: open, start, answer, undo, browse. Joins what is below, and owns the clock."""
