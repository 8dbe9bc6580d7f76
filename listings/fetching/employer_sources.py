"""Sources made from a list of employers, and enabled together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import unquote

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from listings.boards import BOARDS
from listings.boards.base import BadOptions, Board
from listings.boards.employer_list import SHIPPED, ListedEmployer, read_list
from listings.lifecycle.refused import Refused
from listings.models import Source

MAX_NAME_LENGTH = 80
SUFFIX_LENGTH = 6
# Sources that are enabled together are due this many of the board's delays after one another.
DELAYS_BETWEEN = 3


@dataclass(slots=True)
class ImportResult:
    """`refused`: (employer, reason), for admins."""

    new: list[Source] = field(default_factory=list)
    known: list[Source] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def summary(self) -> str:
        return f"{len(self.new)} new, {len(self.known)} known, {len(self.refused)} refused."


def shipped() -> list[ListedEmployer]:
    """The list that comes with the code."""
    return read_list(SHIPPED.name, Path(SHIPPED).read_bytes())


@transaction.atomic
def add(employers: Iterable[ListedEmployer]) -> ImportResult:
    """Create a disabled source for each employer that has none. Existing sources stay as they are."""
    sources = Source.objects.real().filter(board__in=BOARDS)
    by_identity = {_identity(source.board_config, source.options): source for source in sources}
    names = set(Source.objects.values_list("name", flat=True))
    result = ImportResult()
    for employer in employers:
        try:
            board, options = _checked(employer)
        except BadOptions as error:
            result.refused.append((str(employer), str(error)))
            continue
        identity = _identity(board, options)
        if identity in by_identity:
            result.known.append(by_identity[identity])
            continue
        name = next(name for name in _names(board, options) if name not in names)
        names.add(name)
        source = Source(name=name, board=board.name, options=options, enabled=False)
        # At once, so that an employer listed twice gets one source.
        by_identity[identity] = source
        result.new.append(source)
    Source.objects.bulk_create(result.new)
    return result


def _checked(employer: ListedEmployer) -> tuple[Board, dict[str, str]]:
    """Board and complete options. Raises BadOptions."""
    board = BOARDS.get(employer.board)
    if board is None:
        raise BadOptions(f"unknown board {employer.board!r}")
    if "token" not in board.options:
        raise BadOptions(f"{board.title} is not an employer's own hiring system")
    return board, board.checked_options(employer.options)


def _identity(board: Board, options: dict[str, str]) -> tuple[str, ...]:
    return (board.name, *board.identifying(options).values())


def _names(board: Board, options: dict[str, str]) -> Iterator[str]:
    """Names made of board and token; from the second on with a number, for when the first is taken."""
    token = slugify(unquote(options["token"]).replace(".", "-").replace("_", "-"))
    base = f"{board.name}-{token}"[: MAX_NAME_LENGTH - SUFFIX_LENGTH].rstrip("-")
    yield base
    for number in count(2):
        yield f"{base}-{number}"


def enable(sources: Iterable[Source]) -> int:
    """Enable those that are disabled. Returns how many. Raises Refused if a board is never fetched."""
    disabled = [source for source in sources if not source.enabled]
    for source in disabled:
        if not source.board_config.is_fetched:
            raise Refused(source.board_config.never_fetched_because)
    now = timezone.now()
    for turn, source in enumerate(disabled):
        source.enabled = True
        # One after another: due at once, the sources of one host would fill all workers, which then wait for its pace.
        source.next_fetch_at = max(source.next_fetch_at, now + turn * DELAYS_BETWEEN * source.board_config.delay)
    return Source.objects.bulk_update(disabled, ["enabled", "next_fetch_at"])
