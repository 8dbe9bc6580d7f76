from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """What became of the ads of one fetch. Each seen ad is counted once; `closed` is apart from these."""

    new: int = 0
    changed: int = 0
    reopened: int = 0
    same: int = 0
    repeated: int = 0
    not_remote: int = 0
    rejected: int = 0
    closed: int = 0

    @property
    def seen(self) -> int:
        return self.new + self.changed + self.reopened + self.same + self.repeated + self.not_remote + self.rejected
