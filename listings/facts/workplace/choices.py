"""Sentences that leave it to the person whether the work is done away or at a place: such a job is remote."""

from __future__ import annotations

import re
from itertools import islice

from listings.facts.guarded import GuardedPattern
from listings.facts.subjects import SentenceSubject, StatementKind, frame_of, is_doubtful, sentence_bounds
from listings.facts.workplace.words import AWAY, ENGLISH_AWAY, PLACE

AWAY_WORD = rf"(?:{ENGLISH_AWAY}|{AWAY})"
PLACE_OR_HYBRID = rf"(?:{PLACE}|hybrid\w*|híbrid\w*|in-office)"
OR = r"(?:or|oder|ou|o|of|lub|albo|and/or)"
CHOICES: tuple[str, ...] = (
    # "Remote, hybrid, or on site"
    rf"\b{AWAY_WORD}\W{{1,3}}(?:\w+,? ){{0,3}}?\(?{OR}\W{{1,2}}(?:[\w-]+,? ){{0,4}}?{PLACE_OR_HYBRID}",
    # "In the office, hybrid or remote"
    rf"(?:{PLACE}|\bhybrid\w*|\bhíbrid\w*|\bin-office)\W{{1,3}}(?:[\w.]+\)? ){{0,4}}?{OR}\W{{1,2}}(?:[\w%-]+ ){{0,3}}?"
    rf"{AWAY_WORD}\b",
    # "We offer remote, hybrid and on-site options"
    rf"\bremote,? (?:[\w-]+,? ){{1,4}}(?:and|&) (?:{PLACE}|hybrid\w*)(?: work(?:ing)?)? options?\b",
    # "Options: remote / hybrid / office", "Work model: remote / hybrid"
    rf"\bremote ?/ ?hybrid ?/ ?(?:{PLACE})",
    r"^\W*(?:[\w-]+ ){0,3}[\w-]+: ?(?:remote ?/ ?hybrid|hybrid ?/ ?remote)\W*$",
    r"\b(?:choose|choice|decide|pick) between (?:remote|home|(?:the |our )?office"
    r"|on-?site)\w*(?: work)? and (?:[\w-]+ ){0,2}(?:remote|home|office|on-?site)",
)
CHOICE = GuardedPattern("|".join(CHOICES))
# "Office or home, it is up to you"
FREE_CHOICE = re.compile(
    r"\b(?:up to you|your (?:own )?(?:choice|decision|call)|you (?:choose|decide)|as you (?:like|prefer|please|wish)"
    r"|entscheidest du|(?:du|sie) entscheide(?:st|n)|wie du (?:magst|willst)|dir überlassen|au choix"
    r"|(?:tú|vous|tu) (?:decides|choisissez|choisis)|a tu elección|à sua escolha|você (?:decide|escolhe)|a tua scelta"
    r"|(?:kies|bepaal) je zelf|do wyboru|sam(?:a)? decydujesz)\b"
)
IS_PLACE = re.compile(PLACE)
IS_HOME = re.compile(rf"\bhome\b|\bcasa\b|\bdomicile\b|\bhuis\b|\bdomu\b|\b(?:{AWAY}|{ENGLISH_AWAY})")
OF_OTHERS = (SentenceSubject.BENEFIT, SentenceSubject.CONDITION, SentenceSubject.NOTICE)
# "On-site and/or remote installation": a service that the person renders, not where they sit.
SERVICE_AFTER = re.compile(
    r" (?:(?:technical|customer|client|user|software|hardware|desktop|system|product|and) ){0,2}(?:installation"
    r"|maintenance|troubleshooting|repairs?|support|assistance|training|deployment|configuration|diagnos\w+"
    r"|monitoring|consultations?|visits?|inspections?|customers?|clients?|users?|patients?)\b"
)
# "Colleagues in our offices or remote": where others sit. But "employees can choose to work …".
OF_COLLEAGUES = re.compile(
    r"\b(?:colleagues|co-?workers|team ?mates|team members|employees|people|staff|teams|users|members|customers"
    r"|clients)(?: (?:who )?(?:works?|working|are|sit|based|located|spread|live))?"
    r"(?: (?:in|at|from|across|out of|on|either|both|our|the|one|of|any|several|some|many|all|their|different))*\s*$"
    # Whom the firm may employ at all: "We are authorized to employ individuals (remote or on-site) in these states".
    r"|\b(?:authori[sz]ed|licensed|registered|permitted|allowed|able|eligible|set up) to (?:employ|hire) "
    r"(?:[\w-]+ ){0,2}?(?:individuals|people|persons|employees|staff|workers|candidates|anyone)(?: who)?"
    r"(?: works?| working)?,? ?\(?$"
    # "Our roles may offer remote or hybrid work to spouses of soldiers"
    r"|\b(?:roles|positions|jobs) (?:may|can|might|could) (?:offer|have|allow|include)(?: \w+){0,3} ?$"
)
# "Hybrid for those who live near Ghent, and open to fully remote applicants": each for some.
HYBRID_FOR_SOME = re.compile(
    r"\bhybrid\b(?: [\w-]+){0,3} for (?:candidates|applicants|those|people|anyone|employees) (?:who|in|near|based"
    r"|living"
    r"|located|within)\b"
)
# It begins with the word, which the engine can skip to.
HYBRID_ARRANGEMENT = re.compile(
    r"hybrid\b(?<=\bhybrid)(?! (?:cloud|app|mobile|infra|search|data|environment|team|compan))"
)
# "Chief Keeper: Hybrid / Remote", "remote-first, with hybrid in-office days in Oslo"
BOTH_NAMED = re.compile(
    r"(?:^|[:(|–,-] ?|\b(?:an?|this|work(?:place)?|mode|model|type) )(?:remote ?/ ?hybrid|hybrid ?/ ?remote)"
    r"(?=\W*$| ?[–)|,-]| (?:role|position|job|work(?:ing)?|opportunity|option)\b)"
    r"|\bremote[ -]first\b[^.;\n]{0,60}\bwith hybrid\b"
)
MAX_HYBRIDS = 8
# From a choice to the word that ends its list, in characters.
REST_OF_LIST = 30
# A fast test before CHOICE.
OR_WORDS: tuple[str, ...] = (
    " or ",
    " oder ",
    " ou ",
    " o ",
    " lub ",
    " albo ",
    " and/or ",
    "between",
    "option",
    "/ hybrid",
    "/hybrid",
    "/ remote",
    "/remote",
    " of thuis",
    " of op ",
    " of hybr",
    " of remote",
    " of vanuit",
    " of kantoor",
)


