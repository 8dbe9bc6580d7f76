"""Lists of employers, each with its hiring system and its token there: those that come with the code, and files."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from listings.boards import detect

# One table a hiring system, sorted by token.
DIRECTORY = Path(__file__).with_name("employers")
BOARD, TOKEN, STARTER = "board", "token", "starter"
# What a table may say of an employer beside its options: where its token was seen, and if it is fetched by default.
NOTES = ("seen_in", STARTER)
MAX_LINES = 200_000
ADDRESS = ("http://", "https://")


class BadList(ValueError):
    """The file as a whole is not a list of employers. The message says why."""


@dataclass(frozen=True, slots=True)
class ListedEmployer:
    """`options` are the non-empty options of a source, not checked yet. `starter`: fetched by default."""

    board: str
    options: Mapping[str, str]
    starter: bool = False

    def __str__(self) -> str:
        return f"{self.board} {self.options.get(TOKEN, '(no token)')}"


def systems_with_directory() -> list[str]:
    """Names of the boards of whose employers a list comes with the code."""
    return sorted(path.stem for path in DIRECTORY.glob("*.tsv"))


def directory_of(board: str) -> list[ListedEmployer]:
    """The employers of a hiring system that come with the code; none if there is no list of them."""
    path = DIRECTORY / f"{board}.tsv"
    return list(_from_table(path.name, path.read_text("utf-8"), "\t", board)) if path.exists() else []


def read_list(name: str, body: bytes) -> list[ListedEmployer]:
    """The format is that of the suffix of `name`: .toml, .csv, .tsv, or .txt with an address a line. Raises BadList."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(f"{name} is not UTF-8: {error}") from error
    if text.count("\n") > MAX_LINES:
        raise BadList(f"{name} has more than {MAX_LINES:,} lines")
    suffix = PurePath(name).suffix.casefold()
    if suffix == ".toml":
        return list(_from_toml(name, text))
    if suffix in (".csv", ".tsv"):
        return list(_from_table(name, text, "," if suffix == ".csv" else "\t"))
    if suffix == ".txt":
        return from_addresses(text.splitlines())
    raise BadList(f"{name} is neither .toml nor .csv nor .tsv nor .txt")


def from_addresses(lines: Iterable[str]) -> list[ListedEmployer]:
    """Employers by the addresses of their career pages; one of an unknown system has no board."""
    return [_at_address(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def _at_address(address: str) -> ListedEmployer:
    detection = detect.by_address(address)
    if detection is None or not detection.board.is_hiring_system:
        return ListedEmployer("", {TOKEN: address[:200]})
    return ListedEmployer(detection.board.name, detection.options)


def _from_toml(name: str, text: str) -> Iterator[ListedEmployer]:
    try:
        boards = tomllib.loads(text)
    # tomllib recurses into nested arrays.
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadList(f"{name} is not valid TOML: {error}") from error
    for board, rows in boards.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise BadList(f"{name}: {board} is not a list of tables such as {{ token = … }}")
        for row in rows:
            yield _employer(board, row)


def _from_table(name: str, text: str, delimiter: str, board: str = "") -> Iterator[ListedEmployer]:
    """`board`: of all its rows, where the table has no such column."""
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        needed = (TOKEN,) if board else (BOARD, TOKEN)
        missing = [column for column in needed if column not in (table.fieldnames or ())]
        if missing:
            raise BadList(f"{name} has no column {missing[0]!r} in its first line")
        for row in table:
            # DictReader collects surplus values under None.
            if None in row:
                raise BadList(f"{name}, line {table.line_num}: more columns than the first line names")
            yield _employer(board or row.pop(BOARD) or "", row)
    except csv.Error as error:
        raise BadList(f"{name} cannot be read as a table: {error}") from error


def _employer(board: str, row: Mapping[str, Any]) -> ListedEmployer:
    options = {
        "company" if option == "name" else option: str(value).strip()
        for option, value in row.items()
        if value not in (None, "") and option not in NOTES
    }
    # Of some systems the lists at hand hold addresses.
    if options.get(TOKEN, "").startswith(ADDRESS) and (detection := detect.by_address(options[TOKEN])):
        board, options = detection.board.name, {**options, **detection.options}
    return ListedEmployer(board.strip(), options, starter=bool(row.get(STARTER)))
