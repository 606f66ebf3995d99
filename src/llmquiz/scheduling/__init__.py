"""FSRS behind a few functions: the log's reviews in, card states out. Owns the package `fsrs`; days are day numbers."""
