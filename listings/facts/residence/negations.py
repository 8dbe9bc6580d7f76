"""Negations in a location: which places they leave out, and where nobody can tell which.

A place beside a negation is left out or nothing is stated of it; it is never included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from listings.facts.residence.evaluation import WORLDWIDE, Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import ResidenceStatement
from listings.facts.residence.leaving_out import EXCEPTION, EXCLUDED_AFTER
from listings.facts.residence.resolving import is_within
from listings.vocabulary.combining_marks import normalized

CROSSES = "❌✗✘✖❎🚫⛔🛑🙅👎"
# Behind "not" or a place: "US not accepted", "US (closed)".
OPEN = (
    r"(?:possible|accepted|allowed|available|eligible|supported|permitted|considered|included|open|hiring|welcome|ok"
    r"|okay"
    r"|möglich|verfügbar|disponib\w+|disponív\w+|accept\w+|beschikbaar|mogelijk|dostępn\w+|currently|yet|now|anymore)"
)
WORDS = (
    r"not?|never|none|neither|nor|non(?=[- ])|ex(?=[- ])|without|except\w*|excl\w*|minus|barring|outside|sans"
    r"|un(?:available|supported|eligible|accepted)|ineligible|closed|banned|barred|forbidden|prohibited|cannot"
    r"|can['’]t|don['’]t|doesn['’]t|won['’]t|isn['’]t|aren['’]t|refus\w+|reject\w*|declin\w+|disallowed|restricted from"
    r"|off[- ]limits|no longer|nowhere|(?:any|every|wher)(?:where|ever) but|n/a|tbd|tba|former\w*|unavailable"
    r"|other than"
    r"|apart from|aside from|nicht|kein\w*|nie|niemals|au(?:ß|ss)er(?:halb)?|ohne|ausgeschlossen|ausgenommen"
    r"|geschlossen"
    r"|pas|hors|sauf|aucun\w*|jamais|excepté|exclu\w*|fermée?|excepto|exceto|salvo|menos|nunca|ningún|ninguna|sin|sem"
    r"|não|nunca|fechad\w+|cerrad\w+|niet|geen|behalve|uitgezonderd|uitgesloten|gesloten|nooit"
    r"|oprócz|poza|bez|wyłączon\w+|z wyjątkiem|nigdy|tranne|eccetto|esclus\w+|senza|nessun\w*"
)
MARK = re.compile(
    rf"(?<![\w-])(?:{WORDS})(?!\w)|(?<=\w)n['’]t\b|[{CROSSES}]|(?<=[\s(])[xX](?=\s*(?:$|[),;|]))", re.IGNORECASE
)
# "NO" is Norway's code, and "Ex" and "Pas" begin names: what is a negation as an English word is not in these.
# What a location cannot be said with: "Peru?", "Peru: 0".
DOUBT = re.compile(r"\?|:\s*0\b|~~")
CODE_OF_NORWAY = re.compile(r"(?:^|[,;/|(-]\s*)NO(?=\s*(?:$|[,;/|)-]))")
# Negations that are not of a place.
HARMLESS = re.compile(
    r"\b(?:not|nicht|no|non|niet|nie|pas) (?:only|just|limited to|restricted to|nur|solo|só|apenas|alleen|tylko"
    r"|seulement)\b|\bno\.? ?[0-9#]+|\bnowhere else\b|\bno (?:one|matter)\b|\bnon-?(?:profit|exempt|stop|tech\w*"
    r"|smok\w+"
    r"|negotiable)\b"
    r"|\bnon-[\w-]+(?: [\w-]+)? (?:(?:is|are|also) )*(?:too|also|as well|included|welcome|fine|ok|okay)\b"
    r"|\b(?:no|not|never|non|without|sans|ohne|kein\w*|sin|sem|senza|geen|zonder|bez|pas(?: de)?)[ -]"
    r"(?:a |an |any |the |fully |100% |currently |required to |for )?"
    r"(?:(?:daily|frequent|regular|overnight|visa|third[- ]party|office|international|location|geographic\w*|country"
    r"|h-?1-?b|independent|remote|full) )?"
    r"(?:travel\w*|relocat\w+|sponsor\w*|visas?|agenc\w+|recruiters?|c2c|c2h|corp\w*|contract\w*|freelanc\w+"
    r"|remot\w*|hybrid"
    r"|on-?site|in-?office|office|offices|commut\w+|weekends?|calls?|degree|experience|restrictions?|limits?"
    r"|limitations?"
    r"|requirements?|exceptions?|preference|fees?|nights?|overtime|home ?office|part[- ]time|full[- ]time|intern\w*"
    r"|role|job"
    r"|télétravail|teletrabajo|reisen?|umzug|wfh|work from home)\b",
    re.IGNORECASE,
)
# Letters of other alphabets that look like ours.
LOOKALIKES = str.maketrans("аеорсухіАВЕКМНОРСТХІοΟαΑνΝτΤ", "aeopcyxiABEKMHOPCTXIoOaAvNtT")
WORD, OURS, OTHERS = re.compile(r"\w+"), re.compile("[A-Za-z]"), re.compile("[\u0370-\u04ff]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# A piece of a location, and what divides it from the next. Commas and "and" may join a list.
DIVIDER = re.compile(
    r"[;|()\[\]•·,\n]|\s[-–—]\s|[–—]|:(?=\s*\w)|\.\s"
    r"|\b(?:but|aber|mais|pero|mas|maar|ale|ma)\b(?= (?:not?|only|never|nicht|nur|pas|não|niet|nie|non)\b)",
    re.IGNORECASE,
)
VERDICT = re.compile(
    rf"\W*(?:(?:is|are|was|currently|residents|candidates|applicants|temporarily|now|sorry|location|role|position"
    rf"|ist|est"
    rf"|es|está|é|is) )*(?:(?:{WORDS}|[{CROSSES}]|x)[\s\W]*)+(?:(?:to|for|in|at|this time|be|{OPEN}|applicants"
    rf"|candidates"
    r"|here|there|people|residents)\b\W*)*",
    re.IGNORECASE,
)
LIST_WORD = re.compile(r"\s*(?:or|nor|and|oder|ou|o|of|lub|i|und|et|y|e)\b|\s*[/&]", re.IGNORECASE)
ONLY = re.compile(
    r"\b(?:only|ok|okay|yes|nur|solo|uniquement|seulement|apenas|somente|alleen|tylko|soltanto)\b|[✓✔✅]", re.IGNORECASE
)
# "Not available for agencies" says nothing of the place.
TO_OTHERS = r"(?! (?:for|to) (?!(?:candidates|applicants|residents|people|this|us|you)\b))"
# Behind the places of a sentence or title: "Remote, US: not possible", "Spain ❌".
DENIAL = re.compile(
    rf"[ ,:;()\[\]|=–—-]{{0,4}}(?:(?:is|are|was|currently|residents|candidates|applicants|sorry|ist|est|es|está|é) )*"
    rf"(?:[{CROSSES}]|(?:not|no longer|nicht|pas|niet|não|non|nie|no) (?:be )?{OPEN}\b{TO_OTHERS}|(?:closed"
    rf"|ineligible|unavailable"
    r"|unsupported|off[- ]limits|banned|prohibited|geschlossen)\b|(?:no|nein|não|nee|nie|non|not|never)\b\W*(?:$|\n)"
    r"|(?:n/a|no longer)\b)",
    re.IGNORECASE,
)
NOT_IN = re.compile(r"\W*(?:not|nicht|pas|no|niet|nie) (?:in|from|en|em|w)\b", re.IGNORECASE)
STATES_LEFT_OUT = re.compile(
    r"\b(?:[Nn]ot|[Nn]o) (?:available )?in ((?:[A-Z]{2}(?:,? (?:or|and|nor) |, ?|/)){1,60}[A-Z]{2})\b(?!\W*only)"
)
MAX_LOCATION, MAX_PIECES, MAX_GAP = 600, 40, 8


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A location without its negated pieces, and the codes that those leave out."""

    rest: str
    codes: tuple[str, ...]


