"""Days at a place or away from it: "two days a week in our office", "Bis zu 3 Tage Homeoffice pro Woche"."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern
from listings.facts.subjects import StatementKind, binds_somebody, is_doubtful
from listings.facts.workplace.words import AWAY, COMES_IN, ENGLISH_AWAY, PLACE

NUMBERS = {
    **dict.fromkeys(
        ("one", "once", "einen", "einem", "ein", "einmal", "un", "una", "um", "uma", "uno", "een", "jeden"), 1
    ),
    **dict.fromkeys(
        ("eens", "raz", "couple", "two", "twice", "zwei", "zweimal", "deux", "dos", "dois", "duas", "due"), 2
    ),
    **dict.fromkeys(("twee", "dwa", "few", "several", "some", "multiple", "mehrere", "algunos", "alguns"), 2),
    **dict.fromkeys(("plusieurs", "varios", "vários", "alcuni", "enkele", "kilka"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tres", "três", "tre", "drie", "trzy"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro", "quatro", "quattro", "cztery"), 4),
    **dict.fromkeys(("five", "fünf", "cinq", "cinco", "cinque", "vijf", "pięć"), 5),
}
ARTICLES = {"a": 1, "an": 1}
NUMBER = rf"(?:[1-9]|1\d|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
DAY = (
    r"(?:days?|x|times|arbeitstagen?|tage?n?|jours?|d[ií]as?|giorn[io]|dag(?:en)?|dni|dzień|fois|ve[cz]es|vez"
    r"|volt[ae]|keer)"
)
DAYS = re.compile(
    rf"\b(?:(?P<least>{NUMBER})\s?(?:-|–|to|or|/|bis|à|a|o|ou|of|do|lub)\s?)?(?P<number>{NUMBER})\+?[\s-]?(?:of )?"
    rf"(?:(?:full|mandatory|required|fixed|set|anchor|coordinated|core|office|in-office|in-person|on-?site"
    rf"|collaboration|or more|feste?n?) ){{0,2}}{DAY}\b"
    r"|\b(?P<times>once|twice|einmal|zweimal) (?=a |per |every |each |in |weekly|monthly|pro |die )"
    r"|\b(?P<article>an?) (?=(?:onsite |on-site |office |in-office )?day (?:a|per|each|every|in) )"
)
WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri)days?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|lundis?|mardis?"
    r"|mercredis?"
    r"|jeudis?|vendredis?"
)
# Which days are wished for, not whether the person comes at all.
WISHED_DAYS = re.compile(rf",? \(?(?:preferably|ideally) (?:on )?(?:{WEEKDAY}|(?:mon|tue|wed|thu|fri)[a-z]{{0,5}})\b")
WEEKDAYS = re.compile(rf"\b(?:{WEEKDAY})\b")
WHOLE_WEEK = re.compile(
    r"\b(?:monday|mon|montag|lundi)s?(?: to | through |\s?[-–]\s?| bis | au )(?:friday|fri|freitag|vendredi)s?\b"
)
COMES = re.compile(
    r"\b(?:come|commute|report|attend\w*|required|must|expected|expect|need to|work(?:ing|s)?|be|spend|joins?|joining"
    r"|in-office"
    r"|in the office"
    r"|attendance|presence|collaborat\w+|anchor|office days?)\b"
    rf"|\b(?:every|each) (?:{WEEKDAY}) (?:in|at) (?:the|our)\b"
)
OFTEN = re.compile(
    r"week|fortnight|month|/\s?w(?:[ek]|oche)|\b(?:pro|die|der|jede|in der) woche\b|wöchentlich|\bmonat|semaine"
    r"|\bmois\b|semana|semanal"
    r"|\bmes\b"
    r"|\bmês\b|settimana|\bmese\b|maand|tygod|miesiąc"
)
MONTHLY = re.compile(r"month|\bmonat|\bmois\b|\bmes\b|\bmês\b|\bmese\b|maand|miesiąc")
BESIDE = re.compile(
    rf"(?:days?|tage?n?|jours?|d[ií]as?|giorni|dagen|dni)[,:]? (?:(?:in|at|on|from|of|im|au|en|no|na|in|op|w) ?)?[- ]?"
    rf"(?:the |our |an? |de |la |la |l['’])?(?:[\w-]{{1,15}} )?(?:site|person|{PLACE})"
    rf"|(?:days?|tagen?) (?:\w+ ){{1,2}}(?:im|in|at) (?:the |our )?(?:{PLACE})|{NUMBER} (?:in-)?office days?\b"
    r"|onsite,? \(?(?:for )?\d|\d[- ]days? onsite"
    r"|(?:in[- ]office|on-?site|in[- ]person),? \(?(?:min |minimum )?\d"
)
# "Mondays in Leeds, the rest of the week at home"
REST_AT_HOME = re.compile(
    r"\b(?:rest|remainder|remaining days|other days|otherwise|reste|resto|resztę)\b[^.;]{0,30}\b(?:(?:at|from) home"
    r"|zu ?hause"
    r"|homeoffice|remote(?:ly)?|thuis|à domicile|chez (?:vous|toi)|(?:en|em|da|a) casa|z domu|w domu)\b"
)
RARELY = re.compile(
    r"\byear|\bquarter|annual|per annum|\bjahr|\bpar an\b|\bal año\b|\bpor ano\b|\banno\b|\bper jaar\b|\brok|\bfirst\b"
    # Less often than once a month.
    r"|\bevery (?:[2-9]|1[0-2]|two|three|four|five|six|few|couple(?: of)?|other)(?: to (?:\d|three|four))? months?\b"
)
# "Fully remote, three days a week" says how much is worked, not where.
WORKING_TIME = re.compile(
    r"\bday (?:work(?:ing)?[- ]?)?week|\b(?:fully|100 ?%|completely|entirely|commitment|part[-‑ ]time|teilzeit"
    r"|tiempo parcial|temps partiel"
    r"|deeltijd|meio período)(?!\w)"
)
AT_A_PLACE = re.compile(rf"{PLACE}|{COMES_IN}")
# "Fridays are work-from-home days", "WFH Fridays"
DAYS_AT_HOME = re.compile(
    rf"\b(?:{WEEKDAY}) (?:are|is) (?:(?:our|an?|optional|designated|always) )*(?:{ENGLISH_AWAY}|wfh"
    rf"|from home)(?: days?)?\b"
    r"|\bwork(?:ing)? (?:up to )?(?:[1-4]|two|three|four) days (?:remotely|from home)\b"
    r"(?! (?:a|per|each|every) (?:month|quarter|year))"
    rf"|\b(?:wfh|work(?:ing)?[- ]from[- ]home|remote)(?: on)? (?:{WEEKDAY})\b"
)
IS_AWAY = re.compile(rf"\b(?:{AWAY}|{ENGLISH_AWAY})")
ON_SITE = re.compile(r"\bon-?\s?site\b")
MAX_WORKWEEK = 5
PER_WEEK = r"(?: (?:a|per|each|every) week)?"
SPLIT_PLACE = rf"(?:(?:in|at|on) )?(?:the |our |an? )?{PLACE}{PER_WEEK}"
SPLIT_AWAY = rf"(?:in |at |on )?(?:{ENGLISH_AWAY}|{AWAY})\b{PER_WEEK}"
SPLIT_JOINT = r"(?:\W{1,3}|,? (?:and|plus|then|und|et|y|e) )"
# "60% in the office, 40% from home", "bis zu 60 % Homeoffice"
SHARE = re.compile(
    rf"(?<!\d)[1-9]\d ?% (?:of (?:your|the|their|our) (?:working )?(?:time|week|hours|days|work) )?"
    rf"(?:(?:is|are|will be|must be|spent) ){{0,3}}(?:[\w-]+ ){{0,3}}?(?:{PLACE}|(?:{ENGLISH_AWAY}|{AWAY})\b)"
    rf"|(?:{PLACE}) (?:presence|attendance|time): ?[1-9]\d ?%"
    rf"|(?:{PLACE}) (?:for )?(?:at least |about |around |a minimum of |up to )?[1-9]\d ?% of (?:the|your|their|our) "
    r"(?:working )?(?:time|week)\b"
    # "Remote 80% of the time"
    rf"|\b(?:{ENGLISH_AWAY}|{AWAY})(?: work(?:ing)?)?(?: is (?:available|possible|allowed"
    rf"|offered))? (?:for )?(?:up to |about |around |at least )?[1-9]\d ?% of (?:the|your) "
    r"(?:working )?(?:time|week)\b"
    # "Denver office 50% – remote 50%"
    rf"|(?:{PLACE}) [1-9]\d ?%[ ,;/+&–—-]{{1,3}}(?:{ENGLISH_AWAY}|{AWAY}) [1-9]\d ?%"
    rf"|\b(?:{ENGLISH_AWAY}|{AWAY}) [1-9]\d ?%[ ,;/+&–—-]{{1,3}}(?:{PLACE}) [1-9]\d ?%"
)
# "Three days remote, two in the office": each number has its own place.
SPLIT_WEEK = GuardedPattern(
    rf"\b(?:{NUMBER}[ -](?:days? )?{SPLIT_PLACE}{SPLIT_JOINT}{NUMBER}[ -](?:days? )?{SPLIT_AWAY}"
    rf"|{NUMBER}[ -](?:days? )?{SPLIT_AWAY}{SPLIT_JOINT}{NUMBER}[ -](?:days? )?{SPLIT_PLACE}"
    rf"|{SPLIT_PLACE} {NUMBER} days?{SPLIT_JOINT}{NUMBER}[ -](?:days? )?{SPLIT_AWAY})"
)
HALF = GuardedPattern(
    r"\bhalf (?:of )?(?:the|your|each|every) (?:working )?(?:week|time)\b"
    r"|\b(?:mix|combination|blend) of (?:\w+ ){0,2}(?:home|remote|office|on-?site|in-office|in-person)\b"
    r"(?! (?:installations?|maintenance|support|training|deployments?|configuration|connections?|monitoring|visits?"
    r"|services?|troubleshooting|assistance)\b)|\bhome(?: office)? and (?:(?:in|at) )?(?:the |our "
    r"|an )?(?:corporate |main |local )?office\b"
    r"|\b(?:split|share|divide)s? (?:the|your|our|their|each) (?:working )?(?:week|time|days)(?: \w+)? between\b"
)
EVERY_DAY = re.compile(
    r"\b(?:in|at|to) (?:the|our) (?:[\w.-]{1,20} ){0,2}(?:office|studio|workshop|lab|plant)(?: in [\w-]{1,20})? "
    r"(?:every|each) "
    r"(?:single |working )?(?:day|weekday)\b|\b(?:in|at) (?:the|our) office daily\b"
)
NO_NEED = re.compile(r"\b(?:not|never|no|nobody|without)\b|n['’]t\b")
OTHER_SHARE = re.compile(r"\b(?:travel\w*|part[- ]time|teilzeit|pensum|fte|bonus|employees|team|discount|time off)\b")
# A fast test that spares most sentences the others.
NAMES_OF_TIME = (
    *("day", "week", "tag", "woche", "jour", "semaine", "mois", "dia", "día", "seman", "giorn", "settim", "dag"),
    *("maand", "dni", "tyg", "onc", "twic", "month", "monat"),
)


def required_days(text: str) -> str | None:
    """ "hybrid" for "2 days a week in the office", "onsite" for five days, else None.

    `text` is in lower case and short, as its parts are related to each other without regard to sentences.
    """
    if "day" in text and SPLIT_WEEK.search(text) and not RARELY.search(text):
        return "hybrid"
    days = DAYS.search(text)
    # "2 days a year at our retreat" leaves the job remote.
    if not days or RARELY.search(text) or not (OFTEN.search(text) or BESIDE.search(text)):
        return None
    count = _count(days)
    if AT_A_PLACE.search(text):
        away = IS_AWAY.search(text)
        # "2 days a week from home, the rest in the office": less than a week at either place.
        return "onsite" if count >= MAX_WORKWEEK and not away and not MONTHLY.search(text) else "hybrid"
    if count >= MAX_WORKWEEK or not OFTEN.search(text) or WORKING_TIME.search(text):
        return None
    return "hybrid" if IS_AWAY.search(text) else None


def _count(days: re.Match[str]) -> int:
    """The least number of days: three of "3-5 days", the others may be spent at home. But "on-site (4-5 days)"."""
    is_onsite = ON_SITE.search(days.string) and "hybrid" not in days.string
    number = (days["number"] if is_onsite else days["least"]) or days["number"] or days["times"] or days["article"]
    return NUMBERS.get(number) or ARTICLES.get(number) or int(number)


def _is_shared(sentence: str) -> bool:
    """Whether a share of the work below 100% is done at a place or away."""
    if OTHER_SHARE.search(sentence):
        return False
    return SHARE.search(sentence) is not None


def weekdays(sentence: str) -> str | None:
    """ "hybrid" for "come into the office on Tuesdays and Thursdays"; "onsite" for Monday to Friday."""
    if not (WEEKDAYS.search(sentence) and AT_A_PLACE.search(sentence) and COMES.search(sentence)):
        return None
    return "onsite" if WHOLE_WEEK.search(sentence) else "hybrid"


def days_in(sentence: str) -> str | None:
    """The workplace that follows from the days that a sentence of an ad's text asks for."""
    if "preferably" in sentence or "ideally" in sentence:
        sentence = WISHED_DAYS.sub("", sentence)
    if "%" in sentence and _is_shared(sentence):
        return "hybrid"
    if HALF.search(sentence) and AT_A_PLACE.search(sentence) and not OTHER_SHARE.search(sentence):
        return "hybrid"
    if not any(name in sentence for name in NAMES_OF_TIME):
        return None
    if DAYS_AT_HOME.search(sentence) and not is_doubtful(StatementKind.DAYS, sentence):
        return "hybrid"
    if REST_AT_HOME.search(sentence) and not RARELY.search(sentence) and not is_doubtful(StatementKind.DAYS, sentence):
        return "hybrid"
    if EVERY_DAY.search(sentence) and not is_doubtful(StatementKind.DAYS, sentence) and not NO_NEED.search(sentence):
        return "onsite"
    if is_doubtful(StatementKind.DAYS, sentence) and not (binds_somebody(sentence) and "within" in sentence):
        return None
    return required_days(sentence) or weekdays(sentence)
