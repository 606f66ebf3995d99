"""The benchmarks that promise something say so where a promise is missed, and fail."""

import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from llmquiz.files.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def benchmark(monkeypatch):
    """A module of the benchmarks, which are no part of the package."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: import_module(f"benchmarks.{name}")


@pytest.fixture
def watch(benchmark):
    """One day on which nothing happened that was promised otherwise."""
    watch = benchmark("watching").Watch(0.9)
    watch.begin(1, SimpleNamespace(minutes=1))
    watch.days[0].questions, watch.times = 1, [0.1]
    return watch


def missed(benchmark, watch):
    """What is not as promised; a mark stands beside it, and beside nothing else."""
    lines = list(benchmark("reporting").lines(watch, Settings(new_per_day=2)))
    assert all(str(line).endswith("MISSED") != line.kept for line in lines)
    return [line.what for line in lines if not line.kept]


def test_a_day_like_any_other_keeps_every_promise(benchmark, watch):
    assert [] == missed(benchmark, watch)


def test_more_new_cards_than_promised_are_marked(benchmark, watch):
    watch.days[0].new = {"a", "b", "c"}
    assert ["new cards a day"] == missed(benchmark, watch)


def test_cards_that_were_taught_and_never_asked_are_marked(benchmark, watch):
    watch.taught = {"a"}
    assert ["taught and never asked"] == missed(benchmark, watch)


def test_answers_that_were_graded_otherwise_than_meant_are_marked(benchmark, watch):
    watch.misgraded = 1
    assert ["graded otherwise than meant"] == missed(benchmark, watch)


@pytest.mark.parametrize(("chance", "marked"), [(0.87, ["  all"]), (0.89, []), (0.93, ["  all"])])
def test_less_or_more_remembered_than_promised_is_marked(benchmark, watch, chance, marked):
    recall = benchmark("learner").Recall(chance, recalled=True, right=True)
    asked = benchmark("watching").Asked("a", 1, "typed", 0, 1, negative=False, recall=recall, rating=3, due=1)
    watch.asked, watch.beliefs = [asked], [0.9]
    assert marked == missed(benchmark, watch)


@pytest.mark.parametrize("kept", [True, False])
def test_the_command_fails_where_a_promise_is_missed(benchmark, monkeypatch, kept):
    command, line = benchmark("__main__"), benchmark("reporting").Line("taught and never asked", "1", "0", kept=kept)
    monkeypatch.setitem(command.STUDIES, "simulate", lambda chosen: iter([line]))
    monkeypatch.setattr(sys, "argv", ["benchmarks", "simulate"])
    assert (not kept) == command.main()
