"""How the employers of each hiring system do, in counts: nobody reads the health of thousands one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q
from django.utils import timezone

from listings.fetching import admin_mail
from listings.models import Employer, Source

# Due for so long, an employer waits for more than its turn.
LATE_AFTER = timedelta(hours=6)
# Of fewer employers that were looked at, a share says nothing.
MIN_LOOKED_AT = 10
FAILING_SHARE, RECOVERED_SHARE = 0.5, 0.25

DEAD = Q(died_at__isnull=False) & (Q(last_ok_at=None) | Q(last_ok_at__lt=F("died_at")))
FAILING = Q(enabled=True, failures__gt=0) & ~DEAD


def late(now: datetime) -> Q:
    return Q(enabled=True, system__enabled=True, next_fetch_at__lt=now - LATE_AFTER)


@dataclass(frozen=True, slots=True)
class SystemHealth:
    """Counts of a system's employers. `new`: enabled, and not looked at yet. `late`: due for more than six hours."""

    employers: int = 0
    enabled: int = 0
    failing: int = 0
    dead: int = 0
    late: int = 0
    new: int = 0

    @property
    def failing_share(self) -> float:
        looked_at = self.enabled - self.new - self.dead
        return self.failing / looked_at if looked_at >= MIN_LOOKED_AT else 0.0


def by_system() -> dict[int, SystemHealth]:
    """In one query, by the id of the system's source."""
    counts = {
        "total": Count("pk"),
        "running": Count("pk", Q(enabled=True)),
        "failing": Count("pk", FAILING),
        "dead": Count("pk", Q(enabled=True) & DEAD),
        "late": Count("pk", late(timezone.now())),
        "new": Count("pk", Q(enabled=True, last_ok_at=None, failures=0)),
    }
    rows = Employer.objects.order_by().values("system").annotate(**counts).values_list("system", *counts)
    return {system: SystemHealth(*numbers) for system, *numbers in rows}


def report(now: datetime) -> None:
    """Mail the admins when half of a system's employers fail, and when at most a quarter does again."""
    health = by_system()
    for system in Source.objects.systems().filter(enabled=True):
        share = health.get(system.pk, SystemHealth()).failing_share
        if share >= FAILING_SHARE and not system.unhealthy_since:
            system.last_error = f"{share:.0%} of its employers fail."
            admin_mail.report_trouble(system, now)
        elif share <= RECOVERED_SHARE and system.unhealthy_since:
            admin_mail.report_recovery(system, now)
            system.last_error = ""
        else:
            continue
        system.save(update_fields=["unhealthy_since", "last_error"])
