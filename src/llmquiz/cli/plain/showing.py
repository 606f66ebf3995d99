"""Views as lines of text, in the language that is spoken. Pure: the session prints them.

Everything is said in words and in reading order: whether it was right, the answer, why, the source.
"""

from collections.abc import Iterator

from llmquiz.cli.plain.reading import LETTERS
from llmquiz.core.answers import Rating
from llmquiz.core.hints import Without
from llmquiz.core.items import Item
from llmquiz.core.responses import ListEntry, Many, Match, NumberEntry, One, Option, Order, SelfRate, TextEntry
from llmquiz.trainer.misjudged import misjudged, names_its_option
from llmquiz.trainer.records import answers
from llmquiz.trainer.views import ChangeView, FeedbackView, LessonView, QuestionView
from llmquiz.tui import wording
from llmquiz.tui.hinting import hint_lines
from llmquiz.tui.speech import N_, _

COMMANDS = {
    ":u": N_("take back what you did last, even yesterday: an answer, a suspension, a putting off"),
    ":d": N_("I don't know: see the answer"),
    ":k": N_("on a lesson: I know this, ask me at once"),
    ":w": N_("before your first answer: find out what you know already, with at most 20 questions; :q leaves them"),
    ":o": N_("after an answer: I was right; :o 1 to :o 4 rates it yourself (again, hard, good, easy)"),
    ":g": N_("after a right answer: I guessed"),
    ":?": N_("a hint: a gentle one first, then a strong one; also :hint"),
    ":s": N_("suspend this card: it is not asked until you take it up again"),
    ":b": N_("put this card off until tomorrow"),
    ":p": N_("read about this card; where you mix two things up, about both"),
    ":e": N_("where this card is written: file and line"),
    ":n": N_("your note on this card; :n and a text writes it, :n - takes it away"),
    ":f": N_("report this question: :f and what is wrong with it"),
    ":l": N_("another language, such as :l en or :l zh"),
    ":h": N_("this help"),
    ":q": N_("quit; every answer is saved already"),
}
"""Every command with what it does."""


def lesson_lines(view: LessonView) -> Iterator[str]:
    """What is taught, with its neighbours, one a line."""
    yield f"{view.topic} ({wording.progress(view.progress)})"
    yield _("New: read it now, answer it later")
    yield ""
    yield view.lesson.title
    yield view.lesson.text
    yield from (f"  {name}{_(': ')}{value}" for name, value in view.lesson.neighbours)
    yield from _source(view.lesson.source)
    if view.note:
        yield note_line(view.note)
    yield ""
    yield _("Enter: go on. :k: I know this.")


def change_lines(view: ChangeView) -> Iterator[str]:
    """What is no longer so, and what is so now."""
    yield f"{view.topic} ({wording.progress(view.progress)})"
    if view.since:
        yield _("Changed since you learned it; the old answer held until {date}.").format(date=view.since)
    else:
        yield _("Corrected since you learned it.")
    yield ""
    yield view.title
    if view.old:
        yield _("Before: {answer}").format(answer=view.old)
    if view.new:
        yield _("Now: {answer}").format(answer=view.new)
    if view.explanation:
        yield view.explanation
    yield from _source(view.source)
    yield ""
    yield _("Enter: go on.")


def question_lines(view: QuestionView, *, covered: bool) -> Iterator[str]:
    """The question, with the hints that were taken; `covered`: without its options, so that the answer is thought of
    first.
    """
    yield f"{view.topic} ({wording.progress(view.progress)})"
    yield view.item.stem
    yield from map(_hint_line, hint_lines(view.hints))
    if covered:
        yield _("Think of the answer, then press Enter.")
    else:
        yield from answering_lines(view)


def answering_lines(view: QuestionView) -> Iterator[str]:
    """The options, or a flashcard's back, and how to answer."""
    item = view.item
    if isinstance(item.response, SelfRate):
        yield f"{_('The answer: ')}{item.response.answer}"
        yield from (f"  - {point}" for point in item.response.checklist)
        yield from _explanation(item)
        yield from _ratings(view)
    shown = enumerate(_pointed_at(item), 1)
    yield from (f"  {number}. {option.text}" for number, option in shown if option.id not in view.gone)
    if isinstance(item.response, Match):
        yield from (f"  {letter}. {option.text}" for letter, option in zip(LETTERS, item.response.right, strict=False))
    yield how_to_answer(item)


