"""Lists of employers: on which board each one's vacancies are, and under which token. TOML, CSV or TSV."""

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
    """The file as a whole is no list of employers. The message says why."""


@dataclass(frozen=True, slots=True)
class Employer:
    """`options` are those of a source, empty ones left out; nobody has checked them yet."""

    board: str
    options: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.board} {self.options.get('token', '(no token)')}"


def read_list(name: str, body: bytes) -> list[Employer]:
    """`name` tells the format by its ending: .toml, .csv or .tsv."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(f"{name} is not UTF-8: {error}") from error
    ending = PurePath(name).suffix.casefold()
    if ending == ".toml":
        return list(_of_toml(name, text))
    if ending in (".csv", ".tsv"):
        return list(_of_table(name, text, "," if ending == ".csv" else "\t"))
    raise BadList(f"{name} is neither .toml nor .csv nor .tsv")


def _of_toml(name: str, text: str) -> Iterator[Employer]:
    try:
        boards = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadList(f"{name} is no TOML: {error}") from error
    for board, rows in boards.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise BadList(f"{name}: {board} is no list of tables such as {{ token = … }}")
        for row in rows:
            yield _employer(board, row)


def _of_table(name: str, text: str, delimiter: str) -> Iterator[Employer]:
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        missing = [column for column in COLUMNS if column not in (table.fieldnames or ())]
        if missing:
            raise BadList(f"{name} has no column {missing[0]!r} in its first line")
        for row in table:
            if None in row:
                raise BadList(f"{name}, line {table.line_num}: more columns than the first line names")
            yield _employer(row.pop("board") or "", row)
    except csv.Error as error:
        raise BadList(f"{name} cannot be read as a table: {error}") from error


def _employer(board: str, row: Mapping[str, Any]) -> Employer:
    options = {option: str(value).strip() for option, value in row.items() if value not in (None, "")}
    return Employer(board.strip(), options)
