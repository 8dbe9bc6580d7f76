"""Job titles parsed into the work, its level and the terms of employment; places and ways of working are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from listings.vocabulary.combining_marks import normalized

# "(m/w/d)", "f/m/x", "[all genders]": German law asks for them, and every board writes them its own way.
GENDER_MARKER = re.compile(
    r"[(\[{]\s*(?:[mwfdxhnisu](?:\s*[/|,*·.:+&-]\s*[mwfdxhnisua]){1,4}|(?:m|w|f|d|x|h|gn|all|alle|div|any)"
    r"(?:\s*[/|,*-]?\s*(?:m|w|f|d|x|h|gn|gender|genders|geschlechter|divers|div)){1,4}|gn|mwd|mfd|fmd)\s*[)\]}]"
    r"|(?<![\w/])[mwfdxh]\s?[/|]\s?[mwfdxh](?:\s?[/|]\s?[mwfdxh])?(?![\w/])|\ball genders\b|\balle geschlechter\b"
)
FEMININE_ENDING = re.compile(r"(?<=\w)[*:_(/]-?in(?:nen)?\b\)?")
PAY = re.compile(
    r"[$€£]\s?\d[\d.,]{0,12}k?(?:\s?[-–/]\s?(?:hr|hour|h|year|month|week|[$€£]?\d[\d.,]{0,12}k?)\b){0,2}"
    r"|\d[\d.,]{0,12}k?\s?[$€£]"
)
PERCENTAGE = re.compile(r"\d{1,3}\s?%(?:\s?[-–]\s?\d{1,3}\s?%)?")
# Not a year: "Intern 2027" and "Intern 2028" are two vacancies.
REFERENCE = re.compile(
    r"\b(?:job|req|ref|jr|id|r)?[\s#:._-]{0,3}(?!(?:19|20)\d\d\b)\d{4,12}\b|[\[(]\s*(?:job|req|ref|id)[^\])]{0,20}[\])]"
)
# (pattern, replacement), applied in this order. Ways of working become "remote", which is a stop word.
COMPOUNDS = (
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
        "intern", "workingstudent", "entry", "junior", "mid", "senior", "lead", "principal", "staff", "head",
        "director", "vp", "chief", "i", "ii", "iii", "iv", "v",
    ]
)  # fmt: skip
EMPLOYMENT_TERMS = frozenset(
    [
        "fulltime", "parttime", "perdiem", "contract", "freelance", "permanent", "temp", "seasonal", "fixedterm",
        "1099", "w2", "c2c",
    ]
)  # fmt: skip
STOP_WORDS = frozenset(
    [
        "job", "remote", "remotely", "fully", "hybrid", "wfh", "anywhere", "worldwide", "homeoffice", "telecommute",
        "based", "only", "flexible", "est", "cst", "pst", "cet", "cest", "gmt", "utc", "timezone", "timezones",
        "a", "an", "and", "or", "of", "the", "for", "in", "at", "to", "with", "on",
        "und", "oder", "der", "die", "das", "für", "im", "am",
        "et", "de", "la", "le", "du", "y", "e", "o",
    ]
)  # fmt: skip
DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
# Bounded repeats throughout: titles are foreign text, and a pattern that backtracks would hold up a worker.
TAIL = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]|\s[-–—|@]\s*([^-–—|()\[\]]{2,60})|,\s*([^,()\[\]|]{2,60})(?=$|,|\()")
MAX_TITLE_LENGTH = 400
# Digits and short words are never misspellings: "level 1" and "level 2", "go" and "do" are different jobs.
MIN_MISSPELLED_LENGTH = 7
MIN_SPELLING_RATIO = 92


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words by what they say: the work (sorted, each once), its level and the terms of employment."""

    work: tuple[str, ...]
    levels: frozenset[str]
    terms: frozenset[str]


def parse_title(title: str, places: frozenset[str] = frozenset()) -> Title:
    """`places`: folded words to leave out, because they say where the work is."""
    work, levels, terms = set(), set(), set()
    for spelling in WORD.findall(normalise_title(title[:MAX_TITLE_LENGTH])):
        word = SPELLINGS.get(spelling, spelling)
        if word in LEVELS:
            levels.add(word)
        elif word in EMPLOYMENT_TERMS:
            terms.add(word)
        elif word not in STOP_WORDS and spelling not in places:
            work.add(singular(word))
    return Title(tuple(sorted(work)), frozenset(levels), frozenset(terms))


def normalise_title(title: str) -> str:
    """Case-folded, without gender markers, pay, percentages and reference numbers, compounds in one spelling."""
    text = normalized("NFKC", title).casefold().translate(DASHES)
    text = FEMININE_ENDING.sub("", GENDER_MARKER.sub(" ", text))
    # Pay before reference numbers, which would take the digits of "$90000" and leave its sign.
    text = REFERENCE.sub(" ", PERCENTAGE.sub(" ", PAY.sub(" ", text)))
    for pattern, replacement in COMPOUNDS:
        text = pattern.sub(replacement, text)
    return text


def singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def title_tails(title: str) -> list[str]:
    """Case-folded parts in brackets, or behind a dash or comma: where a title names a place, it is in one of them."""
    text = title[:MAX_TITLE_LENGTH].casefold()
    return [next(group for group in match.groups() if group).strip() for match in TAIL.finditer(text)]


def is_same_work(first: Title, second: Title) -> bool:
    """True if both have the same words, or all but one and that one misspelled."""
    if first.work == second.work:
        return True
    left, right = set(first.work) - set(second.work), set(second.work) - set(first.work)
    return len(left) == len(right) == 1 and _is_misspelling(left.pop(), right.pop())


def _is_misspelling(first: str, second: str) -> bool:
    """True for a letter doubled, lost or swapped in a long word."""
    # The first two letters have to agree: "ecommerce" and "commerce" are close, and two jobs.
    return (
        min(len(first), len(second)) >= MIN_MISSPELLED_LENGTH
        and first[:2] == second[:2]
        and fuzz.ratio(first, second) >= MIN_SPELLING_RATIO
    )
