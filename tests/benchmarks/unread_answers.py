"""Pages for readers while others read nothing: `python -m tests.benchmarks.unread_answers --write` (Linux, 2 minutes).

Each connection sends one packet that is full of requests for the site's largest file, and reads none of the answers.
Meanwhile a reader asks for pages. Prints a table of how long they take; `--write` puts it into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.reliability_page import replace_section
from tests.benchmarks.site import running_site
from tests.benchmarks.slow_clients import dawdling_clients, memory, read_pages, web_process

COUNTS = (8, 50, 500)
SECONDS = 10.0


def measure(port: int, folder: Path) -> str:
    # The first pages load code, vocabularies and the index.
    read_pages(port)
    process = web_process(folder)
    lines = ["| connections that read nothing | a reader waits: median / longest | memory |", "|---|---|---|"]
    lines.append(f"| none | {read_pages(port, SECONDS)} | {memory(process):.0f} MB |")
    for count in COUNTS:
        for spread in (False, True):
            with dawdling_clients("unread", count, port, spread=spread):
                title = f"{count}, {'an address each' if spread else 'one address'}"
                lines.append(f"| {title} | {read_pages(port, SECONDS)} | {memory(process):.0f} MB |")
            sys.stderr.write(f"{lines[-1]}\n")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="elsewhere-", dir="/tmp") as name, running_site(Path(name)) as address:
        text = measure(int(address.rpartition(":")[2]), Path(name))
    sys.stdout.write(f"{text}\n")
    if arguments.write:
        replace_section("Unread answers", text)


if __name__ == "__main__":
    main()
