"""Notes and flags are few and are asked for at every list of cards: found without reading a long log. Never edited."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def m004_words_index(connection: "Connection") -> None:
    """Index the events that hold words of the learner's own."""
    connection.exec_driver_sql("CREATE INDEX events_in_words ON events (kind, card) WHERE text IS NOT NULL")