def hinted_lines(view: QuestionView, *, covered: bool) -> Iterator[str]:
    """The latest hint, and the options that it left."""
    yield _hint_line(hint_lines(view.hints)[-1])
    if isinstance(view.hints[-1], Without) and not covered:
        yield from answering_lines(view)


def _hint_line(hint: str) -> str:
    return f"{_('Hint: ')}{hint}"


def how_to_answer(item: Item) -> str:
    """What can be typed now."""
    match item.response:
        case One(options):
            return _("Type the number of the right one, 1 to {n}.").format(n=len(options))
        case Many():
            return _("Type the numbers of all that are right, such as 1 3.")
        case Order(options):
            example = " ".join(str(number) for number in range(len(options), 0, -1))
            return _("Type the numbers in the right order, such as {example}.").format(example=example)
        case Match():
            return _("Type the pairs, such as 1b 2a.")
        case ListEntry(members):
            return _("Type all {n}, with commas between them.").format(n=len(members))
        case NumberEntry(unit=unit) if unit:
            return _("Type a number ({unit}).").format(unit=unit)
        case NumberEntry():
            return _("Type a number.")
        case TextEntry():
            return _("Type the answer.")
        case SelfRate():
            return _("How well did you know it? Type 1 to 4.")


def feedback_lines(view: FeedbackView) -> Iterator[str]:
    """How it went, the answer, why, why not what was chosen, the source, and when it comes next."""
    item = view.question.item
    yield wording.verdict(view)
    if not isinstance(item.response, SelfRate):
        yield from _right_answer(view)
        yield from _explanation(item)
    if view.question.note:
        yield note_line(view.question.note)
    if view.leech:
        yield wording.sentences(wording.leech(), _("Type :p to read about it."))
    if variety := wording.variety(view):
        yield variety
    yield ""
    wrong = view.rating == Rating.AGAIN < view.best
    yield _("Enter: go on. :o: I was right. :u: take it back.") if wrong else _("Enter: go on.")


def note_line(note: str) -> str:
    """The learner's note; empty without one."""
    return f"{_('Your note: ')}{note}" if note else ""


def help_lines() -> Iterator[str]:
    """The commands."""
    yield _("Type an answer and press Enter. A command begins with a colon:")
    yield from (f"  {name}  {_(text)}" for name, text in COMMANDS.items())


def _right_answer(view: FeedbackView) -> Iterator[str]:
    """The answer where it was not given as it stands, and what is wrong with what was."""
    item = view.question.item
    if view.verdict.understood:
        yield _("Read as {number}.").format(number=view.verdict.understood)
    if view.verdict.spelling:
        yield _("It is spelled {spelling}.").format(spelling=view.verdict.spelling)
    if view.verdict.right and not isinstance(item.response, NumberEntry):
        return
    right = [_numbered(item, option) for option in item.options if option.right] or answers(item)
    yield f"{_('The answer: ')}{' / '.join(right)}"
    for option in misjudged(view):
        yield wording.reason(option) if names_its_option(item, option) else option.because


def _explanation(item: Item) -> Iterator[str]:
    if item.explanation:
        yield item.explanation
    yield from _source(item.source)


def _source(source: str) -> Iterator[str]:
    if source:
        yield f"{_('Source: ')}{source}"


def _ratings(view: QuestionView) -> Iterator[str]:
    for rating in Rating:
        due = view.intervals.get(rating) if view.intervals else None
        when = f"{_(': ')}{wording.when(due)}" if due is not None else ""
        yield f"  {int(rating)}. {wording.rating_name(rating)}{when}"


def _pointed_at(item: Item) -> tuple[Option, ...]:
    """What has numbers."""
    match item.response:
        case Order(options):
            return options
        case Match(left):
            return left
    return item.options


def _numbered(item: Item, option: Option) -> str:
    return f"{item.options.index(option) + 1}. {option.text}"
