"""A lesson may be skipped with "I know this": its event says so, in a column of its own. Written once: never edited."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def m002_known_lessons(connection: "Connection") -> None:
    """Add the column; null, for the lessons of before, means no."""
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN known INTEGER")
