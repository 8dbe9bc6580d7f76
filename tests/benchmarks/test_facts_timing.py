"""The slowest lines are named by their place, whether a reader of facts has them or what stands around one."""

from __future__ import annotations

from listings import facts
from listings.vocabulary import bounded_cache
from tests.benchmarks.facts.timing import row


def test_lines_beside_the_facts_have_a_place() -> None:
    assert row(0.5, facts.__file__, 1).startswith("| 50.0% | __init__.py:1 |")
    assert row(0.25, bounded_cache.__file__, 1).startswith("| 25.0% | vocabulary/bounded_cache.py:1 |")
