"""Whether an ad offers to sponsor a visa: offers, refusals, and what only resembles one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.sponsorship.reader import read
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
BOARD = BOARDS["jobposting"]


def stated(text: str = "", **fields: Any) -> Fact | None:
    """The fact of an ad whose lines are `text`; its quote has to stand in the ad."""
    reading = Reading(replace(AD, html="".join(f"<p>{line}</p>" for line in text.split("\n")), **fields), BOARD)
    fact = read(reading)
    if fact and fact.spans:
        source = reading.title if fact.spans[0].field == "title" else reading.text
        assert source[fact.spans[0].start : fact.spans[0].end] == fact.evidence
    return fact


def value(text: str = "", **fields: Any) -> str | None:
    fact = stated(text, **fields)
    return None if fact is None else fact.value


@table(
    "text",
    [
        "We offer visa sponsorship.",
        "Visa sponsorship available.",
        "Visa sponsorship is available for this role.",
        "We can sponsor work visas.",
        "We can sponsor your visa and help you relocate.",
        "H-1B transfers welcome.",
        "We accept H-1B transfers.",
        "H-1B transfer OK",
        "H1B transfer",
        "- H-1B transfer available",
        "We're happy to sponsor visas for the right candidate.",
        "Yes, we do sponsor visas!",
        "Sponsorship: yes",
        "Visa sponsorship: available",
        "- Visa sponsorship and relocation support",
        "Millrace | Engineer | Berlin | VISA | Full-time",
        "Millrace | Engineer | Visa sponsorship | https://x.example",
        "Millrace | Engineer | Remote (US) | Visa sponsorship available\nWe grind flour.",
        "Millrace | Engineer | Visa sponsorship\nWe grind flour.",
        "Do you sponsor visas? Yes, we do.",
        "We provide visa and relocation support.",
        "We will help you with your visa and relocation: visa support is included.",
        "The company offers H1B sponsorship.",
        "Will sponsor H-1B.",
        "Visa sponsorship possible",
        "We sponsor H-1B, O-1 and green cards.",
        "Sponsorship available for qualified candidates who need a work visa.",
        "Millrace is a licensed sponsor and can offer Skilled Worker visa sponsorship.",
        "If you need a visa, we will sponsor it.",
        "Wir bieten Visa-Sponsoring.",
        "Wir unterstützen dich beim Visum und beim Umzug.",
        "Ofrecemos patrocinio de visado.",
        "Oferecemos patrocínio de visto.",
        "Nous proposons le parrainage de visa.",
        "Wij bieden visumsponsoring.",
        "Offriamo la sponsorizzazione del visto.",
        "Oferujemy sponsorowanie wizy.",
        "Immigration sponsorship is available.",
        "We sponsor visas.",
        "Visa sponsorship: We do sponsor visas! However, we aren't able to sponsor visas for every role.",
        "Employment visa sponsorship is offered for this position.",
        "Work visa sponsorship provided",
        "This position is eligible for visa sponsorship.",
        "This role is eligible for H-1B transfer sponsorship.",
        "Visa: sponsorship possible",
        "We can support your visa application.",
    ],
)
def test_an_offer(text: str) -> None:
    assert value(text) == "offered"


@table(
    "text",
    [
        "We do not sponsor visas.",
        "We don’t offer visa sponsorship.",
        "We are unable to sponsor now or in the future.",
        "Must be authorised to work in the US without sponsorship.",
        "Must be authorized to work without sponsorship",
        "No visa sponsorship",
        "You have to be able to work in the US without sponsorship.",
        "Sponsorship is not offered.",
        "Sponsorship is not available for this role.",
        "Candidates must not require visa sponsorship.",
        "You must not now or in the future require sponsorship.",
        "Applicants requiring sponsorship will not be considered.",
        "Please do not apply if you need visa sponsorship.",
        "Visa sponsorship: No",
        "VISA Sponsorship:</p><p>No",
        "Sponsorship: none. You need US work authorization.",
        "No H-1B",
        "Millrace | Engineer | US | No visa",
        "Do you sponsor visas? Unfortunately not.",
        "Millrace will not sponsor applicants for work visas.",
        "Visa Sponsorship\nNo",
        "We cannot sponsor H-1B visas at this time.",
        "This position isn't eligible for visa sponsorship.",
        "We only consider candidates who do not need sponsorship to work in Canada.",
        "At this time we can't provide sponsorship or take over a visa.",
        "Wir können leider kein Visum sponsern.",
        "Kein Visa-Sponsoring möglich.",
        "Nous ne sponsorisons pas les visas.",
        "Pas de parrainage de visa.",
        "No ofrecemos patrocinio de visa.",
        "Não oferecemos patrocínio de visto.",
        "Non offriamo sponsorizzazione del visto.",
        "Wij bieden geen visumsponsoring.",
        "Nie sponsorujemy wiz.",
        "No sponsorship or C2C.",
        "We are not in a position to sponsor work permits.",
        "Visa sponsorship is unavailable.",
        "You must be eligible to work in the UK; sponsorship cannot be provided.",
        "Employment with us is not eligible for immigration sponsorship.",
        "US citizens or green card holders only, no sponsorship.",
        "We won't be able to sponsor you.",
        "Visa sponsorship not provided.",
        "Must be able to work in Ireland without the need for current or future visa sponsorship.",
        "This job will not sponsor.",
        "Sponsorship: no",
        "Sadly, visa support is not available.",
        "People who need a visa cannot be considered.",
        "Eine Visa-Unterstützung bieten wir nicht.",
        "We do not provide visa assistance, and our contract excludes what employees typically get.",
    ],
)
def test_a_refusal(text: str) -> None:
    assert value(text) == "not offered"


@table(
    "text",
    [
        "We are able to support visa applications.",
        "You will sell sponsorships to brands.",
        "Executive sponsor of the programme.",
        "The podcast is sponsored by Millrace, not by a bank.",
        "Will you now or in the future require sponsorship for employment visa status?",
        "Do you require visa sponsorship? Yes / No",
        "Negotiate sponsorship deals for our events; no event is too small.",
        "Visa and Mastercard payments.",
        "You will manage visa sponsorship for our employees.",
        "Experience with H-1B sponsorship is required.",
        "Employer-sponsored health insurance, no premium.",
        "We sponsor open source projects.",
        "Sponsorship\nWe support local schools.",
        "Whether or not you need sponsorship, apply.",
        "If you do not require sponsorship, tell us.",
        "Company-sponsored events and offsites are not mandatory.",
        "No visa required, we hire worldwide.",
        "Clinical trial sponsors do not pay sites.",
        "Find an executive sponsor; do not wait.",
        "You advise clients on visa sponsorship.",
        "We are looking for an immigration lawyer who can sponsor visas.",
        "State your visa status in your application.",
        "Need visa sponsorship? Tell us in your application.",
        "A valid work permit is required.",
        "Sponsorship sales: you will not work alone.",
        "We may offer visa sponsorship in some cases.",
        "Sponsor licence checks are part of your work.",
        "Sponsored content is not your task.",
        "You'll be the executive sponsor for key accounts and can’t be shy.",
        "Our software handles visa applications for employers.",
        "We help our customers sponsor visas.",
        "We support sponsors, candidates and partners; no day is the same.",
        "Do not hesitate to ask about sponsorship.",
        "What visa do you have?",
        "You may receive controlled software under export laws without sponsorship for a license.",
        "I need sponsorship: yes/no",
        "Brand sponsorship is not our focus; candidates love it.",
        "Visa sponsorship is decided case by case.",
        "We will not sponsor people at the Master's level for this job.",
    ],
)
def test_what_states_nothing(text: str) -> None:
    assert value(text) is None


@table(
    ("text", "expected"),
    [
        ("Bergen (Norway, unable to sponsor)", "not offered"),
        *few(
            [
                ("100% remote within Norway (no sponsorship), with an office in Bergen", "not offered"),
                ("Quay Works | Bergen or remote, VISA | Lamp Keeper", "offered"),
                ("Good pay, relocation & visa support, a kind team.", "offered"),
                ("Quay Works will consider sponsoring a qualified applicant for employment authorization.", "offered"),
                ("You must live in Norway. Visa sponsorships available\nTools: rope", "offered"),
                ("Visa sponsorship available\nNo", "not offered"),
                ("You will consider sponsoring a lighthouse.", None),
                ("We issue cards: debit, visa", None),
                ("We help clients with relocation & visa support.", None),
                ("The lamp race (no sponsorships needed) is in May.", None),
            ],
            1,
        ),
    ],
)
def test_short_forms(text: str, expected: str | None) -> None:
    assert value(text) == expected


def test_the_quote_is_short() -> None:
    fact = stated("A good job. Sadly, we are unable to sponsor work visas for now. Apply.")
    assert fact
    assert fact.evidence == "unable to sponsor work visas"


def test_sentences_that_contradict_each_other_state_nothing() -> None:
    assert value("We offer visa sponsorship.\nWe do not sponsor visas.") is None


def test_a_title_states_it_too() -> None:
    assert value(title="Tide Engineer (no visa sponsorship)") == "not offered"


@table("piece", few(["visa sponsor ", "no visa, ", "we do not ", "sponsorship? yes no "], 1))
def test_time_grows_linearly(piece: str) -> None:
    assert growth(read, lambda text: Reading(replace(AD, html=text), BOARD), piece) < LIMIT


@table(
    ("text", "expected"),
    [
        ("Benefits:\n- Visa sponsorship\n- Health insurance", "offered"),
        ("What we offer\n* A boat\n* Visa sponsorship\n* Cake", "offered"),
        ("Benefits\n- Visa sponsorship\nNo", "not offered"),
        ("Requirements:\n- Visa sponsorship\n- A boat", None),
        ("Benefits that we do not offer:\n- Visa sponsorship\n- A boat", None),
        ("We’ll take care of your visa and relocation.", "offered"),
        ("We will handle visa payments for customers.", None),
        ("We are unable to consider applicants who need a visa.", "not offered"),
        ("We do not hire people who would require a work permit.", "not offered"),
    ],
)
def test_an_item_of_benefits_and_people_who_need_a_visa(text: str, expected: str | None) -> None:
    assert value(text) == expected
