"""Parts of sentences that name tools which nobody asks for: refusals, notices, applications, integrations, places."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.multi_search import build_finder
from listings.facts.other_people import others_of
from listings.facts.skills.passing_mentions import PASSING
from listings.vocabulary.countries import COUNTRIES

# A list of names, up to its end.
LIST = r"[^.;:!?\n]{0,80}?"
OUR_PRODUCT = (
    r"(?:our|the|its|this|their) (?:[\w-]+ ){0,2}(?:product|platform|app|application|software|tool|solution|api"
    r"|service|plug-?in|system|suite|marketplace)"
)
JOINS = r"(?:integrates?|connects?|syncs?|talks?|plugs?|works?|interoperates?|is compatible|is integrated)"
BUILDS = (
    r"(?:build|develop|maintain|own|implement|creat|design|experience|writ|support|manag|configur|deliver|ship|you|test"
    r"|troubleshoot|set ?up|responsib|lead|work|knowledge|familiar|skill|handl|document|api)"
)
SENTENCE = r"(?:(?<=\n)|(?<=[.!?] )|^)[^.!?\n]{0,200}"
# Pieces of text, one of which any span of the patterns contains: a fast test before the patterns, which are slow.
RULES: tuple[tuple[tuple[str, ...], str], ...] = (
    # "No Python needed", "no prior experience with Excel is required"
    (("no ", "neither"), rf"\b(?:no|neither)\b{LIST}\b(?:needed|required|necessary|expected|here\b)"),
    # "Java is not required"
    (
        ("not ", "n't", "n’t", "unnecessary"),
        r"(?:(?<=[,;:(] )|(?<=\n- )|^|(?<=\. ))[^.,;:!?\n]{0,40}?\b(?:is|are) ?(?:not|n['’]t) (?:needed|required"
        r"|necessary"
        r"|expected|wanted|assumed|used|a requirement|a must|what we"
        r"|part of)|(?<=\n)[^.,;:!?\n]{0,40}?\b(?:would(?: not|n['’]t)|won['’]t|will not|does not) (?:help|matter)\b"
        r"|[\w.+#]{1,20} (?:not (?:needed|required|necessary)|unnecessary)\b",
    ),
    # "You don't need to know Kubernetes", "we're not a Java shop"
    (
        ("not ", "n't", "n’t", "never ", "no need", "there is no", "without "),
        r"\b(?:you (?:do not|don['’]t|will not|won['’]t) (?:need|have)(?: to (?:know|learn|use|have|be))?"
        r"|we (?:do not|don['’]t|never) (?:use|need|require|want|expect|hire for|work with)|no need (?:for|to know)"
        r"|there is no|without (?:any |using |knowing )|not (?:a|an) (?=\w+ (?:shop|house|job|role)))(?! only)"
        r"[^.;:!?\n,]{0,50}",
    ),
    # "Candidates who only know WordPress will not be a match", "you know neither Java nor C#"
    (
        ("only know", "only use", "only work", "neither "),
        r"\b(?:who|if you)(?:['’]ve| have)? only (?:know|used?|worked with) [^.;:!?\n]{1,60}\b(?:not|n['’]t|never)\b"
        r"|\bneither [^.;:!?\n]{1,30} nor [^.;:!?,\n]{1,30}",
    ),
    # "Apply through Slack", "interviews over Zoom", "follow us on Instagram"
    (
        (
            "apply",
            "your application",
            "the application",
            "job application",
            "interview",
            "submit",
            "send ",
            "upload",
            "hiring process",
            "follow us",
            "find us",
            "message us",
            "meet us",
            "community",
            "join our",
        ),
        rf"(?:(?:^|[.!?\n-] ?)(?:please |to |then |simply |just )?apply\b|\bto apply\b|\byou apply\b|\bapply (?:now"
        rf"|here|today"
        r"|via|through|on|at|using|directly)\b|\b(?:your|the|job) applications?\b|\binterviews? (?:(?:will |are |is "
        r"|take |be )"
        r"{0,2}(?:via|over|on|through|in|place|held|conducted|done))?|\b(?:submit|send|upload) (?:us )?(?:your|a)\b"
        rf"|\bhiring process\b|\b(?:follow|find|message|meet) us\b|\bjoin our (?:\w+ ){{0,2}}(?:community|group"
        rf"|channel)|\bour \w+"
        rf" community\b){LIST}\b(?:via|through|over|on|using|by|in|with|at|from)\b[^.;:!?\n]{{0,50}}",
    ),
    # "Powered by JazzHR": the page of the ad.
    (("powered by",), r"(?:^|\n)powered by [^\n]{1,40}"),
    # "We use Lightvessel, a tool that records interviews"
    (
        ("interview",),
        r"\bwe (?:may |also |will )?(?:use|rely on)\b[^.;!?\n]{1,120}\binterviews?\b[^.;!?\n]{0,60}",
    ),
    (
        (" interview", "application form", "screening", " address"),
        r"\b(?:a|your|an|through|via|over|using|on) [\w ]{2,30} (?:interview|application form|screening|address)\b",
    ),
    # "Our platform integrates with Slack", "native integrations with Jira"
    (
        (
            *(
                "integrat",
                "connects",
                "connect to",
                "connect with",
                "connect directly",
                "syncs",
                "sync with",
                "talks to",
                "plugs",
            ),
            *("plug into", "works with", "work with", "works seamlessly", "work seamlessly", "works natively"),
            *("works directly", "interoperate", "compatible"),
        ),
        rf"\b(?:(?:{OUR_PRODUCT}|it|that|which|and|we) {JOINS}|integrates|connects|syncs|plugs)"
        r" (?:seamlessly |natively |directly |smoothly )?(?:with|to|into)\b[^.;:!?\n]{0,120}",
    ),
    (
        ("integrations:", "connectors:"),
        r"(?:^|\n)\W*(?:native |available |existing |our )?(?:integrations|connectors):[^\n]{0,200}",
    ),
    (
        ("integration",),
        rf"^(?:(?!{BUILDS})[^.!?\n]){{0,80}}\bintegrations? (?:with|include\w*|such as|like|for"
        rf"|to)\b[^.;!?\n]{{0,120}}",
    ),
    # "All roles at Harbourlight": an employer's name
    (
        (" at ",),
        r"\b(?:roles?|jobs?|work(?:ing|ed)?|teams?|life|careers?|people|engineers?|here|employees|benefits|culture"
        r"|opportunit\w+) at [^.,;:!?\n]{0,30}",
    ),
    # Customers, rivals and partners
    (
        ("customer", "client", "partner", "investor", "competitor", "rival"),
        r"(?:^|(?<=[.;:!?] ))[^.;:!?\n]{2,60}? (?:is|are|was|became) (?:also )?(?:(?:one"
        r"|some) of )?our (?:\w+ )?(?:customers?|clients?|partners?"
        r"|investors?|competitors?)\b|\bour (?:\w+ ){0,2}(?:customers?|clients?|partners?|investors?|competitors?"
        r"|rivals?)"
        r" (?:are|is|include|like|such as)\b[^.;!?\n]{0,120}",
    ),
    # "We moved away from PHP", "think of us as Zendesk for bakeries"
    (
        (" from ", " off "),
        r"\b(?:mov|switch|migrat|chang|transition|com)(?:ed|es|ing|e)? (?:\w+ )?(?:away )?(?:from|off)"
        r" (?:(?!\b(?:to|into|towards)\b)[^.;:!?\n,]){0,60}",
    ),
    (
        ("think of ", "imagine ", "picture "),
        r"\b(?:think of|imagine|picture) (?:us|it|this|our [\w-]+) (?:as|like)\b[^.;!?\n]{0,80}",
    ),
    # "Faster than Redis", "more accurate than Redis", "Unlike Salesforce, our product …"
    (
        ("er than ", "unlike ", " than "),
        r"\b(?:unlike|(?!oth|rath|wheth)[a-z]{2,12}er than|(?:more|less) [a-z]{3,16} than) [^.;:!?,\n]{1,60}",
    ),
    # "Following our acquisition of Segment", "a company that develops software for CAD and GIS"
    (("acquisition of",), r"\b(?:our|the|their|its) (?:recent )?acquisition of [^.;:!?,\n]{1,30}"),
    (
        ("company that ", "company which ", "firm that ", "startup that ", "studio that ", "consultancy that "),
        r"\b(?:company|firm|startup|studio|consultancy) (?:that|which) (?:develops|builds|makes|creates|offers|provides"
        r"|sells|delivers)\b(?:(?!\b(?:using|written|built)\b)[^.!?\n]){0,400}",
    ),
    # "Software we have built, such as Optuna", "our platform leverages LLMs"
    (
        (
            *("we built", "we made", "ve built", "ve made", "we created", "ve created", "ve released"),
            *("platform leverages", "product leverages", "solution leverages", "app leverages", "is powered by"),
        ),
        r"\b(?:software|tools?|librar(?:y|ies)|products?|projects?|apps?) (?:that )?we(?:['’]ve| have)? (?:built|made"
        r"|created|released)\b[^.;!?\n]{0,80}"
        r"|\b(?:our|the) (?:[\w-]+ ){0,5}(?:platform|product|solution|app) (?:leverages|is powered by)"
        r" [^.;!?\n]{0,120}",
    ),
    # "It is sold to salons that already run Shopify"
    (
        ("sold to ", "sell to ", "sells to ", "made for ", "built for ", "serve ", "serves ", "serving "),
        r"\b(?:sells? to|sold to|made for|built for|serv(?:e|es|ing)) [^.;:!?,\n]{2,40} (?:who|that|which)"
        r" (?:already )?(?:use|run|rely on|work (?:with|in|on)|live in)\b[^.;:!?,\n]{0,60}",
    ),
    (("replaced ", "compete", "rival"), r"\b(?:replaced|competes? with|rivals?) [^.;:!?\n]{0,40}"),
    # Notices, and what the employer itself complies with
    (
        (
            "your data",
            "your information",
            "your personal",
            "candidates",
            "privacy",
            "equal opportunity",
            "pursuant",
            "accommodation",
            "e-verify",
            "applicant",
            "bloodborne",
        ),
        rf"{SENTENCE}\b(?:(?:your|applicants['’]?|candidates['’]?) (?:personal )?(?:data|information)"
        r"|privacy (?:policy|notice|rights|statement)|equal opportunity|pursuant to|reasonable accommodations?|e-verify"
        r"|applicant (?:notice|rights)|bloodborne)\b[^.!?\n]{0,200}",
    ),
    (
        ("comply", "complies", "conform", "adhere", "abide"),
        r"\b(?:we|our (?:[\w-]+ ){1,3}?)(?: (?:fully|strictly|also|always|must))?"
        r" ?(?:comply|complies|conforms?|adheres?|abides?)\b[^.;!?\n]{0,100}",
    ),
    (
        ("compliant", "certified"),
        rf"{SENTENCE}\b(?:we are|we['’]re|our (?:\w+ ){{0,2}}(?:is|are)|is|fully) (?:[\w0-9,&/ -]{{0,40}} )?"
        r"(?:compliant|certified)\b[^.!?\n]{0,60}",
    ),
)
ALL_RULES = RULES + PASSING
PATTERNS = tuple(re.compile(pattern, re.MULTILINE) for _, pattern in ALL_RULES)
_PIECES = tuple((piece, rule) for rule, (pieces, _) in enumerate(ALL_RULES) for piece in pieces)
RULES_OF_PIECE: dict[str, tuple[int, ...]] = {
    piece: tuple(rule for other, rule in _PIECES if other == piece) for piece, _ in _PIECES
}
PIECES = tuple(RULES_OF_PIECE)
# Overlapping, since "applicant" hides in a longer piece.
FINDER = build_finder(PIECES)
NAMES = "|".join(sorted((re.escape(name.lower()) for name in COUNTRIES.values()), key=len, reverse=True))
# "Java, Indonesia", "Aurora, CO", "Cairo (Egypt)"
PLACE_AFTER = re.compile(rf",? \(?(?:{NAMES})\b", re.IGNORECASE)
STATE_AFTER = re.compile(r", [A-Z]{2}\b(?!\+)")
PLACES = frozenset({"java", "aurora", "phoenix", "cairo", "delphi", "athena", "julia", "ada", "near", "move"})
ABBREVIATED_STATES = frozenset({"aurora", "phoenix", "cairo", "delphi", "palo alto networks"})


class UnaskedSentences:
    """The spans of an ad's text whose tools nobody asks for.

    A sentence is searched when it is asked for, and remembered, as its other mentions come next.
    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.lower_text
        self.others = others_of(reading)
        self.sentence = (-1, -1)
        self.spans: list[tuple[int, int]] = []

    def cover(self, position: int, begin: int, end: int) -> bool:
        """Whether one of the spans in the sentence from `begin` to `end` contains `position`."""
        if (begin, end) != self.sentence:
            self.sentence = begin, end
            self.spans = _spans(self.text, begin, end)
        is_unasked = bool(self.spans) and any(start <= position < stop for start, stop in self.spans)
        return is_unasked or self.others.cover_within(position, begin, end)


def _spans(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    matches = FINDER.find_matches_as_indexes(text[begin:end], overlapping=True)
    rules = {rule for index, _, _ in matches for rule in RULES_OF_PIECE[PIECES[index]]}
    # With the mark that ends the sentence before: some patterns begin with it.
    begin = max(0, begin - 2)
    return [match.span(match.lastindex or 0) for rule in rules for match in PATTERNS[rule].finditer(text, begin, end)]


def is_place(skill: str, text: str, end: int) -> bool:
    """Whether a country or a state after a mention shows that it names a place."""
    if skill in ABBREVIATED_STATES and STATE_AFTER.match(text, end):
        return True
    return skill in PLACES and PLACE_AFTER.match(text, end) is not None
