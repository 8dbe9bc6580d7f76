"""Made-up employers: number k has the same name, town and business in every ad."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from listings.samples.rng import Rng
from listings.samples.templates import BUSINESSES, TOWNS

# Odd pairs on purpose: the usual ones (Redpoint, Greenhouse, Northgate) are names of real companies.
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
NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class SampleEmployer:
    """`business` completes the sentence "<name> …"; `people` is the number of employees."""

    name: str
    host: str
    town: str
    business: str
    founded: int
    people: int


def slugified(text: str) -> str:
    return NOT_IN_SLUGS.sub("-", text.lower()).strip("-")


# Few enough to keep, and shared by all ads, however many there are.
@lru_cache(maxsize=EMPLOYERS)
def employer(seed: int, number: int) -> SampleEmployer:
    """Employer `number`, from 0 to EMPLOYERS - 1. Each has a host of its own under `.example`."""
    pair, has_ampersand = divmod(number, 2)
    first, second = FIRST[pair % len(FIRST)], SECOND[pair // len(FIRST)]
    rng = Rng(seed, number, 7)
    name = f"{first} & {second.title()}" if has_ampersand else f"{first}{second}{rng.choice(ENDINGS)}"
    host = f"{first}-and-{second}" if has_ampersand else first + second
    people = rng.choice((6, 11, 14, 19, 27, 34, 48, 63, 85, 120, 210, 340))
    return SampleEmployer(
        name, f"{host.lower()}.example", rng.choice(TOWNS), rng.choice(BUSINESSES), 2001 + rng.randrange(23), people
    )


def random_employer(seed: int, rng: Rng) -> SampleEmployer:
    # A random bound for the random number: a few employers post a lot, most of them seldom.
    return employer(seed, rng.randrange(rng.randrange(EMPLOYERS) + 1))
