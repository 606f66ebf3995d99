"""The mark of texts that are told in any language. By itself: a shell prompt cannot wait for more than a function."""


def N_(message: str) -> str:  # noqa: N802 -- the name gettext's tools look for
    """`message` itself, marked for translation: whoever shows it, translates it."""
    return message
