"""Words and patterns around places: those that make them a place of residence, and those that rule it out."""

from __future__ import annotations

import re
from typing import Literal

# "required": where to live. "legal": where one must have the right to work. "anywhere": no restriction, though perhaps
# only a perk. "free": explicitly no restriction.
Rank = Literal["required", "legal", "anywhere", "free"]

AUTHORISED = "authorized|authorised|eligible|entitled|permitted|allowed|able|right|permission|authorization|legal"
# Words before a list of places → rank, and whether they count only after SUBJECT (after LEGAL for the rank "legal").
LEADING: dict[str, tuple[Rank, bool]] = {
    **{
        f"{verb} {within}": ("required", True)
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
        f"{what} {within}": ("required", False)
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
        f"{how} {within}": ("required", False)
        for how in ("remotely", "remote", "anywhere", "work-from-home", "work from home", "from home")
        for within in ("in", "within", "from", "across", "throughout", "based in", "anywhere in")
    },
    "residents of": ("required", False),
    "residents in": ("required", False),
    "residents within": ("required", False),
    "resident of": ("required", True),
    "citizens of": ("required", True),
    "domiciled in": ("required", False),
    **{
        f"open to {who} {within}": ("required", False)
        for who in ("candidates", "applicants", "applications", "anyone", "anybody", "everyone", "people")
        for within in (
            "in",
            "within",
            "from",
            "across",
            "throughout",
            "based in",
            "located in",
            "living in",
            "residing in",
        )
    },
    "anyone in": ("required", True),
    "anyone from": ("required", True),
    "open to candidates": ("required", False),
    "open to applicants": ("required", False),
    "open to": ("required", True),
    "available to": ("required", True),
    "following countries": ("required", True),
    "following states": ("required", True),
    "following locations": ("required", True),
    "following u.s. states": ("required", True),
    "following us states": ("required", True),
    "work from": ("required", True),
    "work in": ("legal", True),
    "work within": ("required", True),
    "employer in": ("legal", True),
    "work permit": ("legal", False),
    "work permit from": ("legal", False),
    "work permit in": ("legal", False),
    "work permit for": ("legal", False),
    "work authorization in": ("legal", False),
    "work authorization for": ("legal", False),
    "remote:": ("required", False),
    "remote (": ("required", False),
    "remote -": ("required", False),
    "remote –": ("required", False),
    "remote,": ("required", False),
    "remote-first (": ("required", False),
    "remote-first within": ("required", False),
    "remotely (": ("required", False),
    "location:": ("required", False),
    "locations:": ("required", False),
    "someone in": ("required", False),
    "somebody in": ("required", False),
    "position, from": ("required", False),
    "position from": ("required", False),
    "role from": ("required", False),
    "n'importe où au": ("required", False),
    "n’importe où au": ("required", False),
    "n’importe où en": ("required", False),
    "wohnsitz in": ("required", False),
    "standort:": ("required", False),
    "located:": ("required", False),
    "live:": ("required", False),
}
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
# The sentence is about the company, its clients or a wish, not about the person.
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
IS_HQ = re.compile(r"\W{0,3}(?:hq|headquarter)")
WE_ARE = re.compile(r"\bwe(?:['’]re| are)(?: all| currently| mostly)? $")
OR_ANYWHERE = re.compile(r",? or (?:anywhere|wherever)\b(?! (?:in|within|across)\b)")
# "Based in Lyon, Lantern builds lamps": a name right after the place is the company's.
COMPANY_NEXT = re.compile(r",\s+(?!(?:With|And|Or|In|If|But|Must|Remote|Full|Part|For|You|No)\b)[A-Z]")
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
PREFERENCE = re.compile(r"\s*\([^()\n]{0,60}\b(?:preferred|preferably|ideally)\b[^()\n]{0,60}\)")
PREFERRED = re.compile(r"\s*(?:strongly )?preferred\)")
ONLY = re.compile(r"\bonly\W*$")
CONSIDERED = re.compile(r"\s*will be considered\b")
NEXT_SENTENCE = re.compile(r"\s+[^\sa-z(]")
