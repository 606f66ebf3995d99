"""The numbered migrations of the precious file, in order: plain functions, each in one transaction with its record.

The number of a migration is its place in `MIGRATIONS`, its name says it too. Written ones are never edited.
Standard library only: a shell prompt asks how many there are.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from llmquiz.storage.migrations.m001_log import m001_log
from llmquiz.storage.migrations.m002_known_lessons import m002_known_lessons
from llmquiz.storage.migrations.m003_flag_codes import m003_flag_codes
from llmquiz.storage.migrations.m004_words_index import m004_words_index
from llmquiz.storage.migrations.m005_topics import m005_topics

if TYPE_CHECKING:
    from sqlalchemy import Connection

Migration = Callable[["Connection"], None]
MIGRATIONS: tuple[Migration, ...] = (m001_log, m002_known_lessons, m003_flag_codes, m004_words_index, m005_topics)
