"""Working hours in other words, in the languages that are read, and hours that are not the person's."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.hours.reader import read
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
Hours = tuple[float | None, float | None, float | None]


def hours(text: str, location: str = "") -> Hours | None:
    fact = read(Reading(replace(AD, html=text, location=location), BOARDS["remoteco"]))
    return (fact.value["utc_min"], fact.value["utc_max"], fact.value["overlap_hours"]) if fact else None


@table(
    ("text", "expected"),
    [
        ("You work Eastern or Central US hours.", (-6, -5, None)),
        ("Arbeitszeit zwischen 9 und 17 Uhr MEZ.", (1, 1, None)),
        ("Du arbeitest von 9 bis 18 Uhr deutscher Zeit.", (1, 1, None)),
        ("Vous travaillez de 9h à 17h, heure de Paris.", (1, 1, None)),
        ("Fuseau horaire : CET ± 2 h.", (-1, 3, None)),
        ("Horario de 9:00 a 18:00 hora de Madrid.", (1, 1, None)),
        ("Trabajarás en huso horario GMT-5 a GMT-3.", (-5, -3, None)),
        ("Zona horaria: GMT-3.", (-3, -3, None)),
        ("Horário de trabalho: 9h às 18h, horário de Brasília.", (-3, -3, None)),
        ("Fuso horário europeu.", (0, 3, None)),
        ("Orario di lavoro: dalle 9 alle 18 CET.", (1, 1, None)),
        ("Je werkt van 9 tot 17 uur Nederlandse tijd.", (1, 1, None)),
        ("Praca w godzinach 9-17 czasu polskiego.", (1, 1, None)),
        ("Mindestens 4 Stunden Überschneidung mit MEZ.", (None, None, 4)),
        ("Al menos 4 horas de solapamiento con EST.", (None, None, 4)),
        ("Au moins 3 heures de chevauchement avec le fuseau horaire de New York.", (None, None, 3)),
        ("You work from 9 to 5 UK time.", (0, 0, None)),
        ("You live in an Australian time zone.", (8, 10, None)),
        ("You work in CET ± 2.", (-1, 3, None)),
        ("You work in Central European Time, give or take an hour.", (0, 2, None)),
        ("You answer skippers by phone, from 8 am to 4 pm Eastern Time.", (-5, -5, None)),
        ("You share 4+ working hours with our San Francisco team.", (None, None, 4)),
        ("Remote (US Mountain/Pacific time).", (-8, -7, None)),
        ("You work in UTC+5:30.", (5.5, 5.5, None)),
        ("Working hours: 10 am – 7 pm IST", (5.5, 5.5, None)),
        ("Your hours overlap with US hours.", (-8, -5, None)),
        ("You overlap with Eastern or Pacific time.", (-8, -5, None)),
        ("Your hours overlap with EST and PST.", (-8, -5, None)),
        ("Your hours overlap with Eastern, Central or Pacific.", (-8, -5, None)),
        ("Overlap of 4 hours with CET/CEST.", (None, None, 4)),
        ("Core time 10:00-15:00 CET.", (None, None, 5)),
        ("Must be available 8am-4pm EST (1pm-9pm GMT).", (-5, -5, None)),
        ("Time zones: UTC-5 to UTC+1", (-5, 1, None)),
        ("You must live in EST or CST time zones.", (-6, -5, None)),
        ("Candidates in PST/MST/CST/EST time zones.", (-8, -5, None)),
        ("Standort: Europäische Zeitzone (CET ±1).", (0, 2, None)),
        ("Sunday to Thursday, 10:00 to 18:00 Gulf Standard Time.", (4, 4, None)),
        ("Trabajarás en horario de Nueva York.", (-5, -5, None)),
        ("Horário comercial de Brasília.", (-3, -3, None)),
        ("We expect you online between 1 pm and 5 pm London time.", (None, None, 4)),
        ("Any time zone from UTC-8 to UTC+2 will do.", (-8, 2, None)),
        ("You can be up to four hours away from New York time.", (-9, -1, None)),
        ("Team hours: 15:00-19:00 UTC.", (None, None, 4)),
        ("Quatro horas de sobreposição com o fuso de Lisboa.", (None, None, 4)),
        ("Almeno quattro ore in comune con il fuso di New York.", (None, None, 4)),
        ("We are looking for an agent in the Eastern or Central time zone.", (-6, -5, None)),
        ("Availability: 4 pm to midnight Eastern", (-5, -5, None)),
        ("Shift: 10 PM – 7 AM PHT", (8, 8, None)),
        ("You work GMT+8 office hours.", (8, 8, None)),
        ("Tu zona horaria está entre UTC-6 y UTC-3.", (-6, -3, None)),
        ("Deine Zeitzone liegt zwischen UTC-1 und UTC+3.", (-1, 3, None)),
        ("European business hours required", (0, 3, None)),
        ("Full-time, 9:00–18:00 EET", (2, 2, None)),
        ("Your shift is within opening hours (Pacific Time).", (-8, -8, None)),
        ("Able to work U.S. East Coast hours.", (-5, -5, None)),
        ("Work hours must overlap at least 5 hours with 9am–5pm Pacific.", (None, None, 5)),
        ("Must be within 3 hours of New York time.", (-8, -2, None)),
        ("GMT+0 to GMT+3 only", (0, 3, None)),
        ("Hours: US Eastern.", (-5, -5, None)),
        ("You will work 9am to 6pm AEST, Monday to Friday.", (10, 10, None)),
        ("Schedule: Mon–Fri, 9am–5pm CT", (-6, -6, None)),
        ("You are online 8 to 4 Eastern.", (-5, -5, None)),
        ("Mindestens drei Stunden Überschneidung mit CET.", (None, None, 3)),
        ("You share four hours a day in common with New York.", (None, None, 4)),
        ("At least three working hours in common with CET are required.", (None, None, 3)),
        ("We need 4 hours in common with London.", (None, None, 4)),
        ("Your shifts are those of the factory: 6 am to 2 pm CET.", (1, 1, None)),
        ("Du lebst höchstens drei Stunden von CET entfernt.", (-2, 4, None)),
    ],
)
def test_hours_of_the_person(text: str, expected: Hours) -> None:
    assert hours(text) == expected


@table(
    "text",
    [
        "Location: anywhere (within a few hours of Pacific Standard Time)",
        "You work within a couple of hours of the CET time zone.",
        "You join our overnight news team (US time zone).",
        "You work the night shift in Eastern Time.",
        "You occasionally work a late shift (2 p.m. to 10 p.m. IST).",
        "A weekend shift from 8 a.m. to 4 p.m. EST roughly once every three months.",
        "Our store is open 10am-8pm PST.",
        "The data centre is staffed 8am-8pm CET.",
        "You need not work EST hours.",
        "The factory runs two shifts, 6 am to 2 pm and 2 pm to 10 pm CET.",
        "Our warehouse operates from 8 am to 5 pm EST.",
        "We have a lot in common with New York.",
        "Our clients have 4 hours in common with London.",
        "Kundenservice: Mo-Fr 9-17 Uhr MEZ.",
        "Our helpline is staffed 8am-8pm ET.",
        "The service desk is open 24/7 EST.",
        "BST (basic safety training) must be finished each spring.",
        "EST. in 1998.",
        "We have a preference for an Australian time zone.",
        "CET preferred.",
        "Bevorzugt in der Zeitzone CET.",
        "Releases go out at 17:00 UTC.",
        "Backups run 01:00-05:00 UTC.",
        "Interview slots are 9am-5pm CET.",
        "PST files and MST replication.",
        "Our team spans time zones from PST to CET.",
        "We cover 9 time zones.",
        "Town hall is at 4pm CET every month.",
        "You know AST and CST parsing.",
        "The office in Lisbon is open from 9 to 18 WET.",
        "Applications close 5pm AEST on Friday.",
        "Our clients work 9-5 EST.",
        "Your local time (2:30-11 am EST).",
        "Notre boutique est ouverte de 9h à 19h, heure de Paris.",
        "We meet every Monday, 10am-11am CET.",
        "Any time zone is fine, all our docs use UTC.",
        "You support customers in EST and PST.",
        "Deadline: 12:00 CET.",
        "Market hours 9:30am-4pm ET.",
        "The event runs 9am-5pm CET.",
        "PT, OT and ST services.",
        "Support hours are 8am to 6pm CT.",
        "We sync with our partners in Asia at 8am CET.",
        "The IST department handles EST tickets.",
        "Colleagues work from 7am GMT to 7pm GMT.",
        "Nasi klienci dzwonią od 8 do 16 CET.",
        "Los clientes llaman de 9 a 17 h CET.",
        "You don't need to keep our EST day.",
        "We answer mail from 9 to 5 CET.",
        "The US team starts at 9 am EST, so expect some late mail.",
    ],
)
def test_hours_of_others_and_letters_that_are_no_zone(text: str) -> None:
    assert hours(text) is None


@table(
    ("text", "location", "expected"),
    [
        ("Working hours: 09:00-18:00 IST", "", (5.5, 5.5, None)),
        ("Working hours: 09:00-18:00 IST (Israel)", "", (2, 2, None)),
        ("Working hours: 09:00-17:30 IST", "Dublin, Ireland", (0, 0, None)),
        ("Working hours: 9am-6pm CST", "", (-6, -6, None)),
        ("Working hours: 9am-6pm CST", "Shanghai, China", (8, 8, None)),
        ("Working hours: 9am-6pm BST", "", (0, 0, None)),
    ],
)
def test_letters_of_several_zones_go_by_the_place(text: str, location: str, expected: Hours) -> None:
    assert hours(text, location) == expected


@table(
    ("text", "expected"),
    [
        # Lists of offsets are a range; a time in brackets is the same time elsewhere.
        ("GMT-5, GMT-4 and GMT-3 only.", (-5, -3, None)),
        ("Time zones: GMT+1, GMT+2, GMT+3", (1, 3, None)),
        ("Time zone: CET / EET", (1, 2, None)),
        ("Working hours: 9am to 5pm EST (2pm to 10pm WAT)", (-5, -5, None)),
        ("You live within 4 hours of CET.<br>At least 4 hours of overlap with UTC+2.", (-3, 5, 4)),
        ("The day starts as early as 6am GMT.", (0, 0, None)),
    ],
)
def test_several_zones(text: str, expected: Hours) -> None:
    assert hours(text) == expected


@table(
    ("text", "expected"),
    [
        ("Working Hours: U.S. Business Hours", (-8, -5, None)),
        ("Hours: U.S. hours", (-8, -5, None)),
        ("This is a full-time role during U.S. business hours.", (-8, -5, None)),
        ("Availability during U.K. business hours is required.", (0, 0, None)),
        ("You will work from 9 to 5 in the U.S. Eastern time zone.", (-5, -5, None)),
        ("Evening shifts (Central America time zone).", (-6, -6, None)),
        ("We work within North American time zones.", (-8, -4, None)),
        ("Working hours: 9 AM to 6 PM CEST", (1, 1, None)),
        ("Arbeitszeit 9-17 Uhr MESZ", (1, 1, None)),
        ("<p>You bring:</p><ul><li>Rust</li><li>Time zone: CET (± 3 hours)</li></ul>", (-2, 4, None)),
        ("Hours are 9am - 5pm EST but flexible.", (-5, -5, None)),
        ("The ideal candidate lives in the EST time zone.", (-5, -5, None)),
        ("Candidates can work continental US-based hours.", (-8, -5, None)),
        ("Vous travaillez aux horaires de Paris (CET).", (1, 1, None)),
        ("Disponibilidad para trabajar en horario del Este de EE. UU. (EST).", (-5, -5, None)),
        ("Hiring remotely in the UK / Europe (GMT to GMT+2)", (0, 2, None)),
        ("You live anywhere from UTC-3 to UTC.", (-3, 0, None)),
        ("Remote, between UTC and UTC+5", (0, 5, None)),
        ("Must be able to work US hours (Pacific Standard Time)", (-8, -8, None)),
        ("You work European hours (CET).", (1, 1, None)),
        ("You work US hours (EST or PST).", (-8, -5, None)),
    ],
)
def test_abbreviated_countries_and_regions(text: str, expected: Hours) -> None:
    assert hours(text) == expected


@table(
    "text",
    [
        "You live within a few hours of Pacific time.",
        "Time zone: close to CET.",
        "You work within a couple of hours of EST.",
        "Time zone: CET (+/- 3) — nice to have",
        "At least four hours of overlap with Eastern or Pacific.",
        "Your hours overlap with CET or EST.",
        "CET (± 3 h). Nice to have.",
        "<p>Nice to have:</p><ul><li>Rust</li><li>Time zone: CET (± 3 hours)</li></ul>",
        "<p>Bonus points</p><ul><li>You live in EST.</li></ul>",
        "CET ± 2 would be great.",
        "Trading runs from 9:30 am to 4 pm EST.",
        "The clinic sees patients from 9 am to 5 pm CST.",
        "Our SLA covers EU business hours.",
        "CET time zone is not mandatory.",
        "Time zone: EST (negotiable)",
        "We primarily work ET hours but are flexible.",
        "Our team mostly works EST hours.",
        "The team tends to work CET hours.",
        "We provide support during U.S. business hours.",
        "Our clients keep U.S. business hours.",
        "Our teammates are spread from GMT to GMT+8.",
        "The logs change from GMT to UTC.",
        "Nos clients appellent aux horaires de Paris (CET).",
    ],
)
def test_wishes_and_habits_state_nothing(text: str) -> None:
    assert hours(text) is None


def test_a_place_that_is_near_leaves_the_hours_as_they_are() -> None:
    assert hours("You work near the Pacific coast, in Pacific time.") == (-8, -8, None)


def test_a_preference_in_a_title_is_of_its_own_part() -> None:
    titles = ["Dock Planner (Central European Time Zone, Bergen preferred)", "Dock Planner (CET time zone preferred)"]
    facts = [read(Reading(replace(AD, title=title), BOARDS["remoteco"])) for title in titles]
    assert [fact and fact.value["utc_min"] for fact in facts] == [1, None]
