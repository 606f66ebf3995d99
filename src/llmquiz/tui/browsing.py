"""The cards of the list in words: where each stands, what its memory is worth, what a search came to. Pure."""

from collections.abc import Iterator

from llmquiz.core.states import Phase
from llmquiz.study.search.query import Mistake
from llmquiz.trainer.browsing import BrowsedCard
from llmquiz.trainer.views import Due
from llmquiz.tui import wording
from llmquiz.tui.content import Block
from llmquiz.tui.speech import N_, _, ngettext

_PHASES = {
    Phase.NEW: N_("new"),
    Phase.LEARNING: N_("learning"),
    Phase.REVIEW: N_("review"),
    Phase.RELEARNING: N_("relearning"),
}
_HEADINGS = {
    "title": N_("Card"),
    "topic": N_("Topic"),
    "state": N_("State"),
    "due": N_("Due"),
    "memory": N_("Holds for"),
    "lapses": N_("Lapses"),
}
_MISTAKES = {
    "unclosed-quote": N_("a quotation is not closed"),
    "unclosed-group": N_("a bracket is not closed"),
    "unopened-group": N_("nothing was opened that could be closed here"),
    "nothing-here": N_("something to look for has to stand here"),
    "too-deep": N_("too many brackets or minus signs inside each other"),
    "unknown-term": N_("there is no term “{text}:”; with quotes it is searched for as it is"),
    "unknown-value": N_("“{text}” cannot stand here"),
}
_MONTH, _YEAR = 30.4, 365.25
_DAYS_UP_TO, _MONTHS_UP_TO = 60, 730
FLAG, NOTE = "⚑", "✎"


def heading(column: str) -> str:
    """What a column is called."""
    return _(_HEADINGS[column])


def cell(row: BrowsedCard, column: str) -> str:
    """A card in one column."""
    match column:
        case "topic":
            return row.topic
        case "state":
            return standing(row)
        case "due":
            return due(row)
        case "memory":
            return holds(row)
        case "lapses":
            return str(row.state.lapses) if row.state.lapses else ""
    return row.title


def standing(row: BrowsedCard) -> str:
    """Where a card stands, with a sign for a report and for a note."""
    signs = "".join(sign for sign, there in ((FLAG, row.flagged), (NOTE, row.noted)) if there)
    return f"{state(row)} {signs}".rstrip()


def state(row: BrowsedCard) -> str:
    """Where a card stands in a word."""
    if row.state.suspended:
        return _("suspended")
    if row.leech:
        return _("leech")
    return _("buried") if row.buried else _(_PHASES[row.state.phase])


def due(row: BrowsedCard) -> str:
    """When a card comes; nothing for one that does not."""
    if row.due is None:
        return ""
    if row.due < 0:
        return ngettext("{n} day late", "{n} days late", -row.due)
    return wording.when(Due(days=row.due))


def holds(row: BrowsedCard) -> str:
    """How long its memory holds, in words."""
    days = row.state.stability
    if days is None:
        return ""
    if days < 1:
        return _("hours")
    if days < _DAYS_UP_TO:
        return ngettext("{n} day", "{n} days", round(days))
    if days < _MONTHS_UP_TO:
        return ngettext("{n} month", "{n} months", round(days / _MONTH))
    return ngettext("{n} year", "{n} years", round(days / _YEAR))


def count(found: int, total: int, line: str, marked: int) -> str:
    """How many cards are shown, and why."""
    chosen = ngettext("{n} marked", "{n} marked", marked) if marked else ""
    if not line.strip():
        return wording.listed((ngettext("{n} card", "{n} cards", total), chosen))
    told = _("{found} of {total} cards: {line}").format(found=found, total=total, line=line.strip())
    return wording.listed((told, chosen))


def hint() -> str:
    """What may be typed."""
    return _("Words, or topic:ID  tag:X  is:due  is:leech  state:new  due:<=7  rated:7:1  lapses:>2  -not  or")


def mistake(wrong: Mistake) -> str:
    """What is wrong with a line of search, where, and what could stand there."""
    said = _("Place {n}: {what}").format(n=wrong.at, what=_(_MISTAKES[wrong.code]).format(text=wrong.text))
    if not wrong.possible:
        return said + _(".")
    possible = wording.listed(wrong.possible)
    return _("{said}. Possible: {possible}.").format(said=said, possible=possible)


def detail(row: BrowsedCard | None, note: str) -> Iterator[Block]:
    """The card of the cursor in full."""
    if row is None:
        yield Block(_("No card is like this."), "$muted")
        return
    yield Block(row.stem)
    yield Block(memory(row), "$muted")
    yield Block(note, "$muted", lead=f"{NOTE} " if note else "", lead_style="$muted")


def memory(row: BrowsedCard) -> str:
    """What is known of the memory of a card, as sentences."""
    return wording.sentences(_where(row), _recall(row), variety(row))


def variety(row: BrowsedCard) -> str:
    """In how many ways it was asked and how often that went well."""
    asked = row.state.repetitions
    if not asked:
        return ""
    ways = ngettext("in {n} way", "in {n} ways", len(row.state.recent_forms))
    times = ngettext("{n} time", "{n} times", asked)
    return _("Asked {times} {ways}, {right} right.").format(times=times, ways=ways, right=row.state.right)


def _where(row: BrowsedCard) -> str:
    if not row.card.forms:
        return _("There is no sound question about it at present.")
    if row.state.suspended:
        return _("Put aside: it is not asked until you take it up again.")
    if row.due is None:
        return _("Never asked yet.")
    return _("Due {when}.").format(when=due(row)) if row.due >= 0 else _("Due, {late}.").format(late=due(row))


def _recall(row: BrowsedCard) -> str:
    if row.state.stability is None:
        return ""
    return _("Chance that you know it now: {share}.").format(share=wording.percent(row.recall))
