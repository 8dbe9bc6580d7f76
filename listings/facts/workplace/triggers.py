"""Words without which a sentence, a title or a field says nothing of the workplace."""

from __future__ import annotations

from listings.facts.multi_search import Overlaps, SharedFinder, build_finder

# A sentence with none of these says nothing of the workplace.
PLACES: tuple[str, ...] = ("hybrid", "office", "on-site", "onsite", "on site", "in-person", "in person", "field-based")
PLACES += ("field based", "not remote", "not a remote", "not a fully remote", "no remote", "vor ort", "présentiel")
PLACES += ("presencial", "híbrid", "ibrid", "hybryd", "büro", "bureau", "oficina", "escritório", "ufficio", "kantoor")
PLACES += (
    "biur",
    "in presenza",
    "in sede",
    "op locatie",
    "stacjonarn",
    "studio",
    "hq",
    "headquarters",
    "come in",
    "commut",
)
PLACES += ("sur site", "sur place")
PLACES += (
    "home visit",
    "in-home",
    "field work",
    "fieldwork",
    "field role",
    "field sales",
    "field service",
    "residence of",
    "residences of",
    "präsenz",
    "the lab",
    "our lab",
    "their home",
    "presence",
    "attendance",
    "workshop",
    "warehouse",
    "done at",
    "done in",
    "place at",
    "performed at",
    "carried out at",
    "our plant",
    "our factory",
    "our clinic",
)
# Those that `place_phrase` reads.
ENGLISH_PLACES = frozenset(PLACES[:13])
HOME: tuple[str, ...] = (
    "remot",
    "from home",
    "from-home",
    "from your home",
    "from their home",
    "at home",
    "home work",
    "own desk",
    "desk at home",
    "kitchen table",
    "from anywhere",
    "from any ",
    "your home",
    "own home",
    "telecommut",
)
HOME += ("telework", "homeoffice", "home office", "home-office", "home-based", "home based", "télétravail", "wfh")
HOME += (
    "à distance",
    "a distancia",
    "à distância",
    "distanciel",
    "teletrab",
    "telelavoro",
    "mobiles arbeiten",
    "mobil arbeiten",
    "mobil zu arbeiten",
    "mobile arbeit",
    "mobilem arbeiten",
    "mobilarbeit",
    "desde casa",
    "desde cualquier",
)
HOME += (
    "de casa",
    "de qualquer lugar",
    "da casa",
    "smart working",
    "smartworking",
    "zuhause",
    "zu hause",
    "ortsunabhängig",
)
HOME += (
    "thuis",
    "op afstand",
    "zdaln",
    "z domu",
    "удален",
    "удалён",
    "リモート",
    "在宅",
    "远程",
    "distributed",
    "chez vous",
    "de chez",
    "desde donde",
    "de onde",
    "da dove",
    "waar je",
    "skąd",
)
HOME += ("von überall", "depuis chez", "vanuit huis", "virtual", "anywhere", "wherever", "where you want")
TRIGGERS = PLACES + HOME
HOME_WORDS = frozenset(HOME)
# "Hybrid" is a word of other languages too.
ENGLISH_WORDS = ENGLISH_PLACES.difference(("hybrid",)) | {"studio", "hq", "headquarters", "come in", "commut", "remot"}
# The triggers of single expressions: trades that "hybrid" or "remote" is part of, the office that one joins, visits.
OF_TRADES = frozenset(("remot", "hybrid", "on-site", "onsite", "on site"))
OTHER_HOME_WORDS = HOME_WORDS.difference(
    ("remot", "from home", "from-home", "from your home", "from anywhere", "telecommut", "telework", "home-based"),
    ("home based", "wfh", "distributed", "virtual", "anywhere", "wherever", "where you want"),
)
OFFICES = frozenset(("office", "hq", "headquarters", "studio"))
FIELDS = frozenset(word for word in PLACES if any(part in word for part in ("field", "home", "residence"))) | {
    "at home"
}
FINDER = SharedFinder(TRIGGERS, Overlaps.LONGEST)
# Short texts also say it in other words, such as the places that days are spent at.
LABEL_WORDS = ("home", "daheim", "campus", "hub", "workshop", "lab", "come", "coming", "go in", "going in")
LABEL_FINDER = build_finder((*TRIGGERS, *LABEL_WORDS))
