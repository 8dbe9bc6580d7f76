"""Employment types: from the board's field, and from words in title and text that clearly describe this job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from listings.facts.base import Fact, Reading, Span
from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.vocabulary.employment_spellings import FIELD_SPELLINGS, SPELLINGS

HYPHENS = str.maketrans(dict.fromkeys("-_\u2010\u2011\u2012\u2013\u00a0", " "))
SEPARATORS = re.compile(r"[^\w:]+")
JOINTS = " -\u2010\u2011\u2013\u00a0"
# Every spelling with every joint ("full-time", "full time"): the finder compares characters one by one.
TYPES_BY_SPELLING = {spelling.replace(" ", joint): types for spelling, types in SPELLINGS.items() for joint in JOINTS}
SPELLING_LIST = list(TYPES_BY_SPELLING)
FINDER = build_finder(SPELLING_LIST, LEFTMOST_LONGEST)
SENTENCE_END = re.compile(r"\n|[.!?;:](?=\s|$)")
LINE_BREAK = re.compile(r"[\n|•·▪]")
JOINED = re.compile(r"\)? ?(?:,|/|\||or|and|&)? ?(?:an? )?")
# More mentions than any real ad has: bounds the time on hostile text.
MAX_MENTIONS = 300
# Context examined around a mention, in characters; it also ends with the line or sentence.
BEFORE, AFTER = 90, 60

HEAD = (
    r"(?:position|role|job|opportunity|basis|project|assignment|engagement|gig|vacancy|opening|contract|internship"
    r"|hours(?=\s*(?:$|[.,;(])))\b"
)
HEADED = re.compile(rf"[\s,/()&-]{{0,3}}(?:[\w()&/+.-]{{1,20}}[\s,/]{{1,2}}){{0,3}}{HEAD}")
LABELLED = re.compile(
    r"\b(?:type|types|employment|employment status|time type|schedule|commitment|contract|position|engagement|hours"
    r"|anstellungsart|beschäftigungsart|vertragsart|arbeitszeit|contrat|jornada|dienstverband|duration)"
    r"(?: of (?:employment|contract|work))?\)?\s?[:–-]\s?[^:.]{0,40}$"
)
# "This is a …", "the position is …", "we are looking for a …", "in this role you would be …"
COPULA = re.compile(
    r"\b(?:this|the (?:position|role|job|contract|work)|it|you|position|role|job|opportunity|project)\b[^.;:!?]{0,50}"
    r"\b(?:is|are|be|as|on|start as|in)\b(?: (?:an?|our|one|for an?|on an?|ideally|paid|temporary))?"
    r"(?: [\w()/&,+-]{1,20}){0,4} ?$"
)
HIRING = re.compile(
    r"\b(?:seeking|looking for|looking to hire|hiring|recruiting|searching for|join [\w ]{1,30} (?:as|on)|as)"
    r" (?:an? |our |for |talented |experienced |skilled ){0,3}(?:[\w()/&,+-]{1,20} ){0,3}$"
)
ROMANCE = re.compile(r"\b(?:emploi|poste|contrat|travail|empleo|trabajo|puesto|vaga|lavoro)\b[^.;:]{0,30}$")
WORKING = re.compile(
    r"(?:^|[-–] ?|\byou (?:can|will|may) |\byou.ll )work $|\b(?:able|ability|available|availability|willing"
    r"|prepared) (?:to )?(?:work )?(?:for )?$"
)
# An article: "a steady, full-time position".
DETERMINED = re.compile(
    r"(?:\b(?:an?|this|our|the|on)\b(?: [\w(),&/+-]{1,20}){0,3} ?|^[\s*–-]*(?:[\w,-]{1,15} ){1,2})$"
)
LINE_START = re.compile(r"(?:^|[,(\[] ?)[\s*#–-]*(?:an? )?$")
LINE_END = re.compile(r"\s*(?:$|[|•·)\]&+,/;(–-]|remote\b|and\b|or\b|permanent\b)")
ALONE_END = re.compile(r"\s*(?:$|[|•·)\](]|(?:of|for|[,–-])?\s*\d{1,2}[ +–-])")
JOB_NEXT = re.compile(r"[\s-]{1,2}(?:position|role|job|opportunity|assignment|gig)\b")
# Before a mention: it concerns other people, another time, or a benefit.
ELSEWHERE = re.compile(
    r"\b(?:all|any|other|many|over an?|than an?|instead of|rather than|alongside|in addition to|not an?|no|non"
    r"|appl(?:y|ies) to|eligib\w+|benefits?|insurance|perks?|equity|current(?:ly)?|existing|previous(?:ly)?|prior"
    r"|conver(?:t|sion)\w*|transition\w*|lead(?:s|ing)? to|potential\w*|possib\w+|become|if|when|while|whether|manag\w+"
    r"|overse\w+|with our|experience|years?|unlike|team of|network of|support\w*|collaborat\w+|partner\w*|hire"
    r"|clients?|customers?|federal|government|smart)\b[^.;:]{0,30}$|\bauthori[sz]ed\b[^.;:]*$|\bour $|\b(?:can.?t"
    r"|cannot) [^.;:]{0,30}$"
)
# After a mention: it describes people, a contract to sign or manage, or a degree, not this job.
NOT_THIS_JOB = re.compile(
    r"[\s,/()&-]{0,3}(?:or part[- ]time )?(?:(?:[\w.()-]{1,15} )?(?:employe|status\b|team ?members?|staff|equivalent"
    r"|experience|professionals|candidates|workers|personnel|roles\b|positions\b|jobs\b|hires\b|hours with|colleagues"
    r"|enrol|stud(?:ent|ies|y)\b|degree|polic(?:y|ies))|award|negotiat|sign|manage(?:ment\b|\b)|review|law\b|terms\b"
    r"|renewal|chang"
    r"|research|administ|obligation|vehicle|time off|days?\b|labor|field|and procure|types?\b|resid)"
)
EMPLOYED = re.compile(r"\b(?:permanent|indefinite|unlimited|open-ended|employment|work) $")
# Their spellings ("contract", "temporary") usually mean something else, unless a word for the job is next to them.
WEAK = frozenset({"CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM"})
# Weak types, but unambiguous spellings.
UNAMBIGUOUS = frozenset({"1099", "b2b contract", "self employed", "independent contractor", "contract to hire"})

# In a title: a trade ("Contract Manager", "Temporary Works Engineer"), not a type.
TITLE_TRADE = re.compile(
    r"\s*(?:&|and\b|/)?\s*(?:manag|manufactur|special|admin|analy|negotiat|attorney|lawyer|counsel|paralegal|review"
    r"|research"
    r"|complian|officer|coordinat|lead\b|executive|director|associate|writ|draft|clos|sales|engag|program|service"
    r"|recruit|advis"
    r"|success|communit|network|market|operation|law|talent|lifecycle|experience|support|furnish|relations|care\b"
    r"|pricing|ops\b)"
)
TITLE_BEFORE = re.compile(r"\b(?:smart|sub|general|for|of|with|to|by|government|federal|medical|managed) ?$")


def read(reading: Reading) -> Fact | None:
    """The types of field, title and text together: "Job type: contract" adds to a field's "full-time"."""
    field_types = list(dict.fromkeys(chain.from_iterable(_field_types(value) for value in reading.ad.employment or ())))
    spans_by_type: dict[str, Span] = {}
    for span, types in chain(_title_mentions(reading), _text_mentions(reading)):
        for employment_type in types:
            spans_by_type.setdefault(employment_type, span)
    # Full-time is many boards' default value, so an ad that speaks of part-time alone overrules it.
    if "PART_TIME" in spans_by_type and "FULL_TIME" not in spans_by_type and field_types == ["FULL_TIME"]:
        field_types = []
    added = [employment_type for employment_type in spans_by_type if employment_type not in field_types]
    if not added:
        return Fact(field_types, "field:employment") if field_types else None
    spans = tuple(dict.fromkeys(spans_by_type[employment_type] for employment_type in added))
    evidence, _ = reading.quote(spans[0].field, spans[0].start, spans[0].end)
    return Fact(field_types + added, evidence, spans)


