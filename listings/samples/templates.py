"""Sentences of made-up ads, whatever the trade: business, history, benefits, how to apply. And towns and people."""

from __future__ import annotations


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


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
REQUIREMENTS = lines("""
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
BENEFITS = lines("""
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
LOCAL_BENEFITS = {
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
