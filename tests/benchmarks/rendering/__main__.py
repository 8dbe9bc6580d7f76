"""Processor time to render a page of results: `python -m tests.benchmarks.rendering [TIMES]`.

20 cards and a full set of filters, with the values that the templates read; without database and index.
"""

from __future__ import annotations

import os
import sys
from statistics import median

import django

from tests.cpu_time import cpu_seconds

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")


def main(times: int) -> None:
    django.setup()
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    from listings.web import context_processors
    from tests.benchmarks.rendering.results_page import results_page

    request = RequestFactory().get("/jobs/")
    # Otherwise the banner would ask the database.
    context_processors._samples[""] = (float("inf"), False)

    def render() -> str:
        return render_to_string("jobs/search.html", {"page": results_page()}, request)

    size = len(render())
    values = median(cpu_seconds(lambda: read_values(results_page())) for _ in range(times))
    page = median(cpu_seconds(render) for _ in range(times))
    print(
        f"{1000 * page:.2f} ms of processor time for {size / 1000:.0f} kB, {1000 * values:.2f} ms of it for its values"
    )


def read_values(page: object) -> list[object]:
    """What the page computes for its templates, whichever engine renders them."""
    return [getattr(page, name) for name in ("title", "chips", "groups", "form", "histogram", "orders")]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
