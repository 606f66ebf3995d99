"""What the shell offers after Tab, beside commands, options and files: topics, profiles, languages, settings, keys."""

from collections.abc import Callable, Iterable, Mapping

import click
from click.shell_completion import CompletionItem

from llmquiz.cli import names
from llmquiz.cli.surroundings import Surroundings
from llmquiz.storage.errors import StorageError

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_FIXED: dict[str, tuple[str, ...]] = {
    "hide_options": ("true", "false"),
    "tiers": ("core", "core,detail", "core,detail,archive"),
}


def topics(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Topics, those of the learner's banks among them."""
    return _offered(lambda: _plain(names.topics(_surroundings(ctx))), typed)


def profiles(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Profiles that are there."""
    return _offered(lambda: _plain(names.profiles(_surroundings(ctx))), typed)


def languages(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Languages of questions and interface."""
    return _offered(lambda: _plain(names.languages(_surroundings(ctx))), typed)


def settings(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Settings, and the keys of actions."""
    return _offered(_settings, typed)


def values(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Values of the setting that was named before."""
    name = str(ctx.params.get("name") or "")
    return _offered(lambda: _plain(_FIXED.get(name) or names.choosable(_surroundings(ctx), name)), typed)


def _settings() -> dict[str, str]:
    from llmquiz.files.setting_kinds import KINDS
    from llmquiz.tui.keys import COMMANDS

    actions = {f"keys.{command.id}": command.tooltip for command in COMMANDS}
    return {name: kind.comment for name, kind in KINDS.items()} | {"keys": "Every action with its keys."} | actions


def _plain(words: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(words, "")


def _offered(found: Callable[[], Mapping[str, str]], typed: str) -> list[CompletionItem]:
    """What begins as what is typed; a shell gets nothing rather than an error."""
    try:
        return [CompletionItem(word, help=help_) for word, help_ in found().items() if word.startswith(typed)]
    except (OSError, StorageError):
        return []


def _surroundings(ctx: click.Context) -> Surroundings:
    return ctx.find_object(Surroundings) or Surroundings()
