"""The whole directory of a hiring system: what it costs to look at all of its employers, and how to begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Avg, F, Func, IntegerField, QuerySet, Sum

from listings.boards import BOARDS
from listings.boards.base import Board
from listings.boards.employer_list import directory_of
from listings.fetching import employer_sources
from listings.fetching.employer_schedule import FIRST_INTERVAL
from listings.lifecycle.refused import Refused
from listings.models import Employer, Fetch, Posting, Snapshot, Source

DAY = timedelta(days=1)
MAX_SAMPLE = 200
# Until ten employers were looked at: a list of thirty ads of ten thousand letters, compressed, and the remote ones as
# they are kept.
MIN_SAMPLE, USUAL_BYTES = 10, 120_000
# The listings, the index and PostgreSQL's own indexes hold a posting's texts about once more.
COPIES = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes to look at `employers` of a system, `paused` of them not fetched now. `measured`: by its own."""

    board: Board
    employers: int
    paused: int
    requests_per_day: int
    first_sweep: timedelta
    disk_bytes: int
    measured: bool

    @property
    def lines(self) -> list[str]:
        """In words for an admin who is about to decide."""
        most = DAY // self.board.delay
        hours = self.first_sweep / timedelta(hours=1)
        terms = self.board.terms
        read = f"read on {terms.read_on:%Y-%m-%d}" if terms.read_on else "never read"
        basis = "as measured so far" if self.measured else "an estimate, as too few were looked at yet"
        per_look = "" if self.measured else ", if a look takes one request"
        sentences = [
            f"{self.board.title}: {self.employers:,} employers, {self.paused:,} of them paused or new.",
            f"Requests: about {self.requests_per_day:,} a day{per_look}; one in {self.board.delay.total_seconds():g} s "
            f"at most ({most:,} a day).",
            f"The first look at all of them takes {hours:.1f} hours; other boards are fetched meanwhile.",
            f"Disk: about {self.disk_bytes / 1e6:,.0f} MB ({basis}).",
            f"Terms: {terms.stated_at or 'no page known'}, {read}. {terms.note}".rstrip(),
        ]
        if self.board.status != "live":
            sentences.append(f"Its terms are {self.board.status}: {self.board.status_reason}. It stays paused.")
        return sentences


def cost_of(board: Board) -> Cost:
    """With all employers of the list that comes with the code, and those added since."""
    employers = Employer.objects.filter(board=board.name, is_sample=False)
    known = set(employers.values_list("options__token", flat=True))
    new = sum(employer.options["token"] not in known for employer in directory_of(board.name))
    looked_at = list(employers.exclude(last_ok_at=None).values_list("pk", flat=True)[:MAX_SAMPLE])
    measured = len(looked_at) >= MIN_SAMPLE
    requests, interval = _looks(looked_at) if measured else (1.0, FIRST_INTERVAL)
    total = len(known) + new
    return Cost(
        board=board,
        employers=total,
        paused=employers.filter(enabled=False).count() + new,
        requests_per_day=min(round(total * requests * (DAY / interval)), DAY // board.delay),
        first_sweep=total * requests * board.delay,
        disk_bytes=total * (_stored_bytes(looked_at) // len(looked_at) if measured else USUAL_BYTES),
        measured=measured,
    )


def _looks(employers: list[int]) -> tuple[float, timedelta]:
    """Mean requests of a look, and mean time between two."""
    requests = Fetch.objects.good().filter(source__in=employers).aggregate(mean=Avg("requests"))["mean"]
    interval = Source.objects.filter(pk__in=employers).aggregate(mean=Avg("look_every"))["mean"]
    return max(1.0, requests or 1.0), interval or FIRST_INTERVAL


def _stored_bytes(employers: list[int]) -> int:
    bodies = _bytes(Snapshot.objects.filter(fetch__source__in=employers), "body")
    texts = _bytes(Posting.objects.filter(source__in=employers), "html", "ad", "facts")
    return bodies + COPIES * texts


def _bytes(rows: QuerySet[Snapshot] | QuerySet[Posting], *columns: str) -> int:
    sizes = {
        f"size_of_{column}": Sum(Func(F(column), function="pg_column_size", output_field=IntegerField()))
        for column in columns
    }
    return sum(size or 0 for size in rows.aggregate(**sizes).values())


def enable_directory(name: str) -> tuple[Source, int]:
    """Add all employers of the system's list and enable every employer of it; returns the system and how many.

    A system with unverified terms stays paused: an admin resumes it by itself. Raises Refused if it is never fetched.
    """
    board = BOARDS.get(name)
    if board is None or not board.is_hiring_system:
        raise Refused(f"{board.title if board else name} is not a hiring system.")
    if not board.is_fetched:
        raise Refused(board.never_fetched_because)
    employer_sources.add(directory_of(name))
    system = employer_sources.system_of(board)
    enabled = employer_sources.enable(Source.objects.filter(system=system, enabled=False).select_related("system"))
    if board.status == "live" and not system.enabled:
        Source.objects.filter(pk=system.pk).update(enabled=True)
        system.enabled = True
    return system, enabled
