"""Words of a text that state the employment type of this job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.base import Span
from listings.facts.employment.foreign import FOREIGN, is_of_this_job_abroad
from listings.facts.guarded import GuardedPattern
from listings.facts.multi_search import Overlaps, SharedFinder
from listings.facts.subjects import SentenceSubject, governor, is_denied_question, sentence_bounds, subject_of
from listings.vocabulary.employment_spellings import LEAVE_COVER, SPELLINGS

HYPHENS = str.maketrans(dict.fromkeys("-_\u2010\u2011\u2012\u2013\u00a0", " "))
JOINTS = (*" -\u2010\u2011\u2013\u00a0", " -", "- ")
# Every spelling with every joint ("full-time", "full time"): the finder compares characters one by one.
TYPES_BY_SPELLING = {spelling.replace(" ", joint): types for spelling, types in SPELLINGS.items() for joint in JOINTS}
SPELLING_LIST = list(TYPES_BY_SPELLING)
FINDER = SharedFinder(SPELLING_LIST, Overlaps.LONGEST)
SENTENCE_END = re.compile(r"\n|[.!?;:](?=\s|$)")
LINE_BREAK = re.compile(r"[\n|•·▪]|(?<=\w\w[.!?])\s")
# "Job Type: Full-timePay: $30": an ad that lost its line breaks.
NEXT_LABEL = re.compile(r"(?:(?:pay|salary|schedule|benefits|(?:work )?location|experience|education)\s?:|show more\b)")
JOINED = re.compile(r"\)? ?(?:,|/|\||or|and|&|oder|und|ou|et|o|y|e|of|en)? ?(?:an? |in )?")
# What a sentence with a type may be about instead of this job.
OTHERS = frozenset({SentenceSubject.CONDITION, SentenceSubject.OTHER_OPENING})
# Whom the words right after a clause may be said of instead.
OF_OTHERS = (SentenceSubject.CUSTOMERS, SentenceSubject.TEAM, SentenceSubject.TASK)
NEAR = 30
# "Join our team on a part-time basis"
JOINS = re.compile(r"\bjoin(?:ing)? (?:us|our|the)\b")
# More mentions than any real ad has: bounds the time on hostile text.
MAX_MENTIONS = 300
# Context examined around a mention, in characters; it also ends with the line or sentence.
BEFORE, AFTER = 90, 60

HEAD = (
    r"(?:position|role|job|opportunity|basis|project|assignment|engagement|gig|vacancy|opening|contract|internship"
    r"|employment|arrangement"
    r"|hours(?=\s*(?:$|[.,;(])))\b"
)
HEADED = re.compile(rf"[\s,/()&-]{{0,3}}(?:[\w()&/+.-]{{1,20}}[\s,/]{{1,2}}){{0,3}}{HEAD}")
LABELLED = re.compile(
    r"\b(?:type|types|shift|employment|employment status|time type|schedule|commitment|contract|position|engagement"
    r"|hours"
    r"|status|note|structure|terms|basis|modality|anstellungsart|beschäftigungsart|vertragsart|arbeitszeit|arbeitszeitmodell"
    r"|umfang|contrat"
    r"|contrato|contratación|contratação|regime|modalidad|modalidade|jornada|dedicación|contratto|orario|dienstverband"
    r"|contractvorm|wymiar(?: etatu)?|rodzaj umowy|duration)"
    r"(?: of (?:employment|contract|work))?\)?\s?[:–-]\s?[^:.]{0,40}$"
    r"|\b(?:full|part)[- ]?time ?(?:/|\||,|or) ?(?:full|part)[- ]?time ?[:?]\s?$"
)
# A label that offers both before its value: "Full-time / part-time: full-time".
BOTH_LABEL = re.compile(
    r"\b(full|part)[- ]?time ?(?:/|\||,|or) ?(?!\1)(?:full|part)[- ]?time ?[:?](?=\s*(?:full|part|[fp]t\b))"
)
LABEL_ENDS = ("time:", "time :", "time?", "time ?")
# "Full and part-time", "part- or full-time"
SHARED_TIME = re.compile(r"\b(?:(full)|(?<!most )(?<!take )(?<!taking )part)-? ?(?:and/or|and|or|/|&) ?$")
# "This is a …", "the position is …", "we are looking for a …", "in this role you would be …"
COPULA = re.compile(
    r"\b(?:this|the (?:position|role|job|contract|work)|it|you|position|role|job|opportunity|project)\b[^.;:!?]{0,50}"
    r"\b(?:is|are|be|as|on|start as|in)\b(?: (?:an?|our|one|for an?|on an?|ideally|paid|temporary))?"
    r"(?: [\w()/&,+-]{1,20}){0,4} ?$"
)
HIRING = re.compile(
    r"\b(?:seeking|seeks?|looking for|looking to hire|hiring|recruiting|searching for|in need of|we need|needs"
    r"|we want|wanted:?|opportunity for"
    r"|join [\w ]{1,30} (?:as|on)|as)"
    r" (?:an? |our |for |talented |experienced |skilled |second |another ){0,3}(?:[\w()/&,+-]{1,20} ){0,3}$"
)
ROMANCE = re.compile(
    r"\b(?:emploi|poste|contrat|travail|empleo|trabajo|trabalho|puesto|vaga|lavoro|contrato|contratto|posizione"
    r"|impiego|jornada|posição|umowa|praca|etat|dienstverband|anstellung)\b[^.;:]{0,30}$"
)
# A row of a table: "Type Part-time".
LABEL_CELL = re.compile(
    r"^[\s*–-]*(?:(?:employment|contract|job|work|position) )?(?:type|status|commitment|hours|schedule|contract"
    r"|employment|vertragsart|arbeitszeit|anstellungsart|jornada|modalidad|contrat|contrato|contratto) $"
)
# "Both full-time and part-time positions are open."
OFFERED = re.compile(
    r"[^.;:\n]{0,30}\b(?:roles|positions|jobs|contracts|employment|options) (?:are |is )?(?:both )?"
    r"(?:open|available|offered|possible)\b(?! (?:at|to|in|for)\b)"
)
# "1099 contractors will not be considered", "part-time/summer job experience is a must"
REFUSED = re.compile(
    r"[^.;:!?\n]{0,80}?\b(?:(?:(?:will|are|is|can) not|cannot|won['’]t|aren['’]t) (?:be )?(?:considered|accepted"
    r"|eligible|hired|engaged)|need not apply)\b|(?:/[\w -]{1,20}){1,3} experience\b"
    # "Full-time: no"
    r"|(?<!\s)\s*+(?:[:?–-]\s*+)?(?:no(?:[^\S\n]*+\n|\s*+(?:$|[.,;!|]))|[❌✗✘❎🚫])"
)
# "You are a full-time problem solver": a nature, no type of employment.
YOU_WILL_BE = re.compile(r"\byou(?:['’]ll| will| would|['’]d) (?:be|become|join(?: us)? as) an? $")
EMPLOYEE = re.compile(r"[ ,]{1,2}(?:permanent |salaried )?employee\b")
YOU_ARE = re.compile(r"\byou(?:['’]re| are) an? $")
WORKING = re.compile(
    r"(?:^|[-–] ?|\byou (?:can|will|may) |\byou.(?:ll|d) )work $|\b(?:able|ability|available|availability|willing"
    r"|prepared|open) (?:to )?(?:work )?(?:for )?$"
)
# An article: "a steady, full-time position".
DETERMINED = re.compile(
    r"(?:\b(?:an?|this|our|the|on)\b(?: [\w(),&/+-]{1,20}){0,3} ?|^[\s*–-]*(?:[\w,-]{1,15} ){1,2})$"
)
LINE_START = re.compile(
    r"(?:^|[,(\[] ?|^[\w .&'-]{2,30} [-–] )[\s*#–-]*(?:(?:an?|both|een|eine?n?|une?|una|uma) )?(?:(?:\d{1,2}|three"
    r"|six|twelve)"
    r"[- ](?:months?|weeks?|mo)[- ])?$"
)
LINE_END = re.compile(
    r"\s*(?:$|[|•·)\]&+,/;(–-]|remote\b|and\b|or\b|permanent\b"
    r"|(?:employment )?contract\b|(?:independent )?contractor\b|freelance\b|functie\b|baan\b"
    r"|\d{2} ?h|(?:salary|pay|compensation|location)\s*$)"
)
ALONE_END = re.compile(
    r"\s*(?:$|[.](?:\s|$)|[|•·)\](]|(?:of|for|[,–-])?\s*\d{1,2}[ +–-]"
    r"|,? ?(?:renew\w+|rolling|ongoing|initially|long-term|short-term|fixed-term|remote|hourly|extend\w+|starting"
    r"|only)\b"
    r"|with (?:an?|the)? ?(?:possib\w+|option|view|chance)\b)"
)
# "This role is a maternity cover", "Maternity cover (12 months)", but not "maternity cover for 12 months" of a benefit
IS_COVER = re.compile(
    r"\b(?:this|the (?:position|role|job|contract|vacancy)|role|position|it)(?: (?:is|will be)|['’]s) (?:an? |for )?"
    r"(?:[\w-]{1,15} ){0,2}$"
)
COVER_NEXT = re.compile(
    r",? \(?(?:\d|one\b|six\b|nine\b|twelve\b)|[ –-]{1,3}(?:role|position|contract|vacancy|job|assignment)\b(?!s)"
)
DURATION = re.compile(r"\b(?:\d{1,2}|three|six|nine|twelve|eighteen)[- ](?:months?|weeks?|years?)[- ]$")
LENGTH = re.compile(r" ?(?:length|duration|term|period)\s?(?:is )?[:–-]?\s?(?:\d|one|two|three|six|nine|twelve)")
JOB_NEXT = re.compile(
    r"[\s-]{1,2}(?:(?:contract|position|role|job|opportunity|assignment|gig|shifts?)\b"
    r"|work\b(?! (?:experience|permits?|visas?|authori[sz]ations?|history)\b))"
)
# Before a mention: it concerns other people, another time, or a benefit.
ELSEWHERE = re.compile(
    r"\b(?:all|any|other|many|over an?|than an?|instead of|rather than|alongside|in addition to|not an?|no(?!,)|non"
    r"|appl(?:y|ies) to|eligib\w+|benefits?|insurance|perks?|equity|current(?:ly)?(?! (?:seeking|hiring|looking"
    r"|recruiting|searching)\b)|existing|previous(?:ly)?|prior"
    r"|conver(?:t|sion)\w*|turn(?:s|ed|ing)? into|transition\w*|lead(?:s|ing)? to|potential\w*|possib\w+|become"
    r"|if|when|while|whether"
    r"|overse\w+|experience|years?|unlike|hire"
    r"|federal|government|smart|another|keep|side|second|besides|worked|been|started"
    r"|formerly|once|used to|let|than)\b[^.;:]{0,30}$|\bauthori[sz]ed\b[^.;:]*$|\bour $|\b(?:can.?t"
    r"|cannot) [^.;:]{0,30}$|\b(?:isn.t|not)\b[^.;:]{0,20}$"
)
# After a mention: it describes people, a contract to sign or manage, or a degree, not this job.
NOT_THIS_JOB = re.compile(
    r"[\s,/()&-]{0,3}(?:(?:or|and|&) part[- ]time )?(?:(?:[\w.()-]{1,15} )?(?:employees?\b|employed\b|status\b"
    r"|team ?members?"
    r"|staff|equivalent"
    r"|experience|professionals|candidates|workers|personnel|roles\b|positions\b|jobs\b|hires\b|hours with|colleagues"
    r"|enrol|stud(?:ent|ies|y)\b|degree|polic(?:y|ies))|award|negotiat|sign|manage(?:ment\b|\b)|review|law\b|terms\b"
    r"|renewal|chang"
    r"|research|administ|obligation|vehicle|time off|days?\b|labor|field|and procure|types?\b|resid"
    r"|on your own|(?:(?:job|role|work|position) )?(?:is|are|would be) (?:preferred|welcome|a plus)|(?:job|role|work"
    r"|position) (?:on the side|elsewhere|besides|at another)|for (?:charit|a charity))"
)
# On which terms an agency places people, or to which employees a benefit is open: "for employees [full-time]".
OF_AGENCY = re.compile(
    r"\b(?:professionals|candidates|talent|consultants|workers|job ?seekers) (?:with|to|for|at|in) [^.;:]{0,40}"
    r"\b(?:companies|clients|employers|businesses|organi[sz]ations)\b[^.;:]{0,40}$"
    r"|\b(?:staffing|recruitment|recruiting|placements?)(?: \w+)? on an? [^.;:]{0,50}$"
    r"|\b(?:for|all|our|to) (?:[\w-]+ ){0,2}(?:employees|staff|faculty|team members|associates) ?[\[(]$"
)
EMPLOYED = re.compile(
    r"\b(?:permanent|indefinite|unlimited|open-ended|employment|work)(?:,? (?:full|part)[- ]?time)? $"
)
OFFERING = re.compile(r"\b(?:offer(?:ing)?|have) an? (?:paid |remote )?$")
# "The salary of 3,000 EUR (on a full-time basis)": of a figure, not of this job.
BASIS = re.compile(r"[- ]basis\b|[- ]equivalent\b")
OF_A_FIGURE = re.compile(
    r"\b(?:salary|pay|paid|wage|compensation|income|gross|figure|amount|calculated|based)\b"
    r"|[€$£]|\beur\b|\d{2},\d{3}"
)
# "Full-time, part-time or on leave: everybody has a voice"
OF_EVERYBODY = re.compile(
    r"[^.;\n]{0,40}?[:,–—-] (?:everybody|everyone|all of us|our (?:people|staff|colleagues|employees|workers))\b"
)
# "The role is currently on a contract basis"
NOW_ON = re.compile(r"\b(?:role|position|job) is currently (?:offered )?on an? $")
# "Paid volunteer hours", "volunteer time off": a perk.
VOLUNTEER_PERK = re.compile(
    r"[- ](?:(?:service|community|paid|work) )?(?:hours?|time|days?|leave|pto|opportunit|program|event|activit"
    r"|match|grant)"
)
# Nouns for the person: "we are looking for a freelancer".
PERSONS = frozenset(
    {"temp", "temps", "freelancer", "freelancers", "contractor", "contractors", "intern", "interns", "volunteer"}
)
AS_A = re.compile(r"(?:^|[.!?] ?)[\s*–-]*as an? (?:[\w-]{1,20} ){0,2}$")
PEOPLE_NEXT = re.compile(r" \w+s\b")
# "a freelance motion designer"
PERSON_NEXT = re.compile(
    r"(?: [\w/+#-]{2,20}){0,3}? [\w-]{2,20}(?:er|or|ist|ant|ian|yst|ect|eur)\b(?! (?:work|project|basis))"
)
WANTED_NEXT = GuardedPattern(rf"{PERSON_NEXT.pattern}s? (?:wanted|needed|sought)\b")
PERSON_END = re.compile(r"\s*(?:$|[.,;:!?)(/]|[–-] |(?:who|to|with|for|in|from|based|that|you|we|or|and|on)\b)")
# Their spellings ("contract", "temporary") usually mean something else, unless a word for the job is next to them.
WEAK = frozenset({"CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM"})
# Weak types, but unambiguous spellings.
UNAMBIGUOUS = frozenset(
    {
        *("1099", "b2b contract", "self employed", "independent contractor", "contract to hire", "contract based"),
        "fixed term contract",
    }
)


def text_mentions(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Each mention in a text in lower case that describes this job, with the types it states."""
    last = 0
    labels = [match.span() for match in BOTH_LABEL.finditer(text)] if any(end in text for end in LABEL_ENDS) else []
    for spelling, start, end in islice(find_spellings(text), MAX_MENTIONS):
        before = LINE_BREAK.split(text[max(0, start - BEFORE) : start])[-1]
        after = SENTENCE_END.split(text[end : end + AFTER], maxsplit=1)[0]
        # "Full-time or contract position": the second mention shares the first one's context.
        is_employed = spelling.startswith("contract") and EMPLOYED.search(before)
        joined = (
            not is_employed and last and start - last < 12 and JOINED.fullmatch(text, last, start) and _may_join(after)
        )
        if (
            is_denied_question(text, sentence_bounds(text, start)[1])
            or REFUSED.match(text, end)
            or OF_EVERYBODY.match(text, end)
            or any(label[0] <= start < label[1] for label in labels)
        ):
            continue
        if joined or (_is_of_this_job(spelling, before, after) and not _is_of_others(text, start, end)):
            last = end
            yield Span("text", start, end), types_of(spelling, before)


