"""Employment types: from the board's field, and from words in title and text that clearly describe this job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from listings.facts.base import Fact, Reading, Span
from listings.facts.employment.foreign import is_value
from listings.facts.employment.mentions import HYPHENS, find_spellings, text_mentions, types_of
from listings.facts.employment.offers import offered_contracts
from listings.facts.employment.weekly_hours import find_short_week
from listings.facts.language import is_understood
from listings.facts.other_people import others_of
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.employment_spellings import FIELD_SPELLINGS

SEPARATORS = re.compile(r"[^\w:]+")
# In a title: a trade ("Contract Manager", "Temporary Works Engineer"), not a type.
TITLE_TRADE = re.compile(
    r"\s*(?:&|and\b|/)?\s*(?:manag|manufactur|special|admin|analy|negotiat|attorney|lawyer|counsel|paralegal|review"
    r"|research|complian|officer|coordinat|lead\b|executive|director|associate|writ|draft|clos|sales|engag|program"
    r"|service"
    r"|recruit|advis|success|communit|network|market|operation|law|talent|lifecycle|experience|support|furnish"
    r"|relations"
    r"|care\b|pricing|ops\b|works\b)"
)
TITLE_BEFORE = re.compile(
    r"\b(?:smart|sub|general|for|of|with|to|by|government|federal|medical|managed|high|low"
    r"|room|not(?: an?)?|non|no) ?-?$"
)
# They name the person, so that no trade can follow: "Praktikant Marketing".
PERSONS = (
    "praktikant",
    "stagiaire",
    "werkstudent",
    "working student",
    "temp",
    "estagi",
    "becari",
    "tirocin",
    "freiberufl",
    "maternity",
    "paternity",
    "parental",
)
# A field of a heading with bars, near the beginning of a text: "Oslo | FT | Engineer"
HEADING, BETWEEN_BARS = 400, re.compile(r"\| ?(ft|pt) ?(?=\||\n|$)")
ABBREVIATED = re.compile(r"(?:\(|[-–|,] ?)(ft|pt)(?=\)|$| ?[-–|,/])")


def read(reading: Reading) -> Fact | None:
    """The types of field, title and text together: "Job type: contract" adds to a field's "full-time"."""
    field_types = list(dict.fromkeys(chain.from_iterable(_field_types(value) for value in reading.ad.employment or ())))
    spans_by_type: dict[str, Span] = {}
    others = others_of(reading)
    understood = is_understood(reading)
    of_text = (
        mention
        for mention in text_mentions(reading.lower_text)
        if not others.cover(mention[0].start)
        and (understood or is_value(reading.text, mention[0].start, mention[0].end))
    )
    of_offers = (offer for offer in offered_contracts(reading.lower_text) if not others.cover(offer[0].start))
    for span, types in chain(_title_mentions(reading), of_text, of_offers, _heading_mentions(reading.lower_text)):
        for employment_type in types:
            spans_by_type.setdefault(employment_type, span)
    # Full-time is many boards' default value, so an ad that speaks of part-time alone overrules it.
    if "PART_TIME" in spans_by_type and "FULL_TIME" not in spans_by_type and field_types == ["FULL_TIME"]:
        field_types = []
    if not {"FULL_TIME", "PART_TIME"} & {*field_types, *spans_by_type} and (week := find_short_week(reading)):
        spans_by_type["PART_TIME"] = week
    added = [employment_type for employment_type in spans_by_type if employment_type not in field_types]
    if not added:
        return Fact(field_types, "field:employment") if field_types else None
    spans = tuple(dict.fromkeys(spans_by_type[employment_type] for employment_type in added))
    evidence, _ = reading.quote(spans[0].field, spans[0].start, spans[0].end)
    return Fact(field_types + added, evidence, spans)


def _heading_mentions(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for match in BETWEEN_BARS.finditer(text[:HEADING]):
        yield Span("text", *match.span(1)), ("FULL_TIME",) if match[1] == "ft" else ("PART_TIME",)


@bounded_cache(512)
def _field_types(value: str) -> tuple[str, ...]:
    padded = f" {' '.join(SEPARATORS.sub(' ', value.casefold().translate(HYPHENS)).split())} "
    matches = (types for spelling, types in FIELD_SPELLINGS.items() if f" {spelling} " in padded)
    return tuple(dict.fromkeys(chain.from_iterable(matches)))


def _title_mentions(reading: Reading) -> Iterator[tuple[Span, tuple[str, ...]]]:
    title = reading.lower_title
    for spelling, start, end in find_spellings(title):
        before, after = title[max(0, start - 20) : start], title[end : end + 20]
        if TITLE_BEFORE.search(before) or (TITLE_TRADE.match(after) and not spelling.startswith(PERSONS)):
            continue
        yield Span("title", start, end), types_of(spelling, before)
    for match in ABBREVIATED.finditer(title[:300]):
        yield Span("title", *match.span(1)), ("FULL_TIME",) if match[1] == "ft" else ("PART_TIME",)
