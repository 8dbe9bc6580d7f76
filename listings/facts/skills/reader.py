"""The technologies, tools and methods that the work asks for: the required ones first, at most fifteen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from listings.boards.base import Ad
from listings.facts.base import Fact, Reading, Span
from listings.facts.multi_search import finder
from listings.facts.skills.excluded_contexts import NEAR, Others, sentence_begin
from listings.facts.skills.mentions import SkillMention, mentions
from listings.facts.skills.sections import ASIDE, ASKED, TOLD, WISHED, Sections
from listings.vocabulary.skills import canonical

MOST = 15
MOST_TAGS, LONGEST_TAG = 40, 60
TITLE = ASKED + 1
# What is named once and by itself weighs less than what stands in a list or is named again.
ALONE = 0.5
# Fields of work are named at every turn: where many tools are, they say nothing more.
MANY = 3
SHORT = 45
LINE_NEAR = 160
ASKED_FOR = re.compile(
    r"(?:experience[ds]?|kenntnisse|erfahrung|experiencia|experiência|expérience|expertise|proficien\w+|expert"
    r"|knowledge|familiar\w*|skills?|skilled|background"
    r"|understanding|certified|umgang|maîtrise|connaissances?|conocimientos?|conhecimentos?|dominio|domínio|manejo)"
    r"(?: (?:in|with|of|on|using|for|the|and|building|developing|designing|strong|solid|both|modern|or|mit|im"
    r"|umgang|von|den|dem|der|gängigen|en|de|del|des|du|em|com|com o|avec))* ?$"
)
ASKED_NEAR = 70
# Without a piece of one of these there is nothing to search for.
ASKING = finder(
    (
        *("xperi", "xpéri", "xpert", "rofici", "nowledg", "amili", "kill", "ackground", "nderstand", "ertified"),
        *("enntn", "rfahr", "mgang", "trise", "onnaissance", "onocimiento", "onhecimento", "omini", "omíni", "anejo"),
    )
)
# What somebody studied.
DEGREE = re.compile(r"\b(?:degree|bachelor|master['’]?s|diploma|studium|b\.?sc|m\.?sc)\b", re.IGNORECASE)
# Where more than fifteen are named, these tell of what is not each required: examples, what stands in brackets
# after a wider name, and the later members of a long list.
EXAMPLES = finder(
    (
        *("e.g", "ex.", "z.b", "z. b", "such as ", " like ", "for example", "including ", "similar", "etc"),
        *("at least one", "any of", "one of"),
    )
)
EXAMPLE, IN_BRACKETS, LATE = 0.3, 0.4, 0.6
LONG = 4
MULTI = 1.1
ENOUGH = 8
# What the employer says of its own tools.
OWN_STACK = finder(
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
# What somebody does with a tool, or begins a point of the list of duties with.
USED = re.compile(
    r"(?:\b(?:us(?:e|es|ing)|utili[sz](?:e|es|ing)|via|through|within|know|apply(?:ing)?|hosted on|deploy to|such as"
    r"|like|including|wie|comme|como|e\.g\.,?|(?:configur|integrat|manag|writ|optimi[sz])(?:e|ing)"
    r"|(?:maintain|implement)(?:ing)?) |^[-•*●·] ?[A-Z]\w+ )(?:\w+ )?$",
    re.MULTILINE,
)
USED_NEAR = 32
USED_AFTER = re.compile(r"[ -](?:skills?|experience|knowledge|expertise|proficiency|[Kk]enntnisse|[Ee]rfahrung)\b")
# A trade of that name, and those who are in it.
TRADE = re.compile(
    r"[ -](?:\w+ )?(?:space|industry|industries|sectors?|verticals?|companies|startups?|vendors?|customers|clients)\b"
)
LEAST_NAME = 3
# A sentence that names the employer speaks of the work after all.
OF_THE_WORK = re.compile(r"\||\b(?:we|you|your|our stack|using|hiring|looking|seeking|engineers?|developers?|roles?)\b")
WORD = re.compile(r"[\w.+#]*[\w+#]")


@dataclass(slots=True)
class Named:
    """A mention with its place and how strongly that place asks."""

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
    sections = Sections(reading.text)
    named = _named(reading, sections)
    tools = [one for one in named if not one.mention.spelling.practice]
    if len({one.skill for one in tools}) < MANY:
        fields = [one for one in named if one.mention.spelling.practice]
        # The field that a title names is the job's own: it tells something where no tool is told.
        tools += [one for one in fields if _is_asked(one, reading.text) or (one.rank == TITLE and not tools)]
    chosen = _strongest(tools, reading.text, _tagged(reading.ad))
    if not chosen:
        return None
    first = chosen[0].span
    words = reading.title if first.field == "title" else reading.text
    return Fact([one.skill for one in chosen], words[first.start : first.end], tuple(one.span for one in chosen))


def _named(reading: Reading, sections: Sections) -> list[Named]:
    """Not what the employer says of itself, of its benefits and of others, nor the employer's own names."""
    company = reading.ad.company.lower()
    own = f" {' '.join(WORD.findall(company))} "
    others = Others(reading.lower_text)
    named = [Named(one, "title", TITLE) for one in mentions(reading.title, reading.lower_title)]
    for one in mentions(reading.text, reading.lower_text):
        rank = sections.at(one.start)
        if rank == ASIDE and OWN_STACK.find_matches_as_indexes(_line(one, reading.lower_text)):
            rank = TOLD
        if rank == ASIDE or TRADE.match(reading.text, one.end):
            continue
        if others.are_meant(one.start, firmly=rank >= WISHED):
            continue
        if rank != TOLD or not _is_of_the_employer(company, reading.lower_text, one.start):
            named.append(Named(one, "text", rank))
    return [one for one in named if not _is_own(one, own)]


