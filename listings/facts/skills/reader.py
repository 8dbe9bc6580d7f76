"""The technologies, tools and methods that the job asks for: required ones first, fifteen at most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from listings.boards.base import Ad
from listings.facts.base import Fact, Reading, Span
from listings.facts.multi_search import build_finder
from listings.facts.other_people import others_of
from listings.facts.skills.employer_names import KNOWING, EmployerNames, is_applied
from listings.facts.skills.excluded_contexts import NEAR, ExcludedContexts, sentence_span, sentence_start
from listings.facts.skills.mentions import SkillMention, mentions
from listings.facts.skills.sections import (
    EMPLOYER,
    NICE_TO_HAVE,
    REQUIRED,
    WORK,
    Sections,
    is_list_item,
    is_of_stack,
    sections_of,
)
from listings.facts.skills.unasked_sentences import UnaskedSentences, is_place
from listings.facts.skills.uses import follows_experience, is_used
from listings.vocabulary.skills import canonical

MAX_SKILLS = 15
MAX_TAGS, MAX_TAG_LENGTH = 40, 60
# A mention in the title outranks every section.
TITLE = REQUIRED + 1
# Penalty of a skill mentioned once, outside a list: less than one rank.
SINGLE_MENTION = 0.5
# With this many tools, practices ("machine learning") are left out: ads mention them all over the place.
ENOUGH_TOOLS = 3
# Except for these, where they are required.
BESIDE_TOOLS = frozenset(("agile", "microservices", "nosql", "observability", "test automation", "windows"))
# Trades whose ads name tools in passing: in prose, less is believed there than in a list of requirements.
NOT_TECHNICAL = frozenset(
    (
        *("design", "education", "finance", "health", "legal", "marketing", "operations", "other", "people"),
        *("projects", "sales", "writing"),
    )
)
# Practices that are the trade itself where the job is of it: "Customer Success Manager" asks for no such tool.
TRADES = frozenset(("customer success", "customer support", "technical support", "troubleshooting", "partnerships"))
TRADE_CATEGORIES = frozenset(("support", "sales", "operations"))
# A sentence about what the person does.
YOU = re.compile(r"\byou(?:['’]ll|r)?\b", re.IGNORECASE)
SHORT_LINE = 45
# What else a line of a single tool holds: a bullet, a maker, a version.
OWN_LINE = 26
LINE_CONTEXT = 160
# "A degree in Python" asks for studies, not for the tool.
DEGREE = re.compile(r"\b(?:degree|bachelor|master['’]?s|diploma|studium|b\.?sc|m\.?sc)\b", re.IGNORECASE)
# If more than MAX_SKILLS are left: penalties for examples, for skills in brackets, and for late members of a long list.
EXAMPLES = build_finder(
    (
        *("e.g", "ex.", "z.b", "z. b", "such as ", " like ", "for example", "including ", "similar", "etc"),
        *("at least one", "any of", "one of"),
    )
)
EXAMPLE, IN_BRACKETS, LATE = 0.3, 0.4, 0.6
LONG_LIST = 4
# Also then: the bonus of a skill mentioned again, a little more than one rank.
REPEATED = 1.1
ENOUGH_REQUIRED = 8
# "Our stack" is about the work, even in the employer's section.
STACK_CUES = build_finder(
    (
        " stack",
        "we use ",
        "we work with ",
        "written in ",
        "built with ",
        "built on ",
        "built in ",
        "hosted on ",
        "our tools",
    )
)
# "The AI industry", "Salesforce customers", "Stripe's climate initiative": not the tool.
INDUSTRY_AFTER = re.compile(
    r"(?:['’]s)?[ -](?:\w+ )?(?:space|industry|industries|sectors?|verticals?|companies|startups?|vendors?"
    r"|customers|clients|communities|initiatives?|conferences?|summits?|universe)\b"
    # "A Rails-like framework", but "SQL-like" languages have SQL's words
    r"|(?<![Ss][Qq][Ll])(?<![Uu][Nn][Ii][Xx])(?<![Ll]inux)-(?:like|style|esque)\b"
)
# "We don't use Rails": what else the ad says of it is a comparison. Not so "We don't use Rails views".
REFUSED_BEFORE = re.compile(r"\bwe (?:do not|don['’]t|never|no longer) use $")
REFUSED_AFTER = re.compile(r" ?(?:[.,;:!?)\n]|$|(?:but|and|or|at all|any ?more|here)\b)")
MIN_COMPANY_NAME = 3
# With one of these, a sentence that names the employer is about the work after all.
ABOUT_WORK = re.compile(r"\||\b(?:we|you|your|our stack|using|hiring|looking|seeking|engineers?|developers?|roles?)\b")


@dataclass(slots=True)
class RankedMention:
    """A mention in a field ("title" or "text") with the rank of its section, or TITLE."""

    mention: SkillMention
    field: str
    rank: int

    @property
    def skill(self) -> str:
        return self.mention.spelling.skill

    @property
    def span(self) -> Span:
        return Span(self.field, self.mention.start, self.mention.end)


def read(reading: Reading) -> Fact | None:
    employer = EmployerNames(reading.ad.company.lower(), reading.text)
    ranked = _rank_mentions(reading, sections_of(reading.text), employer)
    # Its products last: a practice in the title is worth no more for want of them.
    tools = [
        candidate
        for candidate in _asked_for(reading, ranked)
        if not employer.may_mean(candidate.mention.spelling) or _is_for_person(candidate, reading.text)
    ]
    strongest = _strongest(tools, reading.text, _skills_of_tags(reading.ad))
    if not strongest:
        return None
    first = strongest[0].span
    source = reading.title if first.field == "title" else reading.text
    return Fact(
        [candidate.skill for candidate in strongest],
        source[first.start : first.end],
        tuple(candidate.span for candidate in strongest),
    )


def _asked_for(reading: Reading, ranked: Iterable[RankedMention]) -> list[RankedMention]:
    """The tools, and those practices that are asked for beside them."""
    tools = [candidate for candidate in ranked if not candidate.mention.spelling.practice]
    practices = [candidate for candidate in ranked if candidate.mention.spelling.practice]
    if practices and others_of(reading).category in TRADE_CATEGORIES:
        practices = [candidate for candidate in practices if candidate.skill not in TRADES]
    if len({candidate.skill for candidate in tools}) >= ENOUGH_TOOLS:
        practices = [candidate for candidate in practices if candidate.skill in BESIDE_TOOLS]
        return tools + [candidate for candidate in practices if _is_required(candidate, reading.text)]
    # A practice in the title is the job's own, and better than no skill at all.
    return tools + [
        candidate
        for candidate in practices
        if _is_required(candidate, reading.text) or (candidate.rank == TITLE and not tools)
    ]


def _rank_mentions(reading: Reading, sections: Sections, employer: EmployerNames) -> list[RankedMention]:
    """The mentions of title and text, without those about the employer, its benefits, its customers or its name."""
    company = reading.ad.company.lower()
    text, lower = reading.text, reading.lower_text
    excluded, unasked = ExcludedContexts(lower), UnaskedSentences(reading)
    ranked = [RankedMention(mention, "title", TITLE) for mention in mentions(reading.title, reading.lower_title)]
    has_lists = "\n- " in text
    begin = end = -1
    refused: set[str] = set()
    for mention in mentions(text, lower):
        start = mention.start
        if _is_refused(mention, lower):
            refused.add(mention.spelling.skill)
        rank = _section_rank(mention, sections, lower)
        if rank == EMPLOYER or INDUSTRY_AFTER.match(text, mention.end):
            continue
        if not begin <= start < end:
            begin, end = sentence_span(lower, start)
        if excluded.cover(start, begin, strongly=rank >= NICE_TO_HAVE) or unasked.cover(start, begin, end):
            continue
        if is_place(mention.spelling.skill, text, mention.end):
            continue
        if rank == WORK and _is_about_product(company, lower, begin, start):
            continue
        candidate = RankedMention(mention, "text", rank)
        if has_lists and unasked.others.category in NOT_TECHNICAL and not is_list_item(text, start):
            if rank == WORK and not _is_of_person(candidate, text):
                continue
            candidate.rank = WORK
        ranked.append(candidate)
    return [
        candidate
        for candidate in ranked
        if candidate.skill not in refused and not employer.contain(candidate.mention.spelling)
    ]


def _is_refused(mention: SkillMention, lower: str) -> bool:
    start, end = mention.start, mention.end
    # A fast test first.
    if not lower.startswith("use ", start - 4) or not REFUSED_AFTER.match(lower, end):
        return False
    return REFUSED_BEFORE.search(lower, max(0, start - 20), start) is not None


def _is_for_person(candidate: RankedMention, text: str) -> bool:
    """Whether the text asks for a tool that may be the employer's own product."""
    if candidate.field == "title":
        return False
    if _has_experience(candidate, text) or is_applied(text, candidate.mention.start, candidate.mention.end):
        return True
    is_required = candidate.rank >= NICE_TO_HAVE or KNOWING.search(_sentence_before(candidate, text).lower())
    return candidate.mention.in_list and bool(is_required)