def choice(sentence: str) -> tuple[int, int] | None:
    """Where a sentence leaves remote or office to the person."""
    if (free := FREE_CHOICE.search(sentence)) and IS_PLACE.search(sentence) and IS_HOME.search(sentence):
        return free.span()
    match = CHOICE.search(sentence) if any(word in sentence for word in OR_WORDS) else None
    if match and OF_COLLEAGUES.search(sentence[max(0, match.start() - 80) : match.start()]):
        return None
    if match is None or SERVICE_AFTER.match(sentence, match.end()) or is_doubtful(StatementKind.CHOICE, sentence):
        return None
    # "Insurance, a pension and remote, hybrid or office schedules": what the firm offers to its staff. "For candidates
    # working in person or remotely in Ohio, the salary is …": a notice of pay.
    return None if frame_of(sentence) in OF_OTHERS else match.span()


def names_hybrid(text: str) -> bool:
    """Whether a sentence of a text in lower case leaves remote or hybrid work to the person, or gives each to some."""
    for match in islice(HYBRID_ARRANGEMENT.finditer(text), MAX_HYBRIDS):
        start, end = sentence_bounds(text, match.start())
        sentence = text[start:end]
        if "remote" not in sentence:
            continue
        if (span := choice(sentence)) and span[0] <= match.start() - start < span[1] + REST_OF_LIST:
            return True
        is_of_some = HYBRID_FOR_SOME.search(sentence) or BOTH_NAMED.search(sentence)
        if is_of_some and frame_of(sentence) not in OF_OTHERS and not is_doubtful(StatementKind.CHOICE, sentence):
            return True
    return False
