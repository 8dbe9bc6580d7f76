"""Homes, choices, answers and refusals by which an ad tells where its work is done."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.workplace.reader import read
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Weir Keeper", company="Alder Brook", location="Ghent")


def workplace(sentence: str, field: tuple[str, ...] | None = None) -> str | None:
    text = f"<p>We look after weirs.</p><p>{sentence}</p><p>Write us a short letter.</p>"
    fact = read(Reading(replace(AD, html=text, workplace=field), BOARDS["greenhouse"]))
    return fact.value if fact else None


@table(
    "sentence",
    [
        "The work is done from your own desk at home.",
        "You'd do this job from your kitchen table.",
        "Your place of work is your home.",
        "Everybody, apprentices too, works from home.",
        "We have been remote-only since day one.",
        "Fully distributed role",
        "This is a fully distributed position.",
        "Home office: yes",
        "Employment: Full-time, Remote",
        "Office: Remote",
        "Our whole company is remote.",
        "Our entire team is fully distributed.",
        "The person we hire: you will telework.",
        "The right candidate will telecommute.",
        "Arrangement: remote (100%)",
        "In the Ghent office or at home: you decide.",
        "Ob im Büro oder zu Hause, das entscheidest du.",
        "Au bureau ou à domicile, au choix, toujours en télétravail si vous voulez.",
        "Is it possible to work from home? Yes, always.",
        "Remote possible? Yes.",
        "Du kannst von überall arbeiten.",
        "Vous travaillez de chez vous.",
        "Puedes trabajar desde donde quieras.",
        "Télétravail complet",
        "Télétravail : complet",
        "Full remote.",
        "Du arbeitest vollständig remote.",
        "Reine Remote-Stelle.",
        "We're a fully remote team of 12.",
        "This is a work-from-anywhere role.",
        "We are happy for you to work from home every day.",
        "Teletrabajo completo.",
        "Trabalho totalmente remoto.",
        "Lavoro interamente da remoto.",
        "Praca w pełni zdalna.",
        "Volledig thuiswerken.",
        "Wir arbeiten alle remote, auch du.",
    ],
)
def test_remote(sentence: str) -> None:
    assert workplace(sentence) == "remote"


@table(
    "sentence",
    [
        "You split your time fairly between home and our Ghent office.",
        "Mondays in our Ghent office, the rest of the week at home.",
        "Dienstags im Büro, der Rest der Woche zu Hause.",
        "One office day a fortnight.",
        "Remote working is available for up to 60% of your time.",
        "In the office 4 days, 1 day at home.",
        "You join us on site every Tuesday.",
        "Hybrid or on-site in Bergen.",
        "On-site or hybrid in Bergen.",
        "This role is hybrid or on-site.",
        "Employment: Full-time, remote two days a week",
        "Bis zu 40 % mobiles Arbeiten.",
    ],
)
def test_hybrid(sentence: str) -> None:
    assert workplace(sentence) == "hybrid"


@table(
    "sentence",
    [
        "We don't do remote work.",
        "We cannot allow remote work here.",
        "Die Arbeit erfolgt ausschließlich vor Ort.",
        "Homeoffice können wir leider nicht anbieten.",
        "No hay posibilidad de teletrabajo.",
        "Não oferecemos trabalho remoto.",
        "Nie oferujemy pracy zdalnej.",
        "Il lavoro si svolge solo in presenza.",
        "Poste 100 % sur site.",
        "Praca wyłącznie stacjonarna.",
        "Workplace: in office",
        "Luogo di lavoro: Gand, in presenza",
    ],
)
def test_on_site(sentence: str) -> None:
    assert workplace(sentence) == "onsite"


@table(
    "sentence",
    [
        "Can I work from home? Yes, one day in summer.",
        "Is remote work possible? Yes, but rarely.",
        "Although our staff work remotely in spring, weirs need hands.",
        "Our app lets carers work from home.",
        "At home in a busy team, you keep calm.",
        "Home office: possible",
        "Remote work: allowed",
        "Back office: remote support",
        "Employment: Full-time, remote sensing",
        "A role for fully distributed systems.",
        "Our whole company is remote-friendly.",
        "If your whole company is remote, call us.",
        "Our clients may work hybrid or on-site in Bergen.",
        "Hybrid or on-site roles differ in pay.",
        "We install hybrid or on-site pumps.",
        "The purpose of this position is to provide remote help with lamps.",
        "Some of our roles may be fully remote.",
        "You travel 1-2 times every 3 months to our other office.",
        "Office or stage? It is your choice.",
        "You know Microsoft Office and work Monday to Friday.",
        "We meet remotely once a week with the Ghent office.",
    ],
)
def test_nothing(sentence: str) -> None:
    assert workplace(sentence) is None


@table(
    ("sentence", "place"),
    [
        ("The work is done at our workshop.", "onsite"),
        ("This role is based at our plant in Tulsa, five days a week.", "onsite"),
        ("Our sales team is remote, but this role sits in our Ghent studio and is on-site.", "onsite"),
        ("Our plant in Tulsa makes lamps.", None),
        ("The work is done at our workshop, five days a week.", "onsite"),
        ("Your work takes place at our plant.", "onsite"),
        ("Presence at the hotel is required for each shift.", "onsite"),
        ("Presence at the hotel is not required.", None),
        ("The work is done at our workshop or at home.", None),
        ("Your presence at our shop for events is optional.", None),
        ("You will be working from your own home all year.", "remote"),
        ("We share our time between home and the Ghent office.", "hybrid"),
        ("At least 40% of your time is spent in our Ghent office.", "hybrid"),
        ("We ask for one in-person collaboration day per week at our headquarters.", "hybrid"),
        ("You report to our headquarters two days each quarter.", None),
        ("This is a temporary position on a hybrid schedule.", "hybrid"),
    ],
)
def test_premises_of_any_kind_and_shares_of_the_time(sentence: str, place: str | None) -> None:
    assert workplace(sentence) == place
