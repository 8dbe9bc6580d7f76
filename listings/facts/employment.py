"""Terms of employment: what the board's field states, and what title and text say of this very job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from listings.facts.base import Fact, Reading, Span
from listings.facts.multi_search import LONGEST, finder
from listings.vocabulary.employment_spellings import FIELD_SPELLINGS, SPELLINGS

HYPHENS = str.maketrans(dict.fromkeys("-_\u2010\u2011\u2012\u2013\u00a0", " "))
SEPARATORS = re.compile(r"[^\w:]+")
JOINTS = " -\u2010\u2011\u2013\u00a0"
WRITTEN = {spelling.replace(" ", joint): terms for spelling, terms in SPELLINGS.items() for joint in JOINTS}
SPELT = list(WRITTEN)
FINDER = finder(SPELT, LONGEST)
ENDS = re.compile(r"\n|[.!?;:](?=\s|$)")
BREAKS = re.compile(r"[\n|•·▪]")
JOINED = re.compile(r"\)? ?(?:,|/|\||or|and|&)? ?(?:an? )?")
# Nobody writes more about one job: a text that does is hostile.
MOST = 300
# How far the words may reach that tell whose terms these are. Windows end at the line.
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
# One thing is meant: "a steady, full-time position".
DETERMINED = re.compile(
    r"(?:\b(?:an?|this|our|the|on)\b(?: [\w(),&/+-]{1,20}){0,3} ?|^[\s*–-]*(?:[\w,-]{1,15} ){1,2})$"
)
LINE_START = re.compile(r"(?:^|[,(\[] ?)[\s*#–-]*(?:an? )?$")
LINE_END = re.compile(r"\s*(?:$|[|•·)\]&+,/;(–-]|remote\b|and\b|or\b|permanent\b)")
ALONE_END = re.compile(r"\s*(?:$|[|•·)\](]|(?:of|for|[,–-])?\s*\d{1,2}[ +–-])")
JOB_NEXT = re.compile(r"[\s-]{1,2}(?:position|role|job|opportunity|assignment|gig)\b")
# Of somebody else, of another time, or of a benefit.
ELSEWHERE = re.compile(
    r"\b(?:all|any|other|many|over an?|than an?|instead of|rather than|alongside|in addition to|not an?|no|non"
    r"|appl(?:y|ies) to|eligib\w+|benefits?|insurance|perks?|equity|current(?:ly)?|existing|previous(?:ly)?|prior"
    r"|conver(?:t|sion)\w*|transition\w*|lead(?:s|ing)? to|potential\w*|possib\w+|become|if|when|while|whether|manag\w+"
    r"|overse\w+|with our|experience|years?|unlike|team of|network of|support\w*|collaborat\w+|partner\w*|hire"
    r"|clients?|customers?|federal|government|smart)\b[^.;:]{0,30}$|\bauthori[sz]ed\b[^.;:]*$|\bour $|\b(?:can.?t"
    r"|cannot) [^.;:]{0,30}$"
)
OTHERS = re.compile(
    r"[\s,/()&-]{0,3}(?:or part[- ]time )?(?:(?:[\w.()-]{1,15} )?(?:employe|status\b|team ?members?|staff|equivalent"
    r"|experience|professionals|candidates|workers|personnel|roles\b|positions\b|jobs\b|hires\b|hours with|colleagues"
    r"|enrol|stud(?:ent|ies|y)\b|degree|polic(?:y|ies))|award|negotiat|sign|manage(?:ment\b|\b)|review|law\b|terms\b"
    r"|renewal|chang"
    r"|research|administ|obligation|vehicle|time off|days?\b|labor|field|and procure|types?\b|resid)"
)
EMPLOYED = re.compile(r"\b(?:permanent|indefinite|unlimited|open-ended|employment|work) $")
# These words name many other things: they need the job's own noun beside them.
WEAK = frozenset({"CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM"})
SELF_SAID = frozenset({"1099", "b2b contract", "self employed", "independent contractor", "contract to hire"})

TITLE_TRADES = re.compile(
    r"\s*(?:&|and\b|/)?\s*(?:manag|manufactur|special|admin|analy|negotiat|attorney|lawyer|counsel|paralegal|review"
    r"|research"
    r"|complian|officer|coordinat|lead\b|executive|director|associate|writ|draft|clos|sales|engag|program|service"
    r"|recruit|advis"
    r"|success|communit|network|market|operation|law|talent|lifecycle|experience|support|furnish|relations|care\b"
    r"|pricing|ops\b)"
)
TITLE_BEFORE = re.compile(r"\b(?:smart|sub|general|for|of|with|to|by|government|federal|medical|managed) ?$")


def read(reading: Reading) -> Fact | None:
    """The field's terms and those of title and text together: "Job type: contract" adds to a field's "full-time"."""
    stated = list(dict.fromkeys(chain.from_iterable(_field_terms(words) for words in reading.ad.employment or ())))
    said: dict[str, Span] = {}
    for span, terms in chain(_title_terms(reading), _text_terms(reading)):
        for term in terms:
            said.setdefault(term, span)
    # A field is often left at full-time; words that name part-time alone are the more specific.
    if "PART_TIME" in said and "FULL_TIME" not in said and stated == ["FULL_TIME"]:
        stated = []
    added = [term for term in said if term not in stated]
    if not added:
        return Fact(stated, "field:employment") if stated else None
    spans = tuple(dict.fromkeys(said[term] for term in added))
    evidence, _ = reading.quote(spans[0].field, spans[0].start, spans[0].end)
    return Fact(stated + added, evidence, spans)


@lru_cache(maxsize=512)
def _field_terms(words: str) -> tuple[str, ...]:
    known = f" {' '.join(SEPARATORS.sub(' ', words.casefold().translate(HYPHENS)).split())} "
    named = (terms for word, terms in FIELD_SPELLINGS.items() if f" {word} " in known)
    return tuple(dict.fromkeys(chain.from_iterable(named)))


def _title_terms(reading: Reading) -> Iterator[tuple[Span, tuple[str, ...]]]:
    title = reading.lower_title
    for spelling, start, end in _found(title):
        before, after = title[max(0, start - 20) : start], title[end : end + 20]
        if TITLE_TRADES.match(after) or TITLE_BEFORE.search(before):
            continue
        yield Span("title", start, end), WRITTEN[spelling]


def _text_terms(reading: Reading) -> Iterator[tuple[Span, tuple[str, ...]]]:
    text = reading.lower_text
    last = 0
    for spelling, start, end in islice(_found(text), MOST):
        before = BREAKS.split(text[max(0, start - BEFORE) : start])[-1]
        after = ENDS.split(text[end : end + AFTER], maxsplit=1)[0]
        joined = last and start - last < 12 and JOINED.fullmatch(text, last, start) and not OTHERS.match(after)
        if joined or _of_this_job(spelling, before, after):
            last = end
            yield Span("text", start, end), WRITTEN[spelling]


def _found(words: str) -> Iterator[tuple[str, int, int]]:
    for index, start, end in FINDER.find_matches_as_indexes(words):
        if not words[start - 1 : start].isalnum() and not words[end : end + 1].isalnum():
            yield SPELT[index], start, end


def _of_this_job(spelling: str, before: str, after: str) -> bool:
    if OTHERS.match(after):
        return False
    if LABELLED.search(before) or ROMANCE.search(before):
        return True
    if ELSEWHERE.search(before):
        return False
    terms, plain = WRITTEN[spelling], spelling.translate(HYPHENS)
    headed = HEADED.match(after)
    if not WEAK.isdisjoint(terms):
        if EMPLOYED.search(before):
            return False
        told = COPULA.search(before) or HIRING.search(before)
        if plain in SELF_SAID and (told or DETERMINED.search(before)):
            return True
        alone = ALONE_END.match(after) or JOB_NEXT.match(after)
        return bool(alone and LINE_START.search(before)) or bool(headed and (told or DETERMINED.search(before)))
    if LINE_START.search(before) and LINE_END.match(after):
        return True
    return bool(
        COPULA.search(before)
        or HIRING.search(before)
        or WORKING.search(before)
        or (headed and DETERMINED.search(before))
    )
