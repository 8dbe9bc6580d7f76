"""What ads that only serve to be dear may cost: `python -m tests.benchmarks.hostile_ads --write`.

Processor time, without database and index. Prints a table; `--write` puts it into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import os
import sys

import django

from tests.benchmarks.reliability_page import replace_section
from tests.cpu_time import cpu_seconds

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    arguments = parser.parse_args()
    django.setup()
    from tests.benchmarks.hostile_ads.cases import CASES, read

    # What is compiled and loaded once is no cost of an ad.
    read()
    rows = [f"| {name} | {cpu_seconds(case) * 1000:,.0f} ms |" for name, case in CASES.items()]
    table = "\n".join(["| | processor time |", "|---|---|", *rows])
    sys.stdout.write(f"{table}\n")
    if arguments.write:
        replace_section("Hostile ads", table)


if __name__ == "__main__":
    main()
