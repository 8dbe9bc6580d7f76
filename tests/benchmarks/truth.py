"""The vacancy that a made-up ad shows, by its external id: what deduplication is measured against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from listings.samples.slots import NUMBERS, tokens
from listings.samples.state import Boards
from listings.samples.systems import shortcode
from listings.samples.timing import seconds, showing
from listings.samples.vacancies import GENERATIONS, identifier, uuid_of

NUMBER = re.compile(r"(\d+)(?:-2)?$")


@dataclass
class Truth:
    """All ads that the boards show at `moment`. A vacancy is identified by the number of its first ad."""

    boards: Boards
    moment: datetime
    named: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for system in ("lever", "ashby", "teamtailor", "workable"):
            for token in tokens(system, 3):
                self._name(self.boards.of_employer(NUMBERS[token]))
        self._name(self.boards.pages)

    def _name(self, numbers: range) -> None:
        second = seconds(self.moment)
        for number in numbers:
            root = self.boards.root(number)
            generation = showing(self.boards.seed, root, second).generation
            ident = identifier(number, generation)
            for name in (uuid_of(self.boards.seed, ident), shortcode(ident)):
                self.named[name] = identifier(root, generation)

    def vacancy(self, board: str, external_id: str) -> int:
        """Raises KeyError for an unknown id."""
        if external_id in self.named:
            return self.named[external_id]
        match = NUMBER.search(external_id)
        if match is None:
            raise KeyError(external_id)
        ident = int(match[1])
        if board == "weworkremotely":
            # Its URLs contain the number of the vacancy, not of the ad.
            return ident
        number, generation = divmod(ident - 1, GENERATIONS)
        return identifier(self.boards.root(number), generation)
