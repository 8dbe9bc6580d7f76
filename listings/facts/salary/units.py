"""What an amount is paid for: the period or the piece that follows it, in eight languages."""

from __future__ import annotations

import re

# Nouns and adjectives, without accents where people leave them out.
UNITS = {
    "hour": "hour hours hourly hr hrs h ph p/h p.h std stunde stündlich heure horaire hora hour(s) hourely uur uren"
    " godz godzina godzinę godzinowo ora timme time час",
    "day": "day days daily diem pd p/d p.d tag täglich tagessatz jour journalier journée dia día diario diaria diários"
    " giorno giornata dag dagen dzień dzien dziennie dag",
    "week": "week weeks weekly wk pw p/w woche wöchentlich semaine semana semanal semanales semanais settimana"
    " settimanale settimanali tydzień tygodniowo",
    "month": "month months monthly mo mth mon pcm pm p/m p.m mtl monat monatlich mois mensuel mensuels mensuelle mes"
    " mês mensual mensuales mensal mensais mese mensile mensili maand maandelijks mies miesiąc miesiac miesięcznie"
    " miesiecznie mc måned månad mån měsíc měsíčně aylık bulan месяц мес",
    "year": "year years yearly annum annual annually yr yrs y pa p/a p.a jahr jährlich an ans année año anual anuales"
    " ano anuais anno annuo annui annua annue annuel annuels annuelle jaar jaarlijks rok rocznie roku år"
    " annualized anually yea",
    "project": "project article post assignment piece deliverable milestone blog projekt projet proyecto projeto"
    " artikel artículo artigo articolo",
}
PERIODS = {word: period for period, units in UNITS.items() for word in units.split()}
# Units that need no "per" before them, common misspellings included.
STANDALONE = """
hourly daily weekly monthly yearly annual annually annualized anually pcm mtl pa p.a p/a p/h p.h ph pd pw p/d p/w yr hr
year month stündlich täglich wöchentlich monatlich jährlich mensuel mensuels mensuelle mensual mensuales mensal mensais
mensile mensili annuo annui annua annue annuel annuels annuelle anual anuales anuais semanal semanales semanais
settimanali diarios diários rocznie miesięcznie miesiecznie godzinowo dziennie tygodniowo maandelijks jaarlijks
měsíčně aylık
"""
STANDALONE_UNITS = frozenset(STANDALONE.split())
FILLERS = (
    "gross|net|brutto|netto|base|bruto|brutos|brut|bruts|lordi|lordo|netti|líquidos?|brutal|equivalent|ctc|salary|ote"
    "|pay|us|vat|excl|w2|1099|c2c"
)
# "/", "per", "a", "pro" and the like.
PER = r"/(?: ?per\b)?|(?:per|an?|each|every|pro|die|der|den|im|je|la|le|par|por|al|ao|à|all['’]|op|het|na|za|w|в)\b"
# "$70 per session hour" is hourly pay all the same.
HOURS = "session|working|billable|contact|teaching|class|clock|clinical|logged|worked|engaged|online|audio"
UNIT = re.compile(
    rf"[ *_)\]]{{0,4}}(?:(?:{FILLERS})\b(?: ?\+ ?|[ ,])?){{0,3}} ?(?P<per>{PER})?"
    rf"[ ~(]{{0,2}}(?:~?[0-9]{{2,5}}[- ](?:word )?|blog |(?:{HOURS}) (?=h))?"
    # "per hourSchedule": some boards lose the line breaks of a list.
    r"(?P<unit>p[./] ?[ahmdw](?!\w)|(?-i:(?:[A-ZÀ-Þ]{2,8}|[^\W\d_A-Z][^\W\d_A-Z]{0,11}|[A-Z][^\W\d_A-Z]{1,11})"
    r"(?![^\W\d_A-Z]|[0-9_])))",
    re.IGNORECASE,
)
PIECE_WORDS = """
word page user seat lead sale call session appointment shift visit person lesson class image ticket sprint task survey
delivery ride order referral student patient client customer employee head cap month's
"""
PIECES = frozenset(PIECE_WORDS.split())
EACH = frozenset({"per", "each", "every", "pro", "par", "por"})
# "€60,000 pro rata"
NO_PIECES = frozenset({"rata", "favor"})
MORE_UNITS = re.compile(r" ?/ ?[a-z]| per (?!hour|day|week|month|year|person)[a-z]")
# Periods that our vocabulary lacks.
UNKNOWN_PERIOD = re.compile(
    r"\b(?:bi|semi)-?(?:week|month)|\bfortnight|\b(?:per|a|each|every|pro|par|por) (?:quarter|quartal|trimestre)\b"
    r"|\b(?:every|each|per|alle|cada|toutes les|om de|co) (?:two|2|other|second|four|4|zwei|dos|duas|deux|twee|dwa"
    r"|due|three|3|six|6) (?:weeks?|months?|wochen|monate|semanas|semaines|weken|tygodnie|settimane)"
    r"|\b(?:twice|two times|2x|2 times|zweimal|dos veces|duas vezes|deux fois|tweemaal|due volte|dwa razy)"
    r" (?:a|per|each|im|al|por|par|in de|w|pro) (?:month|week|year|monat|mes|mês|mois|maand|mese|miesiącu)"
    r"|\b(?:twice|two times|2x|2 times) (?:monthly|weekly|yearly|annually)"
    r"|\b(?:per|each|every|a) (?:pay ?(?:period|check|day)"
    r"|semester|season|term|game|match|episode|show|batch|milestone payment)\b"
    r"|\bquincenal\w*|\bquinzenal\w*|\bper (?:word|shift|session|lead|sale|call|task|class)\b(?! hour)"
)

