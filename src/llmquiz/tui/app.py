"""The app: one trainer, a stack of screens, a language and a theme. Opens at home; leaving loses nothing."""

import os
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.events import Event, Key
from textual.screen import Screen

from llmquiz.files.settings import key_place
from llmquiz.storage.errors import StorageError
from llmquiz.trainer.contrasting import Pair
from llmquiz.trainer.sitting import Sitting
from llmquiz.trainer.trainer import Trainer
from llmquiz.trainer.views import ChangeView, FeedbackView, LessonView, QuestionView
from llmquiz.tui import keyboard, keymap, setting_names, themes
from llmquiz.tui.page import Page
from llmquiz.tui.palette import Commands
from llmquiz.tui.screens.browse import BrowseScreen
from llmquiz.tui.screens.explore import ExploreScreen
from llmquiz.tui.screens.explore_page import ExplorePageScreen
from llmquiz.tui.screens.help import HelpScreen
from llmquiz.tui.screens.home import HomeScreen
from llmquiz.tui.screens.mixups import PairScreen
from llmquiz.tui.screens.problems import ProblemsScreen
from llmquiz.tui.screens.study import StudyScreen
from llmquiz.tui.screens.summary import SummaryScreen
from llmquiz.tui.screens.welcome import WelcomeScreen
from llmquiz.tui.speech import _, speak
from llmquiz.tui.terminal import colourless


