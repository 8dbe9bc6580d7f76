"""Sentences that limit a job to a place and say little else: "nur in Bayern", "Bretagne uniquement"."""

from __future__ import annotations

import re

from listings.facts.residence.demands import read_hiring
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import Hit, ResidenceStatement, to_statement
from listings.facts.residence.lines import places_before

# Words for the job, the people sought and remote work: beside them and the places such a sentence has no others.
AROUND = (
    r"(?:\W|\b(?:remote|remota|remoto|remotamente|home|office|homeoffice|arbeit|arbeiten|arbeitsort|stelle|vollzeit"
    r"|teilzeit|bewerber\w*|kandidat\w*|bewerbungen|innen|wohnsitz|wohnort|wohnhaft|ansässig|mit|möglich|deutschland"
    r"|télétravail|distance|travail|poste|offre|emploi|ouvert|ouverte|candidat\w*|candidature\w*|basé\w*|résid\w+|aux?"
    r"|à|possible|vous|êtes|trabaj\w+|teletrabajo|puesto|oferta|vacante|abiert[oa]|personas|residente\w*|residir"
    r"|residência|trabalh\w+|teletrabalho|vaga|vagas|abert[oa]|pessoas|lavor\w+|telelavoro|posizione|offerta|apert[oa]"
    r"|persone|residenti|residenza|thuis\w*|werk\w*|functie|vacature|woonachtig|praca|pracy|zdaln\w+|oferta"
    r"|kandydat\w*|osoby|osób|mieszkając\w+|a|o|da|de|para|per|für|pour|voor|dla|und|e|y|et|en|di|van|ist|est|es|é|è|w|z|na"
    r"|is|jest|100|job|full|time)\b)*"
)
AROUND_PLACES = re.compile(AROUND)
MAX_GAP = 12


def read_limit(hit: Hit) -> ResidenceStatement | None:
    """ "Remote, nur in Bayern", "solo desde Cataluña", "Bretagne uniquement" """
    if AROUND_PLACES.fullmatch(hit.left) is not None:
        places = read_places(hit.text, hit.end, end=hit.sentence_end)
        if places is None or places.start - hit.end > MAX_GAP or not places.include or _is_language(hit, places):
            return _after_places(hit) if hit.left.strip() else None
        return to_statement(hit, places) if AROUND_PLACES.fullmatch(hit.lower, places.end, hit.sentence_end) else None
    # "Bewerbungen nehmen wir nur aus Deutschland an."
    return _after_places(hit) or (read_hiring(hit) if " aus" in hit.phrase else None)


def _is_language(hit: Hit, places: Places) -> bool:
    """ "Alleen in het Engels": not the town in Russia."""
    return hit.lower[places.start : places.end].rstrip(".").endswith("engels")


def _after_places(hit: Hit) -> ResidenceStatement | None:
    """ "Candidats en Bretagne uniquement": the places stand before the word."""
    places: Places | None = places_before(hit, hit.start)
    if places is None or not AROUND_PLACES.fullmatch(hit.lower, hit.sentence_start, places.start):
        return None
    if not AROUND_PLACES.fullmatch(hit.lower, hit.end, hit.sentence_end):
        return None
    return ResidenceStatement("required", places.include, places.exclude, places.start, hit.end)
