"""One card as a page: where it stands, what is taught of it, how it is asked, and all that befell it. Pure."""

from collections.abc import Iterable, Iterator

from llmquiz.core.days import date_of
from llmquiz.core.items import Item, Lesson
from llmquiz.trainer.browsing import BrowsedCard
from llmquiz.trainer.card_history import Answered, History, Occurred
from llmquiz.trainer.explored import Link
from llmquiz.trainer.records import answers
from llmquiz.tui import browsing, figures, wording
from llmquiz.tui.explaining import Line, Look
from llmquiz.tui.speech import N_, _

_OCCURRED = {
    "lesson": N_("lesson"),
    "bury": N_("put off"),
    "flag": N_("reported"),
    "note": N_("note"),
    "reset": N_("begun anew"),
    "fact-changed": N_("the fact changed"),
    "renamed": N_("took over from another card"),
}


def card_lines(
    row: BrowsedCard, preview: Lesson | Item | None, history: History, note: str, links: Iterable[Link]
) -> Iterator[Line]:
    """The page from its title to the ways on."""
    yield Line(row.title, Look.TITLE)
    yield Line(wording.listed((row.topic, *row.card.tags)), Look.NOTE)
    yield Line(browsing.memory(row))
    if note:
        yield Line(_("Your note"), Look.HEADING)
        yield Line(note)
    yield from _preview(preview, row)
    if history:
        yield Line(_("History"), Look.HEADING)
        yield from (_told(each) for each in history)
    found = tuple(links)
    if found:
        yield Line(_("Read more"), Look.HEADING)
        yield from (Line(link.name, link=link.subject) for link in found)


def _preview(preview: Lesson | Item | None, row: BrowsedCard) -> Iterator[Line]:
    if isinstance(preview, Lesson):
        yield Line(_("Lesson"), Look.HEADING)
        yield Line(preview.text)
        yield from (Line(value, label=f"{name}  ", inside=True) for name, value in preview.neighbours)
        yield Line(preview.source, Look.NOTE)
    yield Line(_("Question"), Look.HEADING)
    if not isinstance(preview, Item):
        yield Line(row.stem)
        return
    yield Line(preview.stem)
    options = [(option.text, option.right) for option in preview.options]
    for text, right in options or [(answer, True) for answer in answers(preview)]:
        yield Line(text, Look.RIGHT if right else Look.WRONG)
    yield Line(preview.explanation, Look.NOTE)


def _told(told: Answered | Occurred) -> Line:
    """The sign says whether it was right; it stands before the date."""
    date = f"{date_of(told.day).isoformat()}  "
    if isinstance(told, Occurred):
        return Line(date + wording.listed((_occurred(told), told.text)), Look.NOTE)
    return Line(date + _answered(told), Look.RIGHT if told.right else Look.WRONG)


def _occurred(told: Occurred) -> str:
    if told.kind == "suspend":
        return _("suspended") if told.on else _("taken up again")
    return _(_OCCURRED[told.kind])


def _answered(told: Answered) -> str:
    """`choice of four: Google; guessed; next in 5 days`."""
    said = figures.form(told.form)
    if told.given is not None:
        said = wording.labelled(said, wording.unstopped(told.given) or _("don't know"))
    rated = _("guessed") if told.guessed else wording.rating_name(told.rating)
    following = _("practice") if told.due is None else _("next {when}").format(when=wording.when(told.due))
    return wording.listed((said, rated, following))
