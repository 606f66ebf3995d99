"""One screen, one file, one `.tcss` beside it."""
