"""Shell completion: the scripts, and what the shell is offered."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import Result

from llmquiz.cli import names
from llmquiz.cli.commands import COMMANDS
from llmquiz.cli.program import program
from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]


@pytest.fixture
def offered(surroundings: Surroundings) -> Callable[..., list[str]]:
    """What a shell is offered for the last word."""

    def offers(*words: str) -> list[str]:
        shell = ShellComplete(program, {"obj": surroundings}, "llmquiz", "_LLMQUIZ_COMPLETE")
        return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]

    return offers


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(llmquiz: Llmquiz, shell: str) -> None:
    shown = llmquiz("completion", shell)
    assert (0, "") == (shown.exit_code, shown.stderr)
    assert f"_LLMQUIZ_COMPLETE={shell}_complete" in shown.stdout


def test_fish_keeps_what_stands_behind_a_comma(llmquiz: Llmquiz) -> None:
    script = llmquiz("completion", "fish").stdout
    assert (0, 1) == (script.count('string split ","'), script.count('string split --max 1 ","'))


def test_another_shell_is_refused(llmquiz: Llmquiz) -> None:
    refused = llmquiz("completion", "csh")
    assert (2, True) == (refused.exit_code, "'csh' is not one of 'bash', 'zsh', 'fish'" in refused.stderr)


def test_commands_and_options_are_offered(offered: Callable[..., list[str]]) -> None:
    assert list(COMMANDS) == offered("")
    assert ["stats", "study"] == sorted(offered("st"))
    assert "--plain" in offered("study", "--")


def test_topics_are_offered_with_those_of_the_banks(offered: Callable[..., list[str]]) -> None:
    assert ["garden"] == offered("study", "--topic", "gard")
    assert "garden" in offered("config", "topics_off", "")


@pytest.mark.usefixtures("not_begun")
def test_profiles_and_languages_are_offered(offered: Callable[..., list[str]], surroundings: Surroundings) -> None:
    for name in ("anna", "ben"):
        (surroundings.home.profiles / name).mkdir(parents=True)
    assert ["anna", "ben"] == offered("--profile", "")
    assert ["en", "zh"] == offered("--lang", "")
    assert ["zh"] == offered("questions", "--lang", "z")


def test_settings_actions_and_their_values_are_offered(offered: Callable[..., list[str]]) -> None:
    assert ["retention"] == offered("config", "ret")
    assert "keys.home.explore" in offered("config", "keys.home")
    assert ["dark", "light", "ansi"] == offered("config", "theme", "")
    assert ["true", "false"] == offered("config", "hide_options", "")


def test_a_folder_that_cannot_be_used_offers_nothing(
    offered: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_surroundings: Surroundings) -> tuple[str, ...]:
        raise PermissionError

    monkeypatch.setattr(names, "topics", refuse)
    assert [] == offered("study", "--topic", "")


def test_a_real_bash_completes(tmp_path: Path) -> None:
    bin_ = Path(sys.executable).parent
    script = f"""
PATH={bin_}:$PATH
source <(llmquiz completion bash)
COMP_WORDS=(llmquiz optim) COMP_CWORD=1
_llmquiz_completion llmquiz optim llmquiz
echo "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        capture_output=True, text=True, check=True, env=os.environ | {"LLMQUIZ_HOME": str(tmp_path)},
    )  # fmt: skip
    assert "optimise" == done.stdout.strip()
