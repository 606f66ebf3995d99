"""What is said before a sitting, and after it: what there is to do, what it came to, what comes next."""

from collections.abc import Iterator, Sequence

from llmquiz.trainer.placement import Placement
from llmquiz.trainer.practice import Practice
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import Summary
from llmquiz.tui import outlook, welcoming, wording
from llmquiz.tui.speech import _, ngettext


def beginning(trainer: Trainer, session: Sitting) -> Iterator[str]:
    """What there is to do, and how to leave."""
    if isinstance(session, Placement):
        yield welcoming.placing()
        yield _(":q leaves this at any time and goes on with today's cards; what was found out stands.")
        return
    if trainer.is_new:
        yield from (*welcoming.about(), *welcoming.how_a_day_goes(), "")
    if isinstance(session, Practice):
        yield _("Practice: nothing here changes your schedule.")
    else:
        yield from _today(trainer)
    yield _(":h shows the commands, :q quits.")


def summary(trainer: Trainer, session: Sitting, answers: Sequence[bool]) -> Iterator[str]:
    """The sitting in numbers, and what comes next; `answers`: whether each was right."""
    told = [ngettext("{n} answer", "{n} answers", len(answers)), _("{n} right").format(n=sum(answers))]
    yield f"{wording.listed(told)}{_('.')}" if answers else _("No answers this time.")
    ahead = _ahead(trainer, session)
    yield from filter(None, (outlook.finished(ahead.milestones), outlook.tomorrow(ahead)))


def _today(trainer: Trainer) -> Iterator[str]:
    home = trainer.home()
    yield wording.today(home)
    if comfort := outlook.comfort(home):
        yield comfort
    if home.offers_placement:
        yield _("Do you know some of it already? :w finds out, with at most 20 questions.")


def _ahead(trainer: Trainer, session: Sitting) -> Summary:
    """What comes after a sitting, wherever it was left."""
    if isinstance(session, Practice):
        return Summary(practice=True)
    if isinstance(session, Placement):
        return Summary(placed=session.found)
    home = trainer.home()
    return Summary(
        due_tomorrow=home.forecast[1],
        new_to_come=home.new_to_come,
        left_today=home.due,
        new_left_today=home.new,
        timed=session.minutes,
        backlog=home.backlog,
        milestones=home.milestones,
    )
