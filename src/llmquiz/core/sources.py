"""Where a fact was read."""

from dataclasses import dataclass

from llmquiz.core.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """One source, declared once; `date` and `url` may be empty."""

    id: str
    title: Text
    publisher: Text
    date: str = ""
    url: str = ""

    def cite(self, lang: str) -> str:
        """The source on one line: title, publisher, date, address."""
        parts = (self.title.in_language(lang), self.publisher.in_language(lang), self.date, self.url)
        return " · ".join(part for part in parts if part)
