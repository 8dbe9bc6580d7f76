"""Processes that begin as copies of this one: to start Django anew takes seconds."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from multiprocessing.context import ForkProcess
from typing import Any

from django.db import connections

FORKED = multiprocessing.get_context("fork")


def start_copy(target: Callable[..., None], *args: Any) -> ForkProcess:
    # A connection must not be shared with the copy.
    connections.close_all()
    # Nor may it collect garbage that it inherited, which would close files and join threads that are not its own.
    gc.collect()
    gc.freeze()
    try:
        process = FORKED.Process(target=_run, args=(target, *args), daemon=True)
        process.start()
    finally:
        gc.unfreeze()
    return process


def _run(target: Callable[..., None], *args: Any) -> None:
    # While Playwright's loop runs, Django's connections are those of the loop's context; in the copy, where it does not
    # run, they are the thread's own again, and one from before may still be open in both processes.
    for connection in connections.all(initialized_only=True):
        connection.connection = None
    target(*args)
