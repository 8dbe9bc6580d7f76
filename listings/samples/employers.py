"""Made-up employers: number k has the same name, town and business in every ad."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from listings.samples.dice import Dice
from listings.samples.sentences import BUSINESSES, TOWNS

# Odd pairs on purpose: the usual ones (Redpoint, Greenhouse, Northgate) belong to somebody.
FIRST_NAMES = (
    "Amble Barley Bracken Brindle Burnet Candle Cinder Clover Cobble Dapple Dovetail Dunlin Fennel Ferry Flint "
    "Gannet Heather Inkle Kestrel Kettle Lantern Linden Mallow Marram Medlar Nettle Osier Otter Pebble Petrel Plover "
    "Quill Quince Russet Saffron Sedge Skylark Sorrel Spindle Tansy Teasel Thimble Thistle Tinder Umber Vesper "
    "Wicker Wimbrel"
)
SECOND_NAMES = (
    "acre beck bourne combe cote croft dene fell fold furrow garth glade holm hurst lade lea loft mead mere nook "
    "quay rigg shaw stead stile strand tarn thorpe weir wharf wold"
)
FIRST, SECOND = FIRST_NAMES.split(), SECOND_NAMES.split()
ENDINGS = ("", "", "", " Labs", " Software", " Studio", ", Inc.", " Ltd", " GmbH", " Works", " Systems", " Health")
EMPLOYERS = 2 * len(FIRST) * len(SECOND)
UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class SampleEmployer:
    """`does` completes "<name> …"; `founded` is a year; `people` is how many work there."""

    name: str
    host: str
    town: str
    does: str
    founded: int
    people: int


def slugged(text: str) -> str:
    return UNFIT.sub("-", text.lower()).strip("-")


@lru_cache(maxsize=EMPLOYERS)
def employer(seed: int, number: int) -> SampleEmployer:
    """One of EMPLOYERS. Hosts are `.example`, one for each."""
    pair, ampersand = divmod(number, 2)
    first, second = FIRST[pair % len(FIRST)], SECOND[pair // len(FIRST)]
    dice = Dice(seed, number, 7)
    name = f"{first} & {second.title()}" if ampersand else f"{first}{second}{dice.pick(ENDINGS)}"
    host = f"{first}-and-{second}" if ampersand else first + second
    people = dice.pick((6, 11, 14, 19, 27, 34, 48, 63, 85, 120, 210, 340))
    return SampleEmployer(
        name, f"{host.lower()}.example", dice.pick(TOWNS), dice.pick(BUSINESSES), 2001 + dice.roll(23), people
    )


def chosen(seed: int, dice: Dice) -> SampleEmployer:
    """Some employers post a lot, most seldom."""
    return employer(seed, dice.roll(dice.roll(EMPLOYERS) + 1))
