"""Facts that a lint refused (listings/facts/lints.py): counted per source, and shown with their ads."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.safestring import SafeString

from listings.admin.base import render_fragment
from listings.facts.lints import RULES
from listings.models import Listing, Posting, Source

LINTS = F("facts__lints")
# A source whose every ad is struck must not make a page of a million rows.
MAX_COUNTED, MAX_ADS = 5_000, 50


def struck_count() -> Coalesce:
    """How many ads of a source have refused facts, as an annotation of a query of sources."""
    struck = Posting.objects.struck().filter(source=OuterRef("pk")).order_by().values("source")
    return Coalesce(Subquery(struck.annotate(total=Count("pk")).values("total")), 0)


def refused_facts(source: Source) -> SafeString | str:
    """The refused facts of a source: how many by rule, and the latest ads with their words."""
    if source.pk is None:
        return "–"
    postings = Posting.objects.struck().filter(source=source).order_by("-pk")
    rows = list(postings.annotate(lints=LINTS).values("listing_id", "url", "lints")[:MAX_COUNTED])
    if not rows:
        return "none"
    rules = Counter((lint["fact"], lint["rule"]) for row in rows for lint in row["lints"])
    return render_fragment(
        "refused_by_rule.html",
        rules=[(fact, rule, count) for (fact, rule), count in rules.most_common()],
        ads=rows[:MAX_ADS],
        count=len(rows),
        capped=len(rows) == MAX_COUNTED,
        board=source.board,
    )


class RefusedFactFilter(SimpleListFilter):
    title = "refused fact"
    parameter_name = "refused"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("any", "any"), *((rule.name, f"{rule.fact}: {rule.name}") for rule in RULES)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Listing]) -> QuerySet[Listing]:
        rule = self.value()
        if not rule:
            return queryset
        struck = Posting.objects.struck().filter(listing=OuterRef("pk"))
        if rule != "any":
            struck = struck.filter(facts__contains={"lints": [{"rule": rule}]})
        # Not a join, which would repeat a listing for each of its postings.
        return queryset.filter(Exists(struck))
