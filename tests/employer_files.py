"""Adds employers to the lists that come with the code: `python -m tests.employer_files FILE --seen-in SOURCE …`.

FILE is a table with the columns board, token, company, seen_in. Only rows are taken whose `seen_in` begins with one of
the given sources, which NOTICE names with their licences, and of hiring systems that may be fetched.
"""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser
from collections import defaultdict
from pathlib import Path

from listings.boards import BOARDS
from listings.boards.base import BadOptions
from listings.boards.employer_list import DIRECTORY, STARTER, TOKEN, ListedEmployer, directory_of, read_list

# Where a list calls a hiring system by another name than we do.
OTHER_NAMES = {"oracle_hcm": "oracle"}


def main(arguments: list[str]) -> None:
    parser = ArgumentParser(prog="python -m tests.employer_files", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seen-in", action="append", default=[], required=True)
    parser.add_argument("--starters", action="store_true", help="Mark the employers as fetched by default.")
    options = parser.parse_args(arguments)
    added = defaultdict[str, list[ListedEmployer]](list)
    for path in options.files:
        for employer in read_list(path.name, licensed(path, options.seen_in)):
            employer = as_ours(employer, starter=options.starters)
            if trouble := trouble_with(employer):
                sys.stderr.write(f"left out {employer}: {trouble}\n")
            else:
                added[employer.board].append(employer)
    for board, employers in sorted(added.items()):
        sys.stdout.write(f"{board}: {write(board, [*directory_of(board), *employers])} employers\n")


def licensed(path: Path, sources: list[str]) -> bytes:
    """The lines of the table that stem from these sources; all of a list that names none."""
    lines = path.read_bytes().splitlines(keepends=True)
    if b"seen_in" not in lines[0]:
        return b"".join(lines)
    names = tuple(source.encode() for source in sources)
    return b"".join([lines[0], *(line for line in lines[1:] if line.rsplit(b"\t", 1)[-1].startswith(names))])


def as_ours(employer: ListedEmployer, *, starter: bool) -> ListedEmployer:
    token = employer.options.get(TOKEN, "")
    # An address keeps its form: a list may hold one where we need a token, and is then wrong.
    named = {**employer.options, TOKEN: token.replace(" ", "%20")} if token else employer.options
    return ListedEmployer(OTHER_NAMES.get(employer.board, employer.board), named, starter)


def trouble_with(employer: ListedEmployer) -> str:
    board = BOARDS.get(employer.board)
    if board is None or not board.is_hiring_system:
        return "its hiring system is not read"
    if not board.is_fetched:
        return board.never_fetched_because
    try:
        board.checked_options(employer.options)
    except BadOptions as error:
        return str(error)
    return ""


def write(board: str, employers: list[ListedEmployer]) -> int:
    """Earlier rows win, and keep their mark. Returns how many employers the file has now."""
    by_token = dict[str, ListedEmployer]()
    for employer in employers:
        by_token.setdefault(employer.options[TOKEN].casefold(), employer)
    rows = [by_token[token] for token in sorted(by_token)]
    used = {option for row in rows for option in row.options}
    further = [option for option in BOARDS[board].options if option in used - {TOKEN, "company"}]
    DIRECTORY.mkdir(exist_ok=True)
    with (DIRECTORY / f"{board}.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow([TOKEN, "name", STARTER, *further])
        for row in rows:
            values = [row.options.get(option, "") for option in further]
            table.writerow([row.options[TOKEN], row.options.get("company", ""), "yes" if row.starter else "", *values])
    return len(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