# In a field, where nothing else is said: "$5 per click", "$40 a lesson", "12 USD/1000 words".
PIECE_IN_FIELD = re.compile(
    r"[ *_)\]]{0,4}(?:(?:per|each|every|pro|par|por|al|za|an?)\b|/)\s*(?P<unit>[0-9]*\s*[^\W\d_]+)", re.IGNORECASE
)

MAX_UNIT = 24
PIECE_AT_END = re.compile(r"([^\W\d_]+)[ *_)\]]*$")
PIECES_OF_PROJECT = {
    "blog": "post",
    **dict.fromkeys(("artikel", "artículo", "artigo", "articolo"), "article"),
    **{name: name for name in ("article", "post", "assignment", "piece", "deliverable", "milestone")},
}


def is_per_piece(field: str, end: int, *, is_large: bool) -> bool:
    """Whether an amount that ends at `end` is for what is no period. Behind a slash a large one may be beside it."""
    match = PIECE_IN_FIELD.match(field, end)
    if match is None or match["unit"].lower().strip() in ("plus", "bonus"):
        return False
    # "per billable hour", "per 8 hour day"
    units = re.split(r" (?:per|an?)\b|[,;(/]", field[match.start("unit") : match.end() + MAX_UNIT].lower())[0]
    if any(word in PERIODS for word in units.split()[:3]):
        return False
    return not (is_large and match[0].lstrip(" *_)]").startswith("/"))


def piece_in(evidence: str) -> str:
    """What pay that counts as a project's is for, if its words name a part of one: "article" of "$250 per article"."""
    match = PIECE_AT_END.search(evidence)
    return PIECES_OF_PROJECT.get(match[1].lower(), "") if match else ""


def period_of(unit: re.Match[str]) -> str:
    """The period that a match of UNIT names, or ""."""
    word = unit["unit"].lower().replace(" ", "")
    return PERIODS.get(word, "") if unit["per"] or word in STANDALONE_UNITS else ""


def piece_of(unit: re.Match[str]) -> str:
    """What else the pay is per: "word"; "" if the match of UNIT is no more than the next word."""
    per, word = (unit["per"] or "").lower(), unit["unit"].lower()
    is_piece = word in PIECES and (per.startswith("/") or per in ("a", "an"))
    is_each = per in EACH and word not in NO_PIECES
    return word if is_each or is_piece else ""
