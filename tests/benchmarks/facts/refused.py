"""How many facts of the recorded ads the lints refuse."""

from __future__ import annotations

from collections import Counter

from listings import facts
from tests.benchmarks.facts.ads import recorded_ads

# Of all stated facts. More would mean that readers, not ads, are at fault.
MOST = 0.005


def count() -> tuple[Counter[str], int]:
    """Refused facts by fact and rule, and the number of all stated facts, refused ones included."""
    refused: Counter[str] = Counter()
    stated = 0
    for board, _, ad in recorded_ads():
        values = facts.read(ad, board)
        refused.update(f"{lint['fact']}: {lint['rule']}" for lint in values["lints"])
        stated += len(values["evidence"]) + len(values["lints"])
    return refused, stated


def summary() -> str:
    refused, stated = count()
    total = refused.total()
    mark = "" if total <= MOST * stated else " ✗"
    rules = "".join(f"\n- {rule}: {times}" for rule, times in refused.most_common())
    share = f"{total / stated:.2%}, aim {MOST:.1%}"
    return f"Lints refuse {total} of {stated} facts of the recorded ads ({share}){mark}{rules}"
