"""Event ids by a hybrid logical clock: 12 hex digits of milliseconds, 4 of a counter, a dash, the device.

Text order is the order of the log. An id never goes backward, even when the wall clock does, so a retraction
always sorts after what it retracts.
"""

from llmquiz.storage.errors import UnreadableRowError

_MILLISECONDS = 12
_COUNTER = 4
_COUNTERS = 0x10000
ID_PATTERN = "[0-9a-f]" * (_MILLISECONDS + _COUNTER) + "-*"
"""What every id looks like, as SQLite's GLOB."""


def next_id(last: str, at: int, device: str) -> str:
    """The id after `last` (the greatest known, empty if none) for something that happened at `at`."""
    milliseconds, counter = max((at, 0), _after(last))
    return f"{milliseconds:0{_MILLISECONDS}x}{counter:0{_COUNTER}x}-{device}"


def _after(last: str) -> tuple[int, int]:
    """The first reading of the clock that sorts after `last`."""
    if not last:
        return 0, 0
    try:
        reading = int(last[: _MILLISECONDS + _COUNTER], 16) + 1
    except ValueError as error:  # another program wrote it: nothing of ours could sort after it
        raise UnreadableRowError("damaged") from error
    return reading // _COUNTERS, reading % _COUNTERS
