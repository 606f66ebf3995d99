"""What a newcomer is told, once: what this is, how a day goes. For the app's welcome and the plain session's hello."""

from llmquiz.tui.speech import _


def about() -> tuple[str, ...]:
    """What it is, and that it calls no model."""
    return (
        _("llmquiz asks you about large language models: who made what, what came first, how it works, what it costs."),
        _("It calls no model and needs no network. What you answer stays on this machine."),
    )


def how_a_day_goes() -> tuple[str, ...]:
    """Ten minutes, and three keys."""
    return (
        _("About ten minutes. What is new is taught first and asked a little later."),
        _("What you know comes back in days, then weeks, then months, each time asked in another way."),
        _("Stop whenever you like: every answer is saved as you give it."),
    )


def placing() -> str:
    """The tone of the placement."""
    return _("Just to find out: what you don't know is taught later.")


def three_keys() -> tuple[tuple[str, str], ...]:
    """The keys one needs, each with what it does."""
    return (
        ("Enter", _("goes on")),
        ("1-9", _("answer")),
        ("Esc", _("leaves; nothing is ever lost")),
    )
