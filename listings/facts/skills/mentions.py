"""Skills mentioned in a text: whole words, in the right case, ambiguous ones only next to other skills or cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from listings.facts.multi_search import Overlaps, SharedFinder, build_finder
from listings.facts.skills.other_senses import meant
from listings.facts.skills.uses import is_used
from listings.vocabulary.skills import SPELLINGS, Spelling

MAX_MENTIONS = 2000
NEAR = 48

# One-letter skills ("C", "R") are searched with the characters around them, or every capital would match.
LETTERS = {spelling.exact: spelling for spelling in SPELLINGS if len(spelling.folded) == 1}
_FRAMED = [
    (before + letter + after, letter)
    for letter in LETTERS
    for before in (" ", "\n", "(", ",", "/")
    for after in (" ", "\n", ",", "/", ";", ")", "|", ". ", ".\n")
]
LETTER_FINDER = build_finder([text for text, _ in _FRAMED])
NOT_A_LANGUAGE = ("A/B/",)
# "W/C 2 March", the week that begins then; "A/C", air conditioning.
IN_SHORT = re.compile(r"\W?[WAwa]/")
# "Lantern(R)", a registered name; "D.C.R.(R)", a diploma.
REGISTERED = re.compile(r"[\w.]\($")

# Between the members of a list.
JOINED = re.compile(
    r"(?:\s?[,/|&+;•·()\n–-]\s?|\s(?:and|or|und|oder|sowie|et|ou|y|e|o|with)\s|,? ?(?:and/or|or/and|and|or|as well as"
    r"|e\.g\.,?|i\.e\.|such as|like|including|either|our|in|on|the|&|some|a bit of|a little|basic) ){1,4}"
)
# For lower-case text: re.IGNORECASE would take twice as long.
CUE_BEFORE = re.compile(
    r"\b(?:experience[ds]?|expertise|proficien\w+|expert|knowledge|familiar\w*|fluen\w+|skills?|skilled|using|use"
    r"|writ(?:e|es|ing|ten)"
    r"|programming|coding|code|stack|background|tools?|develop\w*|languages?|frameworks?|comfortable|hands[- ]on"
    r"|understanding"
    r"|software|mastery|command|working|such as|like|e\.g\.|including|platforms?|technologies|systems?|backend"
    r"|frontend|built|build"
    r"|building|\w*erfahrung|\w*kenntnisse|mit|integrat\w+|configur\w+|microsoft|ms|google|aws|apache|hashicorp|oracle"
    r"|adobe)"
    r"(?:[:,]? (?:\w+ )?(?:in|with|of|on|using|for|the|is|are|as|and|to|mit|von)(?: (?:the|modern|both|either))?|:"
    r"| [-–])? ?[(\"“]?$"
)
# These are said of tools alone.
STRONG_CUE_BEFORE = re.compile(
    r"\b(?:(?:experience[ds]?|expertise|proficien\w+|knowledge|familiar\w*|fluen\w+|skilled|mastery|command"
    r"|programming|coding) (?:\w+ )?(?:in|with|of|using)|microsoft|apache|hashicorp|adobe"
    r"|writ(?:e|es|ing|ten)(?: in)?) $"
)
CUE_AFTER = re.compile(
    r"[)\"”]?[ -/](?:develop|engineer|program|language|experience|skill|framework|knowledge|code|backend"
    r"|kenntnis|erfahrung"
    r"|back[- ]end|services?\b|micro"
    r"|apps?\b|applications?\b|script|platform|dashboard|api|librar|ecosystem|stack|certifi|administ|admin\b"
    r"|integration|database|sdk"
    r"|server|cloud|workflows?\b|cli|packages?\b|components?\b|templates?\b|tests?\b|testing|modeling|models?\b"
    r"|expert|proficien|native"
    r"|crm|erp|\d)",
    re.IGNORECASE,
)
# A capitalised word after one of these, within a sentence, is a proper name.
PROPER_BEFORE = re.compile(
    r"(?:\b(?:in|with|via|using|use|uses|on|through|into|from|to|like|our|and|or|of|for|including|within"
    r"|mit|und|oder|avec|sur|et|ou|con|en|y|com|em|su|met)|,"
    r"|\w(?:isez|utilizas?|usas|inas?|ejas|zzi|kent|znasz)) \(?$"
)
# Proper names of cities, people and other things too, so that a capital proves nothing.
AMBIGUOUS_NAMES = frozenset(
    {
        "aurora",
        "cairo",
        "crystal",
        "delphi",
        "exchange",
        "jasmine",
        "julia",
        "maya",
        "move",
        "palo alto",
        "phoenix",
        "play",
        "railway",
        "ruby",
    }
    | {
        "spring",
        "square",
        "storm",
        "union",
        "eclipse",
        "sage",
        "wave",
        "puma",
        "near",
        "mode",
        "ash",
        "ada",
        "bolt",
        "front",
    }
)
# "Backend Engineer (Go)", "Staff Engineer – realtime, Rust": languages behind the name of a role.
LANGUAGES = frozenset(("dart", "elixir", "go", "julia", "perl", "r", "ruby", "rust", "scala", "swift"))
ROLE_BEFORE = re.compile(
    r"\b(?:engineers?|developers?|programmers?|architects?|scientists?|hackers?|swe|sde|sre|lead)\b[^\n|(–—-]{0,12}"
    r"(?:\(| [–—-] |, ?)(?:[^\n|()]{0,24}[,/&] ?)?$"
)
ROLE_ENDS = re.compile(r"\s?(?:$|[),/|&\n])")
PROPER_AFTER = re.compile(r"[)\"”]?(?:$|[.,;:)/!?]|['’]s\b|[ -](?![A-Z]))")
HASHTAG = re.compile(r"#[\w-]+-$")
ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")


@dataclass(slots=True)
class SkillMention:
    """A skill spelt by characters `start` to `end` of a text. `in_list`: in a list with another skill."""

    spelling: Spelling
    start: int
    end: int
    in_list: bool = False


def _variants(spelling: Spelling) -> Iterator[tuple[str, Spelling]]:
    """The spelling with spaces and with hyphens."""
    text = spelling.exact or spelling.folded
    yield text, spelling
    if " " in text:
        yield text.replace(" ", "-"), spelling
    elif "-" in text and spelling.exact:
        yield text.replace("-", " "), spelling


_ANY = [pair for spelling in SPELLINGS if not spelling.exact for pair in _variants(spelling)]
_CASED = [pair for spelling in SPELLINGS if spelling.exact and len(spelling.folded) > 1 for pair in _variants(spelling)]
ANY_FINDER = SharedFinder((text for text, _ in _ANY), Overlaps.ALL)
CASED_FINDER = SharedFinder((text for text, _ in _CASED), Overlaps.ALL, is_cased=True)


def mentions(text: str, lower: str) -> list[SkillMention]:
    """The skills in `text`, left to right, without mentions inside longer ones ("React" in "React Native")."""
    matches = [(_ANY[index][1], start, end) for index, start, end in ANY_FINDER.find(lower)]
    matches += [(_CASED[index][1], start, end) for index, start, end in CASED_FINDER.find(text)]
    candidates = [SkillMention(*match) for match in matches if _is_whole_word(text, match[1], match[2])]
    candidates += _letters(text)
    if not candidates:
        return []
    candidates.sort(key=_by_place)
    kept: list[SkillMention] = []
    end = -1
    for mention in candidates[:MAX_MENTIONS]:
        if mention.end > end:
            end = mention.end
            if spelling := meant(mention.spelling, lower, mention.start, end):
                mention.spelling = spelling
                kept.append(mention)
    return _without_doubtful(kept, text)


def _by_place(mention: SkillMention) -> tuple[int, int]:
    return mention.start, -mention.end


def _is_whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    if before.isalnum() or (before and before in "_@#$"):
        return False
    # "#LI-AV1": a recruiter's tag.
    if before == "-" and HASHTAG.search(text[max(0, start - 20) : start]):
        return False
    # "EMRs" is "EMR".
    if after[:1] == "s" and end - start > 1 and text[start:end].isupper():
        end += 1
        after = text[end : end + 2]
    # "GO&SC" is a department.
    if after[:1] == "&" and after[1:].isupper() and end - start == 2:
        return False
    # "C++" is not "C", and "next.js" not "next"; but a full stop may follow.
    if after and (after[0].isalnum() or after[0] in "+#_@" or (after[0] == "." and after[1:].isalnum())):
        return False
    return not (before and before in "/." and ADDRESS.search(text[max(0, start - 60) : start]))


def _letters(text: str) -> list[SkillMention]:
    # A line break on either side, as a letter may begin or end the text; so offsets are one too high.
    matches = LETTER_FINDER.find_matches_as_indexes(f"\n{text}\n", overlapping=True)
    return [
        SkillMention(LETTERS[_FRAMED[index][1]], start, start + 1)
        for index, start, _ in matches
        if not text.startswith(NOT_A_LANGUAGE, start - 4)
        and not IN_SHORT.fullmatch(text, max(0, start - 3), start)
        and not (text.startswith("R)", start) and REGISTERED.search(text, max(0, start - 2), start))
    ]


def _without_doubtful(mentions: list[SkillMention], text: str) -> list[SkillMention]:
    """The mentions without ambiguous ones that neither a list with a certain one nor a cue confirms."""
    joined = [
        later.start - earlier.end <= 20 and JOINED.fullmatch(text, earlier.end, later.start) is not None
        for earlier, later in pairwise(mentions)
    ]
    for index, is_joined in enumerate(joined):
        if is_joined:
            mentions[index].in_list = mentions[index + 1].in_list = True
    certain = [not mention.spelling.ambiguous for mention in mentions]
    if all(certain):
        return mentions
    _spread(certain, joined)
    # Cues second, as they are slow; then along the lists again, since a cue confirms its whole list.
    if not all(certain):
        certain = [
            known or _has_cue(mention, text, has_neighbour=_has_neighbour(mentions, certain, index))
            for index, (mention, known) in enumerate(zip(mentions, certain, strict=True))
        ]
        _spread(certain, joined)
    return [mention for mention, known in zip(mentions, certain, strict=True) if known]


def _has_neighbour(mentions: list[SkillMention], certain: list[bool], index: int) -> bool:
    """Whether the mention before or after is a certain one, and close."""
    return (index > 0 and certain[index - 1] and mentions[index].start - mentions[index - 1].end <= NEAR) or (
        index + 1 < len(mentions) and certain[index + 1] and mentions[index + 1].start - mentions[index].end <= NEAR
    )


def _spread(certain: list[bool], joined: list[bool]) -> None:
    """Make every member of a list certain if one is; `joined[i]`: members i and i + 1 are in one list. In place."""
    for index in range(1, len(certain)):
        certain[index] = certain[index] or (joined[index - 1] and certain[index - 1])
    for index in range(len(certain) - 2, -1, -1):
        certain[index] = certain[index] or (joined[index] and certain[index + 1])


def _has_cue(mention: SkillMention, text: str, *, has_neighbour: bool) -> bool:
    """Whether the words around an ambiguous mention show that a tool is meant.

    A capital after "in" or the like proves little: a list, another tool close by or a word of use is due too.
    """
    # Cheap tests first: the words before need a search, not a match.
    if CUE_AFTER.match(text, mention.end):
        return True
    before = text[max(0, mention.start - NEAR) : mention.start]
    spelling = mention.spelling
    may_be_proper = spelling.exact[:1].isupper() and len(spelling.folded) > 3 and spelling.folded not in AMBIGUOUS_NAMES
    is_proper = bool(may_be_proper and PROPER_BEFORE.search(before[-12:]) and PROPER_AFTER.match(text, mention.end))
    is_confirmed = mention.in_list or has_neighbour
    if is_proper and (is_confirmed or is_used(text, mention.start, mention.end)):
        return True
    before = before.lower()
    if spelling.folded in LANGUAGES and ROLE_BEFORE.search(before) and ROLE_ENDS.match(text, mention.end):
        return True
    return bool(STRONG_CUE_BEFORE.search(before) or ((is_proper or is_confirmed) and CUE_BEFORE.search(before)))
