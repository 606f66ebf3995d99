"""Where one can be: what is on the screen, by its name. A key acts in some of these places."""

from enum import StrEnum

from llmquiz.tui.speech import N_


class Where(StrEnum):
    """What is on the screen: a key acts in some of these."""

    EVERYWHERE = N_("Everywhere")
    HOME = N_("Home")
    WELCOME = N_("Welcome")
    BEGINNING = N_("Before you begin")
    CHANGE = N_("Changed fact")
    LESSON = N_("Lesson")
    COVERED = N_("Question with hidden options")
    CHOOSING = N_("Choice")
    MARKING = N_("Multiple choice")
    ORDERING = N_("Putting in order")
    MATCHING = N_("Matching")
    TYPING = N_("Typed answer")
    CARD = N_("Flashcard")
    RATING = N_("Rating")
    OVERRULING = N_("Rating an answer yourself")
    RIGHT = N_("After a right answer")
    WRONG = N_("After a wrong answer")
    REVEALED = N_("After a strong hint")
    JOTTING = N_("Writing a note or a report")
    WAITING = N_("Waiting")
    SUMMARY = N_("Summary")
    PRACTISED = N_("Practice done")
    TABLE = N_("Explore")
    FILTERING = N_("Filter")
    PLOT = N_("Plot")
    SUBJECT = N_("Page")
    CARDS = N_("Cards")
    SEARCHING = N_("Search")
    NOTING = N_("Note on a card")
    CONFIRMING = N_("Confirming")
    PRACTICE = N_("Practice")
    DATING = N_("Practice before a date")
    PAIRS = N_("Mix-ups")
    PAIR = N_("Two pages")
    STATS = N_("Statistics")
    SETTINGS = N_("Settings")
    SETTING = N_("Typing a setting")
    KEYS = N_("Your keys")
    READING = N_("Help and problems")
