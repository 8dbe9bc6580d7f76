"""Lists of employers, each with its hiring system and its token there, in TOML, CSV or TSV."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

SHIPPED = PurePath(__file__).with_name("employers.toml")
COLUMNS = ("board", "token")


class BadList(ValueError):
    """The file as a whole is not a list of employers. The message says why."""


@dataclass(frozen=True, slots=True)
class ListedEmployer:
    """`options` are the non-empty options of a source, not checked yet."""

    board: str
    options: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.board} {self.options.get('token', '(no token)')}"


def read_list(name: str, body: bytes) -> list[ListedEmployer]:
    """The format is that of the suffix of `name`: .toml, .csv or .tsv. Raises BadList."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(f"{name} is not UTF-8: {error}") from error
    suffix = PurePath(name).suffix.casefold()
    if suffix == ".toml":
        return list(_from_toml(name, text))
    if suffix in (".csv", ".tsv"):
        return list(_from_table(name, text, "," if suffix == ".csv" else "\t"))
    raise BadList(f"{name} is neither .toml nor .csv nor .tsv")


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


def _from_table(name: str, text: str, delimiter: str) -> Iterator[ListedEmployer]:
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            raise BadList(f"{name} has no column {missing[0]!r} in its first line")
        for row in table:
            # DictReader collects surplus values under None.
            if None in row:
                raise BadList(f"{name}, line {table.line_num}: more columns than the first line names")
            yield _employer(row.pop("board") or "", row)
    except csv.Error as error:
        raise BadList(f"{name} cannot be read as a table: {error}") from error


def _employer(board: str, row: Mapping[str, Any]) -> ListedEmployer:
    options = {option: str(value).strip() for option, value in row.items() if value not in (None, "")}
    return ListedEmployer(board.strip(), options)
