"""Employers made from lists of them, each a source below its hiring system."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from urllib.parse import unquote

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import BadOptions, Board
from listings.boards.employer_list import ListedEmployer, directory_of, systems_with_directory
from listings.lifecycle.refused import Refused
from listings.models import Source

MAX_NAME_LENGTH = 80
SUFFIX_LENGTH = 6
BATCH = 1000


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
    """All lists that come with the code."""
    return list(chain.from_iterable(map(directory_of, systems_with_directory())))


def system_of(board: Board) -> Source:
    """The hiring system's own source, made if there is none. It runs at once if its terms are known to allow it."""
    system = Source.objects.real().systems().filter(board=board.name).first()
    if system is None:
        taken = set(Source.objects.filter(name__startswith=board.name).values_list("name", flat=True))
        name = next(name for name in numbered(board.name) if name not in taken)
        system = Source.objects.create(name=name, board=board.name, enabled=board.status == "live")
    return system


def put_below_system(source: Source) -> None:
    """For a source that was just saved: an employer's goes below its hiring system."""
    if source.board_config.is_hiring_system and not source.is_system:
        source.system = system_of(source.board_config)
        source.save(update_fields=["system"])


def create_systems() -> list[Source]:
    """A source for each hiring system that we may fetch and that has none yet, with the employers fetched by default.

    An unverified one is created paused, without employers. Returns the new systems.
    """
    created = []
    in_use = set(Source.objects.real().systems().values_list("board", flat=True))
    for board in BOARDS.values():
        if not board.is_hiring_system or not board.is_fetched or board.name in in_use:
            continue
        created.append(system_of(board))
        if board.status == "live":
            enable(add(employer for employer in directory_of(board.name) if employer.starter).new)
    return created


@transaction.atomic
def add(employers: Iterable[ListedEmployer]) -> ImportResult:
    """Create a disabled source for each employer that has none. Existing sources stay as they are."""
    sources = Source.objects.real().fetchable().filter(board__in=BOARDS).select_related("system")
    by_identity = {_identity(BOARDS[source.board], source.options): source for source in sources}
    names = set(Source.objects.values_list("name", flat=True))
    systems = dict[str, Source]()
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
        if board.name not in systems:
            systems[board.name] = system_of(board)
            names.add(systems[board.name].name)
        name = next(name for name in _names(board, options) if name not in names)
        names.add(name)
        source = Source(name=name, board=board.name, options=options, system=systems[board.name], enabled=False)
        # It has no snapshots that an older version has read.
        source.passed_over_version = facts.VERSION
        # At once, so that an employer listed twice gets one source.
        by_identity[identity] = source
        result.new.append(source)
    Source.objects.bulk_create(result.new, batch_size=BATCH)
    return result


def _checked(employer: ListedEmployer) -> tuple[Board, dict[str, str]]:
    """Board and complete options. Raises BadOptions."""
    board = BOARDS.get(employer.board)
    if board is None:
        reason = f"unknown board {employer.board!r}" if employer.board else "not an address of a hiring system we read"
        raise BadOptions(reason)
    if not board.is_hiring_system:
        raise BadOptions(f"{board.title} is not an employer's own hiring system")
    return board, board.checked_options(employer.options)


def _identity(board: Board, options: dict[str, str]) -> tuple[str, ...]:
    return (board.name, *board.identifying(options).values())


def _names(board: Board, options: dict[str, str]) -> Iterator[str]:
    """Names made of board and token."""
    token = slugify(unquote(options["token"]).replace(".", "-").replace("_", "-").replace("/", "-"))
    return numbered(f"{board.name}-{token}"[: MAX_NAME_LENGTH - SUFFIX_LENGTH].rstrip("-"))


def numbered(name: str) -> Iterator[str]:
    """The name, and from the second on with a number, for when the first is taken."""
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def enable(sources: Iterable[Source]) -> int:
    """Enable those that are disabled. Returns how many. Raises Refused if a board is never fetched."""
    disabled = [source for source in sources if not source.enabled]
    for source in disabled:
        if not source.board_config.is_fetched:
            raise Refused(source.board_config.never_fetched_because)
    now = timezone.now()
    turns = Counter[str]()
    for source in disabled:
        source.enabled = True
        # In the order and at the pace in which they can be fetched: due at once, nearly all would be late.
        source.next_fetch_at = max(source.next_fetch_at, now + turns[source.board] * source.board_config.delay)
        turns[source.board] += 1
    return Source.objects.bulk_update(disabled, ["enabled", "next_fetch_at"], batch_size=BATCH)
