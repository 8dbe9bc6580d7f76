"""Made-up vacancies: a pure function of seed, number and moment, so that any of a million is made at once."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.text import slugify

from listings.samples import words

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
CHANGES_AFTER = timedelta(hours=12)
GENERATIONS = 1000


@dataclass(frozen=True, slots=True)
class Vacancy:
    """`place` and `trade` carry each board's own words; `uuid` and `id` name it for ever."""

    id: int
    uuid: str
    trade: words.Trade
    title: str
    company: str
    place: tuple[str, str, str]
    salary: str
    employment: str
    tools: tuple[str, ...]
    html: str
    summary: str
    published: datetime
    expires: datetime

    @property
    def slug(self) -> str:
        return slugify(f"{self.company} {self.title}")[:80].strip("-")

    @property
    def host(self) -> str:
        return slugify(self.company.split(",")[0]) + ".example"


def vacancy(seed: int, number: int, moment: datetime) -> Vacancy:
    """The ad that slot `number` shows at `moment`: each slot's ads follow one another, each up for 20 to 50 days."""
    slot = random.Random(f"{seed}/{number}")  # noqa: S311 - made-up words, no secret
    life = timedelta(days=slot.randint(20, 50))
    offset = life * slot.random()
    generation = int((moment - EPOCH + offset) / life)
    published = (EPOCH - offset + generation * life).replace(microsecond=0)
    ident = number * GENERATIONS + generation % GENERATIONS + 1
    made = random.Random(f"{seed}/{number}/{generation}")  # noqa: S311 - made-up words, no secret
    trade = made.choice(words.TRADES)
    company = company_name(made)
    title = made.choice(words.LEVELS) + made.choice(trade.roles)
    salary = pay(made)
    if made.random() < 0.1 and moment - published > CHANGES_AFTER:
        title, salary = f"Remote {title}", pay(made) or salary
    tools = tuple(made.sample(trade.tools, k=min(len(trade.tools), made.randint(3, 6))))
    return Vacancy(
        id=ident,
        uuid=str(UUID(bytes=hashlib.sha256(f"{seed}/{ident}".encode()).digest()[:16], version=4)),
        trade=trade,
        title=title,
        company=company,
        place=made.choice(words.PLACES),
        salary=salary,
        employment=made.choice(("full_time", "full_time", "full_time", "contract", "part_time")),
        tools=tools,
        html=description(made, company, title, trade, tools, salary),
        summary=f"{company} looks for a {title}.",
        published=published,
        expires=published + life,
    )


def company_name(made: random.Random) -> str:
    return made.choice(words.FIRST.split()) + made.choice(words.SECOND.split()) + made.choice(words.KINDS)


def pay(made: random.Random) -> str:
    low = made.randrange(40, 150, 5)
    return made.choice(words.PAY).format(low=low, high=low + made.randrange(10, 60, 5), hour=made.randrange(20, 95))


def description(
    made: random.Random, company: str, title: str, trade: words.Trade, tools: tuple[str, ...], salary: str
) -> str:
    site = "https://" + slugify(company.split(",")[0]) + ".example/about?utm_source=board&amp;utm_medium=feed"
    named = f"<strong>{company}</strong>"
    tasks = made.sample(trade.tasks, k=min(3, len(trade.tasks)))
    shown = [
        f"<p>{made.choice(words.OPENINGS).format(company=named)} {made.choice(words.ABOUT)}</p>",
        f"<h2>What you will do</h2><p>As our {title} you will:</p>{_list(tasks)}",
        f"<h2>What we look for</h2>{_list(made.sample(words.WISHES, k=4))}",
        f"<p>We work with {', '.join(tools[:-1])} &amp; {tools[-1]}.</p>",
        f"<p>{made.choice(words.HOURS)}</p>",
        f"<h2>What you get</h2>{_list([*made.sample(words.GIFTS, k=3), *([f'Pay: {salary}'] if salary else [])])}",
        f"<p>{made.choice(words.ENDINGS).format(person=made.choice(words.PEOPLE))} "
        f'<a href="{site}" onclick="track()">More about us</a></p>',
    ]
    return "\n".join(shown)


def _list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
