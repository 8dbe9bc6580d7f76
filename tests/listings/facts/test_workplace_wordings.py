"""The workplace in other words: what employers write on their own boards, in the languages that are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, Board
from listings.facts.base import Reading
from listings.facts.workplace.reader import read

AD = Ad(
    external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", location="Bergen"
)
MIXED, REMOTE_ONLY = BOARDS["remoteco"], BOARDS["remotive"]


def workplace(sentence: str, board: Board = MIXED) -> str | None:
    text = f"<p>We measure tides.</p><p>{sentence}</p><p>Apply with a short letter.</p>"
    fact = read(Reading(replace(AD, html=text), board))
    return fact.value if fact else None


@pytest.mark.parametrize(
    "sentence",
    [
        "You will work remotely.",
        "You'll be working from home.",
        "Work from anywhere in the EU.",
        "The job can be done from anywhere in Norway.",
        "Remote: yes",
        "Remote work: Yes",
        "Remote OK",
        "This is a work from home position.",
        "This vacancy is home-based.",
        "Home-based, anywhere in the UK",
        "Home-based role",
        "We are a fully remote company.",
        "Our team is fully remote.",
        "We're 100% remote.",
        "We are an all-remote company with no office.",
        "We don't have an office.",
        "Everyone at Quay works remotely.",
        "This role is open to remote candidates.",
        "Remote candidates welcome.",
        "We are happy to hire remotely.",
        "You may work remotely or at our Bergen office.",
        "Office or remote - your choice.",
        "Choose between remote and office.",
        "Bergen or remote",
        "Location: Bergen or remote",
        "Remote (Norway)",
        "Position type: fully remote",
        "Workplace: remote",
        "100% telecommute",
        "Full-time telework.",
        "This position is 100% virtual.",
        "The role is based remotely.",
        "The successful candidate will work from home.",
        "Candidates can work from anywhere in Europe.",
        "It is a remote-first role.",
        "Job location: Remote",
        "You can live and work anywhere.",
        "You work where you want.",
        "This is a fully-remote position",
        "Telecommuting position",
        "We hire remotely across Europe.",
        "Permanent remote contract.",
        "Arbeitsort: remote",
        "Du arbeitest vollständig von zu Hause.",
        "100 % Homeoffice",
        "Die Stelle ist komplett remote.",
        "Remote-Stelle",
        "Wir arbeiten zu 100 % remote.",
        "Du arbeitest ortsunabhängig.",
        "Remotearbeit: ja",
        "Deutschlandweit remote.",
        "Homeoffice zu 100% möglich",
        "Vollzeit, remote",
        "Poste en télétravail complet.",
        "Télétravail à 100 %.",
        "Vous travaillez à distance.",
        "Ce poste est entièrement à distance.",
        "100% remote possible",
        "Full remote.",
        "Poste ouvert au full remote.",
        "Lieu : télétravail",
        "Travail à distance depuis la France.",
        "Trabajo 100% remoto.",
        "Puesto totalmente remoto.",
        "Trabajarás desde casa.",
        "Modalidad: teletrabajo",
        "Posición remota",
        "Trabajo remoto desde cualquier lugar.",
        "Modalidad de trabajo: remota",
        "Oferta en remoto",
        "Ubicación: remoto",
        "100% en remoto",
        "Trabaja desde casa.",
        "Trabalho remoto.",
        "Vaga home office.",
        "Modelo de trabalho: remoto",
        "Você trabalha de casa.",
        "Posição 100% home office.",
        "Trabalhe de qualquer lugar.",
        "Local: remoto",
        "Lavoro da remoto.",
        "Si lavora completamente da casa.",
        "Full remote in Italia.",
        "Modalità di lavoro: da remoto",
        "Lavorerai da remoto.",
        "100% smart working",
        "Posizione full remote",
        "Je werkt volledig vanuit huis.",
        "Volledig remote.",
        "Deze functie is volledig op afstand.",
        "Werklocatie: thuis",
        "100% thuiswerken",
        "Je werkt op afstand.",
        "Praca zdalna.",
        "Pracujesz zdalnie.",
        "Tryb pracy: zdalny",
        "Praca całkowicie zdalna.",
        "100% zdalnie",
        "Możliwość pracy w 100% zdalnej",
    ],
)
def test_remote(sentence: str) -> None:
    assert workplace(sentence) == "remote"


@pytest.mark.parametrize(
    "sentence",
    [
        "This is a hybrid position.",
        "Two days a week in the office.",
        "You work from home three days a week.",
        "You come to the office on Mondays.",
        "Every Tuesday in our office.",
        "Remotely one day a week.",
        "Hybrid: 3 days onsite, 2 days remote",
        "At least once a week you are in our Bergen office.",
        "Office days: Tuesday and Thursday",
        "You are expected to be in the lab twice a week.",
        "Partially remote.",
        "Work model: hybrid",
        "Hybrid work model",
        "Hybrides Arbeitsmodell",
        "Zwei Tage pro Woche im Büro.",
        "Bis zu 2 Tage Homeoffice pro Woche",
        "Du arbeitest hybrid.",
        "Télétravail : 2 jours par semaine",
        "Deux jours de télétravail par semaine.",
        "Travail hybride",
        "Poste hybride.",
        "Modelo híbrido",
        "Dos días de teletrabajo a la semana.",
        "Trabajo híbrido en Madrid",
        "Trabalho híbrido",
        "Dois dias por semana no escritório.",
        "Lavoro ibrido",
        "Due giorni a settimana in ufficio.",
        "Hybride werken",
        "Twee dagen per week op kantoor.",
        "Praca hybrydowa",
        "Dwa dni w tygodniu w biurze.",
        "Smart working 3 giorni a settimana",
    ],
)
def test_hybrid(sentence: str) -> None:
    assert workplace(sentence) == "hybrid"


@pytest.mark.parametrize(
    "sentence",
    [
        "This job is on-site.",
        "On-site only.",
        "This is not a remote position.",
        "No remote.",
        "Remote work is not possible.",
        "You must work on-site in Bergen.",
        "In-office role",
        "Kein Homeoffice.",
        "Homeoffice ist nicht möglich.",
        "Pas de télétravail.",
        "Trabajo presencial.",
        "Vaga presencial",
        "Lavoro in sede.",
        "Praca stacjonarna.",
        "Poste en présentiel.",
        "No es un puesto remoto.",
        "Five days a week in the office.",
        "Remote during the pandemic only.",
        "Currently remote due to COVID-19.",
        "Temporarily remote until our office reopens.",
        "Thuiswerken is niet mogelijk.",
        "The team works on site in our Bergen office, five days a week.",
    ],
)
def test_on_site(sentence: str) -> None:
    assert workplace(sentence) == "onsite"


@pytest.mark.parametrize(
    "sentence",
    [
        "Weekly in-office day.",
        "You lead remote teams.",
        "We build tools for remote work.",
        "Remote-friendly culture.",
        "You support remote users.",
        "Our customers work remotely.",
        "Experience with remote work.",
        "Home office allowance of 500 euros.",
        "Work from home stipend.",
        "Work from anywhere for four weeks a year.",
        "Remote sensing data.",
        "Flexible remote policy after a year.",
        "If the role is remote, you need a quiet room.",
        "Interviews are remote.",
        "Onboarding takes place remotely.",
        "You travel to remote villages.",
        "Our hybrid cloud.",
        "Remote interviews via video.",
        "We help firms hire remote talent.",
        "We have offices in Bergen and Oslo.",
        "On-site gym and parking.",
        "On-site interviews.",
        "Microsoft Office skills.",
        "Hybrid vehicles.",
        "Erfahrung mit Remote-Teams.",
        "Our remote support desk.",
        "Access our systems remotely.",
        "You manage servers remotely.",
        "Ability to work remotely.",
        "Experience working remotely.",
        "Some of our roles are remote.",
        "Other teams work remotely.",
        "You don't need to work from home.",
        "Equipment for your home office.",
        "Fully remote teams are our customers.",
        "Remote control of ships.",
        "Distance learning platform.",
        "Télétravail possible.",
        "Homeoffice möglich.",
    ],
)
def test_said_of_something_else_it_states_nothing(sentence: str) -> None:
    assert workplace(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You come to the office on Tuesdays.", "hybrid"),
        ("In-home visits in Nevada.", "hybrid"),
        ("You visit patients at their homes.", "hybrid"),
        ("Field-based role.", "hybrid"),
        ("Staff have the option to work remotely one day per week.", "hybrid"),
        ("Our office is open Monday to Friday.", "remote"),
        ("We meet in person twice a year.", "remote"),
        ("Some people come to the office once a week.", "remote"),
        ("If you live in Bergen you can use our office two days a week.", "remote"),
        ("Quarterly off-sites.", "remote"),
        ("A fully remote role of three days per week.", "remote"),
        ("We work remotely, in a 4-day week.", "remote"),
        ("Part-time, remote, two days per week.", "remote"),
        ("We never ask you to come to an office.", "remote"),
        ("This role is on-site in Bergen.", "onsite"),
        ("Training on site for the first two weeks.", "remote"),
        ("You train our customers on site.", "remote"),
        ("You may use our office twice a week.", "remote"),
        ("Our founders work from our office three days a week.", "remote"),
        ("Optional co-working days every Thursday.", "remote"),
        ("You work with our clients' offices.", "remote"),
        ("Company lunch every Friday in the office.", "remote"),
        ("An onsite day a month in Bergen is expected.", "hybrid"),
        ("Visit our HQ twice a year.", "remote"),
        ("Home visits to families are part of the job.", "hybrid"),
        ("You will never have to commute.", "remote"),
        ("No commute, no office.", "remote"),
    ],
)
def test_on_a_board_for_remote_work(sentence: str, expected: str) -> None:
    assert workplace(sentence, REMOTE_ONLY) == expected
