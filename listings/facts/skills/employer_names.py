"""Names of tools that are the employer's name, or its product, in an ad that speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from listings.facts.guarded import GuardedPattern
from listings.vocabulary.skills import Spelling

# Makers, as their names begin, and products that their ads name as what is sold and built.
PRODUCTS: Mapping[str, frozenset[str]] = {
    "google": frozenset(("gcp", "google workspace", "firebase", "apigee", "looker", "google ads")),
    "microsoft": frozenset(
        ("azure", "sharepoint", "outlook", "microsoft purview", "microsoft teams", "office 365", "dynamics 365")
    ),
    "amazon": frozenset(("aws", "alexa")),
    "anthropic": frozenset(("claude",)),
    "openai": frozenset(("chatgpt",)),
}
# Where a text says who the employer is, whatever the board has for its name.
IS_EMPLOYER = GuardedPattern(
    r"((?:[A-Z][\w.]*\w ?){1,3}) ?(?:is|are) (?:proud to be )?an equal[- ](?:employment )?opportunity\b"
)
# It begins with the word, which the engine can skip to.
AT_EMPLOYER = re.compile(r"At (?:(?<=^At )|(?<=[.!?\n]At )|(?<=[.!?\n] At ))((?:[A-Z][\w.]*\w ?){1,3}), we\b")
NAMES_AT = ("equal opportunity", "equal-opportunity", "equal employment opportunity", ", we ", ", we’", ", we'")
# Words that ask even for a product of the employer.
KNOWING = re.compile(r"\b(?:experience|knowledge|proficien|expertise|skilled)")
APPLIED = re.compile(r"\b(?:us(?:e|ing)|utili[sz](?:e|ing)|via) (?:the )?$", re.IGNORECASE)
TOKEN = re.compile(r"[\w.+#]*[\w+#]")


class EmployerNames:
    """The names of an ad's employer: `company` in lower case, and those that its `text` says."""

    def __init__(self, company: str, text: str) -> None:
        tokens = _tokens(company)
        self.company = f" {tokens} "
        self.products = PRODUCTS.get(tokens.partition(" ")[0], frozenset())
        self.text = text
        self.names: tuple[str, ...] | None = None

    def contain(self, spelling: Spelling) -> bool:
        """Whether the company is called so: an ad by Elastic names Elastic all the time."""
        return _is_in_name(spelling, self.company)

    def may_mean(self, spelling: Spelling) -> bool:
        """Whether the name is that of a product of the employer, or of the employer as the text has it."""
        if spelling.skill in self.products:
            return True
        if self.names is None:
            self.names = tuple(_names_in(self.text))
        return any(_is_in_name(spelling, name) for name in self.names)


def is_applied(text: str, start: int, end: int) -> bool:
    """Whether somebody uses what is named from `start` to `end`, and not something of it: "Lantern's data"."""
    return not text.startswith(("'s", "’s"), end) and APPLIED.search(text, max(0, start - 16), start) is not None


def _names_in(text: str) -> Iterator[str]:
    if not any(piece in text for piece in NAMES_AT):
        return
    for match in chain(IS_EMPLOYER.finditer_by_line(text), AT_EMPLOYER.finditer(text)):
        yield f" {_tokens(match[1].lower())} "


def _is_in_name(spelling: Spelling, name: str) -> bool:
    folded = _tokens(spelling.folded)
    # A fast test first: most skills are not even a substring.
    if folded not in name and spelling.skill not in name:
        return False
    return f" {folded} " in name or f" {spelling.skill} " in name


@lru_cache(maxsize=4096)
def _tokens(name: str) -> str:
    """Its words as they stand among those of a company: "aha" of "aha!", "dun bradstreet" of "dun & bradstreet"."""
    return " ".join(TOKEN.findall(name)) or name
