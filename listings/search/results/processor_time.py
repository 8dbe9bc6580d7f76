"""Processor time that a request takes: in its own thread, and in others that work for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from typing import TypeVar

Argument = TypeVar("Argument")
Result = TypeVar("Result")


class Helped(threading.local):
    """What other threads have done for this one, in seconds."""

    seconds = 0.0


HELPED = Helped()


def used_seconds() -> float:
    """Of processor time that this thread has used so far, the work of its helpers included."""
    return time.thread_time() + HELPED.seconds


def map_charged(
    executor: Executor, work: Callable[[Argument], Result], arguments: Iterable[Argument]
) -> Iterator[Result]:
    """As Executor.map; what the work takes is charged to the thread that asks for it."""

    def measured(argument: Argument) -> tuple[Result, float]:
        started = time.thread_time()
        result = work(argument)
        return result, time.thread_time() - started

    for result, seconds in executor.map(measured, arguments):
        HELPED.seconds += seconds
        yield result
