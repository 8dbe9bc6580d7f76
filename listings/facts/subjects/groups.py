"""Groups of people of whom a clause is said: "some colleagues write …", "the data team works in …", "users run …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from listings.facts.multi_search import build_finder
from listings.facts.subjects.kinds import SentenceSubject

# What a clause begins after.
CLAUSE = re.compile(
    r"[,;:(–—….!?]|\b(?:while|whereas|and|but|though|although|während|und|aber|tandis que|et|mientras(?: que)?|y"
    r"|enquanto|mentre|ed?|terwijl|en|podczas gdy|a) "
)
PART = (
    r"(?:some|(?:an)?other|others|several|certain|a few|a (?:different|separate|sister|neighbou?ring)|einige|manche"
    r"|(?:ein )?andere[rs]?|certain(?:e?s)?|(?:une? )?autres?|quelques|algunos|algunas|otr[oa]s?|alguns|algumas"
    r"|outr[oa]s?|alcuni|alcune|altri|altre|un altro|sommige|een ander|niektórzy|inni|inny)"
)
WHOLE = (
    r"(?:our|the|their|its|all (?:of )?our|most (?:of )?our|many (?:of )?our|unsere?|die|das|der|nos|notre|les"
    r"|nuestr[oa]s?|los|las|el|la|noss[oa]s?|os|as|o|[ia] nostr[ioa]|il nostro|la nostra|gli|i|ons|onze|de|het"
    r"|nasz[ea]?|nasi)"
)
TEAMS = (
    r"teams?|departments?|squads?|crews?|desks?|people|folks|équipes?|equipos?|equipes?|abteilung\w*"
    r"|afdeling\w*|zesp[oó]ł\w*"
)
TRADES = (
    r"colleagues|co-?workers|team-?mates|employees|[a-z-]{2,20}(?:ers|ors|ists|ysts)|kolleg\w+|entwickler\w*|vertrieb"
    r"|buchhaltung|collègues|développeurs|compañeros|desarrolladores|colegas|desenvolvedores|colleghi|sviluppatori"
    r"|collega['’]?s|ontwikkelaars|koledzy|programiści"
)
CUSTOMERS = (
    r"customers|clients|users|subscribers|merchants|kund(?:en|innen)|nutzer(?:innen)?|clientes|clienti|klanten|klienci"
    r"|usuarios|utilisateurs|utenti|gebruikers|użytkownicy"
)
GROUP = re.compile(
    rf"[\W_]*(?:(?:(?P<part>{PART})|{WHOLE}) (?:of (?:our|the|your) )?(?P<name>(?:[\w&/-]+ ){{0,3}}?)"
    rf"(?!{CUSTOMERS})"
    rf"(?:(?:{TEAMS})|(?P<trade>{TRADES}))"
    r"|(?:(?:our|their|your|the|many|most|some|unsere|nos|nuestros|nossos|i nostri|onze|nasi) )?"
    rf"(?:[\w-]+ )?(?P<customers>{CUSTOMERS}))\b(?= [^\W\d])",
)
_PIECES = (
    "team|department|squad|crew |crews |desk |desks |colleague|coworker|co-worker|people |folks|employees|ers |ors "
    "|ists |ysts |kolleg|entwickler|vertrieb|abteilung|buchhaltung|équipe|collègue|equipo|equipe|compañer|desarrolla"
    "|desenvolv|colega|collegh|sviluppator|collega|afdeling|zespó|zespo|koledzy|programiści|clients |kunden|kundinnen"
    "|nutzer|klanten|klienci|clienti|clientes|ontwikkelaar|usuario|utilisateur|utenti|użytkowni"
)
# Without any of these pieces, the pattern cannot match.
PIECES = build_finder(_PIECES.split("|"))
# The person who is sought takes part: "you", but not "the developers around you".
PERSON = re.compile(
    r"(?<!around )(?<!beside )(?<!with )(?<!near )\b(?:you(?:r|rs|['’]ll)?|du|dein\w*|sie|vous|votre|vos|tú|tus?|usted"
    r"|te|você|tuo|je|jij|jouw|twój|this role|candidates?|applicants?|we (?:hire|seek|want|need))\b"
)
NEXT_CLAUSE = re.compile(
    r"(?:[,;:] (?:and |but |while )?|\b(?:and|but|while|whereas|und|et|y|e|en|i) )"
    r"(?:you(?:['’]ll)?|we|du|vous|tú|usted|você|tu|je|jij|ty)\b"
)
JOINED_BY_PERSON = re.compile(
    r"\b(?:too|also|as well|likewise|the same|join\w*|auch|aussi|también|também|anche|ook|też)\b"
)

# Characters. A text without full stops is no single sentence.
MAX_REACH = 150
# From the beginning of a clause to the noun of its group.
MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A group of people, and the characters of the sentence that are said of it alone.

    `is_part`: others than the team of the job ("some colleagues", "another team"). `trade`: what they are called by
    ("data" of a data team), or "".
    """

    subject: SentenceSubject
    start: int
    end: int
    trade: str = ""
    is_part: bool = False


def groups_in(sentence: str) -> Iterator[PeopleGroup]:
    """The groups that clauses of a sentence in lower case begin with, without those that the person is one of."""
    for match in _matches(sentence):
        start = match.end()
        following = NEXT_CLAUSE.search(sentence, start)
        end = min(following.start() if following else len(sentence), start + MAX_REACH)
        if PERSON.search(sentence, start, end) or JOINED_BY_PERSON.search(sentence, end):
            continue
        if match["customers"]:
            yield PeopleGroup(SentenceSubject.CUSTOMERS, start, end)
        else:
            trade = f"{match['name']}{match['trade'] or ''}".strip()
            yield PeopleGroup(SentenceSubject.TEAM, start, end, trade, match["part"] is not None)


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    begin = 0
    for _, start, _ in PIECES.find_matches_as_indexes(sentence):
        if start < begin:
            continue
        left = max(begin, start - MAX_NAME)
        clauses = [match.end() for match in CLAUSE.finditer(sentence, left, start)]
        for clause in clauses if left else [0, *clauses]:
            if match := GROUP.match(sentence, clause):
                begin = match.end()
                yield match
                break
