"""The log as columns says what the events say."""

from storage_samples import ONE_OF_EACH

from llmquiz.core.logged import Logged
from llmquiz.storage.store import Store


def test_columns_are_the_fields_of_the_events(store: Store) -> None:
    events = store.append(ONE_OF_EACH)
    rows = list(store.logged())
    assert [(event.id, event.kind, event.card, event.day) for event in events] == [
        (row.id, row.kind, row.card, row.day) for row in rows
    ]
    for event, row in zip(events, rows, strict=True):
        named = {name: getattr(event, name, None) for name in Logged._fields}
        assert named == row._asdict()
