"""Other words under which the palette finds a command: what people of other programs call it. Translated as lists."""

from collections.abc import Iterator

from llmquiz.tui.keys import Command
from llmquiz.tui.speech import N_, _

WORDS = {
    "home.start": N_("study review learn begin deck"),
    "home.today": N_("study review learn begin due"),
    "home.five": N_("short quick timer minutes"),
    "home.explore": N_("models catalogue tables facts concepts"),
    "home.stats": N_("graphs streak heatmap retention progress"),
    "home.settings": N_("preferences options config limits retention steps topics keys shortcuts dark"),
    "home.browse": N_("browse browser search find list deck"),
    "home.practice": N_("quiz cram custom test mistakes exam"),
    "stats.mixups": N_("confused confusions similar mistakes"),
    "lesson.know": N_("skip easy known already"),
    "choice.uncover": N_("reveal flip options"),
    "card.reveal": N_("flip answer turn show"),
    "question.give-up": N_("skip pass forgot again surrender"),
    "question.hint": N_("help clue tip"),
    "feedback.next": N_("continue next space good"),
    "feedback.right": N_("override correct mistake typo"),
    "feedback.guessed": N_("lucky unsure"),
    "feedback.why": N_("explanation explain details more"),
    "feedback.rerate": N_("override hard easy again grade"),
    "app.undo": N_("revert back mistake"),
    "card.suspend": N_("pause hide disable remove delete leech"),
    "card.bury": N_("skip later postpone bury snooze"),
    "card.note": N_("comment remark memo"),
    "card.flag": N_("flag bug wrong error complain"),
    "card.edit": N_("source editor file change"),
    "cards.suspend": N_("pause hide disable remove delete"),
    "cards.take-up": N_("unsuspend resume enable restore"),
    "cards.reset": N_("forget reset new again"),
    "cards.note": N_("comment remark memo"),
    "explore.filter": N_("search find"),
    "cards.search": N_("filter find"),
    "explore.quiz": N_("test practice cram"),
    "app.language": N_("english chinese translate"),
    "app.theme": N_("dark light colours colors night appearance"),
    "app.problems": N_("errors warnings broken banks"),
    "app.help": N_("keys shortcuts manual keyboard"),
    "app.quit": N_("exit close end"),
    "page.leave": N_("back close cancel exit home"),
}
"""By the ids of commands."""


def words_of(command: Command) -> Iterator[str]:
    """Every word of a command, in the language that is spoken and in English."""
    own = WORDS.get(command.id, "")
    for text in {command.label, _(command.label), own, _(own) if own else ""}:
        yield from text.casefold().split()


def means(command: Command, query: str) -> bool:
    """Whether each word of `query` begins one of the command's."""
    words = tuple(words_of(command))
    return all(any(word.startswith(part) for word in words) for part in query.casefold().split())
