"""What is taught before a card is asked for the first time, judged: there is a lesson, and it lacks nothing."""

from collections.abc import Iterator, Mapping

from llmquiz.core.items import Lesson
from llmquiz.core.marking import N_
from llmquiz.core.wordings import worded
from llmquiz.generate.proof.finding import Finding

LESSON = "lesson"
"""Its rule: nobody is asked what they were not taught."""
_LACKING: Mapping[str, str] = {
    "title": N_("The lesson has no title."),
    "text": N_("The lesson has no text."),
    "source": N_("The lesson has no source."),
}


def check_lesson(lesson: Lesson | None) -> Iterator[Finding]:
    """Everything that a card's lesson lacks in one language."""
    if lesson is None:
        yield LESSON, worded("The card has no lesson.")
    else:
        yield from ((LESSON, worded(says)) for part, says in _LACKING.items() if not getattr(lesson, part))