@lru_cache(maxsize=512)
def _field_types(value: str) -> tuple[str, ...]:
    padded = f" {' '.join(SEPARATORS.sub(' ', value.casefold().translate(HYPHENS)).split())} "
    matches = (types for spelling, types in FIELD_SPELLINGS.items() if f" {spelling} " in padded)
    return tuple(dict.fromkeys(chain.from_iterable(matches)))


def _title_mentions(reading: Reading) -> Iterator[tuple[Span, tuple[str, ...]]]:
    title = reading.lower_title
    for spelling, start, end in _find_spellings(title):
        before, after = title[max(0, start - 20) : start], title[end : end + 20]
        if TITLE_TRADE.match(after) or TITLE_BEFORE.search(before):
            continue
        yield Span("title", start, end), TYPES_BY_SPELLING[spelling]


def _text_mentions(reading: Reading) -> Iterator[tuple[Span, tuple[str, ...]]]:
    text = reading.lower_text
    last = 0
    for spelling, start, end in islice(_find_spellings(text), MAX_MENTIONS):
        before = LINE_BREAK.split(text[max(0, start - BEFORE) : start])[-1]
        after = SENTENCE_END.split(text[end : end + AFTER], maxsplit=1)[0]
        # "Full-time or contract position": the second mention shares the first one's context.
        joined = last and start - last < 12 and JOINED.fullmatch(text, last, start) and not NOT_THIS_JOB.match(after)
        if joined or _is_of_this_job(spelling, before, after):
            last = end
            yield Span("text", start, end), TYPES_BY_SPELLING[spelling]


def _find_spellings(text: str) -> Iterator[tuple[str, int, int]]:
    """(spelling, start, end) of whole words in lower-case text."""
    for index, start, end in FINDER.find_matches_as_indexes(text):
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield SPELLING_LIST[index], start, end


def _is_of_this_job(spelling: str, before: str, after: str) -> bool:
    if NOT_THIS_JOB.match(after):
        return False
    if LABELLED.search(before) or ROMANCE.search(before):
        return True
    if ELSEWHERE.search(before):
        return False
    headed = HEADED.match(after)
    if not WEAK.isdisjoint(TYPES_BY_SPELLING[spelling]):
        if EMPLOYED.search(before):
            return False
        announced = COPULA.search(before) or HIRING.search(before)
        if spelling.translate(HYPHENS) in UNAMBIGUOUS and (announced or DETERMINED.search(before)):
            return True
        alone = ALONE_END.match(after) or JOB_NEXT.match(after)
        return bool(alone and LINE_START.search(before)) or bool(headed and (announced or DETERMINED.search(before)))
    if LINE_START.search(before) and LINE_END.match(after):
        return True
    return bool(
        COPULA.search(before)
        or HIRING.search(before)
        or WORKING.search(before)
        or (headed and DETERMINED.search(before))
    )
