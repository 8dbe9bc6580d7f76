"""How much processor time each client has used lately, in this process."""

from __future__ import annotations

from collections.abc import Hashable

# After so long, half of what was used is forgotten.
HALF_LIFE_SECONDS = 10.0
# A reader who turns pages quickly uses a tenth of it.
HEAVY_SECONDS = 1.0
# So many clients are remembered: memory is bounded.
MAX_CLIENTS = 10_000


class RecentUse:
    """Seconds of processor time by client, fading. Times are of time.monotonic()."""

    def __init__(self) -> None:
        # What was used, and when that was the amount.
        self.used: dict[Hashable, tuple[float, float]] = {}

    def add(self, client: Hashable, seconds: float, now: float) -> None:
        if len(self.used) >= MAX_CLIENTS:
            self.used = {other: use for other, use in self.used.items() if self.is_heavy(other, now)}
        self.used[client] = (self._amount(client, now) + seconds, now)

    def is_heavy(self, client: Hashable, now: float) -> bool:
        return self._amount(client, now) > HEAVY_SECONDS

    def _amount(self, client: Hashable, now: float) -> float:
        amount, since = self.used.get(client, (0.0, now))
        return float(amount * 0.5 ** ((now - since) / HALF_LIFE_SECONDS))