def as_seen(location: str) -> str:
    """The location as a reader sees it: without invisible letters, and with the letters that others look like."""
    if location.isascii():
        return location
    plain = normalized("NFKC", INVISIBLE.sub("", location))
    # A word in another alphabet is a name; only one that mixes alphabets pretends.
    return WORD.sub(_without_lookalikes, plain)


def _without_lookalikes(word: re.Match[str]) -> str:
    is_mixed = OURS.search(word[0]) and OTHERS.search(word[0])
    return word[0].translate(LOOKALIKES) if is_mixed else word[0]


def negations(text: str) -> list[re.Match[str]]:
    """The words and marks in `text` that may negate a place."""
    harmless = [match.span() for pattern in (HARMLESS, CODE_OF_NORWAY) for match in pattern.finditer(text)]
    return [match for match in MARK.finditer(text) if not any(start <= match.start() < end for start, end in harmless)]


def is_plain_exception(text: str, places: Places | None) -> bool:
    """Whether the grammar of expressions has understood every negation: "Europe, except Spain"."""
    if places is None or not places.include:
        return False
    return all(mark.start() >= places.start and _is_understood(text, mark, places) for mark in negations(text))


def _is_understood(text: str, mark: re.Match[str], places: Places) -> bool:
    if places.exclude and EXCLUDED_AFTER.search(text, max(0, mark.start() - MAX_GAP)):
        return True
    exception = EXCEPTION.match(text, mark.start())
    after = exception.end() if exception else mark.end()
    left_out = read_places(text, after, is_nested=True, within=places.include)
    if left_out is None or not left_out.include or left_out.start - after > MAX_GAP:
        return False
    return left_out.only_towns or not set(left_out.include).isdisjoint(places.exclude)


