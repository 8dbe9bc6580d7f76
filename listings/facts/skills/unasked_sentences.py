"""Parts of sentences that name tools which nobody asks for: refusals, notices, applications, integrations, places."""

from __future__ import annotations

import re
from bisect import bisect_right

from listings.facts.multi_search import build_finder
from listings.vocabulary.countries import COUNTRIES

# A span of any of these patterns has one of these pieces: a fast test before the patterns, which are slow.
TRIGGERS = (
    *("no ", "not ", "n't", "n’t", "without ", "neither", "never ", "kein", "apply", "application", "interview"),
    *("resume", "your data", "your information", "our rival", "our competitor", "your cv", "hiring process", "screening", "integrat", "connects ", "syncs ", "plugs into", "works with"),
    *("compatible", "follow us", "join our", "find us", "personal ", "privacy", "notice", "equal opportunity"),
    *("pursuant", "accommodation", "compliant", "certified", "our customer", "our client", "our partner", "address"),
    *("background check", "e-verify", "bloodborne", "community on", "recruiter", "replaced ", "compete", "stipend"),
)
FINDER = build_finder(TRIGGERS)
# A list of names, up to its end.
LIST = r"[^.;:!?\n]{0,80}?"
OUR_PRODUCT = (
    r"(?:our|the|its|this|their) (?:[\w-]+ ){0,2}(?:product|platform|app|application|software|tool|solution|api"
    r"|service|plug-?in|system|suite|marketplace)"
)
JOINS = r"(?:integrates?|connects?|syncs?|plugs?|works?|interoperates?|is compatible|is integrated)"
BUILDS = (
    r"(?:build|develop|maintain|own|implement|creat|design|experience|writ|support|manag|configur|deliver|ship|you|test"
    r"|troubleshoot|set ?up|responsib|lead|work|knowledge|familiar|skill|handl|document|api)"
)
SENTENCE = r"(?:(?<=\n)|(?<=[.!?] )|^)[^.!?\n]{0,200}"
SPANS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # "No Python needed", "no prior experience with Excel is required", "Java is not required"
        rf"\b(?:no|neither)\b{LIST}\b(?:needed|required|necessary|expected|here\b)",
        rf"(?:(?<=[,;:(] )|(?<=\n- )|^|(?<=\. ))[^.,;:!?\n]{{0,40}}?\b(?:is|are) ?(?:not|n['’]t) (?:needed|required|necessary"
        r"|used|a requirement|a must|what we)",
        r"[\w.+#]{1,20} (?:not (?:needed|required|necessary)|unnecessary)\b",
        r"\b(?:you (?:do not|don['’]t|will not|won['’]t) (?:need|have)(?: to (?:know|learn|use|have|be))?|we (?:do not|don['’]t"
        r"|never) (?:use|need|require|want|expect|hire for|work with)|no need (?:for|to know)|there is no|without (?:any |using |knowing )"
        r"|not (?:a|an) (?=\w+ (?:shop|house|job|role)))(?! only)"
        r"[^.;:!?\n,]{0,50}",
        # "Apply through Greenhouse", "interviews over Zoom", "follow us on LinkedIn"
        rf"(?:(?:^|[.!?\n-] ?)(?:please |to |then |simply |just )?apply\b|\bto apply\b|\byou apply\b|\bapply (?:now|here|today|via"
        r"|through|on|at|using|directly)\b|\b(?:your|the|job) applications?\b|\binterviews? (?:(?:will |are |is |take |be )"
        r"{0,2}(?:via|over|on|through|in|place|held|conducted|done))?|\b(?:submit|send|upload) (?:us )?(?:your|a)\b"
        rf"|\bhiring process\b|\b(?:follow|find|message|meet) us\b|\bjoin our (?:\w+ ){{0,2}}(?:community|group|channel)|\bour \w+"
        rf" community\b){LIST}\b(?:via|through|over|on|using|by|in|with|at|from)\b[^.;:!?\n]{{0,50}}",
        r"\b(?:a|your|an|through|via|over|using|on) [\w ]{2,30} (?:interview|application form|screening|address)\b",
        # "Our platform integrates with Slack", "native integrations with Jira"
        rf"\b(?:(?:{OUR_PRODUCT}|it|that|which|and|we) {JOINS}|integrates|connects|syncs|plugs) (?:seamlessly |natively |directly |smoothly )?(?:with|to|into)\b"
        r"[^.;:!?\n]{0,120}",
        rf"^(?:(?!{BUILDS})[^.!?\n]){{0,80}}\bintegrations? (?:with|include\w*|such as|like|for|to)\b[^.;!?\n]{{0,120}}",
        # Customers, rivals and partners
        r"[\w&. ]{2,40} (?:is|are|was|became) (?:also )?(?:(?:one|some) of )?our (?:\w+ )?(?:customers?|clients?|partners?"
        r"|investors?|competitors?)\b",
        r"\bour (?:\w+ ){0,2}(?:customers?|clients?|partners?|investors?|competitors?|rivals?) (?:are|is|include|like|such as)\b"
        r"[^.;!?\n]{0,120}",
        r"\b(?:replaced|competes? with|rivals?) [^.;:!?\n]{0,40}",
        # Notices, and what the employer itself complies with
        rf"{SENTENCE}\b(?:(?:your|applicants['’]?|candidates['’]?) (?:personal )?(?:data|information)|privacy (?:policy|notice|rights|statement)|equal opportunity|pursuant to"
        r"|reasonable accommodations?|e-verify|applicant (?:notice|rights)|bloodborne)\b[^.!?\n]{0,200}",
        rf"{SENTENCE}\b(?:we are|we['’]re|our (?:\w+ ){{0,2}}(?:is|are)|is|fully) (?:[\w0-9,&/ -]{{0,40}} )?(?:compliant|certified)\b"
        r"[^.!?\n]{0,60}",
    )
)
NAMES = "|".join(sorted((re.escape(name.lower()) for name in COUNTRIES.values()), key=len, reverse=True))
# "Java, Indonesia", "Aurora, CO", "Cairo (Egypt)"
PLACE_AFTER = re.compile(rf",? \(?(?:{NAMES})\b", re.IGNORECASE)
STATE_AFTER = re.compile(r", [A-Z]{2}\b(?!\+)")
PLACES = frozenset({"java", "aurora", "phoenix", "cairo", "delphi", "athena", "julia", "ada", "near", "move"})
ABBREVIATED_STATES = frozenset({"aurora", "phoenix", "cairo", "delphi"})


