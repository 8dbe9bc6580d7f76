"""The description of a made-up ad as HTML: headings, lists, links and entities as employers' editors leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from listings.samples import templates
from listings.samples.areas import HOURS, Area
from listings.samples.employers import SampleEmployer
from listings.samples.rng import Rng
from listings.samples.salaries import Pay
from listings.samples.trades import Trade

Heading = Callable[[str], str]
ORDINALS = ("first", "second", "third", "fifth")
HEADING_STYLES: tuple[Heading, ...] = (
    lambda text: f"<h2>{text}</h2>",
    lambda text: f"<h3>{text}</h3>",
    lambda text: f"<p><strong>{text}</strong></p>",
    lambda text: f'<h3 style="color: #333333;"><b>{text}</b></h3>',
    lambda text: f"<div><br></div><div><strong>{text}:</strong></div>",
)
TASKS = ("What you will do", "Your tasks", "Responsibilities", "The work", "In this role you will")
REQUIREMENTS = ("What we look for", "Requirements", "About you", "What you bring", "You may be a fit if")
BENEFITS = ("What you get", "Benefits", "What we offer", "Pay &amp; benefits", "Perks")
APPLYING = ("How to apply", "Next steps", "Our process", "Interested?")


class SampleLevel(NamedTuple):
    """`experience`: what the ad asks for, one of these. `percent`: of the trade's typical pay."""

    prefix: str
    career: str
    experience: tuple[str, ...]
    percent: int


