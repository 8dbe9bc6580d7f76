"""Tests that run with JavaScript and without it; `slow` without or with it where the other way shows most faults."""

from __future__ import annotations

import pytest

# Keys come in late: before that, a letter does nothing.
LATE_MODULES = """() => Promise.all([...document.querySelectorAll("script[data-modules]")]
    .flatMap((script) => script.dataset.modules.split(" "))
    .map((address) => import(new URL(address, location))))"""

WITH, WITHOUT = "with JavaScript", "without JavaScript"

BOTH = pytest.mark.parametrize("javascript", [True, False], ids=[WITH, WITHOUT])
BY_DEFAULT_WITH = pytest.mark.parametrize(
    "javascript", [pytest.param(True, id=WITH), pytest.param(False, id=WITHOUT, marks=pytest.mark.slow)]
)
BY_DEFAULT_WITHOUT = pytest.mark.parametrize(
    "javascript", [pytest.param(True, id=WITH, marks=pytest.mark.slow), pytest.param(False, id=WITHOUT)]
)
# A swap moves the focus at its end: a key that nobody can press so soon would be lost.
SWAPPING = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
