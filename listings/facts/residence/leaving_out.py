"""Words that leave places out of an expression: "except Peru", "Peru excluded"."""

from __future__ import annotations

import re

EXCEPTION = re.compile(
    r"(?:but |and |(?:but )?(?:sorry|sadly),? )?(?:except(?:ing|ion of|ion)?|excluding|excludes|excluded|excl"
    r"|other than"
    r"|with (?:the )?exceptions? of"
    r"|but not|and not|not(?= (?:including|in|from|open|available|the|[A-Z]))(?: including| in| from)?|minus|without"
    r"|save(?= [A-Z])|(?-i:[Nn]o(?= [A-Z]))|barring|not counting"
    r"|leaving out|outside(?: of)?|ex(?=\W)|apart from|aside from|save for|non(?=-)"
    r"|neither|w/o"
    r"|mit ausnahme(?: von)?|bis auf|hormis|con (?:la )?excepción de|com (?:a )?exceção d[eoa]s?"
    r"|ad eccezione d(?:i|el|ella|ell)|met uitzondering van|z wyłączeniem"
    r"|au(?:ß|ss)er(?:halb)?|ausgenommen|ohne|sauf|hors|excepté|à l['’]exception d(?:e|u|es)|excepto|exceto|salvo|menos"
    r"|tranne|eccetto|esclus[aeio]|behalve|uitgezonderd|oprócz|z wyjątkiem|poza)\b\.?",
    re.IGNORECASE,
)
# The first two letters of its alternatives: a fast test, as most words begin with others.
EXCEPTION_STARTS = frozenset(
    (
        *("ad", "an", "ap", "as", "au", "ba", "be", "bi", "bu", "co", "ec", "es", "ex", "ho", "le", "me", "mi"),
        *("ne", "no", "oh", "op", "ot", "ou", "po", "sa", "so", "tr", "ui", "w", "wi", "z", "à"),
    )
)
# "Non-EU countries too", "including non-EU" let others in.
NON = re.compile(r"non(?=-)", re.IGNORECASE)
LET_IN_BEFORE = re.compile(r"\b(?:also|incl(?:uding|udes?|\.)?|as well as|both|and|or|even)[\s(]*$", re.IGNORECASE)
LET_IN_AFTER = re.compile(
    r"-[\w-]+(?: [\w-]+){0,2}? (?:(?:is|are|also|just|all) )*(?:too|also|as well|included|welcome|fine|ok|okay"
    r"|possible|good|eligible)\b",
    re.IGNORECASE,
)


def is_let_in(text: str, start: int) -> bool:
    """Whether the "non-" at `start` names places besides those before it, not what is left out of them."""
    non = NON.match(text, start)
    if non is None:
        return False
    return bool(LET_IN_BEFORE.search(text[max(0, start - 12) : start]) or LET_IN_AFTER.match(text, non.end()))


# Before a place the same words leave out what follows: "Europa ausgenommen Spanien".
EXCLUDED_AFTER = re.compile(
    r"\W{1,3}(?:(?:is|are|being|currently) )*(?:excluded|excepted|exempt(?:ed)?|not included|ausgenommen|ausgeschlossen"
    r"|exclue?s?|excluid[oa]s?|esclus[oaie]|uitgesloten|wyłączon\w+)\b(?! (?-i:[A-ZÄÖÜ]))",
    re.IGNORECASE,
)
# "Anywhere but California" leaves out; "Texas but" does not.
BUT = re.compile(r"but\b(?! not| only| must)", re.IGNORECASE)
# What may follow a part that is left out.
PART_END = re.compile(r"\W*?(?:$|\n|[.,;)](?!\w))")
# A place that the vocabulary may lack.
CAPITALISED = re.compile(r"\s?(?:(?:in|the|for) )*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
