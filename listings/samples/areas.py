"""Where made-up ads look for people, and the working hours that go with each area."""

from __future__ import annotations

from typing import NamedTuple

from listings.samples.templates import lines


class Area(NamedTuple):
    """Where applicants may live: as boards of each format put it (`field`, `region`, `country`, `allowed`), and in a
    `sentence` of the description.

    `zone` is a key of HOURS and of LOCAL_BENEFITS.
    """

    field: str
    region: str
    country: str
    allowed: str
    sentence: str
    zone: str
    currency: str = "USD"


ANYWHERE = "Anywhere in the World"
AREAS = (
    Area("Worldwide", ANYWHERE, "", "Worldwide", "You can work from anywhere in the world.", "any"),
    Area("Worldwide", ANYWHERE, "", "Worldwide", "It does not matter to us which country you live in.", "any"),
    Area("Worldwide", ANYWHERE, "", "Worldwide", "", "any"),
    Area("Anywhere", ANYWHERE, "", "Worldwide", "This job is fully remote, worldwide.", "any"),
    Area("", ANYWHERE, "", "Work from Anywhere", "", "any"),
    Area("Remote", ANYWHERE, "", "Worldwide", "Fully remote; four hours a day in common will do.", "any"),
    Area("USA", "USA Only", "🇺🇸 United States of America", "US National", "You live in the United States.", "us"),
    Area("USA Only", "USA Only", "🇺🇸 United States of America", "US National",
          "Open to people who live and may work in the US; we cannot sponsor visas.", "us"),
    Area("US Only", "USA Only", "🇺🇸 United States of America", "Texas; Colorado; Oregon",
          "We can hire in Texas, Colorado and Oregon.", "us"),
    Area("USA, CST (UTC-6)", "USA Only", "🇺🇸 United States of America", "US National",
          "Remote within the US, in Central Time or close to it.", "us"),
    Area("USA, Canada", "North America Only", "", "US National; Canada", "Remote in the US or Canada.", "us"),
    Area("Canada", "Canada Only", "🇨🇦 Canada", "Canada", "You live in Canada, outside Quebec.", "us", "CAD"),
    Area("Americas", "Americas Only", "", "US National; Canada; Latin America",
          "We look for people in North, Central and South America.", "us"),
    Area("LATAM", "Latin America Only", "", "Latin America", "For people who live in Latin America.", "us"),
    Area("Brazil, Argentina, Mexico", "Latin America Only", "", "Brazil; Argentina; Mexico",
          "We hire in Brazil, Argentina and Mexico.", "us"),
    Area("Europe", "Europe Only", "", "Europe", "You can live anywhere in Europe.", "eu", "EUR"),
    Area("Europe Only", "Europe Only", "", "Europe", "We can employ you in any EU country.", "eu", "EUR"),
    Area("Germany", "Europe Only", "🇩🇪 Germany", "Germany", "You live in Germany and speak German.", "eu", "EUR"),
    Area("Spain, Portugal", "Europe Only", "", "Spain; Portugal", "Remote from Spain or Portugal.", "eu", "EUR"),
    Area("Poland", "Europe Only", "🇵🇱 Poland", "Poland", "This is a B2B contract for people in Poland.", "eu", "EUR"),
    Area("UK", "UK Only", "🇬🇧 United Kingdom", "United Kingdom", "You have the right to work in the UK.", "uk", "GBP"),
    Area("UK, Ireland", "Europe Only", "", "United Kingdom; Ireland", "Remote in the UK or Ireland.", "uk", "GBP"),
    Area("CET +/- 3 HOURS", "EMEA Only", "", "Europe; Africa",
          "Live where you like within three hours of Central European Time.", "eu", "EUR"),
    Area("EMEA", "EMEA Only", "", "Europe; Africa; Middle East", "Open to people in EMEA.", "eu", "EUR"),
    Area("Americas, Europe, Asia, Oceania", ANYWHERE, "", "Worldwide",
          "Anywhere, as long as you can open a bank account there.", "any"),
    Area("Australia, New Zealand", "Oceania Only", "", "Australia; New Zealand",
          "Remote anywhere in Australia or New Zealand.", "oceania", "AUD"),
    Area("India, Philippines", "Other (don’t specify)", "", "India; Philippines",
          "We look for people in India or the Philippines.", "any"),
)  # fmt: skip
HOURS = {
    "any": lines("""
        Work when it suits you; we only ask for four hours a day between 13:00 and 19:00 UTC.
        We work asynchronously: there are no core hours.
        You share at least three hours a day with your team, which sits between UTC-5 and UTC+2.
        Your day is yours to plan, but we meet on Tuesdays at 15:00 UTC.
        """),
    "us": lines("""
        Core hours are 10 am to 2 pm Eastern.
        You are online from 9 am to 1 pm Pacific and plan the rest of the day yourself.
        Most of the team works 9 to 5 Central.
        You need at least four hours a day in common with New York.
        """),
    "eu": lines("""
        You need at least four hours a day in common with Central European Time.
        Core hours are 10:00 to 15:00 CET; the rest is up to you.
        The team is online between 9:00 and 17:00 Berlin time.
        We overlap from 11:00 to 15:00 CET and leave each other alone otherwise.
        """),
    "uk": lines("""
        Core hours are 10am to 3pm UK time.
        You can work a four-day week of 32 hours.
        We are flexible, as long as you overlap with London in the mornings.
        """),
    "oceania": lines("""
        You share at least four hours a day with Sydney (AEST).
        Core hours are 9 am to 12 noon AEST.
        """),
}
