"""The work that years are spent in, in lower case: "5 years of testing lamps", "2 years harbour billing"."""

from __future__ import annotations

import re

DOING_AFTER = re.compile(
    r"['’]?,? ?(?:of |in |as |w/ )?(?:an? |the )?(?:[\w-]+ ){0,2}?(?:in\b|as\b|working|building|developing|designing"
    r"|leading|managing|doing|writing|selling|running|supporting|within|at\b|programming|coding|creating|delivering"
    r"|with\b|operating|teaching|recruiting|shipping|professional\b|hands-on|in der\b|im\b|als\b|en\b|em\b|nel\b"
    r"|nella\b|w\b)"
)
_WORD = r"(?:&|[a-z][\w&/+-]*)"
_NO_NOUN = (
    r"(?!(?:of|in|for|with|as|at|on|or|and|from|to|after|within|since|until|by|per|is|are|was|has|had|will|that|which|who"
    r"|the|our|its|their|your|an?|we|you|they|this|each|every|no|not|old|ago|contract|fixed|term|growth|training"
    r"|running|following|including|according|remaining|pending|starting|during|being|offering|serving|winning"
    r"|building|thriving|going|standing|continuing|market|industry|thought|minimum|tenure|commitment|warranty|visa)\b)"
)
_NOUN = _NO_NOUN + _WORD
_TRADE = (
    r"(?:development|administration|management|analytics|analysis|analyst|sales|design|science|research|operations"
    r"|bookkeeping|consultant|developer|engineer|administrator|manager|designer|automation|customer service)"
)
# "3+ years of Linux administration", "5 years of testing lamps": among requirements, where the sentence begins with it.
WORK_AFTER = re.compile(
    r"['’]? of (?!(?:age|service|pto|leave|stud(?:y|ies)|education|school\w*|college|university|training|post|funding"
    r"|growth|runway|history|data|the|our|its|their|his|her|a|an|continu\w+|combined|being|having)\b)[a-z][\w/+-]+"
    r"|['’]? (?!(?:training|running|following|including|according|remaining|pending|starting|during"
    r"|being)\b)[a-z]{4,}ing(?= [a-z])"
    # "5+ years a keeper of lamps", without its "as"
    r"|['’]? an? (?!(?:plus|must|bonus|minimum|maximum|week|month|day|big|huge|strong|nice)\b)"
    r"[a-z]{3,}\b(?: (?!(?:for|with|in|at|on|of|or|and|who)\b)[a-z]+\b){0,4}"
    # "5+ years - lamp development", "2 years harbour billing", without their "of"
    rf"|['’]? (?:[-–—] )?(?:{_NOUN} ){{0,4}}?(?:{_NO_NOUN}[a-z]{{3,}}ing|{_TRADE})\b"
)
# "10+ years of B2B sales leadership", but no firm's "market leadership"
LEADERSHIP_AFTER = re.compile(
    r"['’]? (?:of|in) (?:(?!(?:market|industry|thought|technolog\w+|category|global|our|its)\b)[\w&/+-]+,? ){1,6}"
    r"leadership\b"
)
YEARS_OF_WORK = re.compile(r" (?:on|in|with|as|building|working|doing)\b")
# "At least six years in the field": of a firm as often, so asked for among requirements only.
IN_TRADE = re.compile(
    r"['’]?,? in (?:the |our |this |a similar |a related |a comparable )(?:same )?"
    r"(?:industry|field|business|profession|trade|sector|domain)\b"
)
# "5+ years of healthcare communications: a track record in …": the name of a requirement.
LABEL_OF_TRADE = re.compile(r"['’]? (?:of|in) (?!(?:age|service|pto|leave|study|education)\b)[\w &/-]{4,60}:\s")