class UnaskedSentences:
    """The spans of one text, in lower case, whose tools are not asked for."""

    def __init__(self, text: str) -> None:
        spans: list[tuple[int, int]] = []
        last = -1
        for _, start, _ in FINDER.find_matches_as_indexes(text):
            if start <= last:
                continue
            begin, last = _line(text, start)
            spans += [match.span() for pattern in SPANS for match in pattern.finditer(text, begin, last)]
        spans.sort()
        self.starts = [start for start, _ in spans]
        # The furthest end of all spans that begin up to each.
        self.ends: list[int] = []
        for _, end in spans:
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))

    def cover(self, position: int) -> bool:
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and self.ends[index] > position


MAX_LINE = 600


def _line(text: str, position: int) -> tuple[int, int]:
    """Start and end of the line around `position`, or of a part of a long one."""
    start = text.rfind("\n", max(0, position - MAX_LINE), position) + 1
    end = text.find("\n", position, position + MAX_LINE)
    return start or max(0, position - MAX_LINE), end if end >= 0 else min(len(text), position + MAX_LINE)


def is_place(skill: str, text: str, end: int) -> bool:
    """Whether a country or a state after a mention shows that it names a place."""
    if skill in ABBREVIATED_STATES and STATE_AFTER.match(text, end):
        return True
    return skill in PLACES and PLACE_AFTER.match(text, end) is not None
