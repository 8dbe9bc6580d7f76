"""Spellings that are one word to a reader: plural and singular, British and American.

Rules without a dictionary: what comes out need not be a word, as ads and searches go through the same rules.
"""

from __future__ import annotations

import re

MIN_PLURAL, MIN_BRITISH = 4, 5
PLURALS = (
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?<=..[sxz])es$|(?<=[cs]h)es$"), ""),
    (re.compile(r"(?<=[^sui])s$"), ""),
)
# Singulars that the rules above cut from a plural: "caches" and "cache" both become "cach".
SINGULARS = ((re.compile(r"(?<=[^aeiou])ie$"), "y"), (re.compile(r"(?<=..[sxz])e$|(?<=[cs]h)e$"), ""))
BRITISH = (
    (re.compile(r"is(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|er|ers|es|ing)$)"), "yz"),
    (re.compile(r"(?<=.{3})our(?=(?:s|ed|ing|al|able|ful|ist|ite|ites|er|ers)?$)"), "or"),
    (re.compile(r"(?<=[nt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[ae])ll(?=(?:ing|ed|er|ers|or|ors)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"(?<=f)en[cs]e(?=s?$)|(?<=lic)en[cs]e(?=[ds]?$)"), "ense"),
    (re.compile(r"ae(?=[cdmo]|sth)"), "e"),
)
# Their singular is another word: Rails is no rail.
INVARIABLE = frozenset(["news", "pandas", "rails", "windows"])
OTHERS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "apis": "api",
    "artefact": "artifact",
    "artefacts": "artifact",
    "cpus": "cpu",
    "enrolment": "enrollment",
    "fulfilment": "fulfillment",
    "gpus": "gpu",
    "grey": "gray",
    "instalment": "installment",
    "judgement": "judgment",
    "kpis": "kpi",
    "practise": "practice",
    "skilful": "skillful",
    "tyre": "tire",
    "tyres": "tire",
}


def american(word: str) -> str:
    """A word in lower case as Americans spell it: "organisations" → "organizations"."""
    if len(word) < MIN_BRITISH:
        return OTHERS.get(word, word)
    for pattern, replacement in BRITISH:
        word = pattern.sub(replacement, word)
    return OTHERS.get(word, word)


def singular(word: str) -> str:
    """A word in lower case without its plural's ending."""
    if len(word) < MIN_PLURAL or not word.isalpha() or word in INVARIABLE:
        return word
    for pattern, replacement in PLURALS if word.endswith("s") else SINGULARS:
        shorter, count = pattern.subn(replacement, word)
        if count:
            return shorter
    return word
