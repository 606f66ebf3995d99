"""When an app has done all that a key started: nothing is ready to run, no timer is about to ring, no thread works."""

import asyncio

from textual._context import active_app

SOON = 0.03
"""Seconds: the next picture, sixty a second, is worth waiting for; a blinking cursor is not."""
PATIENCE = 1.0
"""Seconds after which a thread that goes on working is left to itself."""


async def settled(*_as_the_pilot_calls_it) -> bool:
    """Comes back when the running app has nothing left to do, or has a thread that is busy for long."""
    loop = asyncio.get_running_loop()
    give_up = loop.time() + PATIENCE
    while loop.time() < give_up:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if (bell := _next_bell(loop)) is not None:
            await asyncio.sleep(bell)
        elif _threads_at_work():
            await asyncio.sleep(0.001)
        else:
            break
    return True


def _next_bell(loop):
    """Seconds until the next timer rings; None when none does soon."""
    soon = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
    wait = min(soon, default=float("inf")) - loop.time()
    return max(wait, 0) if wait < SOON else None


def _threads_at_work():
    return any(worker.is_running for worker in active_app.get().workers)
