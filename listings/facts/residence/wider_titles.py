"""Titles that name more than the one country of the board's field: "Developer (Chile and Colombia)", from Chile.

Boards make the employer choose a country, or take that of its address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from listings.facts.residence.precedence import Claim, ClaimSource, is_part_of
from listings.vocabulary.regions import REGIONS

# Who makes something serves no region: "Software Engineer - Latin America".
MAKER = re.compile(
    r"\b(?:engineers?|developers?|programmers?|designers?|data scientists?|devops|sre|testers?|writers?|translators?"
    r"|desarrollador\w*|desenvolvedor\w*|ingenier[oa]s?|engenheir[oa]s?|entwickler\w*|développeu\w*)\b",
    re.IGNORECASE,
)
# Who sells, hires or files somewhere may live elsewhere, and who leads them.
TERRITORIAL = re.compile(
    r"\b(?:sales|account|country|market\w*|partner\w*|recruit\w*|payroll|tax|legal|territory|regional|business"
    r"|customers?|clients?|expansion|launch\w*|solutions?|field|support|head|director|vp)\b",
    re.IGNORECASE,
)


def over_field(claims: Iterable[Claim], field: Claim, title: str) -> Iterator[Claim]:
    """The claims, where those of the title count as explicit if the field names one country of several."""
    for claim in claims:
        is_wider = claim.source is ClaimSource.BARE_TITLE and len(field.members) == 1 and is_part_of(field, claim)
        # "Costa Rica, LATAM" is one place within another.
        is_list = len(claim.include) > 1 and REGIONS.keys().isdisjoint(claim.include)
        is_residence = is_list or (claim.has_only_regions and MAKER.search(title))
        if is_wider and is_residence and not TERRITORIAL.search(title):
            yield replace(claim, source=ClaimSource.TITLE)
        else:
            yield claim
