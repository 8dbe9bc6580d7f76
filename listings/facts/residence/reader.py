"""Where the person may live: title, text and the board's field, weighed by the table of precedence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from listings.facts import language
from listings.facts.base import Fact, Reading
from listings.facts.other_people import others_of
from listings.facts.residence.compass import countries_in_part, has_unnamed_part, lacks_states, region_parts
from listings.facts.residence.disputes import find_dispute
from listings.facts.residence.exclusions import refusal_quotes, with_exclusions
from listings.facts.residence.fields import excluded_in_field, read_field
from listings.facts.residence.hits import ResidenceStatement
from listings.facts.residence.misread_states import read_state
from listings.facts.residence.namesakes import is_namesake
from listings.facts.residence.precedence import Claim, ClaimSource, choose, is_part_of
from listings.facts.residence.refusals import Refusal, find_refusals
from listings.facts.residence.resolving import is_within
from listings.facts.residence.role_items import without_single_roles
from listings.facts.residence.selected_countries import selected_words, without_unnamed
from listings.facts.residence.soft_preferences import soft_preference
from listings.facts.residence.statements import find_statements
from listings.facts.residence.titles import read_title, title_without_town
from listings.facts.residence.town_limits import countries_of_only_towns
from listings.facts.residence.unlisted_regions import scopes_of_regions, unlisted_words
from listings.facts.residence.welcomes import open_beyond, read_welcome, with_named_beyond, words_for_people_outside
from listings.facts.residence.wider_titles import over_field
from listings.facts.residence.world_wordings import is_national
from listings.facts.residence.zone_parts import part_zones
from listings.facts.several_roles import roles_start
from listings.vocabulary.doubt_scopes import SCOPES
from listings.vocabulary.places import UNNAMED_PART, divisions

# The languages whose sentences are read. In others only the fields count, and lines such as "Location: Vietnam".
LANGUAGES = frozenset(("en", "de", "fr", "es", "pt", "it", "nl", "pl"))
MAX_BEHIND = 20
PARTS_NEXT = re.compile(
    r"[- ](?:based )?(?:locations?|states|cities|regions|markets|areas|provinces|countries|territories)\b[^.;\n]{0,100}"
)
# All of them together are the whole country.
NATIONS = {code for code in divisions() if code.startswith("GB-")}
SOURCES = {
    "required": ClaimSource.TEXT,
    "adjective": ClaimSource.ADJECTIVE,
    "label": ClaimSource.LABEL,
    "legal": ClaimSource.RIGHT_TO_WORK,
    "office": ClaimSource.BARE_TITLE,
    "world": ClaimSource.ANYWHERE,
    "free": ClaimSource.NO_LIMIT,
}


# Asked for by the reader of hours, too.
@lru_cache(maxsize=2)
def read(reading: Reading) -> Fact | None:
    statements, refusals = _sentences(reading)
    refused = [code for one in refusals if not one.is_outside for code in one.codes]
    # "Employing people in Peru is not possible": the words around Peru are no invitation.
    invited = [one for one in statements if one.include and not set(one.include) <= set(refused)]
    claims = [*read_title(reading), *(_claim(reading, one) for one in invited if one.rank != "office")]
    claims += [_outside(reading, one) for one in refusals if one.is_outside]
    if (field := read_field(reading)) is not None:
        location = reading.ad.location or ""
        claims = [claim for claim in claims if not is_namesake(claim, field, location)]
        # Of several roles the text may limit one.
        if roles_start(reading.title):
            claims = [claim for claim in claims if not is_part_of(claim, field)]
        claims = list(over_field(claims, field, reading.title))
        claims.append(read_state(reading, field) or field)
    best = choose(claims or [_claim(reading, one) for one in invited])
    opened = open_beyond(reading, best) if best is not None else None
    if best is not None:
        # The text does not dispute itself: it leaves the place open.
        is_left_open = opened and best.source is not ClaimSource.FIELD
        best = None if is_left_open else read_welcome(reading, best) or best
    if best is not None and opened:
        best = with_named_beyond(reading, best, opened) or best
    if best is not None:
        best = without_unnamed(reading, best)
        opened = opened or soft_preference(reading, best)
    if best is None or (best.is_anywhere and is_national(reading.lower_text, _words_of(best, reading))):
        return None
    refused += [code for one in statements if not one.include for code in one.exclude]
    refused += excluded_in_field(reading.ad.location or "")
    best = with_exclusions(best, refused)
    if best is None or not best.members or has_unnamed_part(best.exclude):
        return None
    return _fact(reading, best, field, opened, statements, refusals)


def _fact(
    reading: Reading,
    claim: Claim,
    field: Claim | None,
    opened: str | None,
    statements: Sequence[ResidenceStatement],
    refusals: Sequence[Refusal],
) -> Fact | None:
    """The claim with what the ad says beside it. `opened`: the words by which it limits nothing."""
    unnamed = region_parts(claim.include)
    best = _with_parts(reading, replace(claim, include=tuple(code for code in claim.include if code not in unnamed)))
    if not best.members:
        return None
    include = tuple(dict.fromkeys(code.removesuffix(UNNAMED_PART) for code in best.include))
    named = _without_parts(include)
    value: dict[str, Any] = {"include": named, "exclude": list(best.exclude), "evidence": best.evidence}
    unnamed_states = lacks_states(reading.lower_text) if "US" in include else None
    partly = countries_in_part(best.include).union(countries_of_only_towns(*_place_of(best, reading)))
    if unnamed_states:
        partly |= {"US"}
    if in_part := [code for code in named if code in partly]:
        value["partly"] = in_part
        if zones := part_zones(best.evidence, in_part):
            value["part_zones"] = zones
    if quotes := refusal_quotes(reading, best, statements, refusals, unnamed_states):
        value["refusals"] = quotes
    # A field has no spans: those of one that the text widens are the text's words.
    if opened and best.spans:
        value["unread"] = opened
    elif dispute := opened or find_dispute(reading, best, statements, has_refusals=bool(refusals)):
        value["disputed"] = dispute
        scopes = scopes_of_regions(claim, dispute) if dispute == reading.title else []
        value |= {"unclear_in": scopes} if scopes else {}
    else:
        value |= _unread(reading, claim, field)
    return Fact(value, best.evidence, best.spans)


def _with_parts(reading: Reading, claim: Claim) -> Claim:
    """With words that go on to the parts they speak of: "in select US states", not "in select US"."""
    match = None
    if claim.spans and claim.spans[0].field == "text" and countries_in_part(claim.include):
        match = PARTS_NEXT.match(reading.text, claim.spans[0].end)
    if match is None:
        return claim
    evidence, spans = reading.quote("text", claim.spans[0].start, match.end())
    return replace(claim, evidence=evidence, spans=spans)


def _unread(reading: Reading, claim: Claim, field: Claim | None) -> dict[str, Any]:
    """The words for which nobody outside of the claim can be told that they are left out.

    With `unclear_in`, in which of SCOPES they may mean people, where that is certain.
    """
    scopes: list[str] = []
    if words := unlisted_words(reading, claim, field):
        scopes = scopes_of_regions(claim if region_parts(claim.include) or field is None else field, words)
        words = selected_words(claim) or words
    elif not (words := words_for_people_outside(reading, claim)) and (words := title_without_town(reading, claim)):
        scopes = sorted({code[:2] for code in claim.include} & SCOPES.keys())
    return ({"unread": words} if words else {}) | ({"unclear_in": scopes} if scopes else {})


def _words_of(claim: Claim, reading: Reading) -> str:
    """The words of a claim with those behind it, in lower case."""
    text, start, end = _place_of(claim, reading)
    return text[start : end + MAX_BEHIND].lower()


def _place_of(claim: Claim, reading: Reading) -> tuple[str, int, int]:
    """The title, text or location that a claim stands in, and from where to where it does."""
    if not claim.spans:
        location = reading.ad.location or ""
        return location, 0, len(location)
    [span] = claim.spans
    return reading.title if span.field == "title" else reading.text, span.start, span.end


def read_left_out(reading: Reading) -> Fact | None:
    """The codes of the places that an ad rules out, which is all that some ads say of where the person may live."""
    in_field = excluded_in_field(reading.ad.location or "")
    if in_field and not has_unnamed_part(in_field):
        return Fact(list(dict.fromkeys(in_field)), "field:location")
    _, refusals = _sentences(reading)
    inside = [refusal for refusal in refusals if not refusal.is_outside]
    if not inside:
        return None
    codes = list(dict.fromkeys(code for refusal in inside for code in refusal.codes))
    if has_unnamed_part(codes):
        return None
    return Fact(codes, *reading.quote("text", inside[0].start, inside[0].end))


# Asked for by both readers of one ad.
@lru_cache(maxsize=2)
def _sentences(reading: Reading) -> tuple[list[ResidenceStatement], list[Refusal]]:
    """What the text states and refuses of the person who takes the job."""
    others = others_of(reading)
    statements = [one for one in find_statements(reading.text, reading.lower_text) if not others.cover(one.end - 1)]
    statements = [statement for statement in statements if not _is_of_employer(reading, statement)]
    refusals = [one for one in find_refusals(reading.text, reading.lower_text) if not others.cover(one.end - 1)]
    if (statements or refusals) and not _is_read(reading):
        statements, refusals = [statement for statement in statements if statement.rank == "label"], []
    # Different offices are those of different teams.
    if len({one.include for one in statements if one.rank == "office"}) > 1:
        statements = [one for one in statements if one.rank != "office"]
    return without_single_roles(reading, statements), refusals


def _is_of_employer(reading: Reading, statement: ResidenceStatement) -> bool:
    """ "Acme is U.S. only due to its market": of the firm."""
    lower = reading.lower_text
    is_only = lower.endswith("only", statement.start, statement.end)
    return is_only and lower[: statement.start].endswith(f"{reading.ad.company.lower()} is ")


def _without_parts(include: tuple[str, ...]) -> list[str]:
    """The places without parts of others: Ohio beside the US, Spain beside Europe."""
    if set(include) >= NATIONS:
        include = ("GB", *include)
    return [code for code in include if not any(code != other and is_within((code,), (other,)) for other in include)]


def _is_read(reading: Reading) -> bool:
    detected = language.read(reading)
    return detected is None or detected in LANGUAGES


def _claim(reading: Reading, statement: ResidenceStatement) -> Claim:
    evidence, spans = reading.quote("text", statement.start, statement.end)
    source = ClaimSource.ANYWHERE_IN if statement.is_open and statement.rank == "required" else SOURCES[statement.rank]
    return Claim(source, statement.include, statement.exclude, evidence, spans)


def _outside(reading: Reading, refusal: Refusal) -> Claim:
    """ "We cannot consider applicants outside of the US" asks for the US."""
    evidence, spans = reading.quote("text", refusal.start, refusal.end)
    return Claim(ClaimSource.TEXT, refusal.codes, refusal.excluded, evidence, spans)
