"""The technologies, tools and methods that the work asks for: the required ones first, at most fifteen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from listings.facts.base import Fact, Reading, Span
from listings.facts.mentions import Mention, mentions
from listings.facts.sections import ASIDE, ASKED, TOLD, WISHED, Sections

MOST = 15
TITLE = ASKED + 1
# What is named once and by itself weighs less than what stands in a list or is named again.
ALONE = 0.5
# Fields of work are named at every turn: where many tools are, they say nothing more.
MANY = 5
SHORT = 45
ASKED_FOR = re.compile(
    r"(?:experience[ds]?|expertise|proficien\w+|expert|knowledge|familiar\w*|skills?|skilled|background"
    r"|understanding|certified)"
    r"(?: (?:in|with|of|on|using|for|the|and|building|developing|designing|strong|solid|both|modern|or))* ?$",
    re.IGNORECASE,
)
ASKED_NEAR = 70
# Names of customers, investors and former employers are no tools.
OTHERS = re.compile(
    r"\b(?:companies|customers|clients|brands|startups|organi[sz]ations|investors|investment|backed by|founders?"
    r"|founded by|trusted by|used by|alumni|ex-"
    r"|teams at|people from|funded by|partners|competitors|acquired|cfos?|ceos?|vcs|leaders|businesses|enterprises"
    r"|names|employees from|formerly"
    r"|previously at|featured in|smartphone|broadband)\b",
    re.IGNORECASE,
)
NEAR = 160
# These speak of others wherever they stand.
ALWAYS_OTHERS = re.compile(
    r"\b(?:smartphone|roster|follow us|[\d,.]+[k+]*\+? (?:companies|customers|brands|organi[sz]ations|clients)"
    r"|backed by|founders of|trusted by"
    r"|(?:companies|brands|customers|startups|clients) (?:like|such as|includ\w+))\b",
    re.IGNORECASE,
)
# What somebody studied.
DEGREE = re.compile(r"\b(?:degree|bachelor|master['’]?s|diploma|studium|b\.?sc|m\.?sc)\b", re.IGNORECASE)
# Examples are not each required.
EXAMPLES = re.compile(
    r"\b(?:e\.g|such as|like|for example|including|similar|etc|at least one|any of|one of)\b", re.IGNORECASE
)
EXAMPLE = 0.6
MULTI = 1.1
ENOUGH = 8
# What the employer says of its own tools.
OWN_STACK = re.compile(
    r"\b(?:stack|we use|we work with|written in|built (?:with|on|in)|hosted on|our tools)\b", re.IGNORECASE
)
WORD = re.compile(r"[\w.+#]*[\w+#]")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its place and how strongly that place asks."""

    mention: Mention
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
        tools += [one for one in named if one.mention.spelling.practice and _is_asked(one, reading.text)]
    chosen = _strongest(tools, reading.text)
    if not chosen:
        return None
    first = chosen[0].span
    words = reading.title if first.field == "title" else reading.text
    return Fact([one.skill for one in chosen], words[first.start : first.end], tuple(one.span for one in chosen))


def _named(reading: Reading, sections: Sections) -> list[Named]:
    """Not what the employer says of itself and its benefits, nor the employer's own names."""
    own = f" {' '.join(WORD.findall(reading.ad.company.lower()))} "
    named = [Named(one, "title", TITLE) for one in mentions(reading.title, reading.lower_title)]
    for one in mentions(reading.text, reading.lower_text):
        rank = sections.at(one.start)
        if rank == ASIDE and OWN_STACK.search(_line(one, reading.text)):
            rank = TOLD
        named.append(Named(one, "text", rank))
    return [one for one in named if one.rank > ASIDE and not _is_own(one, own) and not _is_anothers(one, reading.text)]


def _is_own(one: Named, company: str) -> bool:
    return f" {one.mention.spelling.words} " in company or f" {one.skill} " in company


def _strongest(named: Iterable[Named], text: str) -> list[Named]:
    """Each skill where it is asked for most strongly, of equals the first; the strongest skills first."""
    best: dict[str, Named] = {}
    times: Counter[str] = Counter()
    firm: set[str] = set()
    for one in named:
        times[one.skill] += 1
        before = best.setdefault(one.skill, one)
        if one.rank > before.rank:
            best[one.skill] = one
        if one.mention.listed or (one.field == "text" and _is_asked_for(one, text)):
            firm.add(one.skill)
    weights = {skill: one.rank - (0 if skill in firm or times[skill] > 1 else ALONE) for skill, one in best.items()}
    # Outside the requirements, what is named must stand in a list, be asked for in words or be named again.
    strong = [one for skill, one in best.items() if weights[skill] >= TOLD]
    if len(strong) > MOST:
        strong = [one for one in strong if weights[one.skill] % 1 == 0] or strong
        for one in strong:
            if one.field == "text" and EXAMPLES.search(_sentence(one, text)):
                weights[one.skill] -= EXAMPLE
            weights[one.skill] += MULTI * (times[one.skill] > 1)
        required = [one for one in strong if weights[one.skill] > WISHED]
        strong = required if len(required) >= ENOUGH else strong
    return sorted(strong, key=lambda one: -weights[one.skill])[:MOST]


def _is_anothers(one: Named, text: str) -> bool:
    """The sentence so far speaks of customers and the like."""
    if one.field == "title":
        return False
    others = ALWAYS_OTHERS if one.rank >= WISHED else OTHERS
    return others.search(_sentence(one, text)) is not None


def _line(one: Mention, text: str) -> str:
    begin, end = text.rfind("\n", 0, one.start), text.find("\n", one.end)
    return text[max(begin + 1, one.start - NEAR) : min(end if end >= 0 else len(text), one.end + NEAR)]


def _sentence(one: Named, text: str) -> str:
    """As far as it precedes the mention."""
    before = text[max(0, one.mention.start - NEAR) : one.mention.start]
    return before[max(before.rfind(end) for end in (". ", "\n", "! ", "? ")) + 1 :]


def _is_asked(one: Named, text: str) -> bool:
    """Among requirements, and in a list, on a short line of its own, or after "experience with".

    In the title a field of work is the job's own name.
    """
    if one.rank not in (ASKED, WISHED) or DEGREE.search(_sentence(one, text)):
        return False
    if one.mention.listed or _is_asked_for(one, text):
        return True
    return len(_line(one.mention, text)) < SHORT


def _is_asked_for(one: Named, text: str) -> bool:
    return ASKED_FOR.search(text[max(0, one.mention.start - ASKED_NEAR) : one.mention.start]) is not None
