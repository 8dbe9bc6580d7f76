"""Made-up vacancies: a pure function of seed, number and moment, so that any of a million is made at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from listings.samples.describing import LEVELS, SampleLevel, description
from listings.samples.dice import Dice, mixed
from listings.samples.employers import SampleEmployer, chosen, employer, slugged
from listings.samples.paying import Pay, paid
from listings.samples.sentences import PLACES, Area
from listings.samples.slots import Attendance, attendance, hired_by
from listings.samples.timing import Showing, moment_of, rooted, seconds, showing
from listings.samples.words import DRAWN, Trade

GENERATIONS = 1000
EMPLOYMENT = ("full_time",) * 14 + ("contract",) * 3 + ("part_time", "freelance")
TITLES = ("{0}",) * 6 + ("{0}, {1}", "{0} ({1})", "{0} - {1}", "{1} {0}", "{0} | {1}", "{0} – {1}")
RETITLED = ("Remote {}", "{} (f/m/x)", "{} – start in January", "Remote {}", "{} | new salary")
WELL_PAID = 105


@dataclass(frozen=True, slots=True)
class Vacancy:
    """`id` and `uuid` name the ad for ever; `first` is when it came up, `published` the date that it bears.

    `slug` keeps the title that the ad was first posted under; `employment` is one word (full_time, contract,
    part_time, freelance, internship); `attendance` is "" for remote work; `salary` is prose for a board's own
    field, "" for none.
    """

    id: int
    uuid: str
    slug: str
    trade: Trade
    title: str
    employer: SampleEmployer
    level: SampleLevel
    place: Area
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
        return self.pay.field if self.pay else ""


def trade_of(seed: int, root: int) -> Trade:
    """A slot keeps to its trade, so that a category is known without making its ads."""
    return DRAWN[mixed(seed, root, 3) % len(DRAWN)]


def identifier(number: int, generation: int) -> int:
    return number * GENERATIONS + generation % GENERATIONS + 1


def uuid_of(seed: int, ident: int) -> str:
    bits = mixed(seed, ident, 5) << 64 | mixed(seed, ident, 6)
    return str(UUID(int=bits, version=4))


def vacancy(seed: int, number: int, moment: datetime, root: int | None = None) -> Vacancy:
    """The ad that slot `number` shows at `moment` (aware). `root` names another slot whose vacancy it repeats."""
    root = rooted(number) if root is None else root
    return written(seed, number, root, showing(seed, root, seconds(moment)))


def written(seed: int, number: int, root: int, shown: Showing) -> Vacancy:
    dice = Dice(seed, root, shown.generation, 1)
    trade = trade_of(seed, root)
    level, employment = dice.pick(LEVELS), dice.pick(EMPLOYMENT)
    if level.career == "Entry-Level" and dice.one_in(3):
        employment = "internship"
    place, hiring, at = dice.pick(PLACES), _hiring(seed, root, dice), attendance(root)
    if at:
        place = _near(hiring, at)
    role = dice.pick(trade.roles)
    posted = _titled(dice, level, role, trade, employment)
    if at:
        posted = posted.removesuffix(" (Remote)")
    usual = trade.pay * level.percent // 100
    hourly = employment in ("contract", "freelance", "part_time") and bool(dice.roll(4))
    pay = paid(dice, usual, place.money, hourly=hourly)
    tools = tuple(dice.some(trade.tools, 3 + dice.roll(4)))
    title = posted
    if shown.altered:
        title = RETITLED[shown.generation % len(RETITLED)].format(posted)
        if at:
            title = title.removeprefix("Remote ")
        pay = paid(Dice(seed, root, shown.generation, 2), usual, place.money, hourly=hourly) or pay
    ident = identifier(number, shown.generation)
    slug = f"{slugged(f'{hiring.name} {posted}')[:80].strip('-')}-{identifier(root, shown.generation)}"
    return Vacancy(
        id=ident,
        uuid=uuid_of(seed, ident),
        # Posted a second time, by the same employer on the same board: such addresses end in -2.
        slug=f"{slug}-2" if number != root else slug,
        trade=trade,
        title=title,
        employer=hiring,
        level=level,
        place=place,
        pay=pay,
        employment=employment,
        attendance=at,
        tools=tools,
        html=description(dice, hiring, (title, role), trade, level, place, tools, pay, employment),
        first=moment_of(shown.first),
        published=moment_of(shown.published),
        expires=moment_of(shown.expires),
    )


def _hiring(seed: int, root: int, dice: Dice) -> SampleEmployer:
    number = hired_by(root)
    return chosen(seed, dice) if number is None else employer(seed, number)


def _near(hiring: SampleEmployer, at: Attendance) -> Area:
    days = "You work in our {town} office two days a week; the other days are yours to place."
    said = days if at == "hybrid" else "This position is on site, at our office in {town}."
    town = hiring.town
    return Area(town, "", "", town, said.format(town=town), "eu", "EUR")


def _titled(dice: Dice, level: SampleLevel, role: str, trade: Trade, employment: str) -> str:
    prefix = "" if role.startswith(("Head of", "Chief", "Group")) else level.prefix
    if prefix == "Staff " and trade.pay < WELL_PAID:
        prefix = "Senior "
    title = dice.pick(TITLES).format(role, dice.pick(trade.areas))
    # A level stands before the whole: "Senior Payments Backend Engineer".
    title = prefix + title
    if employment == "internship":
        return title.removeprefix(prefix) + " Intern"
    return title + " (Remote)" if dice.one_in(15) else title
