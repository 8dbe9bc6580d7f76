"""What made-up ads say whatever the trade: businesses, places, hours, benefits, ways to apply."""

from __future__ import annotations

from typing import NamedTuple


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


class Area(NamedTuple):
    """Where applicants may live, as boards of each format put it (`field`, `region`, `country`, `allowed`), and as
    the ad's own text says it; `zone` names the hours that suit, `money` the currency of pay."""

    field: str
    region: str
    country: str
    allowed: str
    said: str
    zone: str
    money: str = "USD"


ANYWHERE = "Anywhere in the World"
PLACES = (
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
TOWNS = lines("""
    Lisbon
    Leeds
    Utrecht
    Ghent
    Aarhus
    Tallinn
    Valencia
    Leipzig
    Graz
    Galway
    Bristol
    Halifax
    Portland
    Denver
    Austin
    Pittsburgh
    Toronto
    Montevideo
    Guadalajara
    Cape Town
    Wellington
    """)
BUSINESSES = lines("""
    makes the booking software that small ferry lines run on
    helps town libraries lend what they own to more people
    looks after the weather stations of nine hundred farms
    builds tools for repair shops, from the first call to the last screw
    plans the rounds of nurses who visit patients at home
    runs a marketplace where bakers buy grain straight from mills
    turns the paperwork of moving house into one short list
    writes accounting software for choirs, sports clubs and other small societies
    keeps the spare parts of wind turbines in the right harbour at the right time
    lets museums publish their collections without a web team
    checks payslips for people who work in more than one country
    routes parcels through night trains instead of planes
    teaches adults to read scores, and sells the app that listens to them practise
    tells orchards when to pick, from pictures taken by a phone
    handles the after-sales service of thirty makers of bicycles
    gives schools a timetable that survives the flu season
    rents out instruments and pays the people who mend them
    helps hospitals find the bed, the pump and the person that belong together
    hosts the archives of four hundred local newspapers
    sells a quiet phone system to doctors, lawyers and plumbers
    compares the energy that buildings should use with what they do use
    makes a map of public toilets, benches and shade that forty cities pay for
    connects allotment gardeners who have too much with kitchens that have too little
    issues and checks the certificates of divers, climbers and crane drivers
    measures what comes out of chimneys and explains it to the people next door
    organises shared ownership of boats, vans and holiday homes
    builds a payment terminal that works where the network does not
    prints photo books from messages that families send each other
    translates the manuals of medical devices into thirty-one languages
    lends money to market stalls against tomorrow’s takings
    """)
HISTORY = lines("""
    We started in {founded}, in {town}, and are {people} people today.
    Founded in {founded}, we are a team of {people} spread over {countries} countries.
    There are {people} of us; about a third live near {town}, the others wherever they like.
    We have paid our own way since {profitable}, and we grow slowly on purpose.
    Since {founded} we have grown to {people} people without an office that anybody has to visit.
    """)
CULTURE = lines("""
    We write things down before we talk about them.
    We meet twice a year, by train where we can.
    Most of our work happens in writing: three short calls a week, and none on Fridays.
    Nobody has been asked to work at a weekend yet.
    Our customers answer the phone when we call them, which tells you most of what you need to know.
    Everybody here spends one day a month answering customers.
    We publish our salaries, our handbook and our mistakes.
    We keep teams small: never more than six people who all know what the others do.
    """)
ROLE = lines("""
    We are looking for {article} <strong>{title}</strong> to join our {team} team.
    As our next {title} you will work closely with {person}, who leads {team}.
    This is a new position: you will be the {ordinal} {role} on the {team} team.
    Our {team} team has room for {article} {title}, and more work than it can do well.
    {person} is moving to another team, so we need {article} {title} who likes to take over and tidy up.
    """)
TEAMS = lines("""
    core product
    platform
    growth
    customer
    internal tools
    partnerships
    mobile
    payments
    onboarding
    reporting
    """)
WISHES = lines("""
    You write clearly, and you ask when something is unclear.
    You have worked remotely before, or can tell us why it will suit you.
    You know when a simple thing is good enough and when it is not.
    You have opinions, and you change them when you are shown better ones.
    You can plan your own week and tell others how it went.
    Fluent English, written and spoken.
    Very good written English; how you sound on a call matters less.
    You are kind to people who know less about your field than you do.
    You finish things.
    """)
GIFTS = lines("""
    Thirty days of holiday and the public holidays of where you live
    Unlimited paid time off, with at least twenty days a year
    A budget of 1,500 a year for books, courses and conferences
    A laptop and a chair that you choose
    Paid parental leave of twenty weeks, whoever gives birth
    Four-day weeks in July and August
    A pension plan that we pay into
    Stock options for everybody
    A co-working space of your choice, paid
    Two team weeks a year; we pay the journey
    A month of sabbatical after every fourth year
    Mental health support with no questions asked
    """)
LOCAL_GIFTS = {
    "us": ("Health, dental and vision insurance", "401(k) with a 4% match"),
    "uk": ("A pension with 8% from us",),
}
PROCESS = lines("""
    Send us a few lines about a piece of work that went wrong, and what you did about it.
    Write to {person} and tell us which of our pages you would mend first.
    We answer everybody within ten days, and tell you what the next step is.
    The process: a call of 30 minutes, a paid exercise of three hours, a talk with the team, an offer.
    Two conversations and one small task: we decide within three weeks.
    No cover letter, please: answer our five questions instead.
    """)
EQUAL = lines("""
    We hire people of every age, origin, belief, gender and ability, and we adapt the process to what you need.
    We are an equal opportunity employer and consider every application on its merits.
    If you meet most but not all of this, apply anyway.
    """)
PEOPLE = lines("""
    Ilse Varga
    Tomas Okoro
    Mina Bergstrand
    Rafael Quint
    Noor Halabi
    Agnes Petit
    Kofi Lindqvist
    Sunniva Achterberg
    Darragh Oyelaran
    Petra Miyagawa
    Anselm Kowalczuk
    Yara Fonseca-Holt
    Bohdan Eastlake
    Imani Strandvik
    Leocadia Brunn
    Wendel Tamaru
    """)
