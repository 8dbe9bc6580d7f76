"""The facts of a listing or an ad in rows: a label, the value as text, and the ad's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.template.defaultfilters import truncatechars

from listings.boards.base import Ad
from listings.display.fact_text import FACT_TEXTS, MAX_PLACES, describe, join_places, left_out, with_level_once
from listings.models import Listing

# "-1" and "82.0": an empty field, or a figure without a currency. "30.000" may be pay.
LONE_NUMBER = re.compile(r"[-–]?\d{1,3}(?:[.,]\d{1,2})?")
KEY_FACTS = ("employment", "seniority", "hours")
# Characters. MAX_SHOWN: of a quote, by the template.
MAX_QUOTED_HOURS, MAX_SHOWN = 60, 240
PAY_NOT_STATED = "Pay: not stated"
# Of a field that should name places, or the kind of contract.
SAYS_NOTHING = re.compile(
    r"(?:\W|\b(?:remote(?:ly)?|all|fully|full|only|first|work|job|from|home|100|hybrid|on-?site|regular|other|n/a)\b)*",
    re.IGNORECASE,
)
# The evidence of a fact that was read from a field of the board: "field:location".
FIELD_EVIDENCE = "field:"
# Evidence may name other fields too, such as "field:board", which hold no words of the ad.
QUOTABLE_FIELDS = {
    *(fact_text.board_field for fact_text in FACT_TEXTS.values() if fact_text.board_field),
    *("workplace", "seniority", "time_zones", "tags", "title"),
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of the fact sheet. `fact` is its key in FACT_TEXTS, "" for other lines.

    `text` is "" if we read nothing, or words that state no value; `quote` is the ad's wording, from a field of the
    board if `from_field`, else from its title or text. `beside` are its words about where people may not live, or may
    live in a region without a code, if they stand elsewhere; `dispute` those of its text that let people live anywhere,
    against the board's field. Beside hours are the words that ask people to live in their zones, beside employment the
    contract that is preferred.
    """

    label: str
    text: str
    quote: str = ""
    fact: str = ""
    from_field: bool = False
    beside: Sequence[str] = ()
    dispute: str = ""


def leading_ad(listing: Listing) -> Ad | None:
    return listing.leading.as_ad if listing.leading else None


def fact_rows(listing: Listing) -> list[FactRow]:
    """Every fact of the leading ad; if its open ads name several places, these as well."""
    ad = leading_ad(listing)
    rows = [fact_row(listing.facts, ad, fact) for fact in FACT_TEXTS]
    if status := listing.facts.get("legal_status"):
        rows.insert(1 + list(FACT_TEXTS).index("residence"), FactRow("Citizenship or clearance", "", status))
    places = open_places(listing)
    return [*rows, FactRow("Places named", join(places, "; "))] if len(places) > 1 else rows


def fact_row(facts: Mapping[str, Any], ad: Ad | None, fact: str) -> FactRow:
    label, text = FACT_TEXTS[fact].label, describe(facts, fact)
    evidence = facts.get("evidence", {}).get(fact, "")
    if not text and fact == "residence" and (excluded := facts.get("left_out")):
        text, evidence = left_out(excluded), excluded["evidence"]
    if not text:
        # The ad's text says more than a figure in the board's field, which it qualifies: "$12,000 on average".
        words = in_words(facts, fact)
        quote = words or telling(field_quote(ad, FACT_TEXTS[fact].board_field))
        return FactRow(label, "", quote, fact, from_field=not words)
    value = facts.get(fact)
    refused = value.get("refusals", ()) if isinstance(value, dict) else ()
    beside = [*(refusal["evidence"] for refusal in refused), *filter(None, [in_words(facts, fact)])]
    unread = (value.get("unread") or value.get("based_in_zone") or "") if isinstance(value, dict) else ""
    dispute = value.get("disputed", "") if isinstance(value, dict) else ""
    if not evidence.startswith(FIELD_EVIDENCE):
        evidence, *beside = quoted_once([evidence, *beside, *filter(None, [unread])])
        return FactRow(label, text, evidence, fact, beside=beside, dispute=dispute)
    quote = field_quote(ad, evidence.removeprefix(FIELD_EVIDENCE))
    return FactRow(label, text, quote, fact, from_field=True, beside=beside, dispute=dispute)