def _section_rank(mention: SkillMention, sections: Sections, lower: str) -> int:
    rank = sections.kind_at(mention.start)
    if rank == EMPLOYER and STACK_CUES.find_matches_as_indexes(_line(mention, lower)):
        rank = WORK
    return REQUIRED if rank == WORK and is_of_stack(lower, mention.start) else rank


def _is_about_product(company: str, text: str, sentence: int, start: int) -> bool:
    """Whether the sentence before `start` describes the employer's product: "Lantern is a tool for …"."""
    if len(company) < MIN_COMPANY_NAME:
        return False
    position = text.rfind(company, max(sentence, start - NEAR), start)
    return position >= 0 and not ABOUT_WORK.search(text, position, start)


def _skills_of_tags(ad: Ad) -> set[str]:
    # Tags only confirm what the text mentions, as boards guess them.
    tags = (tag for tag in (ad.tags or ())[:MAX_TAGS] if len(tag) <= MAX_TAG_LENGTH)
    return {skill for tag in tags if (skill := _skill_of_tag(tag))}


@lru_cache(maxsize=4096)
def _skill_of_tag(tag: str) -> str | None:
    return canonical(tag)


def _strongest(ranked: Iterable[RankedMention], text: str, confirmed: set[str]) -> list[RankedMention]:
    """Each skill's highest-ranked mention, strongest skills first, at most MAX_SKILLS.

    A skill is `confirmed` by a tag, a second mention, a list, or words that ask for it. Adds to that set.
    """
    best: dict[str, RankedMention] = {}
    counts: Counter[str] = Counter()
    for candidate in ranked:
        counts[candidate.skill] += 1
        if candidate.mention.in_list:
            confirmed.add(candidate.skill)
        if candidate.rank > best.setdefault(candidate.skill, candidate).rank:
            best[candidate.skill] = candidate
    for skill, candidate in best.items():
        in_work = candidate.rank == WORK
        if (
            counts[skill] > 1
            or (in_work and _is_used(candidate, text))
            or ((in_work or len(best) > MAX_SKILLS) and _has_experience(candidate, text))
            or (candidate.rank == REQUIRED and _is_own_line(candidate.mention, text))
        ):
            confirmed.add(skill)
    weights = {
        skill: candidate.rank - (0 if skill in confirmed else SINGLE_MENTION) for skill, candidate in best.items()
    }
    # In the description of the work, an unconfirmed skill falls below the threshold.
    strong = [candidate for skill, candidate in best.items() if weights[skill] >= WORK]
    if len(strong) > MAX_SKILLS:
        # Whole weights belong to confirmed skills.
        strong = [candidate for candidate in strong if weights[candidate.skill] % 1 == 0] or strong
        for candidate in strong:
            penalty = _penalty(candidate, text) if candidate.field == "text" else 0
            weights[candidate.skill] += REPEATED * (counts[candidate.skill] > 1) - penalty
        required = [candidate for candidate in strong if weights[candidate.skill] > NICE_TO_HAVE]
        strong = required if len(required) >= ENOUGH_REQUIRED else strong
    return sorted(strong, key=lambda candidate: -weights[candidate.skill])[:MAX_SKILLS]