def is_denied(text: str, places: Places | ResidenceStatement) -> bool:
    """Whether what stands right behind the places, or a cross before them, takes them back."""
    before = text[max(0, places.start - 3) : places.start]
    return DENIAL.match(text, places.end) is not None or any(mark in before for mark in CROSSES)


def leave_out(location: str) -> LeftOut | None:
    """What a location with negations includes and leaves out; None if nobody can tell."""
    if len(location) > MAX_LOCATION:
        return None
    if states := _states_left_out(location):
        return states
    walk = NegatedWalk()
    for divider, piece in _pieces(location)[:MAX_PIECES]:
        marks = negations(piece)
        places = read_places(piece, strict=False)
        if not marks:
            is_clear = walk.add_plain(divider, piece, places)
        elif places is not None and (places.include or places.exclude):
            is_clear = walk.add_negated(divider, piece, places, marks[0].start())
        elif VERDICT.fullmatch(piece):
            is_clear = walk.take_back(divider)
        else:
            # "Worldwide (not where we have no entity)"
            is_clear = walk.previous is None or walk.previous.include != WORLDWIDE
            # "not in CA, NY": the next piece must not make "CA" a place to live in.
            walk.is_in_list = NOT_IN.match(piece) is not None
            walk.kept.append(divider if walk.is_in_list else divider + piece)
        if not is_clear:
            return None
    return LeftOut("".join(walk.kept).strip(" ,;:|-–—"), tuple(dict.fromkeys(walk.codes)))


