"""Sources made of a list of employers, and enabled together."""

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
from listings.boards.directory import SHIPPED, Employer, read_list
from listings.lifecycle.refused import Refused
from listings.models import Source

LONGEST_NAME = 80
APART = 3
"""Sources that are enabled together are due this many of the board's pauses after one another."""


@dataclass(slots=True)
class Imported:
    """`refused` and `kept_disabled`: what, and why, in words for admins."""

    new: list[Source] = field(default_factory=list)
    known: list[Source] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def said(self) -> str:
        return f"{len(self.new)} new, {len(self.known)} known, {len(self.refused)} refused."


def shipped() -> list[Employer]:
    return read_list(SHIPPED.name, Path(SHIPPED).read_bytes())


@transaction.atomic
def add(rows: Iterable[Employer]) -> Imported:
    """A disabled source for each employer that has none; a known one stays as it is."""
    sources = Source.objects.real()
    held = {_identity(source.board_config, source.options): source for source in sources.filter(board__in=BOARDS)}
    names = set(Source.objects.values_list("name", flat=True))
    found = Imported()
    for row in rows:
        board = BOARDS.get(row.board)
        try:
            options = _checked(board, row)
        except BadOptions as error:
            found.refused.append((str(row), str(error)))
            continue
        assert board is not None
        identity = _identity(board, options)
        if identity in held:
            found.known.append(held[identity])
            continue
        name = next(name for name in _names(board, options) if name not in names)
        names.add(name)
        held[identity] = Source(name=name, board=board.name, options=options, enabled=False)
        found.new.append(held[identity])
    Source.objects.bulk_create(found.new)
    return found


def _checked(board: Board | None, row: Employer) -> dict[str, str]:
    if board is None:
        raise BadOptions(f"there is no board {row.board!r}")
    if "token" not in board.options:
        raise BadOptions(f"{board.title} is no employer's own system")
    return board.checked_options(row.options)


def _identity(board: Board, options: dict[str, str]) -> tuple[str, ...]:
    return (board.name, *board.identifying(options).values())


def _names(board: Board, options: dict[str, str]) -> Iterator[str]:
    """After its board and token, numbered where that is taken."""
    token = slugify(unquote(options["token"]).replace(".", "-").replace("_", "-"))
    base = f"{board.name}-{token}"[: LONGEST_NAME - 6].rstrip("-")
    yield base
    for number in count(2):
        yield f"{base}-{number}"


def enable(sources: Iterable[Source]) -> int:
    """Those that are disabled, one after the other, so that one host's many do not hold up the rest. Raises Refused."""
    waiting = [source for source in sources if not source.enabled]
    for source in waiting:
        if not source.board_config.is_fetched:
            raise Refused(source.board_config.never_fetched_because)
    now = timezone.now()
    for turn, source in enumerate(waiting):
        source.enabled = True
        source.next_fetch_at = max(source.next_fetch_at, now + turn * APART * source.board_config.delay)
    return Source.objects.bulk_update(waiting, ["enabled", "next_fetch_at"])
