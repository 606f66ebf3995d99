"""A flag names the very question, by its replay code, in a column of its own. Written once: never edited."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def m003_flag_codes(connection: "Connection") -> None:
    """Add the column; null, for the flags of before, means that no question was named."""
    connection.exec_driver_sql("ALTER TABLE events ADD COLUMN code TEXT")