def _penalty(candidate: RankedMention, text: str) -> float:
    """How much an example, brackets and a long list weaken a mention."""
    before = _sentence_before(candidate, text)
    penalty = EXAMPLE if EXAMPLES.find_matches_as_indexes(before.lower()) else 0.0
    if before.rfind("(") > before.rfind(")"):
        penalty += IN_BRACKETS
    return penalty + LATE if before.count(",") >= LONG_LIST else penalty


def _line(mention: SkillMention, text: str) -> str:
    """The line of a mention, or the part of a long line around it."""
    begin, end = text.rfind("\n", 0, mention.start), text.find("\n", mention.end)
    first = max(begin + 1, mention.start - LINE_CONTEXT)
    last = min(end if end >= 0 else len(text), mention.end + LINE_CONTEXT)
    return text[first:last]


def _is_own_line(mention: SkillMention, text: str) -> bool:
    """Whether a line names the tool and little else: "Microsoft .NET 3.5 or above"."""
    begin, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    others = mention.start - begin + (len(text) if end < 0 else end) - mention.end
    return others <= OWN_LINE


def _sentence_before(candidate: RankedMention, text: str) -> str:
    return text[sentence_start(text, candidate.mention.start) : candidate.mention.start]


def _is_required(candidate: RankedMention, text: str) -> bool:
    """Whether a mention among requirements is in a list, on a short line of its own, or after "experience with"."""
    if candidate.rank != REQUIRED or DEGREE.search(_sentence_before(candidate, text)):
        return False
    if candidate.mention.in_list or _has_experience(candidate, text):
        return True
    return len(_line(candidate.mention, text)) < SHORT_LINE


def _has_experience(candidate: RankedMention, text: str) -> bool:
    return candidate.field == "text" and follows_experience(text, candidate.mention.start)


def _is_used(candidate: RankedMention, text: str) -> bool:
    return is_used(text, candidate.mention.start, candidate.mention.end)


def _is_of_person(candidate: RankedMention, text: str) -> bool:
    """Whether a sentence in prose says that the person has or uses the tool."""
    if _has_experience(candidate, text) or _is_used(candidate, text):
        return True
    return candidate.mention.in_list and YOU.search(_sentence_before(candidate, text)) is not None
