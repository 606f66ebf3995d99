"""The command line: arguments in; data on stdout, story on stderr, an exit code out. Owns click."""