def _is_of_the_employer(company: str, text: str, start: int) -> bool:
    """Whether the sentence that leads to `start` tells what the employer's product is: "Lantern is a tool for …"."""
    if len(company) < LEAST_NAME:
        return False
    found = text.rfind(company, max(0, start - NEAR), start)
    if found < 0 or found < sentence_begin(text, start):
        return False
    return not OF_THE_WORK.search(text, found, start)


def _is_own(one: Named, company: str) -> bool:
    spelling = one.mention.spelling
    # Mostly no part of it either, which is found out faster.
    if spelling.folded not in company and spelling.skill not in company:
        return False
    return f" {spelling.folded} " in company or f" {spelling.skill} " in company


def _tagged(ad: Ad) -> set[str]:
    """Boards' tags are guesses: they strengthen what the text names, and name nothing by themselves."""
    return {skill for tag in (ad.tags or ())[:MOST_TAGS] if len(tag) <= LONGEST_TAG and (skill := _of_tag(tag))}


@lru_cache(maxsize=4096)
def _of_tag(tag: str) -> str | None:
    return canonical(tag)


def _strongest(named: Iterable[Named], text: str, firm: set[str]) -> list[Named]:
    """Each skill where it is asked for most strongly, of equals the first; the strongest skills first."""
    best: dict[str, Named] = {}
    times: Counter[str] = Counter()
    for one in named:
        times[one.skill] += 1
        if one.mention.listed:
            firm.add(one.skill)
        if one.rank > best.setdefault(one.skill, one).rank:
            best[one.skill] = one
    for skill, one in best.items():
        told = one.rank == TOLD
        if (
            times[skill] > 1
            or (told and _is_used(one, text))
            or ((told or len(best) > MOST) and _is_asked_for(one, text))
        ):
            firm.add(skill)
    weights = {skill: one.rank - (0 if skill in firm else ALONE) for skill, one in best.items()}
    # Outside the requirements, what is named must stand in a list, be asked for in words or be named again.
    strong = [one for skill, one in best.items() if weights[skill] >= TOLD]
    if len(strong) > MOST:
        strong = [one for one in strong if weights[one.skill] % 1 == 0] or strong
        for one in strong:
            weights[one.skill] += MULTI * (times[one.skill] > 1) - (_looseness(one, text) if one.field == "text" else 0)
        required = [one for one in strong if weights[one.skill] > WISHED]
        strong = required if len(required) >= ENOUGH else strong
    return sorted(strong, key=lambda one: -weights[one.skill])[:MOST]


def _looseness(one: Named, text: str) -> float:
    before = _sentence(one, text)
    loose = EXAMPLE if EXAMPLES.find_matches_as_indexes(before.lower()) else 0.0
    if before.rfind("(") > before.rfind(")"):
        loose += IN_BRACKETS
    return loose + LATE if before.count(",") >= LONG else loose


def _line(one: SkillMention, text: str) -> str:
    begin, end = text.rfind("\n", 0, one.start), text.find("\n", one.end)
    return text[max(begin + 1, one.start - LINE_NEAR) : min(end if end >= 0 else len(text), one.end + LINE_NEAR)]


def _sentence(one: Named, text: str) -> str:
    """As far as it precedes the mention."""
    return text[sentence_begin(text, one.mention.start) : one.mention.start]


def _is_asked(one: Named, text: str) -> bool:
    """Among requirements, and in a list, on a short line of its own, or after "experience with"."""
    if one.rank != ASKED or DEGREE.search(_sentence(one, text)):
        return False
    if one.mention.listed or _is_asked_for(one, text):
        return True
    return len(_line(one.mention, text)) < SHORT


def _is_asked_for(one: Named, text: str) -> bool:
    if one.field == "title":
        return False
    before = text[max(0, one.mention.start - ASKED_NEAR) : one.mention.start].lower()
    return bool(ASKING.find_matches_as_indexes(before)) and ASKED_FOR.search(before) is not None


def _is_used(one: Named, text: str) -> bool:
    before = text[max(0, one.mention.start - USED_NEAR) : one.mention.start]
    return USED.search(before) is not None or USED_AFTER.match(text, one.mention.end) is not None