def types_of(spelling: str, before: str) -> tuple[str, ...]:
    """The types of a spelling, with the one whose "time" it shares: "full and part-time"."""
    types = TYPES_BY_SPELLING[spelling]
    if types in (("PART_TIME",), ("FULL_TIME",)) and (shared := SHARED_TIME.search(before)):
        other = "FULL_TIME" if shared[1] else "PART_TIME"
        return types if other in types else (other, *types)
    return types


def _is_offered(before: str, after: str) -> bool:
    """ "Full-time positions are open", "you would be a full-time employee", "part-time bookkeeper wanted" """
    if EMPLOYEE.match(after) and any(words.search(before) for words in (YOU_WILL_BE, HIRING, LABELLED)):
        return True
    return bool((OFFERED.match(after) or WANTED_NEXT.match(after)) and LINE_START.search(before))


def _may_join(after: str) -> bool:
    return OFFERED.match(after) is not None or not NOT_THIS_JOB.match(after)


def _is_of_others(text: str, start: int, end: int) -> bool:
    # Up to the mention only: "you are self-employed, or, if you live here, employed" states a type first.
    return subject_of(text[sentence_bounds(text, start)[0] : end]) in OTHERS


def find_spellings(text: str) -> Iterator[tuple[str, int, int]]:
    """(spelling, start, end) of whole words in lower-case text, or of words to which the next label sticks."""
    for index, start, end in FINDER.find(text):
        is_whole = not text[end : end + 1].isalnum() or NEXT_LABEL.match(text, end)
        if is_whole and not text[start - 1 : start].isalnum():
            yield SPELLING_LIST[index], start, end


