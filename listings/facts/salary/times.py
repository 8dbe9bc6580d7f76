"""Pay that differs by the time of the work: "$20 an hour on weekdays, $25 on weekends"."""

from __future__ import annotations

import re

from listings.facts.salary.context import Context
from listings.facts.salary.units import PERIODS

TIMES = (
    r" (?:on|during|for|at) (?:week(?:days?|ends?)|(?:satur|sun)days?|(?:bank |public )?holidays?|evenings?|nights?)\b"
)
AT_TIMES = re.compile(TIMES)
AT_OTHER_TIMES = re.compile(
    rf"[0-9] ?(?:/|an?|per)? ?(?P<unit>hours?|hr?|day)\b{TIMES}[ ,;/]{{1,3}}(?:(?:and|but|or) )?$"
)


def period_at_other_times(context: Context) -> str:
    """The period of the amount right before this one, if both are pay for work at different times; else ""."""
    before = AT_OTHER_TIMES.search(context.left) if AT_TIMES.match(context.right) else None
    return PERIODS[before["unit"]] if before else ""
