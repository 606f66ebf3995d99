"""Every key, stated once: bindings, footer, help, palette and README come from this table.

Letters and digits count in their full-width form too, and each action has a key that is no letter: pinyin input
methods swallow letters. `python -m llmquiz.tui.keys` prints the table in Markdown.
"""

from dataclasses import dataclass

from llmquiz.tui.places import Where
from llmquiz.tui.speech import N_

_W = Where
_FEEDBACK = (_W.RIGHT, _W.WRONG, _W.REVEALED, _W.OVERRULING)
_LISTED = (_W.CHOOSING, _W.MARKING, _W.ORDERING, _W.MATCHING)
_ASKING = (_W.COVERED, *_LISTED, _W.TYPING, _W.CARD)
_ASKED = (*_ASKING, _W.RATING, *_FEEDBACK)
_ON_CARD = (_W.LESSON, *_ASKING, _W.RATING, *_FEEDBACK)
_STUDY = (_W.CHANGE, _W.LESSON, *_ASKING, _W.RATING, *_FEEDBACK)
_UNDOABLE = (_W.HOME, *_STUDY, _W.WAITING, _W.SUMMARY, _W.PRACTISED)
_FINISHED = (_W.SUMMARY, _W.PRACTISED)
_EXPLORED = (_W.TABLE, _W.PLOT, _W.SUBJECT)
_PAGES = (_W.SUBJECT, _W.PAIR, _W.STATS, _W.READING)
_SCROLLED = (_W.CHANGE, _W.LESSON, _W.CARD, *_FEEDBACK, _W.WAITING, *_FINISHED, *_PAGES)
_DIGITS = tuple("123456789")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that keys do in some places."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them."""
    action: str
    label: str
    tooltip: str
    where: tuple[Where, ...]
    each: tuple[str, ...] = ()
    """The action's argument for each of the keys; none: the action takes none."""
    shown: str = ""
    """Instead of all the keys, where there are many."""
    footer: bool = True
    palette: bool = True

    @property
    def here(self) -> bool:
        """Whether it acts on every screen."""
        return _W.EVERYWHERE in self.where