def _states_left_out(location: str) -> LeftOut | None:
    """ "not in CA, NY": a list of letters goes on, which one of names ("not in Peru, Chile") may not."""
    match = STATES_LEFT_OUT.search(location)
    rest = location[: match.start()] + location[match.end() :] if match else ""
    places = read_places(match[1], strict=False) if match and not negations(rest) else None
    if places is None or not all("-" in code for code in places.include):
        return None
    return LeftOut(rest.strip(" ,;:|-–—()"), places.include)


@dataclass(slots=True)
class NegatedWalk:
    """What has been read of a location's pieces. Each method returns whether it is clear what the next piece means."""

    codes: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    # The places of the last piece that was kept.
    previous: Places | None = None
    # "not Peru, …": the negation may go on.
    is_in_list: bool = False

    def add_plain(self, divider: str, piece: str, places: Places | None) -> bool:
        if self.is_in_list and divider == "," and places is not None and not ONLY.search(piece):
            # "not Peru, Chile" may leave Chile out or not, "not Peru, Chile or Cuba" does.
            self.codes += places.include
            return LIST_WORD.match(piece) is not None
        self.is_in_list = self.is_in_list and divider == ","
        self.kept.append(divider + piece)
        self.previous = places or self.previous
        return True

    def add_negated(self, divider: str, piece: str, places: Places, mark: int) -> bool:
        left_out = _negated(piece, mark, self.previous.include if self.previous else ())
        if left_out is None:
            return False
        self.codes += left_out
        self.is_in_list = mark < places.start
        # "Peru, Chile not accepted": only Chile, or both?
        return self.is_in_list or divider != "," or _is_sure(left_out, self.previous, "".join(self.kept))

    def take_back(self, divider: str) -> bool:
        """ "US (closed)": the piece before is what is closed. "Unavailable: US" has none before."""
        if divider == "," or self.previous is None:
            return False
        self.codes += self.previous.include
        self.kept.pop()
        self.previous = None
        return True


def _negated(piece: str, mark: int, within: tuple[str, ...]) -> tuple[str, ...] | None:
    """The codes of a piece that is all negated; None where a place stands on either side of the negation."""
    before = read_places(piece, strict=False, end=mark)
    after = read_places(piece, mark, strict=False) if before is not None else None
    named = read_places(_without_marks(piece), strict=False, within=within)
    if (before is not None and after is not None) or len(negations(piece)) > 1 or named is None or named.exclude:
        return None
    # A town is not its country.
    if named.only_towns and not any("-" in code for code in named.include):
        return ()
    return named.include if named.include != WORLDWIDE else None


def _without_marks(piece: str) -> str:
    for match in reversed(negations(piece)):
        piece = piece[: match.start()] + " " + piece[match.end() :]
    return piece


def _is_sure(codes: tuple[str, ...], previous: Places | None, kept: str) -> bool:
    """Whether "US, Canada not accepted" is about Canada alone: the rest says "only", or holds it."""
    if previous is None or ONLY.search(kept):
        return True
    return bool(previous.include) and all(is_within((code,), previous.include) for code in codes)


def _pieces(location: str) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    divider, start = "", 0
    for match in DIVIDER.finditer(location):
        pieces.append((divider, location[start : match.start()]))
        divider, start = match[0], match.end()
    pieces.append((divider, location[start:]))
    return [(divider, piece) for divider, piece in pieces if piece.strip()]


def without_negated(part: str, places: Places | None) -> Places | None:
    """The places of a part of a location, with what its negations leave out."""
    if DOUBT.search(part):
        return None
    if not negations(part) or is_plain_exception(part, places):
        return places
    left_out = leave_out(part)
    if left_out is None:
        return None
    rest = read_places(left_out.rest, strict=False)
    if rest is None or not rest.include:
        return replace(places, include=(), exclude=left_out.codes) if places is not None else None
    if not set(rest.include).isdisjoint(left_out.codes) or any(
        is_within((code,), left_out.codes) for code in rest.include
    ):
        return None
    return replace(rest, exclude=tuple(dict.fromkeys((*rest.exclude, *left_out.codes))))
