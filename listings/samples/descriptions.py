"""The text of a made-up ad as HTML: headings, lists, links and entities as employers' editors leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

from listings.samples import sentences
from listings.samples.dice import Dice
from listings.samples.employers import SampleEmployer
from listings.samples.paying import Pay
from listings.samples.words import Trade

ORDINALS = ("first", "second", "third", "fifth")
SHOWN: tuple[Callable[[str], str], ...] = (
    lambda text: f"<h2>{text}</h2>",
    lambda text: f"<h3>{text}</h3>",
    lambda text: f"<p><strong>{text}</strong></p>",
    lambda text: f'<h3 style="color: #333333;"><b>{text}</b></h3>',
    lambda text: f"<div><br></div><div><strong>{text}:</strong></div>",
)
TASKS = ("What you will do", "Your tasks", "Responsibilities", "The work", "In this role you will")
NEEDS = ("What we look for", "Requirements", "About you", "What you bring", "You may be a fit if")
OFFERS = ("What you get", "Benefits", "What we offer", "Pay &amp; benefits", "Perks")
STEPS = ("How to apply", "Next steps", "Our process", "Interested?")


class SampleLevel(NamedTuple):
    """`years` is what the ad asks for in words, `percent` of a usual salary what it pays."""

    prefix: str
    career: str
    years: tuple[str, ...]
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


def listed(lines: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines if line) + f"</{tag}>"


def description(
    dice: Dice,
    employer: SampleEmployer,
    named: tuple[str, str],
    trade: Trade,
    level: SampleLevel,
    place: sentences.Area,
    tools: tuple[str, ...],
    pay: Pay | None,
    employment: str,
) -> str:
    """Some 150 to 350 words. `named` is the title, and the role without level or field."""
    heading = dice.pick(SHOWN)
    person = dice.pick(sentences.PEOPLE)
    title, role = named
    facts = {
        "founded": employer.founded,
        "profitable": employer.founded + 2,
        "town": employer.town,
        "people": employer.people,
        "countries": 3 + dice.roll(22),
        "title": escape(title, quote=False),
        "role": escape(role, quote=False),
        "team": dice.pick(sentences.TEAMS),
        "person": person,
        "ordinal": dice.pick(ORDINALS),
        "article": "an" if title[0] in "AEIO" else "a",
    }
    name = escape(employer.name)
    opening = (f"<strong>{name}</strong>", name, f'<a href="https://{employer.host}/?utm_source=jobs">{name}</a>')
    parts = [
        f"<p>{dice.pick(opening)} {employer.does}. {dice.pick(sentences.HISTORY).format(**facts)} "
        f"{' '.join(dice.some(sentences.CULTURE, 1 + dice.roll(2)))}</p>",
        f"<p>{dice.pick(sentences.ROLE).format(**facts)}</p>",
        heading(dice.pick(TASKS)),
        listed(dice.some(trade.tasks, 3 + dice.roll(4))),
        heading(dice.pick(NEEDS)),
        listed([dice.pick(level.years), *dice.some(trade.wishes, 2), *dice.some(sentences.WISHES, 2 + dice.roll(2))]),
        _tools(dice, tools),
        _where(dice, place, employment),
        *_offer(dice, heading, pay, sentences.LOCAL_GIFTS.get(place.zone, ())),
        *_steps(dice, heading, employer, person),
    ]
    # Two habits of editors that clean-up must survive: hard spaces, and the empty paragraph.
    if dice.one_in(6):
        parts.insert(2, "<p>&nbsp;</p>")
    return "\n".join(filter(None, parts))


def _tools(dice: Dice, tools: tuple[str, ...]) -> str:
    most, last = ", ".join(tools[:-1]), tools[-1]
    put = dice.pick((
        "We work with {most} &amp; {last}.",
        "Our tools: {most} and {last}.",
        "You know {most}; {last} is a plus.",
        "Nice to have: {most}&nbsp;or {last}.",
    ))  # fmt: skip
    return f"<p>{put.format(most=most, last=last)}</p>"


def _where(dice: Dice, place: sentences.Area, employment: str) -> str:
    hours = dice.pick(sentences.HOURS[place.zone]) if dice.roll(3) else ""
    bound = {
        "full_time": "",
        "contract": dice.pick(
            ("This is a contract for six months, with the wish to go on.", "You invoice us monthly.")
        ),
        "freelance": "This is freelance work, ten to twenty hours a week.",
        "part_time": dice.pick(
            ("It is a part-time position of 20 hours a week.", "Part-time, 24 hours over four days.")
        ),
        "internship": "It is a paid internship of six months.",
    }[employment]
    words = " ".join(filter(None, (place.said, hours, bound)))
    return f"<p>{words}</p>" if words else ""


def _offer(dice: Dice, heading: Callable[[str], str], pay: Pay | None, local: tuple[str, ...]) -> list[str]:
    gifts = [*dice.some(local, dice.roll(3)), *dice.some(sentences.GIFTS, 3 + dice.roll(3))]
    said = pay.said if pay else ""
    if dice.one_in(2):
        return [heading(dice.pick(OFFERS)), listed([said, *gifts])]
    return [f"<p>{said}</p>" if said else "", heading(dice.pick(OFFERS)), listed(gifts)]


def _steps(dice: Dice, heading: Callable[[str], str], employer: SampleEmployer, person: str) -> list[str]:
    site = f"https://{employer.host}/careers?utm_source=board&amp;utm_medium=feed&amp;utm_campaign=hiring"
    link = dice.pick((
        f'<a href="{site}" target="_blank">More about us</a>',
        f'<a href="{site}" onclick="track()">Read how we work</a>',
        f'<a href="https://{employer.host}/team?utm_source=ad">Meet the team</a>.',
        "",
    ))  # fmt: skip
    said = [line.format(person=person) for line in dice.some(sentences.PROCESS, 1 + dice.roll(2))]
    body = listed([*said, link], "ol") if dice.one_in(4) else f"<p>{' '.join([*said, link])}</p>"
    equal = f"<p><em>{dice.pick(sentences.EQUAL)}</em></p>" if dice.roll(3) else ""
    return [heading(dice.pick(STEPS)), body, equal]