COMMANDS: tuple[Command, ...] = (
    Command("home.start", ("enter", "space"), "choose", N_("Start"),
            N_("Study what is highlighted: today's cards, or one topic."), (_W.HOME,)),
    Command("home.today", ("s", "f5"), "today", N_("Today's cards"),
            N_("Study today's cards, whatever is highlighted."), (_W.HOME,), footer=False),
    Command("home.five", ("5", "f8"), "five", N_("Five minutes"),
            N_("Today's cards for just five minutes; what is left waits."), (_W.HOME,)),
    Command("home.place", ("k", "0"), "place", N_("What I know"),
            N_("At most twenty questions on the first day: what you know already is not taught."), (_W.HOME,)),
    Command("home.move", ("up", "down", "pageup", "pagedown", "home", "end"), "move", N_("Topics"),
            N_("Move between today's cards and the topics."), (_W.HOME,),
            each=("-1", "1", "-6", "6", "-999", "999"), shown="↑ ↓", palette=False),
    Command("home.explore", ("e", "f4"), "explore", N_("Explore"),
            N_("Everything there is to know: tables, pages, a timeline, a plot."), (_W.HOME,)),
    Command("home.stats", ("t", "f6"), "stats", N_("Statistics"),
            N_("The year, the coming month, what you know and how well that was predicted."), (_W.HOME,)),
    Command("home.settings", ("comma", "f10"), "settings", N_("Settings"),
            N_("How much a day, how well, which topics, which keys: each explained where it is changed."), (_W.HOME,)),
    Command("home.browse", ("b", "f7"), "browse", N_("Cards"),
            N_("Every card: find, look at, practise, put aside."), (_W.HOME,)),
    Command("home.practice", ("p", "f12"), "practice", N_("Practice"),
            N_("The weakest first, today's mistakes, what you mix up, or before a date; nothing is scheduled."),
            (_W.HOME, _W.SUMMARY)),
    Command("stats.mixups", ("m", "f5"), "mixups", N_("Mix-ups"),
            N_("The pairs that you take for each other."), (_W.STATS,)),
    Command("welcome.next", ("enter", "space", "right"), "onward", N_("Go on"),
            N_("The next of the three screens."), (_W.WELCOME,)),
    Command("welcome.choose", ("enter", "space"), "take", N_("Choose"),
            N_("Begin, or change what is highlighted."), (_W.BEGINNING,)),
    Command("welcome.move", ("up", "down"), "choice", N_("Move"),
            N_("Move between the choices."), (_W.BEGINNING,), each=("-1", "1"), shown="↑ ↓", palette=False),
    Command("welcome.back", ("left", "backspace"), "backward", N_("Back"),
            N_("The screen before."), (_W.WELCOME, _W.BEGINNING)),
    Command("change.read", ("enter", "space"), "read", N_("Go on"),
            N_("The news is read."), (_W.CHANGE,)),
    Command("lesson.read", ("enter", "space"), "read", N_("Ask me later"),
            N_("The lesson is read; its question comes in a while."), (_W.LESSON,)),
    Command("lesson.know", ("k", "f4"), "know", N_("I know this"),
            N_("Skip the lesson and answer its question at once."), (_W.LESSON,)),
    Command("choice.uncover", ("space", "enter"), "uncover", N_("Show the options"),
            N_("Think of the answer first, then look at the options."), (_W.COVERED,)),
    Command("choice.pick", _DIGITS, "pick", N_("Answer"),
            N_("Answer with this option."), (_W.CHOOSING,), each=_DIGITS, shown="1-9", palette=False),
    Command("choice.tick", _DIGITS, "pick", N_("Mark"),
            N_("Mark this option, or take the mark back."), (_W.MARKING,), each=_DIGITS, shown="1-9", palette=False),
    Command("order.place", _DIGITS, "pick", N_("Next in order"),
            N_("Put this one next, or take it out again."), (_W.ORDERING,), each=_DIGITS, shown="1-9", palette=False),
    Command("match.give", _DIGITS, "pick", N_("Match"),
            N_("Give the highlighted line this partner."), (_W.MATCHING,), each=_DIGITS, shown="1-9", palette=False),
    Command("choice.move", ("up", "down"), "highlight", N_("Move"),
            N_("Move between the options."), _LISTED, each=("-1", "1"), shown="↑ ↓",
            footer=False, palette=False),
    Command("choice.mark", ("space",), "mark", N_("Mark the highlighted one"),
            N_("Mark the highlighted option, or take the mark back."), (_W.MARKING, _W.ORDERING), footer=False),
    Command("choice.enter", ("enter",), "confirm", N_("Answer"),
            N_("Answer with the highlighted option."), (_W.CHOOSING,), footer=False),
    Command("choice.confirm", ("enter",), "confirm", N_("Answer"),
            N_("Answer with what is marked, matched or typed."),
            (_W.MARKING, _W.ORDERING, _W.MATCHING, _W.TYPING)),
    Command("card.reveal", ("enter", "space"), "reveal", N_("Show the answer"),
            N_("Say your answer to yourself, then look."), (_W.CARD,)),
    Command("card.rate", ("1", "2", "3", "4"), "rate", N_("Rate"),
            N_("How well you knew it: again, hard, good, easy."), (_W.RATING, _W.OVERRULING),
            each=("1", "2", "3", "4"), shown="1-4", palette=False),
    Command("question.give-up", ("d", "f8"), "give_up", N_("Don't know"),
            N_("See the answer; the card comes back soon."), _ASKING),
    Command("question.hint", ("h", "f5"), "hint", N_("Hint"),
            N_("A gentle one first, then a strong one: a right answer counts as Hard, then as not known."),
            (_W.COVERED, *_LISTED, _W.TYPING)),
    Command("feedback.next", ("enter", "space"), "go_on", N_("Go on"),
            N_("To the next card."), (*_FEEDBACK,)),
    Command("card.look-up", ("p", "f4"), "look_up", N_("Read about it"),
            N_("Its page, or both things side by side where you mix them up."), _FEEDBACK, footer=False),
    Command("feedback.right", ("o", "f6"), "override", N_("I was right"),
            N_("Your word counts: rate the answer yourself."), (_W.WRONG,)),
    Command("feedback.guessed", ("g", "f7"), "guessed", N_("I guessed"),
            N_("It was luck: the card comes back soon."), (_W.RIGHT,)),
    Command("app.undo", ("u", "ctrl+z"), "undo", N_("Undo"),
            N_("Take back what you did last, even yesterday: an answer, a suspension, a putting off."), _UNDOABLE),
    Command("feedback.why", ("w", "f5"), "why", N_("Why"),
            N_("Show or hide the explanation."), (_W.RIGHT,)),
    Command("feedback.rerate", ("o", "f6"), "override", N_("Rate it myself"),
            N_("Your word counts: rate the answer yourself."), (_W.RIGHT, _W.REVEALED), footer=False),
    Command("card.suspend", ("s", "ctrl+s"), "suspend", N_("Suspend"),
            N_("Put this card aside; it is not asked until you take it up again."), _ON_CARD, footer=False),
    Command("card.bury", ("b", "ctrl+t"), "bury", N_("Tomorrow"),
            N_("Put this card off until tomorrow."), _ON_CARD, footer=False),
    Command("card.note", ("n", "ctrl+n"), "note", N_("Note"),
            N_("A note of your own on this card: you see it after each answer."), _ON_CARD, footer=False),
    Command("card.flag", ("f", "ctrl+r"), "flag", N_("Report"),
            N_("Something is wrong with this question: say what; it is kept with the question's code."), _ASKED,
            footer=False),
    Command("card.edit", ("e", "ctrl+o"), "edit", N_("Open its file"),
            N_("Where this card is written, in your editor, at its line."), _ON_CARD, footer=False),
    Command("jot.keep", ("enter",), "keep", N_("Keep it"),
            N_("What is written is kept at once; an empty note is taken away."), (_W.JOTTING,)),
    Command("jot.drop", ("escape",), "drop", N_("Leave it"),
            N_("Nothing is kept."), (_W.JOTTING,)),
    Command("waiting.again", ("enter", "space"), "again", N_("Look again"),
            N_("See whether the next card is ready."), (_W.WAITING,)),
    Command("summary.home", ("enter", "space"), "home", N_("Home"),
            N_("Back to the first screen."), (_W.SUMMARY,)),
    Command("practice.back", ("enter", "space"), "home", N_("Back"),
            N_("Back to where the quiz began."), (_W.PRACTISED,)),
    Command("explore.open", ("enter", "space"), "open", N_("Open"),
            N_("The page of what is highlighted."), (_W.TABLE, _W.PLOT)),
    Command("page.follow", ("enter", "space"), "open", N_("Follow"),
            N_("Follow the highlighted link."), (_W.SUBJECT,)),
    Command("explore.quiz", ("q", "f4"), "quiz", N_("Quiz me on this"),
            N_("Practice with the cards about it; your schedule stays as it is."), _EXPLORED),
    Command("explore.filter", ("/", "f6"), "filter", N_("Filter"),
            N_("Type words; the rows that hold them all stay."), (_W.TABLE,)),
    Command("filter.done", ("enter",), "filtered", N_("Done"),
            N_("Back to the rows that were found."), (_W.FILTERING,)),
    Command("explore.sort", ("s", "f5"), "sort", N_("Sort"),
            N_("By the highlighted column: up, down, as it was."), (_W.TABLE,)),
    Command("cards.open", ("enter",), "open_card", N_("Open"),
            N_("The highlighted card: its lesson, how it is asked, its history."), (_W.CARDS,)),
    Command("cards.search", ("/", "f6"), "filter", N_("Search"),
            N_("Words and terms such as is:due or topic:ID; the cards that fit stay."), (_W.CARDS,)),
    Command("search.done", ("enter",), "filtered", N_("Done"),
            N_("Back to the cards that were found."), (_W.SEARCHING, _W.NOTING)),
    Command("cards.tick", ("space", "insert"), "tick", N_("Mark"),
            N_("Mark the highlighted card, or take the mark back."), (_W.CARDS,)),
    Command("cards.tick-all", ("a", "ctrl+a"), "tick_all", N_("Mark all"),
            N_("Mark every card that was found; once more takes the marks back."), (_W.CARDS,), footer=False),
    Command("cards.quiz", ("q", "f4"), "quiz", N_("Quiz me on these"),
            N_("Practice with the marked cards, else with those that were found."), (_W.CARDS,)),
    Command("cards.suspend", ("x", "f8"), "suspend_cards", N_("Suspend"),
            N_("Put the marked cards aside, else the highlighted one; asks first."), (_W.CARDS,)),
    Command("cards.take-up", ("t", "ctrl+t"), "take_up", N_("Take up again"),
            N_("Let cards that were put aside come again; asks first."), (_W.CARDS,), footer=False),
    Command("cards.reset", ("ctrl+r",), "reset", N_("Begin anew"),
            N_("Forget what is remembered of the marked cards, else of the highlighted one; asks first."), (_W.CARDS,),
            footer=False),
    Command("cards.note", ("n", "f7"), "card_note", N_("Note"),
            N_("Write a note of your own on the highlighted card."), (_W.CARDS,), footer=False),
    Command("cards.sort", ("s", "f5"), "sort", N_("Sort"),
            N_("By the highlighted column: up, down, as taught."), (_W.CARDS,)),
    Command("cards.row", ("up", "down", "home", "end"), "card_row", N_("Rows"),
            N_("Move between the cards."), (_W.CARDS, _W.SEARCHING), each=("-1", "1", "-9999999", "9999999"),
            shown="↑ ↓", footer=False, palette=False),
    Command("cards.page", ("pageup", "pagedown"), "page", N_("Pages"),
            N_("Move by a screen of cards."), (_W.CARDS, _W.SEARCHING), each=("-1", "1"), footer=False, palette=False),
    Command("cards.column", ("left", "right"), "column", N_("Columns"),
            N_("Move between the columns."), (_W.CARDS,), each=("-1", "1"), shown="← →", footer=False, palette=False),
    Command("confirm.do", ("enter",), "do", N_("Yes"),
            N_("Do it."), (_W.CONFIRMING,)),
    Command("practice.choose", ("enter", "space"), "choose_entry", N_("Start"),
            N_("Practise in the highlighted way."), (_W.PRACTICE,)),
    Command("practice.pick", ("1", "2", "3", "4", "5"), "pick_entry", N_("Start"),
            N_("Practise in this way."), (_W.PRACTICE,), each=("1", "2", "3", "4", "5"), shown="1-5",
            footer=False, palette=False),
    Command("practice.dated", ("enter",), "dated", N_("Start"),
            N_("Practise today's part of what you would no longer know on that day."), (_W.DATING,)),
    Command("pairs.open", ("enter", "space"), "choose_entry", N_("Open"),
            N_("Both pages beside each other."), (_W.PAIRS,)),
    Command("pairs.quiz", ("q", "f4"), "quiz", N_("Tell them apart"),
            N_("Practice with what tells these two apart; your schedule stays as it is."), (_W.PAIRS, _W.PAIR)),
    Command("menu.move", ("up", "down", "pageup", "pagedown", "home", "end"), "entry", N_("Move"),
            N_("Move between the lines."), (_W.PRACTICE, _W.PAIRS), each=("-1", "1", "-10", "10", "-9999", "9999"),
            shown="↑ ↓", footer=False, palette=False),
    Command("plot.across", ("x", "f5"), "measure_across", N_("Across"),
            N_("Another measure from left to right."), (_W.PLOT,)),
    Command("plot.up", ("y", "f6"), "measure_up", N_("Upwards"),
            N_("Another measure from bottom to top."), (_W.PLOT,)),
    Command("explore.quiz-column", ("c", "f8"), "quiz_column", N_("Quiz: column"),
            N_("Practice with the cards of the highlighted column, or of both measures."), (_W.TABLE, _W.PLOT),
            footer=False),
    Command("explore.view", _DIGITS, "view", N_("View"),
            N_("Another table, the concepts, the timeline, the plot."), (_W.TABLE, _W.PLOT), each=_DIGITS,
            shown="1-9", palette=False),
    Command("explore.turn", ("tab", "shift+tab"), "turn", N_("Next view"),
            N_("The view after this one, or before it."), (_W.TABLE, _W.PLOT), each=("1", "-1"),
            shown="Tab", footer=False, palette=False),
    Command("explore.row", ("up", "down", "pageup", "pagedown", "home", "end"), "row", N_("Rows"),
            N_("Move between the rows, or the points."), (_W.TABLE, _W.PLOT, _W.FILTERING),
            each=("-1", "1", "-10", "10", "-9999", "9999"), shown="↑ ↓", footer=False, palette=False),
    Command("explore.column", ("left", "right"), "column", N_("Columns"),
            N_("Move between the columns."), (_W.TABLE,), each=("-1", "1"), shown="← →", palette=False),
    Command("page.link", ("right", "left", "tab", "shift+tab"), "link", N_("Links"),
            N_("The next link, or the one before."), (_W.SUBJECT,), each=("1", "-1", "1", "-1"), shown="← →",
            palette=False),
    Command("page.scroll", ("up", "down", "pageup", "pagedown", "home", "end"), "scroll", N_("Scroll"),
            N_("Move the text up and down."), _SCROLLED, each=("-1", "1", "-8", "8", "-999", "999"), shown="↑ ↓",
            footer=False, palette=False),
    Command("page.turn", ("pageup", "pagedown"), "scroll", N_("Scroll"),
            N_("Move the text up and down."), (*_LISTED, _W.TYPING, _W.COVERED, _W.RATING),
            each=("-8", "8"), footer=False, palette=False),
    Command("settings.move", ("up", "down", "pageup", "pagedown", "home", "end"), "move", N_("Rows"),
            N_("Move between the rows."), (_W.SETTINGS, _W.KEYS),
            each=("-1", "1", "-8", "8", "-999", "999"), shown="↑ ↓", footer=False, palette=False),
    Command("settings.step", ("left", "right"), "step", N_("Less, more"),
            N_("The value before, or the one after."), (_W.SETTINGS,), each=("-1", "1"), shown="← →", palette=False),
    Command("settings.change", ("enter", "space"), "change", N_("Change"),
            N_("Type a value, or take the next one."), (_W.SETTINGS,)),
    Command("keys.change", ("enter", "space"), "change", N_("Change"),
            N_("Then press the key that you want instead."), (_W.KEYS,)),
    Command("settings.default", ("delete", "backspace"), "default", N_("Default"),
            N_("Back to what the program does by itself."), (_W.SETTINGS, _W.KEYS)),
    Command("setting.done", ("enter",), "typed", N_("Done"),
            N_("Use what you typed."), (_W.SETTING,)),
    Command("app.language", ("f2", "ctrl+l"), "app.language", N_("Language"),
            N_("The next language, for questions and screens."), (_W.EVERYWHERE,)),
    Command("app.theme", ("f3",), "app.theme", N_("Next theme"),
            N_("Dark, light, or the terminal's own colours."), (_W.EVERYWHERE,), footer=False),
    Command("app.problems", ("f9",), "app.problems", N_("Problems"),
            N_("What is wrong in your files, and where."), (_W.EVERYWHERE,), footer=False),
    Command("app.palette", ("ctrl+p",), "app.command_palette", N_("Commands"),
            N_("Find any command by its name."), (_W.EVERYWHERE,), footer=False, palette=False),
    Command("app.help", ("f1", "?"), "app.help", N_("Help"),
            N_("Every key, by screen."), (_W.EVERYWHERE,)),
    Command("app.quit", ("ctrl+q",), "app.quit", N_("Quit"),
            N_("End the program; nothing is ever lost."), (_W.EVERYWHERE,), footer=False),
    Command("page.leave", ("escape",), "leave", N_("Leave"),
            N_("Back, and from home out; nothing is ever lost."),
            (_W.HOME, _W.WELCOME, _W.BEGINNING, *_STUDY, _W.WAITING, *_FINISHED, *_EXPLORED, _W.FILTERING,
             _W.CARDS, _W.SEARCHING, _W.NOTING, _W.CONFIRMING, _W.PRACTICE, _W.DATING, _W.PAIRS, _W.PAIR, _W.STATS,
             _W.SETTINGS, _W.SETTING, _W.KEYS, _W.READING)),
)  # fmt: skip


if __name__ == "__main__":
    from llmquiz.tui.keyboard import markdown_table  # stands above this table

    print(markdown_table())
