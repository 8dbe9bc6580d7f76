"""A title taken apart: what the work is, at which level and on which terms; places and ways of working are left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

GENDERS = re.compile(
    r"[(\[{]\s*(?:[mwfdxhnisu](?:\s*[/|,*·.:+&-]\s*[mwfdxhnisua]){1,4}|(?:m|w|f|d|x|h|gn|all|alle|div|any)"
    r"(?:\s*[/|,*-]?\s*(?:m|w|f|d|x|h|gn|gender|genders|geschlechter|divers|div)){1,4}|gn|mwd|mfd|fmd)\s*[)\]}]"
    r"|(?<![\w/])[mwfdxh]\s?[/|]\s?[mwfdxh](?:\s?[/|]\s?[mwfdxh])?(?![\w/])|\ball genders\b|\balle geschlechter\b"
)
WOMEN = re.compile(r"(?<=\w)[*:_(/]-?in(?:nen)?\b\)?")
PAY = re.compile(
    r"[$€£]\s?\d[\d.,]{0,12}k?(?:\s?[-–/]\s?(?:hr|hour|h|year|month|week|[$€£]?\d[\d.,]{0,12}k?)\b){0,2}"
    r"|\d[\d.,]{0,12}k?\s?[$€£]"
)
SHARE = re.compile(r"\d{1,3}\s?%(?:\s?[-–]\s?\d{1,3}\s?%)?")
REFERENCE = re.compile(
    r"\b(?:job|req|ref|jr|id|r)?[\s#:._-]{0,3}(?!(?:19|20)\d\d\b)\d{4,12}\b|[\[(]\s*(?:job|req|ref|id)[^\])]{0,20}[\])]"
)
ONE_WORD = (
    (re.compile(r"\bfront[\s-]end\b"), "frontend"),
    (re.compile(r"\bback[\s-]end\b"), "backend"),
    (re.compile(r"\bfull[\s-]?stacks?\b"), "fullstack"),
    (re.compile(r"\bdev[\s-]ops\b"), "devops"),
    (re.compile(r"\be[\s-]commerce\b"), "ecommerce"),
    (re.compile(r"(?<=\w)\.js\b"), ""),
    (re.compile(r"\bvice[\s-]president\b"), "vp"),
    (re.compile(r"\bfull[\s-]time\b"), "fulltime"),
    (re.compile(r"\bpart[\s-]time\b"), "parttime"),
    (re.compile(r"\bper[\s-]diem\b"), "perdiem"),
    (re.compile(r"\b(?:fixed|short|long)[\s-]term\b"), "fixedterm"),
    (re.compile(r"\b(entry|junior|mid|senior)[\s-]level\b"), r"\1"),
    (
        re.compile(
            r"\bwork(?:ing)?[\s-](?:from|at)[\s-](?:home|anywhere)\b|\bhome[\s-]office\b|\b(?:on|off)[\s-]site\b"
        ),
        "remote",
    ),
    (
        re.compile(
            r"\b(?:eastern|central|pacific|mountain|european|gmt|utc|cet|est|cst|pst)\s+(?:european\s+)?time[\s-]?zones?\b"
        ),
        "remote",
    ),
    (re.compile(r"\b(?:utc|gmt|cet|cest)\s?[+-]?\s?\d{1,2}\b"), "remote"),
)
WORD = re.compile(r"[\w+#]+")
SPELLINGS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "dev": "developer", "eng": "engineer",
    "engr": "engineer", "mgr": "manager", "mgmt": "management", "admin": "administrator", "asst": "assistant",
    "rep": "representative", "svp": "vp", "intermediate": "mid", "midweight": "mid", "middle": "mid",
    "internship": "intern", "praktikum": "intern", "praktikant": "intern", "trainee": "intern",
    "werkstudent": "workingstudent", "golang": "go", "reactjs": "react", "nodejs": "node", "vuejs": "vue",
    "js": "javascript",
    "programmer": "developer", "swe": "softwareengineer", "contractor": "contract", "freelancer": "freelance",
    "temporary": "temp", "freiberuflich": "freelance", "vollzeit": "fulltime", "teilzeit": "parttime",
    "1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v", "l1": "i", "l2": "ii", "l3": "iii", "l4": "iv", "l5": "v",
}  # fmt: skip
LEVELS = frozenset(
    [
        "intern",
        "workingstudent",
        "entry",
        "junior",
        "mid",
        "senior",
        "lead",
        "principal",
        "staff",
        "head",
        "director",
        "vp",
        "chief",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
    ]
)
TERMS = frozenset(
    [
        "fulltime",
        "parttime",
        "perdiem",
        "contract",
        "freelance",
        "permanent",
        "temp",
        "seasonal",
        "fixedterm",
        "1099",
        "w2",
        "c2c",
    ]
)
LEFT_OUT = frozenset(
    [
        "job",
        "remote",
        "remotely",
        "fully",
        "hybrid",
        "wfh",
        "anywhere",
        "worldwide",
        "homeoffice",
        "telecommute",
        "based",
        "only",
        "flexible",
        "est",
        "cst",
        "pst",
        "cet",
        "cest",
        "gmt",
        "utc",
        "timezone",
        "timezones",
        "a",
        "an",
        "and",
        "or",
        "of",
        "the",
        "for",
        "in",
        "at",
        "to",
        "with",
        "on",
        "und",
        "oder",
        "der",
        "die",
        "das",
        "für",
        "im",
        "am",
        "et",
        "de",
        "la",
        "le",
        "du",
        "y",
        "e",
        "o",
    ]
)
DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
TAIL = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]|\s[-–—|@]\s*([^-–—|()\[\]]{2,60})|,\s*([^,()\[\]|]{2,60})(?=$|,|\()")
MOST = 400


@dataclass(frozen=True, slots=True)
class Title:
    """`work` sorted, each word once. `tails`: what stands in brackets or after a dash or comma, folded."""

    work: tuple[str, ...]
    levels: frozenset[str]
    terms: frozenset[str]


@lru_cache(maxsize=20_000)
def parted(title: str, places: frozenset[str] = frozenset()) -> Title:
    """`places`: words that are known to name where the work is, not what it is."""
    said = spelled(title[:MOST])
    work, levels, terms = set(), set(), set()
    for found in WORD.findall(said):
        word = SPELLINGS.get(found, found)
        if word in LEVELS:
            levels.add(word)
        elif word in TERMS:
            terms.add(word)
        elif word not in LEFT_OUT and found not in places:
            work.add(singular(word))
    return Title(tuple(sorted(work)), frozenset(levels), frozenset(terms))


def spelled(title: str) -> str:
    said = unicodedata.normalize("NFKC", title).casefold().translate(DASHES)
    said = WOMEN.sub("", GENDERS.sub(" ", said))
    said = REFERENCE.sub(" ", SHARE.sub(" ", PAY.sub(" ", said)))
    for pattern, word in ONE_WORD:
        said = pattern.sub(word, said)
    return said


def singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def tails(title: str) -> list[str]:
    """What stands in brackets or behind a dash or comma: where a title names a place, it is here."""
    said = title[:MOST].casefold()
    return [next(group for group in found.groups() if group).strip() for found in TAIL.finditer(said)]


def same_work(one: Title, other: Title) -> bool:
    """The same words, or each other's misspelling."""
    if one.work == other.work:
        return True
    left, right = set(one.work) - set(other.work), set(other.work) - set(one.work)
    return len(left) == len(right) == 1 and _misspelt(left.pop(), right.pop())


def _misspelt(one: str, other: str) -> bool:
    """A letter doubled, lost or swapped in a long word; digits and short words tell jobs apart."""
    return min(len(one), len(other)) >= 7 and one[:2] == other[:2] and fuzz.ratio(one, other) >= 92
