"""The least years of experience that an ad asks for, for the job as a whole rather than with a single tool."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import chain, islice

from listings.facts.base import Fact, Reading, Span
from listings.facts.experience import phrases, work
from listings.facts.experience.tools import is_of_tool, tool_before
from listings.facts.multi_search import SharedFinder
from listings.facts.other_people import others_of
from listings.facts.seniority.levels_in_text import word_for_level_of_one
from listings.facts.skills.sections import (
    BULLETS,
    EMPLOYER,
    MIXED_HEADING,
    NICE_TO_HAVE,
    REQUIRED,
    Sections,
    sections_of,
)
from listings.facts.subjects import SentenceSubject, holder_of, sentence_bounds

TRIGGERS = (
    *("year", "yrs", "yr ", "yoe", "y.o.e", "jahr", "jähr", " ans", "année", "año", "anos", "ano ", "anni", "anno"),
    *("jaar", "12 month", "24 month", "36 month", "twelve month", " lat", "letni", " rok"),
    *("no experience", "no prior", "no previous"),
)
FINDER = SharedFinder(TRIGGERS)
MAX_SENTENCES = 120
# How far above an item the sentence is looked for that introduces its list.
MAX_ITEMS = 8
# How far before the years their heading may stand in a line.
MAX_UNDER_HEADING = 2000
MAX_YEARS, MONTHS = 20, 12
FIELD = "yearsOfExperience"
FIELD_YEARS = re.compile(r"(?:(?P<below>lt|less|under|<)\W*)?(?P<low>\d{1,2})")
# Who may have the years in place of the person.
OTHERS = (SentenceSubject.TASK, SentenceSubject.TEAM, SentenceSubject.COMPANY)
# From the number to the word "years", and from there to what they are about.
BEFORE, AFTER = 60, 110
LINE = 300


class ExperienceKind(Enum):
    """GENERAL: of the job as a whole. TOOL: with one tool. LEVEL: beside one of perhaps several levels.

    ALTERNATIVE: in place of other years. TYPICAL: usual rather than required, or about so many. REPLACEMENT: in place
    of a degree. WISH: not required. ONE_ROLE: of one of several roles.
    """

    GENERAL, TOOL, LEVEL, ALTERNATIVE, TYPICAL, REPLACEMENT, WISH, ONE_ROLE = range(8)


@dataclass(frozen=True, slots=True)
class Years:
    low: int
    kind: ExperienceKind
    span: Span


def read(reading: Reading) -> Fact | None:
    """The highest of the general requirements, as each has to be met; those with one tool if there are no others."""
    if stated := _field_years(reading):
        return stated
    every = [*_years_in(reading, "title"), *years_of_text(reading)]
    by_kind = {kind: [years for years in every if years.kind is kind] for kind in ExperienceKind}
    candidates = by_kind[ExperienceKind.GENERAL] + by_kind[ExperienceKind.LEVEL]
    alternatives = by_kind[ExperienceKind.ALTERNATIVE] + by_kind[ExperienceKind.TYPICAL]
    if not candidates and not alternatives and not by_kind[ExperienceKind.REPLACEMENT]:
        candidates = by_kind[ExperienceKind.TOOL]
    if not candidates:
        return None
    if by_kind[ExperienceKind.LEVEL] and len({candidate.low for candidate in candidates}) > 1:
        return None
    # More years with one tool than are asked for in general have to be met, too.
    years = max(candidates + by_kind[ExperienceKind.TOOL], key=lambda years: years.low)
    if any(alternative.low > years.low for alternative in alternatives):
        return None
    evidence, spans = reading.quote(years.span.field, years.span.start, years.span.end)
    return Fact(years.low, evidence, spans)


# The years in words are among them as well.
@lru_cache(maxsize=2)
def years_of_text(reading: Reading) -> Sequence[Years]:
    """All years that the text asks for, but those said of others."""
    others = others_of(reading)
    labelled = (
        Years(int(label["low"]), ExperienceKind.GENERAL, Span("text", *label.span()))
        for label in islice(phrases.LABELLED_YEARS.finditer(reading.lower_text), MAX_SENTENCES)
    )
    of_text = [years for years in chain(_years_in(reading, "text"), labelled) if not others.cover(years.span.start)]
    level = word_for_level_of_one(reading.title, reading.text, reading.lower_text) if of_text else ""
    return [
        replace(years, kind=ExperienceKind.ONE_ROLE) if _names(level, reading, years) else years for years in of_text
    ]


def _names(level: str, reading: Reading, years: Years) -> bool:
    return bool(level) and level in reading.lower_text[slice(*sentence_bounds(reading.lower_text, years.span.start))]


def _field_years(reading: Reading) -> Fact | None:
    """Of a field such as "2-5" or "lt-1"."""
    for value in reading.ad.fields.get(FIELD, ()):
        if match := FIELD_YEARS.search(value):
            return Fact(0 if match["below"] else int(match["low"]), f"field:{FIELD}")
    return None


def _years_in(reading: Reading, field: str) -> Iterator[Years]:
    text, original = (reading.lower_title, reading.title) if field == "title" else (reading.lower_text, reading.text)
    sections: Sections | None = None
    for start, end in islice(_sentences(text), MAX_SENTENCES):
        amounts = list(_amounts(text, start, end))
        if not amounts and "no " not in text[start:end]:
            continue
        sections = sections or sections_of(reading.text)
        section = REQUIRED if field == "title" else sections.kind_at(start)
        sentence = text[start:end]
        is_sought = any(_is_sought(text, start, end, amount, section) for amount in amounts)
        if (section in (EMPLOYER, NICE_TO_HAVE) and not is_sought) or (amounts and _is_below_wish(text, start)):
            continue
        is_alternative = bool(amounts) and _has_alternatives(amounts, text, start, end)
        for none in phrases.NO_EXPERIENCE.finditer(sentence):
            yield Years(0, ExperienceKind.GENERAL, Span(field, start + none.start(), start + none.end()))
        for amount in amounts:
            if _is_under_wish_heading(original, amount.start()) and not phrases.NEEDED.search(sentence):
                continue
            if years := _requirement(amount, text, original, (start, end), field, section):
                is_choice = is_alternative and years.kind is not ExperienceKind.WISH
                yield replace(years, kind=_kind_of_alternative(amounts, sentence, start)) if is_choice else years


def _is_sought(text: str, start: int, end: int, amount: re.Match[str], section: int) -> bool:
    """Whether the sentence asks for the years by itself, in whatever section."""
    if phrases.SOUGHT_BEFORE.search(text[start : amount.start()]):
        return True
    is_demand = section == EMPLOYER and phrases.DEMAND_BEGINS.fullmatch(text, start, amount.start())
    return bool(is_demand) and phrases.EXPERIENCE_AFTER.match(text, amount.end(), end) is not None


def _kind_of_alternative(amounts: Sequence[re.Match[str]], sentence: str, start: int) -> ExperienceKind:
    """Whether the only years of a sentence from `start` stand in place of a degree that needs none, or of anything."""
    is_alone = len(amounts) == 1 and phrases.IN_PLACE_OF_DEGREE.search(sentence, 0, amounts[0].start() - start)
    return ExperienceKind.REPLACEMENT if is_alone else ExperienceKind.ALTERNATIVE


def _is_below_wish(text: str, position: int) -> bool:
    """Whether the line is an item of a list that a sentence introduces as a wish: "Not necessary, but a plus:"."""
    begin = text.rfind("\n", 0, position) + 1
    for _ in range(MAX_ITEMS):
        if begin <= 1 or text[begin] not in BULLETS:
            return False
        end, begin = begin - 1, text.rfind("\n", 0, begin - 1) + 1
        if text.endswith(":", begin, end):
            return phrases.WISH.search(text, begin, end) is not None and not MIXED_HEADING.search(text, begin, end)
    return False


def _is_under_wish_heading(original: str, position: int) -> bool:
    """Whether the last heading in the line before the position, or the last line in capitals, is one of wishes."""
    capitals = [
        match.start(1)
        for match in phrases.CAPITAL_HEADING.finditer(
            original, position - MAX_UNDER_HEADING if position > MAX_UNDER_HEADING else 0, position
        )
    ]
    if capitals and (wish := phrases.WISH_HEADING.match(original, capitals[-1])):
        return phrases.NEED_HEADING.search(original, wish.end(), position) is None
    begin = max(original.rfind("\n", 0, position) + 1, position - MAX_UNDER_HEADING)
    ends = [heading.end() for heading in phrases.WISH_HEADING.finditer(original, begin, position)]
    return bool(ends) and phrases.NEED_HEADING.search(original, ends[-1], position) is None


def _amounts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Numbers of years in a sentence. Only around digits and words for numbers: the pattern is slow."""
    last = start
    for hint in phrases.NUMBER_HINT.finditer(text, start, end):
        if hint.start() >= last and (amount := phrases.AMOUNT.match(text, hint.start(), end)):
            yield amount
            last = amount.end()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence or line with a trigger, once."""
    last = -1
    for _, position, _ in FINDER.find(text):
        if position >= last and (
            text.startswith("no ", position)
            or phrases.NUMBER_HINT.search(text, max(0, position - BEFORE), position + 1)
        ):
            start, last = sentence_bounds(text, position)
            if phrases.ABBREVIATED.search(text, max(0, start - 8), start):
                start, _ = sentence_bounds(text, start - 2)
            yield start, last


def _has_alternatives(amounts: Sequence[re.Match[str]], text: str, start: int, end: int) -> bool:
    """Whether the years stand in place of a degree or of other years, so that no number holds for everybody."""
    sentence = text[start:end]
    if phrases.ALTERNATIVE.search(sentence) or phrases.OR_NEXT.match(text, end + 1):
        return True
    above = text[max(0, start - LINE) : start]
    if ("or" in above[-phrases.OR_LENGTH :] and phrases.OR_ABOVE.search(above)) or phrases.OR_EQUIVALENT.match(
        text, max(0, start - 3)
    ):
        return True
    if any(phrases.OR_BEFORE.search(text, max(start, amount.start() - 40), amount.start()) for amount in amounts):
        return True
    line_start, line_end = text.rfind("\n", max(0, start - LINE), start) + 1, text.find("\n", end, end + LINE)
    line = text[line_start or max(0, start - LINE) : line_end if line_end >= 0 else end + LINE]
    degrees = set(phrases.DEGREES.findall(line))
    if degrees and phrases.DEGREE_ALTERNATIVE.search(sentence):
        return True
    # "Master's with 4 years⏎PhD with 2 years": a line for each degree.
    if _differ_by_degree(text, start, end) or _may_replace(text[max(0, start - LINE) : end + LINE]):
        return True
    # "5 years with a Bachelor's, 3 with a Master's": in the line, since semicolons divide it.
    return len(degrees) > 1 and len({match["low"] for match in phrases.AMOUNT.finditer(line)}) > 1


def _differ_by_degree(text: str, start: int, end: int) -> bool:
    """Whether the lines around name other years for other degrees."""
    bounds = max(0, start - LINE), end + LINE
    patterns = (phrases.YEARS_WITH_DEGREE, phrases.YEARS_BEFORE_DEGREE)
    # Both patterns are slow, and need a degree.
    if phrases.DEGREES.search(text, *bounds):
        lows = {match["low"] for pattern in patterns for match in pattern.finditer(text, *bounds)}
        if len(lows) > 1:
            return True
    # "4+ years of research. 6+ years with an MS."
    line = max(bounds[0], text.rfind("\n", 0, start) + 1), end
    has_degree = phrases.DEGREES.search(text, *line) and phrases.YEARS_BEFORE_DEGREE.search(text, *line)
    return has_degree is not None and (len({match["low"] for match in phrases.AMOUNT.finditer(text, *line)}) > 1)


def _may_replace(nearby: str) -> bool:
    """Whether a degree stands for years of experience there."""
    return any(word in nearby for word in phrases.REPLACES) and phrases.DEGREE_FOR_YEARS.search(nearby) is not None


def _requirement(
    amount: re.Match[str], text: str, original: str, bounds: tuple[int, int], field: str, section: int
) -> Years | None:
    start, end = bounds
    before, after = text[start : amount.start()], text[amount.end() : min(end, amount.end() + AFTER)]
    low = _least(amount)
    if low is None or low > MAX_YEARS or (amount["high"] and (_number(amount["high"]) or 0) < low):
        return None
    if phrases.NOT_ASKED_AFTER.match(after) or phrases.NOT_ASKED_BEFORE.search(before[-40:]):
        return None
    if _is_of_others(before):
        return None
    if section != REQUIRED and phrases.BOASTING.fullmatch(before):
        return None
    tool = tool_before(original, text, start, amount)
    # "[5] years"
    span_start = amount.start() - before.endswith("[")
    span_end = _experience_end(amount, before, after, section)
    if span_end is None and section == REQUIRED:
        if tool is not None and phrases.TOOL_YEARS_END.match(after):
            span_start, span_end = tool, 0
        elif not after.strip(" .") and _is_below_label(text, bounds, before):
            span_end = 0
    if span_end is None:
        return None
    kind = _kind(amount, text, original, bounds, is_tools=tool is not None)
    return Years(low, kind, Span(field, span_start, amount.end() + span_end))


def _kind(
    amount: re.Match[str], text: str, original: str, bounds: tuple[int, int], *, is_tools: bool
) -> ExperienceKind:
    start, end = bounds
    before, after = text[start : amount.start()], text[amount.end() : min(end, amount.end() + AFTER)]
    if _is_wish(before, text[amount.end() : end]):
        return ExperienceKind.WISH
    hedge = phrases.HEDGED_BEFORE.search(before) or phrases.HEDGED_AFTER.match(after)
    # "~3+ years": three at least.
    is_hedged = hedge is not None and phrases.OR_MORE.search(amount[0]) is None
    if is_hedged or phrases.TYPICAL_BEFORE.search(before):
        return ExperienceKind.TYPICAL
    if is_tools or is_of_tool(original, text, amount.end(), end):
        return ExperienceKind.TOOL
    is_of_level = phrases.LEVEL.search(text, start, end) or start >= _levels_start(text)
    return ExperienceKind.LEVEL if is_of_level else ExperienceKind.GENERAL


@lru_cache(maxsize=2)
def _levels_start(text: str) -> int:
    """Where the first of several lists begins, each below a heading for a level; the end of `text` without any."""
    headings = list(phrases.LEVEL_HEADING.finditer(text)) if "level" in text or "requirements for" in text else []
    return headings[0].end() if len({heading[heading.lastindex or 0] for heading in headings}) > 1 else len(text)


def _is_of_others(before: str) -> bool:
    """Whether the firm, a team or anybody at all has the years, rather than the person who is sought."""
    if phrases.SOUGHT_BEFORE.search(before):
        return False
    is_of_firm = holder_of(before) in OTHERS or phrases.OF_FIRM_BEFORE.search(before)
    return bool(is_of_firm or phrases.WHETHER_BEFORE.search(before))


def _experience_end(amount: re.Match[str], before: str, after: str, section: int) -> int | None:
    """Where the words for experience end, after the years; None if the years are not of experience."""
    if match := phrases.EXPERIENCE_AFTER.match(after):
        # "(5+ years) in experience design": the quote does not leave the brackets.
        return match.end() if match[0].count(")") <= match[0].count("(") else 0
    if phrases.YOE.search(amount[0]) or phrases.EXPERIENCE_BEFORE.search(before):
        return 0
    if phrases.YEARS_SOUGHT.search(before) and work.YEARS_OF_WORK.match(after):
        return 0
    if phrases.MARKED_REQUIRED.match(after) and phrases.LABEL_BEFORE.search(before):
        return 0
    if phrases.WORKED_FOR.search(before) or (after.startswith(")") and phrases.BEFORE_BRACKET.search(before)):
        return 0
    is_demanded = section == REQUIRED or phrases.DEMANDED.search(before)
    if match := work.IN_TRADE.match(after):
        return match.end() if is_demanded else None
    if section == REQUIRED and not before.strip(f"{BULLETS} ") and (match := work.LABEL_OF_TRADE.match(after)):
        return match.end() - len(": ")
    is_asked = is_demanded or phrases.OR_MORE.search(amount[0])
    if is_asked and (match := work.DOING_AFTER.match(after) or work.LEADERSHIP_AFTER.match(after)):
        return match.end()
    if section == REQUIRED and phrases.BEGINS.fullmatch(before) and (match := work.WORK_AFTER.match(after)):
        return match.end()
    return None


def _is_below_label(text: str, bounds: tuple[int, int], before: str) -> bool:
    """Whether a line of nothing but years stands below a line "Experience", alone: further years are a choice."""
    start, end = bounds
    if phrases.AMOUNT.match(text, end + 1):
        return False
    if before.strip(f"{BULLETS} ") or start < 2 or text[start - 1] != "\n":
        return False
    return phrases.EXPERIENCE_LINE.fullmatch(text, text.rfind("\n", 0, start - 1) + 1, start - 1) is not None


def _is_wish(before: str, after: str) -> bool:
    if phrases.WISH.search(before):
        return True
    return any(_is_about_years(wish, after) for wish in phrases.WISH.finditer(after))


def _is_about_years(wish: re.Match[str], after: str) -> bool:
    """Whether a wish behind years is about them: neither a narrowing nor in brackets, of something else."""
    if any(phrases.NARROWED.match(after, max(0, wish.start() - back)) for back in (2, 6)):
        return False
    if phrases.NARROWED_TO.match(after, wish.start()) or _has_noun(wish, after):
        return False
    bracket = after.rfind("(", 0, wish.start())
    if bracket < 0 or ")" in after[bracket : wish.start()]:
        return True
    return phrases.BRACKETED_WISH.match(after, bracket) is not None


def _has_noun(wish: re.Match[str], after: str) -> bool:
    """Whether a part of the sentence after a comma, with a noun of its own, is what is wished for."""
    comma = after.rfind(",", 0, wish.start())
    return (
        comma > 0
        and phrases.WISHED_NOUN.search(after, 0, comma) is not None
        and phrases.WISHED_NOUN.search(after, comma, wish.start()) is not None
    )


def _least(amount: re.Match[str]) -> int | None:
    """The lower number in years; None for months that are no whole years."""
    low = _number(amount["low"])
    if low is None or "month" not in amount[0]:
        return low
    return None if low % MONTHS else low // MONTHS


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text in phrases.NUMBERS:
        return phrases.NUMBERS[text]
    return int(re.split(r"[.,]", text)[0])
