"""How many connections each web worker has open, in memory that all workers share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from mmap import mmap
from struct import calcsize

# A slot that no worker has.
FREE = -1


@dataclass(frozen=True, slots=True)
class WorkerLoad:
    """The count of one worker, beside those of the others."""

    counts: memoryview
    slot: int

    def set(self, connections: int) -> None:
        self.counts[self.slot] = connections

    def excess(self) -> int:
        """How many connections more than the worker that has fewest."""
        return int(self.counts[self.slot] - min(count for count in self.counts if count != FREE))


class WorkerLoads:
    """To be made before the workers are forked."""

    def __init__(self, slots: int) -> None:
        self.counts = shared_counts(slots)

    def claim(self, living: Iterable[WorkerLoad]) -> WorkerLoad:
        """For a worker that is about to be forked; frees the slots of all that are not `living`.

        Where all are taken the new worker is compared with nobody.
        """
        taken = {load.slot for load in living if load.counts is self.counts}
        free = [slot for slot in range(len(self.counts)) if slot not in taken]
        for slot in free:
            self.counts[slot] = FREE
        load = WorkerLoad(self.counts, free[0]) if free else WorkerLoad(shared_counts(1), 0)
        load.counts[load.slot] = 0
        return load


def shared_counts(slots: int) -> memoryview:
    counts = memoryview(mmap(-1, slots * calcsize("i"))).cast("i")
    for slot in range(len(counts)):
        counts[slot] = FREE
    return counts
