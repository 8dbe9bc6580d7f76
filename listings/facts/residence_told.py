"""Sentences that say where the person may live: words that lead to a list of places, or follow one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from listings.facts.place_lists import Listed, ending, listed

Rank = Literal["told", "legal", "anywhere", "free"]
"""A place; a place where one may work; anywhere, maybe as a perk; anywhere, in so many words."""

AUTHORISED = "authorized|authorised|eligible|entitled|permitted|allowed|able|right|permission|authorization|legal"
LEADING: dict[str, tuple[Rank, bool]] = {
    **{
        f"{verb} {within}": ("told", True)
        for verb in (
            "based",
            "located",
            "living",
            "live",
            "reside",
            "residing",
            "residence",
            "resident",
            "situated",
            "home",
        )
        for within in (
            "in",
            "within",
            "anywhere in",
            "from",
            "out of",
            "inside",
            "throughout",
            "across",
            "elsewhere in",
        )
    },
    **{
        f"{what} {within}": ("told", False)
        for what in (
            "hiring",
            "hire",
            "recruiting",
            "recruit",
            "employ",
            "candidates",
            "applicants",
            "applications",
            "talent",
            "reside",
        )
        for within in ("in", "within", "from", "across")
        if what != "reside"
    },
    **{
        f"{how} {within}": ("told", False)
        for how in ("remotely", "remote", "anywhere", "work-from-home", "work from home", "from home")
        for within in ("in", "within", "from", "across", "throughout", "based in", "anywhere in")
    },
    "residents of": ("told", False),
    "residents in": ("told", False),
    "residents within": ("told", False),
    "resident of": ("told", True),
    "citizens of": ("told", True),
    "domiciled in": ("told", False),
    "open to candidates": ("told", False),
    "open to applicants": ("told", False),
    "open to": ("told", True),
    "available to": ("told", True),
    "following countries": ("told", True),
    "following states": ("told", True),
    "following locations": ("told", True),
    "following u.s. states": ("told", True),
    "following us states": ("told", True),
    "work from": ("told", True),
    "work in": ("legal", True),
    "work within": ("told", True),
    "employer in": ("legal", True),
    "work permit": ("legal", False),
    "work permit from": ("legal", False),
    "work permit in": ("legal", False),
    "work permit for": ("legal", False),
    "work authorization in": ("legal", False),
    "work authorization for": ("legal", False),
    "remote:": ("told", False),
    "remote (": ("told", False),
    "remote -": ("told", False),
    "remote –": ("told", False),
    "remote,": ("told", False),
    "remote-first (": ("told", False),
    "remote-first within": ("told", False),
    "remotely (": ("told", False),
    "location:": ("told", False),
    "locations:": ("told", False),
    "someone in": ("told", False),
    "somebody in": ("told", False),
    "position, from": ("told", False),
    "position from": ("told", False),
    "role from": ("told", False),
    "n'importe où au": ("told", False),
    "n’importe où au": ("told", False),
    "n’importe où en": ("told", False),
    "wohnsitz in": ("told", False),
    "standort:": ("told", False),
    "located:": ("told", False),
    "live:": ("told", False),
}
"""Words before a list → how strong the statement is, and whether only some subjects make it one."""
FOLLOWING = ("based", "only", "residents only", "remote")
ANYWHERE = (
    "work from anywhere",
    "working from anywhere",
    "from anywhere in the world",
    "anywhere in the world",
    "anywhere on earth",
    "location independent",
    "location-independent",
    "no location restrictions",
    "no location restriction",
    "no geographic restrictions",
    "geographic area",
    "located anywhere",
    "live anywhere",
    "work anywhere",
    "fully remote, worldwide",
    "remote (worldwide",
    "remote worldwide",
    "remote, worldwide",
    "worldwide remote",
    "globally remote",
    "remote (anywhere",
    "remote (global",
    "open worldwide",
    "candidates worldwide",
    "all over the world",
    "wherever in the world",
    "weltweit",
    "regardless of location",
    "regardless of where",
    "not a strict requirement",
    "preferred but not required",
    "based anywhere",
    "from any country",
    "from all countries",
    "all geo regions",
    "all geographies",
    "desde cualquier lugar",
    "n'importe où dans le monde",
)
FREE = ("not a strict requirement", "preferred but not required", "weltweit", "no location restrictions")
SUBJECT = re.compile(
    r"(?:\b(?:must|should|need(?:s|ed)? to|ha(?:ve|s) to|required? to|requires?|required|you(?:['’](?:re|ll be))?"
    r"|candidates?"
    r"|applicants?|people|persons?|individuals?|someone|somebody|who|that are|talent|role|position|job|opportunity"
    r"|contractors?"
    r"|freelancers?|anyone|engineers?|developers?|designers?|managers?|professionals?|physically|remote(?:ly)?|resident"
    r"|employees who|team members? who|this is an?|it is|currently|legally|permanently|primarily|fully|only|hires?"
    rf"|able to|available to|from|{AUTHORISED}|may|can|states|countries|hiring|considering|accept\w*|location"
    r"|maintain|worker|we(?:['’]re| are) (?:only )?(?:looking for|seeking|hiring|open)[^.]{0,40})"
    r"(?:[\W_]+(?:be|are|is|being|currently|physically|permanently|primarily|legally|both|either|an?|the|also|able"
    r"|to|must|will"
    r"|and|or|remotely|reside|live|remote|work|full[- ]time|role|position|job|professional\w*|person|individual"
    r"|worker|hire|only"
    r"|candidates?|applicants?|we|do|have|one|of|any|in|who|residing|based|living|located|employer|for|from|employ\w*"
    r"|team members?|maintain|permanent|primary|your|location|with|legal|valid|accept\w*)){0,7}[\W_]*|^[\W_]*)$"
)
LEGAL = re.compile(rf"\b(?:{AUTHORISED})\b[^.;]{{0,60}}$")
NOT_THE_PERSON = re.compile(
    r"\b(?:headquarter\w*|hq|offices?|founded|clients?|customers?|markets?|investors?|we(?:['’]re| are) (?:an?|the"
    r"|based|located"
    r"|proudly)|company|our (?:\w+ ){0,2}(?:team|teams|people|employees|staff|colleagues|founders?|developers?"
    r"|engineers?|managers?|leads?|ceo|cto)|teams? (?:is|are)|colleagues|if|when"
    r"|companies|startups?|partners?|vendors?|suppliers?|users?|patients|students|schools?|for our|brands?|businesses"
    r"|sponsor\w*|privacy|ccpa|opportunity employer|accommodation\w*|disabilit\w*|travel|visit\w*|relocat\w*"
    r"|operat\w*|events?"
    r"|data ?cent\w*|hosted|registered|incorporated|served?|serving|covering|responsible for|experience (?:in|with"
    r"|of)|managing"
    r"|(?:not|n['’]t|no) (?:need|have to|required|necessary)|preference|preferably|preferred|ideally|prefer|bonus"
    r"|nice to have|plus if|priority|used to)\b"
)
RULED_OUT = re.compile(r"\b(?:not|cannot|can['’]t|unable|don['’]t)\b(?! only)[^,;:]{0,50}$")
NOT_AFTER = re.compile(
    r"^[^.\n]{0,70}?(?:\b(?:salary|salaries|pay|compensation|wage|base range|pay range|preferred|is a plus|a plus"
    r"|strongly preferred"
    r"|nice to have|not (?:a (?:strict )?requirement|required)|will be (?:given|considered)|may be eligible"
    r"|are subject to"
    r"|ccpa|privacy|headquarters)\b|[$€£]\d)|^\W{0,3}(?:\w+\W+){0,2}(?:time ?zones?|hours)\b"
)
EXCEPT = re.compile(
    r"\W{0,4}(?:(?:but )?(?:except(?:ing)?|excluding|excl\.?|other than|with the exception of|but not|not including"
    r"|minus|outside(?: of)?)"
    r"(?: for| residents of| the following(?: states| countries)?| the states of| those in)?:?\s)"
)
NOT_HIRING = re.compile(
    r"(?:(?:do(?:es)? not|don['’]t|cannot|can['’]t|can not|are not able to|are unable to|unable to|not able to"
    r"|not currently"
    r"|not) (?:currently |be able to |at this time )?(?:hir(?:e|ing)|accept(?:ing)?|consider(?:ing)?|employ(?:ing)?"
    r"|recruit(?:ing)?"
    r"|available|open|eligible)[^.\n:]{0,60}?\b(?:in|from|of|to|for)\b|(?:ineligible|unapproved|excluded"
    r"|restricted|non-eligible) (?:states|countries|locations)(?: are| include)?:?)\s"
)
NARROWER = re.compile(r"\s+(?:in|within|across|throughout) (?:the )?(?!world|globe|earth)")
OR_REMOTE = re.compile(r"\W*(?:or |and )?(?:fully |100% )?remote")
SEAT = re.compile(r"\W{0,3}(?:hq|headquarter)")
OUR_SEAT = re.compile(r"\bwe(?:['’]re| are)(?: all| currently| mostly)? $")
OR_ANYWHERE = re.compile(r",? or (?:anywhere|wherever)\b(?! (?:in|within|across)\b)")
NAMED_NEXT = re.compile(r",\s+(?!(?:With|And|Or|In|If|But|Must|Remote|Full|Part|For|You|No)\b)[A-Z]")
""" "Based in Lyon, Lantern builds lamps" tells of the company."""
ONLY_THESE = re.compile(
    r"\bhybrid\b[^.\n]{0,40}\bfor [^.\n]{0,30}$"
    r"|\b(?:salary|pay|compensation)\b[^.|\n]{0,80}\b(?:appl(?:y|ies|icable)|for|provided)\b[^.|\n]{0,40}$"
    r"|\b(?:unapproved|excluded|ineligible|restricted|non-eligible|not eligible)\W+$"
)
BENEFIT = re.compile(
    r"\b(?:insurance|medical|dental|vision|401\W?k|benefits?|holidays?|leave|pto|pension|health ?care|equity|plans?"
    r"|match(?:ing)?|perks?|stipends?|hsa|fsa)\W*\(\s*$|\bno $"
)
REFUSALS = (
    "do not |does not |don't |don’t |cannot |can't |can’t |can not |are not able|are unable|unable to |not able to "
    "|not currently |not hir|not accept|not consider|not employ|not recruit|not available|not open|not eligible"
    "|ineligible "
)
FAR = 45


@dataclass(frozen=True, slots=True)
class Told:
    rank: Rank
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int


@cache
def _anchors() -> tuple[AhoCorasick, list[str]]:
    words = [*LEADING, *ANYWHERE, *FOLLOWING]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


def told(text: str, lower: str) -> Iterator[Told]:
    """Every statement in the order of the text; the caller chooses."""
    automaton, words = _anchors()
    for number, start, end in automaton.find_matches_as_indexes(lower):
        word = words[number]
        if word in LEADING:
            found = _led(text, lower, word, start, end)
        elif word in ANYWHERE:
            found = _anywhere(text, lower, start, end)
        else:
            found = _followed(text, lower, word, start, end)
        if found is not None:
            yield found


@cache
def _refusals() -> AhoCorasick:
    """How a sentence may begin that rules places out: a pattern alone would look at every sign of the text."""
    return AhoCorasick([*REFUSALS.split("|")], matchkind=MatchKind.LeftmostFirst)


def _sentence(lower: str, at: int, length: int = 110) -> str:
    """What stands before `at` in its sentence or line."""
    left = lower[max(0, at - length) : at]
    cut = max(left.rfind("\n"), left.rfind(". "), left.rfind("! "), left.rfind("? "), left.rfind("; "), left.rfind("•"))
    return left[cut + 1 :]


def _led(text: str, lower: str, word: str, start: int, end: int) -> Told | None:
    if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum() and word[-1].isalnum()):
        return None
    rank, choosy = LEADING[word]
    left = _sentence(lower, start)
    if NOT_THE_PERSON.search(left) or RULED_OUT.search(left) or ONLY_THESE.search(left):
        return None
    if OUR_SEAT.search(left) and word.startswith(("based", "located", "situated")):
        return None
    if rank == "legal" and choosy:
        if not LEGAL.search(left):
            return None
    elif choosy and not SUBJECT.search(left):
        return None
    places = listed(text, end)
    if places is None or places.start - end > FAR or NOT_AFTER.match(lower[places.end : places.end + 100]):
        return None
    if word in ("location:", "locations:") and (OR_REMOTE.match(lower, places.end) or SEAT.match(lower, places.end)):
        return None
    excluded = _except(text, lower, places.end)
    if OR_ANYWHERE.match(lower, places.end) or (not excluded and _of_the_company(text, left, places.end)):
        return None
    stop = excluded.end if excluded else places.end
    return Told(rank, places.codes, excluded.codes if excluded else (), _first_word(lower, start, left), stop)


def _first_word(lower: str, start: int, left: str) -> int:
    """Evidence begins with the verb that leads to the place."""
    found = re.search(r"(?:must|only|candidates?|applicants?|authori[sz]ed|eligible|required)[^.]{0,40}$", left)
    return start - len(left) + found.start() if found and len(left) - found.start() < 50 else start


def _except(text: str, lower: str, at: int) -> Listed | None:
    found = EXCEPT.match(lower, at)
    return listed(text, found.end()) if found else None


def _anywhere(text: str, lower: str, start: int, end: int) -> Told | None:
    left = _sentence(lower, start, 60)
    narrower = NARROWER.match(lower, end)
    if narrower:
        places = listed(text, narrower.end())
        near = places is not None and places.start - narrower.end() <= FAR
        return Told("told", places.codes, (), start, places.end) if places and near else None
    if re.search(r"\bnot\b[^.]{0,20}$", left):
        return None
    if lower[start:end] == "weltweit" and not re.search(r"\b(?:remote|arbeite?n?)\b[^.\n]{0,40}$", left):
        return None
    if "require" in lower[start:end] and not re.search(
        r"\b(?:based|country|location|located|residen\w+|timezone)\b", left
    ):
        return None
    if lower[start:end] == "geographic area" and "not restricted" not in left:
        return None
    rank: Rank = "free" if lower[start:end] in FREE else "anywhere"
    return Told(rank, ("worldwide",), (), start, end)


def _of_the_company(text: str, left: str, end: int) -> bool:
    return not left.strip(" -•*") and NAMED_NEXT.match(text, end) is not None


def _followed(text: str, lower: str, word: str, start: int, end: int) -> Told | None:
    """ "US-based candidates", "Romania only", "EU Remote"."""
    if not start or lower[start - 1] not in " -\u00a0":
        return None
    places = ending(text, start - 1)
    if places is None or (end < len(lower) and lower[end].isalnum()):
        return None
    left = _sentence(lower, places.start, 60)
    right = lower[end : end + 60]
    if places.start and not lower[places.start - 1].isspace() and lower[places.start - 1] not in '([,:;–—|•"“':
        return None
    if NOT_THE_PERSON.search(left) or NOT_AFTER.match(right) or BENEFIT.search(left):
        return None
    if word.endswith("only") and right.startswith(":"):
        # The heading of a notice.
        return None
    if word.endswith("based") and not re.match(
        r"[\s,]+(?:\w+ ){0,2}(?:candidates?|applicants?|role|position|remote|telework|residents|only|contractors?"
        r"|individuals"
        r"|opportunity|job|talent|professional|freelancers?|person|hire|worker)\b|[\s]*$|\s*[.)\n]",
        right,
    ):
        return None
    if word.endswith("remote") and left.strip(" -–|(,:/*•") and not re.search(r"[(|\n:/–-]\s*$|^$", left):
        return None
    if "worldwide" in places.codes:
        return Told("anywhere", ("worldwide",), (), places.start, end)
    return Told("told", places.codes, (), places.start, end)


def not_hiring(text: str, lower: str) -> Listed | None:
    """Places that the ad rules out in a sentence of their own."""
    starts = {start for _, start, _ in _refusals().find_matches_as_indexes(lower)}
    for found in filter(None, (NOT_HIRING.match(lower, start) for start in sorted(starts))):
        places = listed(text, found.end())
        if places is not None and places.start - found.end() <= FAR:
            return places
    return None
