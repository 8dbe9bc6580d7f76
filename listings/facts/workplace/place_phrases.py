"""Phrases that tie this very job to a place: "this role is on-site", "Work arrangement: Hybrid"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from listings.facts.guarded import GuardedPattern
from listings.facts.subjects import StatementKind, is_doubtful
from listings.facts.workplace.remote_phrases import LABELLED as LABELLED_ELSEWHERE
from listings.facts.workplace.words import FULLY as FULLY_ELSEWHERE
from listings.facts.workplace.words import JOB_NOUN, YOU_WORK

JOB = (
    r"(?:this|the|our|your|an?)(?: \w+){0,3} (?:role|position|job|opportunity|vacancy|contract)|you|this|it|position"
    r"|role|job"
)
# The phrase is said of this job: "this role is …", "you will be …".
SAID_OF_JOB = re.compile(
    rf"\b(?:{JOB})(?: (?:is|are|will be|must be|can be|would be)|['’]ll be)(?: \w+){{0,2}}"
    r"(?: an?| located| based| considered| designated(?: as)?| performed| expected to (?:be|work)| required to (?:be"
    r"|work))*"
    r"(?: (?:full[- ]time|part[- ]time|permanent|fully|100%|completely|entirely|primarily|mostly|strictly"
    r"|long[- ]term|paid)[, ]*)* ?$"
    # "This role sits in Ghent and is on-site"
    r"|\b(?:this|the) (?:role|position|job)\b[^.;,]{0,60} and (?:is|will be|must be) $"
)
# "Our sales team is remote, but this role is on-site": said of this role is what follows.
CONTRAST = re.compile(
    r",? (?:but|yet|while|whereas|however,?) (?=(?:this|the) (?:role|position|job)\b|you(?:['’]ll| will)? )"
)
# "The role is full-time, in a hybrid working model", and not "you will work on a hybrid model of tides"
IN_MODEL = re.compile(
    rf"^(?:(?!\bha(?:s|ve|d)\b)[^.;:])*\b(?:{JOB})\b(?:(?!\bha(?:s|ve|d)\b)[^.;:]){{0,60}}"
    r"(?:\b(?:in|on|with|eligible for|(?:role|position|job) follows)|\bwork(?:s|ing)?)"
    r" (?:an? |our |the )?(?:flexible )?$"
)
MODEL = re.compile(
    r"[- ](?:work(?:ing|place)? )?(?:arrangement|schedule|pattern|set-?up|basis|capacity|mode|format)\b(?!s)"
    r"|[- ]work(?:ing)? (?:model\b(?!s)|policy\b)"
)
IN_PLAIN_MODEL = re.compile(
    r"\b(?:role|position|job|work|working|full[- ]time|part[- ]time)\b[, ]{1,2}in (?:an?|our|the) $"
)
PLAIN_MODEL = re.compile(r" model\b(?!s| of\b)|[- ]work(?:ing)?\W*$")
MAY = re.compile(r"\b(?:can|may|could|might|option to|choose to)\b")
ELIGIBLE = re.compile(r"\b(?:this|the|our) (?:role|position|job) is eligible for (?:an? |our )?(?:flexible )?$")
# "A full-time position onsite at our studio"
POSITION = re.compile(
    r"\b(?:role|position|job|opportunity|vacancy) (?:(?:working|based|located|performed|fully|100%) ){0,2}$"
)
AT_THE_EMPLOYER = re.compile(r",? (?:at|in) (?:our|the|one of our|an?|(?:the )?client)\b")
# What may follow it.
PHRASE_END = re.compile(
    r"\s*(?:$|[.,;(:*–-]|with\b|based\b|in\b|at\b|and\b|from\b|\d|working\b|role\b|position\b|job\b|opportunity\b"
    r"|arrangement"
    r"|schedule|model\b)"
)
HEADED = re.compile(r"[ ,/-]{1,2}(?:[\w/&-]{1,15} ){0,2}(?:role|position|job|opportunity|vacancy)\b(?!s)")
ARTICLE = re.compile(r"(?:\b(?:an?|this|the|our)(?: [\w,-]{1,15}){0,2} |^\W*|: )$")
LABELLED = re.compile(
    r"\b(?:location|workplace|work ?place type|(?:work(?:ing)? )?(?:arrangement|pattern)|work(?:ing)? (?:model|mode"
    r"|environment|location|setup"
    r"|style|type|set-up)"
    r"|job type|type|arbeitsort|arbeitsmodell|standort|setting|where|modality"
    r"|modalidad)s?(?: type)?\s?[:–-]\s?[^:.]{0,40}$"
)
# A longer line is no heading.
MAX_HEADING = 100
SHARED = re.compile(r"\b(?:hybrid|remote\w*|home|flexib\w*|days?)\b")
ALONE_BEFORE = re.compile(r"^[\W\d]*(?:100|fully|full|flexible)?[\W]*$")
ALONE_AFTER = re.compile(r"\s*(?:$|[|•·)\]&+,/;(–-]|\b(?:in|or|and|within|from)\b)")
PAUSE = re.compile(r"\s*(?:$|[(\[,|–-])")
AFTER_NOT_REMOTE = re.compile(r" ?(?:role|position|job|work|option|$)")
CHOICE_BEFORE = re.compile(r"\bor $|(?:remote|home|hybrid)\W{0,2}/ ?$|\bremote\b")
CHOICE_AFTER = re.compile(r"\s?(?:/|or|and) ?(?:fully )?remote|\s?\(remote")
# "Hybrid or on-site in Bergen": some days at a place at least.
CHOICE_REMOTE = re.compile(r"\bremote|\bhome\b|\banywhere\b")
OR_OFFICE = re.compile(
    r"(?: or | ?/ ?)(?:fully )?(?:on-?\s?site|in[- ](?:office|person))(?=\s*(?:$|[.,;()]|(?:in|at|from|only)\b))"
)
OFFICE_OR = re.compile(r"\b(?:on-?\s?site|in[- ](?:office|person)) or $")
FULLY = re.compile(r"\b(?:fully|100 ?%|completely|entirely|permanently|full)[ -]$")
# A heading or a list of terms: "The Job (On-site, Leeds)", "40 hours per week, on-site".
IN_BRACKETS = re.compile(r"[(\[]\s?(?:full[- ]time,? |100% |fully )?$")
IN_LIST = re.compile(
    r"(?:\bhours? (?:per|a|/) ?week|\bfull[- ]time|\bpart[- ]time|\bcontract|\bpermanent|\bw2)[,;/|( –-]{1,3}$"
)
HYBRID_OFFERED = re.compile(
    r"\bhybrid (?:work(?:ing|place)?|office)(?: (?:models?|options?|arrangements?|polic(?:y|ies)|set-?up|schedules?))?"
    r"(?=\W*(?:$|[,;.)]|and\b|with\b))|\bhybrides arbeiten\b"
)
# "Full-time, in-office"
IN_LIST_IN = re.compile(IN_LIST.pattern.removesuffix("$") + r"in[- ]$")
HYBRID_HEADING = re.compile(
    r"^\W*hybrid\s?:|^\W*(?:flexible )?hybrid[- ](?:work(?:ing|place)?|schedule|role|position|model|arrangement)s?"
    r"(?: (?:model|schedule|arrangement|environment|policy))?\s*(?:$|[(:,–-])"
)
LISTED_AFTER = re.compile(r"\s*(?:$|[),.;:/|\]–-]|\b(?:in|at|only|role|position|job|work|from|mon\w*|full|no|\d))")
MUST = re.compile(
    r"\b(?:must|to work|(?:work|duties) (?:will be|is|are|must be) (?:performed|done|conducted)|required to|requires?"
    r"|expected to|need to|able to|candidates? (?:will|must))(?: be(?:ing)?)?(?: able to)?"
    r"(?: you to)? ?(?:work(?:ing)?|be|report|commit to)?(?: full[- ]time| fully| 100%)? $"
)
PRESENCE_NEEDED = re.compile(
    r"(?: (?:presence|work|attendance))? (?:is )?(?:required|mandatory|only)\b| presence\b|,? (?:no|not) remote\b"
)
# A place of work, whosever it is.
AT_CLIENT = re.compile(
    r"\b(?:our|the|an?) (?:client|customer)(?:['’]?s['’]?)? (?:[\w.,-]{1,20} ){0,4}?(?:offices?|sites?|plant"
    r"|premises|location|facilit(?:y|ies)|campus|headquarters)\b"
)
IN = re.compile(r"\bin[- ]$")
NEGATED = re.compile(r"\b(?:not?|non)[ -](?:an? )?$")
BASED_ROLE = re.compile(r"[- ]based (?:role|position|job)")
PLURAL = re.compile(r" (?:roles|positions|employees|jobs)\b")
ONLY = re.compile(r"\b(?:fully|100 ?%|strictly|completely|entirely|only) $")
OUR_OFFICE = re.compile(
    r"\bthis (?:role|position|job) (?:is|will be) (?:based|located|performed) (?:in|at|out of|from) (?:our|the) "
    r"(?:[\w.,-]{1,20} ){0,4}$"
)
HYBRID_ELSEWHERE = (
    rf"\b(?:{YOU_WORK} hybrid|hybride?[srnm]? (?:arbeit\w*|zusammenarbeit|modell|stelle|homeoffice)|hybride werk\w*"
    rf"|hybride functie"
    rf"|{JOB_NOUN}(?: (?:ist|est|es|é|è|is|jest|en|de|mode|em|in modalità))? (?:h[ií]br[ií]d[oa]|hybride?|ibrid[oa]"
    rf"|hybrydow\w{{1,3}})"
    r"|modelo híbrido|formato híbrido|esquema híbrido|régimen híbrido|regime híbrido|mode hybride|rythme hybride"
    r"|formule hybride"
    r"|modello ibrido|tryb hybrydowy|model hybrydowy|hybrydowo)\b"
)
ONSITE_ELSEWHERE = (
    rf"\b{JOB_NOUN}(?: (?:ist|est|es|é|è|is|jest|findet|erfolgt|se realiza|se hace|si svolge|odbywa się"
    rf"|s['’]effectue))?(?: {FULLY_ELSEWHERE}| nur| solo| uniquement| alleen| tylko)?:? (?:vor ort|im büro"
    rf"|sur (?:site|place)|au bureau|en (?:la )?oficina|in ufficio|w biurze|(?:en "
    rf"|à )?présentiel|presencial"
    rf"|in presenza|in sede"
    r"|op locatie|op kantoor|stacjonarn\w{1,3})\b(?! oder| ou| o | of| lub| e | y | und)"
    r"|^\W*(?:100 ?% )?(?:présentiel|presencial)\W*$"
)
# Weaker: the office that the person joins, in a text that says no more.
OUR_PLACE = re.compile(
    r"\b(?:join|joining|work|working|role|position|opportunity|based|located|sit|hiring|looking for"
    r"|seeking)\b[^.]{0,120}?"
    r"\b(?:in|at|out of|from) (?:our|the) (?:[\w.,&'-]{1,20} ){0,4}(?:office|headquarters|hq|studio)\b(?! (?:of|for"
    r"|in|manage|admin|environment|365))"
    r"|\boffice[- ]based\b(?=\s*(?:$|[,.;)(–-]))"
)
NOT_OUR_PLACE = re.compile(
    r"\b(?:hybrid|remote\w*|home|flexib\w*|days?|or|can|could|front|back|middle|central|data governance|closing"
    r"|closed|reopen\w*|travel\w*|meet\w*|membership|gym|parking)\b"
    # "Located just steps from the headquarters": what else is near them.
    r"|\b(?:feet|steps?|blocks?|walk|minutes?|miles?|away|near|close|next|opposite) (?:away )?(?:from|to) "
)
# The value of a label: "Sede di lavoro: Lecce, in presenza".
KIND_ELSEWHERE = re.compile(
    r"\b(?:(?P<hybrid>h[ií]br[ií]d[oa]|hybride?s?|ibrid[oa]|hybrydow\w{1,3})|vor ort|sur site|présentiel|presencial"
    r"|in presenza|in sede|op locatie|op kantoor|stacjonarn\w{1,3})\b"
)
OTHER_LANGUAGES = ((GuardedPattern(HYBRID_ELSEWHERE), "hybrid"), (GuardedPattern(ONSITE_ELSEWHERE), "onsite"))


def offers_hybrid(sentence: str) -> tuple[int, int] | None:
    """Where a sentence offers hybrid work, without saying that the job is hybrid: "flexible hours, hybrid work"."""
    match = HYBRID_OFFERED.search(sentence)
    return match.span() if match and not is_doubtful(StatementKind.FIELD_WORK, sentence) else None


def office_joined(sentence: str) -> tuple[int, int] | None:
    """Where a sentence says in which office the work is done."""
    match = OUR_PLACE.search(sentence)
    if not match or NOT_OUR_PLACE.search(sentence) or is_doubtful(StatementKind.OFFICE, sentence):
        return None
    return match.span()


def phrase_elsewhere(sentence: str) -> tuple[str, int, int] | None:
    """The place that a sentence in another language than English names: (workplace, start, end)."""
    for pattern, place in OTHER_LANGUAGES:
        if match := pattern.search(sentence):
            return place, match.start(), match.end()
    for match in KIND_ELSEWHERE.finditer(sentence):
        if LABELLED_ELSEWHERE.search(sentence[: match.start()]) and ALONE_AFTER.match(sentence, match.end()):
            return "hybrid" if match["hybrid"] else "onsite", *match.span()
    return None


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """A trigger in English with the words before and after it in its sentence, in lower case."""

    trigger: str
    before: str
    after: str
    in_opening: bool

    @property
    def place(self) -> str:
        return "hybrid" if self.trigger.startswith(("hybrid", "field")) else "onsite"

    def is_doubtful(self, kind: StatementKind = StatementKind.WORKPLACE) -> bool:
        return is_doubtful(kind, self.before)

    def stands_between(self, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
        return before.search(self.before) is not None and after.match(self.after) is not None

    @property
    def is_shared(self) -> bool:
        return SHARED.search(self.before + self.after) is not None

    @property
    def is_short(self) -> bool:
        return len(self.before) + len(self.after) < MAX_HEADING


# What the words around a trigger say, the first that applies; "" for nothing. OWN: the place that the trigger names.
OWN = "own"
PlaceRules = Sequence[tuple[Callable[[TriggerWords], object], str]]
REFUSALS: PlaceRules = (
    (lambda context: AFTER_NOT_REMOTE.match(context.after) and not context.is_doubtful(), "onsite"),
)
OFFICE: PlaceRules = (
    # "Location: in office"
    (lambda context: LABELLED.search(context.before) and context.stands_between(IN, ALONE_AFTER), "onsite"),
    # "Full-time, in-office"
    (
        lambda context: context.stands_between(IN_LIST_IN, LISTED_AFTER) and context.is_short and not context.is_shared,
        "onsite",
    ),
    (lambda context: context.before.endswith(("home ", "home-")) or context.is_doubtful() or context.is_shared, ""),
    # "An office-based role", "this role is based in our Ghent office", "an in-office role"
    (lambda context: BASED_ROLE.match(context.after) or OUR_OFFICE.search(context.before), "onsite"),
    (lambda context: context.stands_between(IN, HEADED), "onsite"),
)
KINDS: PlaceRules = (
    (lambda context: context.trigger == "hybrid" and _is_hybrid_or_office(context), OWN),
    # "Onsite or remote" leaves the choice to the person.
    (lambda context: CHOICE_BEFORE.search(context.before[-12:]) or CHOICE_AFTER.match(context.after), ""),
    # "#LI-Hybrid", "Hybrid working (2 days)", "Work arrangement: Hybrid"
    (lambda context: context.before.endswith("#li-"), OWN),
    (
        lambda context: (
            context.trigger == "hybrid" and HYBRID_HEADING.match(context.before + context.trigger + context.after)
        ),
        OWN,
    ),
    (lambda context: context.stands_between(LABELLED, ALONE_AFTER), OWN),
    (
        lambda context: (
            context.in_opening
            and context.trigger != "in person"
            and ALONE_BEFORE.match(context.before)
            and PAUSE.match(context.after)
        ),
        OWN,
    ),
    (lambda context: NEGATED.search(context.before), ""),
    (lambda context: context.trigger == "hybrid" and _is_in_model(context.before, context.after), OWN),
    (lambda context: context.place == "onsite" and _is_required(context), OWN),
    (lambda context: context.is_doubtful(), ""),
    (
        lambda context: (
            context.place == "onsite" and context.stands_between(POSITION, AT_THE_EMPLOYER) and not context.is_shared
        ),
        OWN,
    ),
    # "This role is on-site", "an on-site position"
    (lambda context: context.stands_between(SAID_OF_JOB, PHRASE_END), OWN),
    (lambda context: context.stands_between(ARTICLE, HEADED), OWN),
)


def place_phrase(trigger: str, before: str, after: str, *, in_opening: bool) -> str | None:
    """The place that the words around a trigger in English say of this job."""
    context = TriggerWords(trigger, CONTRAST.split(before)[-1], after, in_opening)
    rules = REFUSALS if trigger.startswith(("not", "no ")) else OFFICE if trigger == "office" else KINDS
    place = next((place for applies, place in rules if applies(context)), "")
    return context.place if place == OWN else place or None


def _is_hybrid_or_office(context: TriggerWords) -> bool:
    """ "Hybrid or on-site in Bergen", "this role is on-site or hybrid", and no remote work beside them."""
    if context.is_doubtful() or CHOICE_REMOTE.search(context.before + context.after):
        return False
    before = OFFICE_OR.sub("", context.before)
    is_choice = before != context.before or OR_OFFICE.match(context.after)
    ends = OR_OFFICE.match(context.after) or PAUSE.match(context.after) or PHRASE_END.match(context.after)
    return bool(is_choice and ends and (ALONE_BEFORE.search(before) or SAID_OF_JOB.search(before)))


def _is_required(context: TriggerWords) -> bool:
    """ "(On-site, Leeds)" in a heading, "must be on-site", "on-site presence is required"."""
    if is_doubtful(StatementKind.PRESENCE, context.before + AT_CLIENT.sub("", context.after)):
        return False
    is_listed = context.stands_between(IN_BRACKETS, LISTED_AFTER) or context.stands_between(IN_LIST, LISTED_AFTER)
    if is_listed and context.is_short:
        return True
    if ONLY.search(context.before) and not PLURAL.match(context.after):
        return True
    return bool(MUST.search(context.before) or PRESENCE_NEEDED.match(context.after)) and not context.is_doubtful()


def _is_in_model(before: str, after: str) -> bool:
    """ "You will work in a hybrid model", "this role is eligible for a hybrid schedule" """
    if MAY.search(before) or is_doubtful(StatementKind.WORKPLACE, ELIGIBLE.sub("", before)):
        return False
    if IN_MODEL.search(before) and MODEL.match(after):
        return True
    return bool((IN_PLAIN_MODEL.search(before) or ELIGIBLE.search(before)) and PLAIN_MODEL.match(after))