LEVELS = (
    SampleLevel("", "Experienced", ("3+ years in a similar role", "At least two years of experience", ""), 100),
    SampleLevel("", "Experienced", ("Three to five years of experience", "", ""), 100),
    SampleLevel("", "Experienced", ("", "Some years of doing this for a living"), 100),
    SampleLevel("Senior ", "Senior", ("5+ years of professional experience", "At least six years in the field"), 130),
    SampleLevel("Senior ", "Senior", ("Seven or more years of experience, two of them remote",), 135),
    SampleLevel(
        "Junior ", "Entry-Level", ("A first year of practice, or projects of your own", "0–2 years of experience"), 65
    ),
    SampleLevel("Lead ", "Manager", ("8+ years of experience, some of them leading others",), 150),
    SampleLevel("Staff ", "Senior", ("Ten years of experience, more or less",), 165),
    SampleLevel("Mid-level ", "Experienced", ("2-4 years of relevant experience",), 95),
)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a description is written from. `role` is the title without level and speciality."""

    employer: SampleEmployer
    title: str
    role: str
    trade: Trade
    level: SampleLevel
    area: Area
    tools: tuple[str, ...]
    pay: Pay | None
    employment: str


def html_list(lines: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines if line) + f"</{tag}>"


def description(rng: Rng, brief: Brief) -> str:
    """Some 150 to 350 words."""
    heading = rng.choice(HEADING_STYLES)
    contact = rng.choice(templates.PEOPLE)
    parts = [
        *_introduction(rng, brief, contact),
        heading(rng.choice(TASKS)),
        html_list(rng.sample(brief.trade.tasks, 3 + rng.randrange(4))),
        heading(rng.choice(REQUIREMENTS)),
        html_list(
            [
                rng.choice(brief.level.experience),
                *rng.sample(brief.trade.requirements, 2),
                *rng.sample(templates.REQUIREMENTS, 2 + rng.randrange(2)),
            ]
        ),
        _tools(rng, brief.tools),
        _conditions(rng, brief),
        *_benefits(rng, heading, brief),
        *_application(rng, heading, brief.employer, contact),
    ]
    # Two habits of editors that sanitising must survive: hard spaces, and the empty paragraph.
    if rng.one_in(6):
        parts.insert(2, "<p>&nbsp;</p>")
    return "\n".join(filter(None, parts))


def _introduction(rng: Rng, brief: Brief, contact: str) -> tuple[str, str]:
    employer = brief.employer
    values = {
        "founded": employer.founded,
        "profitable": employer.founded + 2,
        "town": employer.town,
        "people": employer.people,
        "countries": 3 + rng.randrange(22),
        "title": escape(brief.title, quote=False),
        "role": escape(brief.role, quote=False),
        "team": rng.choice(templates.TEAMS),
        "person": contact,
        "ordinal": rng.choice(ORDINALS),
        "article": "an" if brief.title[0] in "AEIO" else "a",
    }
    name = escape(employer.name)
    names = (f"<strong>{name}</strong>", name, f'<a href="https://{employer.host}/?utm_source=jobs">{name}</a>')
    return (
        f"<p>{rng.choice(names)} {employer.business}. {rng.choice(templates.HISTORY).format(**values)} "
        f"{' '.join(rng.sample(templates.CULTURE, 1 + rng.randrange(2)))}</p>",
        f"<p>{rng.choice(templates.ROLE).format(**values)}</p>",
    )


def _tools(rng: Rng, tools: tuple[str, ...]) -> str:
    others, last = ", ".join(tools[:-1]), tools[-1]
    sentence = rng.choice((
        "We work with {others} &amp; {last}.",
        "Our tools: {others} and {last}.",
        "You know {others}; {last} is a plus.",
        "Nice to have: {others}&nbsp;or {last}.",
    ))  # fmt: skip
    return f"<p>{sentence.format(others=others, last=last)}</p>"


def _conditions(rng: Rng, brief: Brief) -> str:
    """Where and when people work, and on which terms."""
    hours = rng.choice(HOURS[brief.area.zone]) if rng.randrange(3) else ""
    # The whole dictionary is built each time, so every ad draws the same number of random numbers.
    terms = {
        "full_time": "",
        "contract": rng.choice(
            ("This is a contract for six months, with the wish to go on.", "You invoice us monthly.")
        ),
        "freelance": "This is freelance work, ten to twenty hours a week.",
        "part_time": rng.choice(
            ("It is a part-time position of 20 hours a week.", "Part-time, 24 hours over four days.")
        ),
        "internship": "It is a paid internship of six months.",
    }[brief.employment]
    sentences = " ".join(filter(None, (brief.area.sentence, hours, terms)))
    return f"<p>{sentences}</p>" if sentences else ""


def _benefits(rng: Rng, heading: Heading, brief: Brief) -> list[str]:
    local = templates.LOCAL_BENEFITS.get(brief.area.zone, ())
    benefits = [*rng.sample(local, rng.randrange(3)), *rng.sample(templates.BENEFITS, 3 + rng.randrange(3))]
    pay = brief.pay.sentence if brief.pay else ""
    if rng.one_in(2):
        return [heading(rng.choice(BENEFITS)), html_list([pay, *benefits])]
    return [f"<p>{pay}</p>" if pay else "", heading(rng.choice(BENEFITS)), html_list(benefits)]


def _application(rng: Rng, heading: Heading, employer: SampleEmployer, contact: str) -> list[str]:
    site = f"https://{employer.host}/careers?utm_source=board&amp;utm_medium=feed&amp;utm_campaign=hiring"
    link = rng.choice((
        f'<a href="{site}" target="_blank">More about us</a>',
        f'<a href="{site}" onclick="track()">Read how we work</a>',
        f'<a href="https://{employer.host}/team?utm_source=ad">Meet the team</a>.',
        "",
    ))  # fmt: skip
    steps = [step.format(person=contact) for step in rng.sample(templates.PROCESS, 1 + rng.randrange(2))]
    body = html_list([*steps, link], "ol") if rng.one_in(4) else f"<p>{' '.join([*steps, link])}</p>"
    equality = f"<p><em>{rng.choice(templates.EQUAL)}</em></p>" if rng.randrange(3) else ""
    return [heading(rng.choice(APPLYING)), body, equality]
