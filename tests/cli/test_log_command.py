"""`llmquiz log`: the events as stored, oldest first."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from llmquiz.cli.surroundings import Surroundings

Llmquiz = Callable[..., Result]
STUDY = ("study", "--plain", "--topic", "garden")


def test_every_event_is_a_line_oldest_first(llmquiz: Llmquiz) -> None:
    llmquiz(*STUDY, typed="red\n:o\n\n:d\n:u\n")
    events = [json.loads(line) for line in llmquiz("log").stdout.splitlines()]
    assert ["parameters", "review", "amend", "review", "retract"] == [event["kind"] for event in events]
    assert sorted(events, key=lambda event: event["id"]) == events
    assert [] == [event for event in events if not {"id", "kind", "at", "day", "offset", "device"} <= event.keys()]


def test_one_card_can_be_asked_for(llmquiz: Llmquiz) -> None:
    llmquiz(*STUDY, typed="green\n\n:d\n")
    lines = llmquiz("log", "--card", "bank:garden/fruit").stdout.splitlines()
    assert [("review", "bank:garden/fruit")] == [(event["kind"], event["card"]) for event in map(json.loads, lines)]


def test_an_unknown_card_is_told_beside(llmquiz: Llmquiz) -> None:
    llmquiz(*STUDY, typed="green\n")
    shown = llmquiz("log", "--card", "bank:garden/tree")
    assert (0, "", "Nothing is logged of `bank:garden/tree`.\n") == (shown.exit_code, shown.stdout, shown.stderr)


@pytest.mark.usefixtures("not_begun")
def test_where_nothing_was_studied_nothing_is_made(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    shown = llmquiz("log")
    assert (0, "") == (shown.exit_code, shown.stdout)
    assert f"Nothing was studied yet: {surroundings.database} does not exist.\n" == shown.stderr
    assert not surroundings.home.profiles.exists()


def test_a_read_only_file_is_read(llmquiz: Llmquiz, surroundings: Surroundings) -> None:
    llmquiz(*STUDY, typed="green\n")
    written = llmquiz("log").stdout
    for path in (surroundings.database, surroundings.database.parent):
        path.chmod(path.stat().st_mode & ~0o222)
    shown = llmquiz("log")
    surroundings.database.parent.chmod(0o700)
    assert (0, written, "") == (shown.exit_code, shown.stdout, shown.stderr)


def test_profiles_have_logs_of_their_own(llmquiz: Llmquiz) -> None:
    llmquiz("--profile", "anna", *STUDY, typed="green\n")
    assert "" == llmquiz("log").stdout
    assert 2 == len(llmquiz("--profile", "anna", "log").stdout.splitlines())


def test_reported_questions_are_told_by_code_and_text(llmquiz: Llmquiz) -> None:
    assert "Nothing is reported." in (llmquiz(*STUDY, typed=":q\n") and llmquiz("log", "--flags")).stderr
    told = llmquiz(*STUDY, typed=":f It is brown.\ngreen\n:f 不对，\n").stdout
    lines = llmquiz("log", "--flags").stdout.splitlines()
    codes, texts = zip(*(line.split("\t") for line in lines), strict=True)
    assert ("It is brown.", "不对，") == texts
    assert all(code.startswith("bank:garden/green@choice.en.") and code in told for code in codes)
    assert 0 == llmquiz("show", codes[0]).exit_code
