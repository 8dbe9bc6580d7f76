"""Where a person has to live for the pay that an ad states: "For US-based employees the range is …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from listings.facts.salary.place_names import is_unmistakable, known_places

LEFT, RIGHT = 220, 90
# Not "US-based"
WORD = r"(?:U\.S\.A?\.?|[A-Z](?:[\w'’]|-(?![Bb]ased)){1,24})"
PART = rf"(?:{WORD}(?: (?:of (?:the )?|the )?{WORD}){{0,3}})"
JOINT = r"(?:,? (?:and|or|&) |, |/)(?:in )?(?:the )?"
PLACES = rf"(?:[Tt]he (?:states? |city )?(?:of )?)?(?P<places>{PART}(?:{JOINT}{PART}){{0,12}})"
PEOPLE = (
    r"(?:employees|candidates|applicants|hires|residents|staff|workers|team members|teammates|people|individuals"
    r"|contractors)"
)
JOB = r"(?:roles?|positions?|jobs?|locations?|opportunit(?:y|ies)|openings?)"
PAY = r"(?:salary|salaries|pay|compensation|hiring|wage|rate|base|cash)"
KINDS = (
    r"(?:(?:[Aa]nnual|[Bb]ase|[Ss]tarting|[Tt]otal|[Tt]arget|[Ww]eekly|[Hh]ourly|[Mm]onthly|[Cc]ash|full-time) ){0,3}"
)
STAYS = r"(?:based|located|living|residing|hired|working|employed|performed|work|live|reside)"
# Before the amount, within its sentence.
BEFORE = tuple(
    map(
        re.compile,
        (
            # "for US-based employees", "to Colorado residents"
            rf"\b(?:[Ff]or|[Tt]o|[Oo]f|[Bb]y)(?: all| our)? {PLACES}(?:[- ][Bb]ased)?(?: remote)? (?:{PEOPLE}|{JOB})\b",
            # "candidates in California", "if you live in Oslo", "roles based in New York"
            rf"\b(?:[Cc]andidates|[Aa]pplicants|[Ee]mployees|[Hh]ires|[Rr]esidents|[Tt]hose|[Aa]nyone|[Ii]ndividuals"
            rf"|[Pp]eople|[Pp]ositions|[Rr]oles|[Ii]f you|[Ii]f|[Ww]hen)(?: who| that| which)?"
            rf"(?: (?:are|is|will be|will|would be|could be|you are|you['’]re))?(?: {STAYS})?"
            rf" (?:in|from|within|of) {PLACES}",
            # "In California, the range is"
            rf"^\W*(?:In|For|Within) {PLACES},? (?=(?:the|our|we|this|it|you)\b)",
            rf"^\W*(?:In|For|Within) {PLACES}(?: only)?\W{{1,4}}$",
            # "the range for this position in Denver is", "salary for the primary location of New York City is"
            rf"\b(?:[Ff]or|of) (?:this|the) (?:[\w-]+ )?{JOB}(?:,? if)?(?: {STAYS})? (?:in|within|of) {PLACES}"
            r",?(?= (?:is|are|will|ranges|starts|pays|offers)\b|\s?:)",
            rf"\b(?:range|salary|pay|compensation) (?:in|for) {PLACES}(?: only)?"
            r"(?= (?:is|are|will|ranges|starts)\b|\s?:)",
            # "Colorado applicants: this role pays", "(Colorado only)", "Colorado: "
            rf"^\W*{PLACES} (?:{PEOPLE}|only)\b",
            rf"\({PLACES}(?:[- ][Bb]ased)?(?: {PEOPLE})? only\b",
            rf"^\W*{PLACES}\s?:\W{{0,4}}$",
            # "New York and Colorado: base pay for this position is"
            rf"^\W*{PLACES}\s?: (?=[^:;.$€£]{{0,50}}\b{PAY}\b[^:;.]{{0,60}}$)",
        ),
    )
)
# "For LATAM and European developers": of trades, whose names hold names of towns, wide places alone.
TRADES = (
    r"(?:[a-z][\w/-]+ ){0,2}(?:developers|engineers|designers|writers|editors|analysts|testers|marketers|managers"
    r"|talents?|freelancers|consultants|specialists|assistants|representatives|agents|professionals)"
)
BEFORE_TRADES = re.compile(rf"\b[Ff]or(?: all| our)? {PLACES}(?:[- ][Bb]ased)? {TRADES}\b")
AFTER_TRADES = re.compile(rf"^[^.;:]{{0,30}}?\bfor(?: all| our)? {PLACES}(?:[- ][Bb]ased)? {TRADES}\b")
# "The US base salary range", "California Salary Range:", but no "Nice salary"
BEFORE_PAY = re.compile(rf"\b{PLACES} {KINDS}(?i:{PAY})\b")
AFTER = tuple(
    map(
        re.compile,
        (
            rf"^[^.;:]{{0,30}}?\b(?:for|to)(?: all| our)? {PLACES}(?:[- ][Bb]ased)? (?:{PEOPLE}|{JOB})\b",
            rf"^[^.;:]{{0,30}}?\b(?:{PEOPLE}|if you|if|when)(?: who)?(?: are|['’]re)? ?(?:{STAYS} )?"
            rf"(?:in|from) {PLACES}",
            rf"^ ?(?:per year |a year |annually |yearly |1099 ){{0,2}}(?:in|for) {PLACES}"
            r"(?=[.,;)]|$| (?:and|or) (?![A-Z]))",
        ),
    )
)
# "Please note this range is specific to employees based in the United States": a sentence of its own behind the amount.
NOTE = re.compile(
    r"\b(?i:this|these|the)(?: [\w-]+){0,3}? (?:ranges?|salary|salaries|pay|compensation|rates?|figures?)"
    r" (?:is|are|applies|apply)(?: (?:specific|applicable|limited|exclusive|valid|only|meant|intended)){0,2} (?:to|for)"
    rf"(?: only)?(?: all| our)? (?:(?:{PEOPLE}|{JOB})(?: who)?(?: are| is)?(?: {STAYS})? (?:in|from|within) {PLACES}"
    rf"|{PLACES.replace('places', 'based')}(?:[- ][Bb]ased)? (?:{PEOPLE}|{JOB})\b)"
)
# A line with nothing but a place above that of the amount: "Kenya⏎- Base salary: $79,000"
ABOVE = re.compile(rf"(?:^|\n)\W*{PLACES}\W{{0,3}}\n[^\n\d$€£]{{0,40}}$")
# Characters in which such a note begins and ends, unless another amount comes before it.
NOTE_RIGHT = 240
OTHER_AMOUNT = re.compile(r"[$€£]|\b(?:USD|EUR|GBP|CAD|AUD) ?\d")
SENTENCE_END = re.compile(r"(?<=[a-z)\d%*][.!?;]) |\n|[|•]")


def places_of_pay(text: str, start: int, end: int) -> list[str]:
    """The places that the sentence around an amount, or a note below it, ties it to, as the ad spells them; or [].

    Every name has to be one that we know: otherwise nothing is said.
    """
    left = SENTENCE_END.split(text[max(0, start - LEFT) : start])
    before = left[-1]
    if not re.search(r"\w", before) and len(left) > 1:
        # The amount stands alone below its heading: "Pay for US candidates:".
        before = left[-2] + before
    after = SENTENCE_END.split(text[end : end + RIGHT], maxsplit=1)[0]
    matches = chain(
        (match for pattern in BEFORE for match in pattern.finditer(before)),
        (match for pattern in AFTER if (match := pattern.search(after))),
    )
    if places := next((places for match in matches if (places := known_places(match["places"]))), []):
        return places
    wide_matches = chain(BEFORE_PAY.finditer(before), BEFORE_TRADES.finditer(before), AFTER_TRADES.finditer(after))
    wide = (known_places(match["places"]) for match in wide_matches)
    if places := next((places for places in wide if places and all(map(is_unmistakable, places))), []):
        return places
    # A note behind a second amount may be about that.
    note = NOTE.search(OTHER_AMOUNT.split(text[end : end + NOTE_RIGHT], maxsplit=1)[0])
    return known_places(note["places"] or note["based"]) if note else []


def places_above(text: str, starts: Sequence[int]) -> list[str]:
    """The places that head a list in which each of several amounts stands below its own; [] if one has none."""
    places: list[str] = []
    for start in starts:
        heading = ABOVE.search(text[max(0, start - LEFT) : start])
        known = known_places(heading["places"]) if heading else []
        if not known or not all(map(is_unmistakable, known)):
            return []
        places += known
    return list(dict.fromkeys(places))


def places_of_range(text: str, low: float | None, high: float | None) -> list[str]:
    """The places of the pay that a board's field states, where the text has the same range: "Spain: 42,075 -46,000"."""
    if not low or not high or low >= high:
        return []
    match = re.search(rf"(?<![\d,.]){low:,.0f}[^\d\n]{{1,12}}{high:,.0f}(?![\d,])", text)
    return places_of_pay(text, *match.span()) if match else []
