"""Which words of a text are quoted for a workplace: "no fully remote work here", where "remote" is what is denied."""

from __future__ import annotations

import re

from listings.facts.workplace.phrases import WorkplaceStatement

AWAY_ALONE = re.compile(r"(?:(?:fully|100 ?%) )?(?:remote(?:ly)?|home ?-?office|work from home)")
# To the ends of a clause, if they are near.
CLAUSE_BEFORE = re.compile(r"(?:^|[\n,.;:!?(–—])[\s•*·-]*(?P<clause>[^\n,.;:!?(–—]*)$")
# With the answer below a label: "Work remotely:⏎No".
CLAUSE_AFTER = re.compile(
    r"[^\n,.;:!?)]{0,60}(?!\w)(?::[\s*•·-]{0,4}(?:no|nein|non|temporarily[^\n.]{0,30})(?=\s*(?:\n|$)))?"
)
MAX_CLAUSE = 60


def quoted_span(statement: WorkplaceStatement, text: str) -> tuple[int, int]:
    """Of the words that say it: of "no fully remote work here" more than "remote", which would say the opposite."""
    start, end = statement.start, statement.end
    if statement.place == "remote" or not AWAY_ALONE.fullmatch(text, start, end):
        return start, end
    before, after = CLAUSE_BEFORE.search(text, max(0, start - MAX_CLAUSE), start), CLAUSE_AFTER.match(text, end)
    return (before.start("clause") if before else start), (after.end() if after else end)