class LlmquizApp(App[None]):
    """llmquiz in the terminal."""

    TITLE = "llmquiz"
    CSS_PATH: ClassVar = [
        "app.tcss",
        "screens/home.tcss",
        "screens/welcome.tcss",
        "screens/study.tcss",
        "screens/summary.tcss",
        "screens/reading.tcss",
        "screens/explore.tcss",
        "screens/browse.tcss",
        "screens/practice.tcss",
        "screens/stats.tcss",
        "screens/settings.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(keyboard.bindings(everywhere=True))
    COMMANDS: ClassVar = {Commands}

    def __init__(
        self,
        trainer: Trainer,
        session: Sitting | None = None,
        *,
        explore: bool = False,
        browse: str | None = None,
        welcome: bool = False,
    ) -> None:
        """`session`: begin with it instead of at home; `explore`: begin there; `browse`: with what this line finds.

        `welcome`: with a word to a newcomer.
        """
        super().__init__(
            ansi_color=True if colourless(os.environ) else None
        )  # else Textual would make greys of colours
        self.trainer, self._first, self._explore, self._browse = trainer, session, explore, browse
        self._welcome = welcome
        self.failure: StorageError | None = None
        """Why the app had to close: the learner's file could not be written or read."""
        speak(trainer.interface)
        self._use_keys()
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        self.theme = self._chosen_theme

    def _handle_exception(self, error: Exception) -> None:
        """A file that fails is no error of the program: close, and let the caller say the one sentence.

        Textual has no public way to meet an exception of any screen in one place.
        """
        if isinstance(error, StorageError):
            self.failure = error
            self.exit(return_code=1)
        else:
            super()._handle_exception(error)

    async def on_event(self, event: Event) -> None:
        """A key acts before the next one is looked at, so that the letters of a burst reach the line that it opens.

        Textual sends a key that no widget has claim to through the screen's queue first; others pass it meanwhile.
        """
        page = self.screen if isinstance(event, Key) and not event.is_forwarded else None
        if isinstance(event, Key) and isinstance(page, Page):
            page.key_comes()
            if self.focused is None and page.lets_keys_act and await self._check_bindings(event.key):
                return
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return HomeScreen(self.trainer)

    def on_mount(self) -> None:
        """Begin elsewhere than at home, where that was asked for."""
        if self._first is not None:
            self.push_screen(self._screen_for(self._first))
        elif self._explore:
            self.push_screen(ExploreScreen(self.trainer))
        elif self._browse is not None:
            self.push_screen(BrowseScreen(self.trainer, self._browse))
        elif self._welcome:
            self.push_screen(WelcomeScreen(self.trainer))

    def on_page_turn(self, message: Page.Turn) -> None:
        """Show what the session has come to; studying replaces the welcome, the summary, and the other way round."""
        screen = self._screen_for(message.session)
        if isinstance(self.screen, StudyScreen | SummaryScreen | WelcomeScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        if message.remark:
            self.call_later(screen.remark, message.remark)

    def on_page_looked_up(self, message: Page.LookedUp) -> None:
        """Show what may help with a card: its page, or what it mixes up side by side."""
        found = self.trainer.to_read(message.card)
        if isinstance(found, Pair):
            self.push_screen(PairScreen(self.trainer, found))
        elif found:
            self.push_screen(ExplorePageScreen(self.trainer, found))
        elif isinstance(self.screen, Page):
            self.screen.remark(_("There is no page about this card."))

    def _screen_for(self, session: Sitting) -> Page:
        if isinstance(session.view, ChangeView | LessonView | QuestionView | FeedbackView):
            return StudyScreen(session, hide_options=self.trainer.settings.hide_options)
        return SummaryScreen(self.trainer, session)

    def action_language(self) -> None:
        """The next language, for questions and screens at once."""
        known = self.trainer.languages
        at = known.index(self.trainer.interface) if self.trainer.interface in known else -1
        self.trainer.speak(known[(at + 1) % len(known)])
        self._say_anew()
        self._keep_settings()

    def _say_anew(self) -> None:
        """Speak the trainer's language, on every screen; what was said in passing was said in another."""
        speak(self.trainer.interface)
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen | SummaryScreen):
                screen.session.speak(self.trainer.lang)
            if isinstance(screen, Page):
                screen.remark("")
                screen.redraw()

    def _bind_anew(self) -> None:
        """Let the learner's keys act, and be named, on every screen."""
        self._use_keys()
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.use_keys()
                screen.redraw()

    def on_settings_screen_settled(self) -> None:
        """Look and speak as the settings say, and keep them."""
        self.theme = self._chosen_theme
        self._say_anew()
        self._keep_settings()

    def on_own_keys_screen_chosen(self) -> None:
        """Bind the learner's keys on every screen, and keep them."""
        self._bind_anew()
        self._keep_settings()

    def action_theme(self) -> None:
        """The next theme."""
        self.theme = themes.following(self.theme)
        self.trainer.settle(replace(self.trainer.settings, theme=self.theme))
        self._keep_settings()

    def action_help(self) -> None:
        """Show the keys, or put them away."""
        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        elif isinstance(self.screen, Page):
            self.push_screen(HelpScreen(self.screen.mode))

    def action_problems(self) -> None:
        """Show what is wrong in the learner's files, or put it away."""
        if isinstance(self.screen, ProblemsScreen):
            self.pop_screen()
        elif isinstance(self.screen, Page):
            self.push_screen(ProblemsScreen(self.trainer.problems))

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if isinstance(self.screen, Page):
            self.push_screen(CommandPalette(placeholder=_("Find a command…")))

    @property
    def _chosen_theme(self) -> str:
        """What the learner chose, as far as the terminal has colours and may show them."""
        if self.no_color:
            return themes.ANSI.name
        return themes.chosen(self.trainer.settings.theme, self.console.color_system)

    def _use_keys(self) -> None:
        """Let the learner's keys count, where they can be used."""
        keyboard.use(self._note_problems())
        keymap.bind(self._bindings, everywhere=True)

    def _note_problems(self) -> keymap.Own:
        """Note what is wrong with settings that can be read; the keys that can be used."""
        trainer = self.trainer
        own, problems = keymap.usable(dict(trainer.settings.keys), partial(key_place, trainer.config))
        _good, misnamed = setting_names.usable(trainer.settings, setting_names.known_to(trainer), trainer.config)
        trainer.note_problems((*misnamed, *problems))
        return own

    def _keep_settings(self) -> None:
        """Keep what was chosen, and look, speak and act by what was changed outside the app meanwhile."""
        chosen, wrong = self.trainer.settings, self.trainer.problems
        kept = self.trainer.save_settings()
        if self.trainer.settings != chosen:
            self.theme = self._chosen_theme
            self._bind_anew()
            self._say_anew()
        self._note_problems()
        if self.trainer.problems != wrong and isinstance(self.screen, Page):
            self.screen.redraw()
        if not kept and isinstance(self.screen, Page):
            self.screen.remark(_("This choice could not be saved for next time: look at your config.toml."))


def run(trainer: Trainer, session: Sitting | None = None, *, explore: bool = False, browse: str | None = None) -> None:
    """Open the app, at home, with a session, exploring or browsing, and come back when it is left. A newcomer at home
    is welcomed.

    Raises StorageError when the learner's file failed meanwhile; every answer that was acknowledged is in it.
    """
    app = LlmquizApp(trainer, session, explore=explore, browse=browse, welcome=trainer.is_new)
    app.run()
    if app.failure is not None:
        raise app.failure
