"""Paths on the command line: knowledge folders (they hold a topics.yaml), bank files and folders of banks.

A file of a knowledge folder stands for itself within its folder: alone it could not be understood.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from llmquiz.core.problems import Problem
from llmquiz.files.loading import load
from llmquiz.files.rendering import visible
from llmquiz.library.library import Library
from llmquiz.library.shelves import bank_files

_MARK = "topics.yaml"
_PARTS = ("catalogue", "concepts", "languages", "sources")
_BANKS = "banks"