def _is_of_this_job(spelling: str, before: str, after: str) -> bool:
    if spelling.translate(HYPHENS) in FOREIGN:
        return is_of_this_job_abroad(spelling, before, after)
    is_weak = not WEAK.isdisjoint(TYPES_BY_SPELLING[spelling])
    if not is_weak and _is_offered(before, after):
        return True
    if _is_something_else(spelling, before, after, is_weak=is_weak):
        return False
    if LABELLED.search(before) or ROMANCE.search(before) or (NOW_ON.search(before) and BASIS.match(after)):
        return True
    if (
        ELSEWHERE.search(before)
        or OF_AGENCY.search(before)
        or (governor(before[-NEAR:]) in OF_OTHERS and not JOINS.search(before))
    ):
        return False
    if YOU_ARE.search(before) and not HEADED.match(after):
        return False
    if LABEL_CELL.search(before) and LINE_END.match(after):
        return True
    if is_weak:
        return _is_person_sought(spelling, before, after) or _is_weak_of_this_job(spelling, before, after)
    headed = HEADED.match(after)
    if LINE_START.search(before) and (LINE_END.match(after) or headed):
        return True
    return bool(
        COPULA.search(before)
        or HIRING.search(before)
        or WORKING.search(before)
        or (headed and DETERMINED.search(before))
    )


