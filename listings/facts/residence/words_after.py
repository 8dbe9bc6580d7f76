"""Patterns of the words after a place, as in "US-based candidates" and "Romania only"."""

from __future__ import annotations

import re

RESIDENTS_SOUGHT = re.compile(
    r"\b(?:open to|available to|limited to|restricted to|hir(?:e|es|ing)|accept(?:ing|s)?|consider(?:ing|s)?"
    r"|must be|only|exclusively|looking for|seeking|you(?:['’]re| are) an?)\b"
    r"(?: [\w'’-]+){0,4}\W*$"
)
# Words after a place, and what has to follow them.
AFTER_ROWS = (
    (
        "based",
        r"[\s,]+(?:\w+ ){0,2}(?:candidates?|applicants?|role|position|remote|telework|residents|only"
        r"|contractors?|individuals|opportunity"
        r"|job|talent|professionals?|freelancers?|person|people|hires?|workers?|engineers?"
        r"|developers?)\b(?!\W+(?:get|receive|may|will|can|have|:))|\s*$|\s*[.)\n,]",
    ),
    (
        "only",
        r"\s*(?:$|[.)\],!–—-](?!\w)|[&/(]|(?:please|role|position|remote|job|candidates|applicants|no|at|and"
        r"|for|with|compensation|who|due|contract)\b)",
    ),
    ("remote", r"\s*(?:$|[^\w\s]|\w)"),
    ("residents", r"\s*(?:$|[.)\],!;]|only\b(?!\W*:)|and\b|or\b|who\b)"),
    ("resident", r"\s*(?:$|[.)\],!;]|only\b|and\b|or\b|with\b)"),
    (
        "wohnhaft|ansässig|leben|lebst|lebt|wohnen|wohnst|wohnt|gemeldet|wonen|woont|woonachtig|verblijven",
        r"\W*(?:$|(?:sein|bist|sind|ist|seid|zijn|bent|und|oder|en|of|komen in aanmerking|kommen in (?:frage|betracht)"
        r"|werden berücksichtigt|können sich bewerben)\b)",
    ),
    (
        "citizen|citizens|cityzens|citizenship|citizens only|work permit|work authorization|work authorisation"
        "|work rights|working rights|residency|permanent residency",
        r"(?!\W+(?:are|is) (?:encouraged|welcome|preferred|not)|[^.]{0,40}\b(?:most|some"
        r"|certain) (?:positions|roles))",
    ),
)
FRIENDLY = re.compile(r"[- ]friendly\s*(?:$|[^\w\s]|(?:and|but|with)\b)")
AFTER = {word: re.compile(pattern) for words, pattern in AFTER_ROWS for word in words.split("|")}
# One person of a trade who is sought: "a Peru-based writer", but not "made by a Peru-based writer".
BASED_TRADE = re.compile(
    r"[\s,]+(?:[\w/-]+ ){0,2}(?:writer|copywriter|designer|editor|analyst|accountant|bookkeeper|consultant|specialist"
    r"|manager|marketer|recruiter|translator|tutor|teacher|nurse|assistant|agent|scientist|architect|administrator|lawyer"
    r"|counsel|technician|tester|researcher|coordinator|producer|representative|sre)\b"
)
BASED_SOUGHT = re.compile(
    r"(?:^\W*|\b(?:looking|searching) for |\b(?:seek(?:ing)?|need|want|hir(?:e|ing)|after|recruit(?:ing)?|must be"
    r"|you are|you['’]re) )(?:an? |one |our next )?(?:[\w.]+ ){0,2}[\w.]+[- ]$"
)
# Some write "cityzens".
CITIZEN = re.compile(r"cit[iy]zen|work |working |(?:permanent )?residency")
OUTSIDE = re.compile(r"\b(?:outside(?: of)?|not in|other than|except(?: for)?) (?:the )?$")
# Whom such a sentence is about, if it has no other words.
OUTSIDERS = re.compile(
    r"\W*(?:(?:open to|available to|for|remote|we (?:hire|accept|consider)|hiring|only|candidates|applicants|people"
    r"|residents|contractors|anyone)\W+){0,6}outside(?: of)? (?:the )?"
)
RESIDENTS = re.compile(r"residents?$")
OF_A_NATION = re.compile(r"resident|cit[iy]zen|work |working |permanent residency")
ONLY_AFTER = re.compile(
    r"\W*only\b(?!\W*:)|\s(?:are|is) (?:welcome|invited|eligible) to apply\b|\s(?:may|can) (?:all )?apply\b"
)
# The verb that ends a German or Dutch clause.
VERB_LAST = re.compile(
    r"(?:wohnhaft|ansässig|leben|lebst|lebt|wohnen|wohnst|wohnt|gemeldet|wonen|woont|woonachtig|verblijven)$"
)
# "Pay range: Bay Area only"
PAY_LABEL = re.compile(r"\b(?:salar(?:y|ies)|pay|compensation|wages?|benefits?|ranges?)\b[^.\n]{0,20}:[^.\n]{0,20}$")
DEMAND = re.compile(r"\b(?:must|required?|requires|requirement|need\w*|valid|only|have|hold)\b(?!\W+not)")
ITEM_GOES_ON = re.compile(r"\s*(?:$|[.;,&]|and\b)")
# "The project is for Europe, so only EU citizens may apply"
SO_ONLY = re.compile(r"[,;] (?:(?:so|thus|hence|therefore|which means)(?: that)? )?(?=only (?:the )?$)")
NOT_ONLY = re.compile(r"^\W*for\b|\bnot\W*$|\b(?:benefits?|insurance|offered|apply to|applies to)\b")
FRAGMENT_START = re.compile(r"^\W*$|[(|:/–—-]\s*$")
BETWEEN = re.compile(
    r"(?:[\s\u00a0-]*\b(?:residents?|persons|people|nationals|workers"
    r"|candidates?|applicants?|citizens?|based|remote|remotely|or permanent"
    r"|territory|region|time))*[\s\u00a0-]*$"
)
NAME_START = re.compile(r"(?<![\w.'’])[A-Z\d][\w.]*|(?<![\w.'’])(?:anywhere|worldwide|the|any|all)\b")
THIS_IS = re.compile(r"\W*(?:this|it|the (?:role|position|job)) (?:is|will be) an? (?:[\w-]+,? ){0,3}")
ROLE_AFTER = re.compile(r"[\s,]+(?:[\w-]+ ){0,2}(?:role|position|job|opportunity)\b")
# "A Denver-based company": not the person.
COMPANY_AFTER = re.compile(
    r"[\w\s,'’-]{0,60}?\b(?:company|firm|start-?up|agency|business|teams?|non-?profit|organi[sz]ation|studio"
    r"|offices?|clients?|customers?|brand|bank"
    r"|group|leader|provider|consultancy|manufacturer)\b"
)