def quoted_once(quotes: Sequence[str]) -> list[str]:
    """Without those that another has within what is shown of it; in its place if they are the first."""
    kept: list[str] = []
    for quote in quotes:
        if any(quote in other[:MAX_SHOWN] for other in kept):
            continue
        contained = [other for other in kept if other in quote[:MAX_SHOWN]]
        place = kept.index(contained[0]) if contained else len(kept)
        kept = [other for other in kept if other not in contained]
        kept.insert(place, quote)
    return kept


def in_words(facts: Mapping[str, Any], fact: str) -> str:
    """What an ad says of a fact without stating a value: "within a few hours of Pacific"; "" if nothing."""
    # Rows of older versions have none.
    words: str = facts.get("in_words", {}).get(fact, "")
    return words


def telling(field_text: str) -> str:
    """Words of a field that we could not read; "" if there is nothing to read in them, as in "Fully remote"."""
    return "" if SAYS_NOTHING.fullmatch(field_text) else field_text


def key_facts(facts: Mapping[str, Any], quoted_pay: str = "", pay_place: str = "") -> list[str]:
    """Those that decide with the place whether an ad is read; what is not stated is left out, but pay.

    `quoted_pay`: the ad's wording of a pay that could not be read; `pay_place`: the only place that a stated pay holds
    for, "" if there is no other.
    """
    stated_pay = describe(facts, "salary")
    pay = f"{stated_pay} ({pay_place})" if stated_pay and pay_place else stated_pay or quoted_pay or PAY_NOT_STATED
    facts = with_level_once(facts)
    stated = (pay, hybrid(facts), *(describe(facts, fact) for fact in KEY_FACTS), hours_in_words(facts))
    return [text for text in stated if text]


def hours_in_words(facts: Mapping[str, Any]) -> str:
    """ "Hours: “close to London time”", or "" where the ad has none or states exact ones."""
    quote = in_words(facts, "hours")
    return f"Hours: “{truncatechars(quote, MAX_QUOTED_HOURS)}”" if quote else ""


def with_other_places(row: FactRow, places: Sequence[str]) -> FactRow:
    """The row of the residence, if the job is open in `places` by other ads: one of them must not read as all."""
    if not places:
        return row
    others = f"other openings: {join_places(places[:MAX_PLACES], len(places))}"
    return replace(row, text=f"{row.text}; in {others}" if row.text else f"In {others}")


def hybrid(facts: Mapping[str, Any]) -> str:
    """ "Hybrid", "Remote or hybrid", or "" for other workplaces: most jobs are plainly remote, which needs no words.

    "Hybrid: some days at a place are required" is too long for a line of facts.
    """
    is_plain = facts.get("workplace") != "hybrid" and not facts.get("offers_hybrid")
    return "" if is_plain else describe(facts, "workplace").partition(":")[0]


def quoted_amount(quote: str) -> str:
    """The wording of a pay if it names an amount; "" for "DOE", "-1" or a dash, which boards put there."""
    quote = quote.strip()
    return quote if any(map(str.isdigit, quote)) and not LONE_NUMBER.fullmatch(quote) else ""


def missing_facts(rows: Iterable[FactRow]) -> str:
    """The labels of the facts that the ad does not state, as "hours, visa sponsorship"."""
    labels = (row.label for row in rows if row.fact and not row.text and not row.quote)
    return ", ".join(label[:1].lower() + label[1:] for label in labels)


def field_quote(ad: Ad | None, field: str) -> str:
    """The words of a board in one of its fields."""
    value = getattr(ad, field, None) if field in QUOTABLE_FIELDS else None
    return join(value) if isinstance(value, tuple) else (value or "").strip()


def open_places(listing: Listing) -> list[str]:
    """The places of the ads that are open, in the ads' words, without duplicates."""
    ads = [posting.textless_ad for posting in listing.postings.all() if posting.closed_at is None]
    return list(dict.fromkeys(ad.location.strip() for ad in ads if ad.location and ad.location.strip()))


def join(parts: Iterable[str], separator: str = ", ") -> str:
    return separator.join(part for part in parts if part)