def _is_something_else(spelling: str, before: str, after: str, *, is_weak: bool) -> bool:
    """Whether the words beside a spelling make it a perk, a group of people or the basis of a figure."""
    if spelling.startswith("volunt") and (VOLUNTEER_PERK.match(after) or before.endswith("paid ")):
        return True
    is_of_figure = not is_weak and BASIS.match(after) and OF_A_FIGURE.search(before)
    return bool(NOT_THIS_JOB.match(after) or is_of_figure)


def _is_cover_of_this_job(before: str, after: str) -> bool:
    """ "A 12-month maternity cover": of the job, where a word for it or for a time is beside it."""
    is_named = DURATION.search(before) or IS_COVER.search(before) or HIRING.search(before)
    return bool(is_named or COVER_NEXT.match(after))


def _is_person_sought(spelling: str, before: str, after: str) -> bool:
    """ "We are looking for a freelancer", "for freelance writers", "this is a paid internship"."""
    if spelling == "freelance":
        if HIRING.search(before):
            is_one = before.endswith((" a ", " our ", " another ")) and PERSON_NEXT.match(after)
            return bool(is_one or PEOPLE_NEXT.match(after))
        return bool(LINE_START.search(before) and WANTED_NEXT.match(after))
    if spelling == "internship":
        is_offered = COPULA.search(before) or OFFERING.search(before)
        return bool(is_offered and PERSON_END.match(after))
    is_named = spelling in PERSONS and (HIRING.search(before) or AS_A.search(before))
    return bool(is_named and PERSON_END.match(after))


def _is_weak_of_this_job(spelling: str, before: str, after: str) -> bool:
    if spelling.translate(HYPHENS) in LEAVE_COVER:
        return _is_cover_of_this_job(before, after)
    if EMPLOYED.search(before):
        return False
    announced = COPULA.search(before) or HIRING.search(before)
    if spelling.translate(HYPHENS) in UNAMBIGUOUS and (announced or DETERMINED.search(before)):
        return True
    if spelling in ("contract", "internship") and (DURATION.search(before) or LENGTH.match(after)):
        return True
    alone = ALONE_END.match(after) or JOB_NEXT.match(after) or (spelling == "freelance" and after.startswith(","))
    is_headed = HEADED.match(after) and (announced or DETERMINED.search(before))
    return bool((alone and LINE_START.search(before)) or is_headed)
