"""Made-up vacancies: a pure function of seed, slot and time, so any of a million is made without the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from listings.samples.allocation import Attendance, attendance, employer_of
from listings.samples.areas import AREAS, Area
from listings.samples.descriptions import LEVELS, Brief, SampleLevel, description
from listings.samples.employers import SampleEmployer, employer, random_employer, slugified
from listings.samples.lifetimes import Lifetime, to_moment
from listings.samples.rng import Rng, mix
from listings.samples.salaries import Pay, random_pay
from listings.samples.trades import WEIGHTED_TRADES, Trade

GENERATIONS = 1000
EMPLOYMENT = ("full_time",) * 14 + ("contract",) * 3 + ("part_time", "freelance")
TITLES = ("{0}",) * 6 + ("{0}, {1}", "{0} ({1})", "{0} - {1}", "{1} {0}", "{0} | {1}", "{0} – {1}")
ALTERED_TITLES = ("Remote {}", "{} (f/m/x)", "{} – start in January", "Remote {}", "{} | new salary")
# Trades that pay less, in thousands of dollars a year, have no staff level.
MIN_STAFF_PAY = 105


@dataclass(frozen=True, slots=True)
class Vacancy:
    """`id` and `uuid` never change; `first` is when it appeared, `published` the date that it carries.

    `slug` has the title that it was first posted under; `employment` is full_time, contract, part_time, freelance or
    internship; `attendance` is "" for remote work.
    """

    id: int
    uuid: str
    slug: str
    trade: Trade
    title: str
    employer: SampleEmployer
    level: SampleLevel
    area: Area
    pay: Pay | None
    employment: str
    attendance: Attendance
    tools: tuple[str, ...]
    html: str
    first: datetime
    published: datetime
    expires: datetime

    @property
    def company(self) -> str:
        return self.employer.name

    @property
    def salary(self) -> str:
        """The text of a board's salary field, "" for none."""
        return self.pay.field if self.pay else ""


def trade_of(seed: int, original: int) -> Trade:
    """A slot keeps its trade, so that its category is known without making its ads."""
    return WEIGHTED_TRADES[mix(seed, original, 3) % len(WEIGHTED_TRADES)]


def identifier(slot: int, generation: int) -> int:
    # Unique across slots. Within one it repeats after a thousand generations, which takes decades.
    return slot * GENERATIONS + generation % GENERATIONS + 1


def uuid_of(seed: int, ident: int) -> str:
    bits = mix(seed, ident, 5) << 64 | mix(seed, ident, 6)
    return str(UUID(int=bits, version=4))


def make_vacancy(seed: int, slot: int, original: int, lifetime: Lifetime) -> Vacancy:
    """The ad of slot `original`, under the ids of `slot`."""
    # Two slots with one original draw the same random numbers: only ids and slugs may depend on `slot`.
    rng = Rng(seed, original, lifetime.generation, 1)
    trade = trade_of(seed, original)
    level, employment = rng.choice(LEVELS), rng.choice(EMPLOYMENT)
    if level.career == "Entry-Level" and rng.one_in(3):
        employment = "internship"
    area, hiring, present = rng.choice(AREAS), _employer(seed, original, rng), attendance(original)
    if present:
        area = _office(hiring, present)
    role = rng.choice(trade.roles)
    posted_title = _title(rng, level, role, trade, employment)
    if present:
        posted_title = posted_title.removesuffix(" (Remote)")
    typical = trade.pay * level.percent // 100
    hourly = employment in ("contract", "freelance", "part_time") and bool(rng.randrange(4))
    pay = random_pay(rng, typical, area.currency, hourly=hourly)
    tools = tuple(rng.sample(trade.tools, 3 + rng.randrange(4)))
    title = posted_title
    if lifetime.altered:
        title = ALTERED_TITLES[lifetime.generation % len(ALTERED_TITLES)].format(posted_title)
        if present:
            title = title.removeprefix("Remote ")
        # A generator of its own: more draws from the first would change the description below, too.
        pay = random_pay(Rng(seed, original, lifetime.generation, 2), typical, area.currency, hourly=hourly) or pay
    ident = identifier(slot, lifetime.generation)
    return Vacancy(
        id=ident,
        uuid=uuid_of(seed, ident),
        slug=_slug(hiring, posted_title, identifier(original, lifetime.generation), is_twin=slot != original),
        trade=trade,
        title=title,
        employer=hiring,
        level=level,
        area=area,
        pay=pay,
        employment=employment,
        attendance=present,
        tools=tools,
        html=description(rng, Brief(hiring, title, role, trade, level, area, tools, pay, employment)),
        first=to_moment(lifetime.first),
        published=to_moment(lifetime.published),
        expires=to_moment(lifetime.expires),
    )


def _employer(seed: int, original: int, rng: Rng) -> SampleEmployer:
    number = employer_of(original)
    return random_employer(seed, rng) if number is None else employer(seed, number)


def _office(hiring: SampleEmployer, present: Attendance) -> Area:
    hybrid = "You work in our {town} office two days a week; the other days are yours to place."
    sentence = hybrid if present == "hybrid" else "This position is on site, at our office in {town}."
    town = hiring.town
    return Area(town, "", "", town, sentence.format(town=town), "eu", "EUR")


def _title(rng: Rng, level: SampleLevel, role: str, trade: Trade, employment: str) -> str:
    prefix = "" if role.startswith(("Head of", "Chief", "Group")) else level.prefix
    if prefix == "Staff " and trade.pay < MIN_STAFF_PAY:
        prefix = "Senior "
    # The level stands before the speciality as well: "Senior Payments Backend Engineer".
    title = prefix + rng.choice(TITLES).format(role, rng.choice(trade.specialities))
    if employment == "internship":
        return title.removeprefix(prefix) + " Intern"
    return title + " (Remote)" if rng.one_in(15) else title


def _slug(hiring: SampleEmployer, title: str, ident: int, *, is_twin: bool) -> str:
    slug = f"{slugified(f'{hiring.name} {title}')[:80].strip('-')}-{ident}"
    # We Work Remotely ends the address in -2 where an employer posts the same job again.
    return f"{slug}-2" if is_twin else slug
