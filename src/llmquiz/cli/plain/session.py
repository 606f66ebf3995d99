"""One sitting, line by line, on the trainer's own session. It ends with the input; every answer is saved at once.

A line is a command or an answer. Where there is nothing to answer, any line goes on. Input is never read ahead.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from llmquiz.cli.plain import framing, showing
from llmquiz.cli.plain.controls import PlainControls
from llmquiz.cli.plain.reading import Command, answer_in, command_in, rating_in
from llmquiz.core.answers import Answer, Chosen, DontKnow, Rating
from llmquiz.core.events import Review
from llmquiz.core.responses import SelfRate
from llmquiz.trainer.session import Session
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import ChangeView, FeedbackView, FinishedView, LessonView, QuestionView, WaitingView
from llmquiz.tui import wording
from llmquiz.tui.hinting import none_left
from llmquiz.tui.speech import _, ngettext, speak

_PROMPT = "> "


class PlainSession(PlainControls):
    """Reads `source` and prints to `sink`."""

    def __init__(self, trainer: Trainer, session: Sitting, source: TextIO, sink: TextIO) -> None:
        super().__init__(trainer, session)
        self._source, self._sink = source, sink
        self._covered = False
        """Whether the question shown keeps its options, or its back, to itself."""
        self._answers: list[bool] = []
        """Whether each answer of this sitting was right, as far as it stands."""
        self._left = False
        self._actions: dict[str, Callable[[str], None]] = {
            "u": self._undo,
            "d": self._give_up,
            "k": self._know,
            "w": self._find_out,
            "o": self._override,
            "g": self._guess,
            "?": self._hint,
            "s": self._suspend,
            "b": self._bury,
            "e": self._place,
            "p": self._read_up,
            "n": self._note,
            "f": self._flag,
            "l": self._speak,
            "h": self._help,
            "q": self._quit,
        }

    def run(self) -> None:
        """Study until nothing is left, the input ends or the learner quits."""
        speak(self._session.lang)
        self._say(framing.beginning(self._trainer, self._session))
        self._show()
        while not self._over():
            line = self._read()
            if not line:
                break
            self._take(line.strip("\r\n"))
        self._say(["", *framing.summary(self._trainer, self._session, self._answers)])

    def _over(self) -> bool:
        return self._left or isinstance(self._session.view, WaitingView | FinishedView)

    def _take(self, line: str) -> None:
        """Do what one line asks for."""
        command = command_in(line)
        if command is not None:
            self._obey(command)
        elif not isinstance(self._session.view, QuestionView):
            self._go_on()
        elif self._covered:
            self._covered = False
            self._say(showing.answering_lines(self._session.view))
        else:
            self._answer(line, self._session.view)

    def _obey(self, command: Command) -> None:
        action = self._actions.get(command.letter)
        takes_more = command.letter in "olnf"
        if action is None or (command.argument and not takes_more):
            self._say([_("There is no such command; :h shows them.")])
        else:
            action(command.argument)

    # Going on

    def _go_on(self) -> None:
        if isinstance(self._session.view, LessonView | ChangeView):
            self._session.read()
        else:
            self._session.next()
        self._show()

    def _answer(self, line: str, view: QuestionView) -> None:
        answer = answer_in(line, view.item) if line.strip() else None
        if isinstance(answer, Chosen) and view.gone & set(answer.options):
            self._say([_("A hint took that one away.")])
        elif answer is None:
            self._say([showing.how_to_answer(view.item)])
        else:
            self._grade(answer)

    def _grade(self, answer: Answer) -> None:
        feedback = self._session.answer(answer)
        self._answers.append(feedback.rating > Rating.AGAIN)
        self._show()

    # Commands

    def _undo(self, _argument: str) -> None:
        if self._session.undo() is None:
            self._say([wording.taken_back(None)])
            return
        if isinstance(self._session.undone, Review):
            del self._answers[-1:]
        self._say([wording.taken_back(self._session.undone)])
        self._show()

    def _give_up(self, _argument: str) -> None:
        if isinstance(self._session.view, QuestionView):
            self._grade(DontKnow())
        else:
            self._say([_("There is no question now.")])

    def _know(self, _argument: str) -> None:
        if isinstance(self._session.view, LessonView):
            self._session.know()
            self._show()
        else:
            self._say([_("There is no lesson now.")])

    def _find_out(self, _argument: str) -> None:
        """Ask what is known already, in a sitting of its own; when it is over or left, go on with today's cards."""
        session = self._session
        if isinstance(session, Session) and self._trainer.home().offers_placement:
            PlainSession(self._trainer, self._trainer.place(), self._source, self._sink).run()
            session.speak(self._trainer.lang)
            session.look_again()
            self._show()
        else:
            self._say([_("That begins from today's cards alone, before your first answer.")])

    def _override(self, argument: str) -> None:
        view = self._session.view
        best = view.best if isinstance(view, FeedbackView) else Rating.GOOD
        rating = rating_in(argument or str(int(best)))
        if rating is None:
            self._say([_("Type :o, or :o 1 to :o 4.")])
        elif self._has_feedback():
            self._amended(self._session.override(rating))

    def _guess(self, _argument: str) -> None:
        view = self._session.view
        if isinstance(view, FeedbackView) and not view.verdict.right:
            self._say([_("Only a right answer can be a guess.")])
        elif self._has_feedback():
            self._amended(self._session.guessed())

    def _hint(self, _argument: str) -> None:
        if not isinstance(self._session.view, QuestionView):
            self._say([_("There is no question now.")])
        elif not self._session.hint():
            self._say([none_left(self._session.view.hints)])
        else:
            self._say(showing.hinted_lines(self._session.view, covered=self._covered))

    def _speak(self, lang: str) -> None:
        lang = lang.casefold()
        known = self._trainer.library.languages
        if lang not in known:
            self._say([_("The languages are {languages}.").format(languages=", ".join(known))])
            return
        speak(lang)
        self._session.speak(lang)
        self._trainer.speak(lang)
        self._show()

    def _help(self, _argument: str) -> None:
        self._say(showing.help_lines())

    def _quit(self, _argument: str) -> None:
        self._left = True

    def _amended(self, feedback: FeedbackView) -> None:
        self._answers[-1:] = [feedback.rating > Rating.AGAIN]
        self._say([wording.verdict(feedback)])

    # Showing

    def _show(self) -> None:
        view = self._session.view
        match view:
            case ChangeView():
                self._say(["", *showing.change_lines(view)])
            case LessonView():
                self._say(["", *showing.lesson_lines(view)])
            case QuestionView():
                hides = self._trainer.settings.hide_options and bool(view.item.options)
                self._covered = hides or isinstance(view.item.response, SelfRate)
                self._say(["", *showing.question_lines(view, covered=self._covered)])
            case FeedbackView():
                self._say(showing.feedback_lines(view))
            case WaitingView(minutes):
                self._say(
                    [
                        "",
                        ngettext(
                            "The next card is ripe in {n} minute.", "The next card is ripe in {n} minutes.", minutes
                        ),
                    ]
                )

    # Input and output

    def _read(self) -> str:
        """The next line; empty at the end of the input."""
        if self._source.isatty():
            self._sink.write(_PROMPT)
            self._sink.flush()
        return self._source.readline()

    def _say(self, lines: Iterable[str]) -> None:
        self._sink.write("".join(f"{line}\n" for line in lines))
        self._sink.flush()
