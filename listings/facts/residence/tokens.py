"""Words and marks of a text with their offsets, and the small words that a list of places may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from listings.vocabulary.places import folded
from listings.vocabulary.zones import DATABASE_NAME

# "l'Europe" and "d'Italia" are two tokens each: an article and a name.
# The name of a time zone, "Europe/London", is one token, which names no place.
TOKEN = re.compile(
    rf"(?=[AEIP]){DATABASE_NAME.pattern}|"
    r"(?<![^\W_])[ldLD]['’](?=[^\W\d_])|[^\W_]+"
    # Not across a lost space: "in the US.Please apply".
    r"(?:(?!(?:(?<=[A-Z]{2})|(?<=[a-z]{3}))\.[A-Z][a-z])[.'’][^\W_]+)*\.?|[^\w\s]"
)
# "Remote - NE US": no Nebraska. "Lincoln, NE US" is a town.
CORNERS = {"NE": "northeast", "NW": "northwest", "SE": "southeast", "SW": "southwest"}
INNER = re.compile(r"[.'’]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What may stand between the places of a list without ending it.
FILLERS = _words(
    """the an any either one two three four five six seven eight nine ten both all
    every each of following countries country states state region regions area areas
    province provinces city cities mainland continental contiguous greater downtown metro metropolitan eastern western
    northern southern central within in from anywhere based remote remotely only fully 100 % locations
    location places place : · • - – — * ( ) [ ] some select certain other selected approved including include
    includes incl e g i currently we are is territory territories member residents home national full
    time across different permanent position role job work opportunity hybrid onsite flexible usa's local just
    exclusively whole entire
    der die das den dem des de la le les el los las il lo gli het du del della dello dell da do no na em en au aux dans
    ganz ganzen ganze toute tout toda todo tutta tutto heel hele cala calej l d im aus von remoto innerhalb z w
    europäischen region"""
)
SEPARATORS = _words(", ; / | & + and or und oder y o et ou e as well • - – — plus i lub en of nor")
# Between a wide place and the members of it that follow: "LATAM only: Brazil, Argentina".
NARROWING = frozenset(":-–—")
# Before a state or country: a part of it, so that the place before it is another place, not a town in it.
DIRECTIONS = _words(
    """northern southern eastern western north south east west central upstate downstate northeastern northwestern
    southeastern southwestern northeast northwest southeast southwest
    norden suden osten westen nordosten nordwesten sudosten sudwesten nord sud ost est ouest nordest sudest
    norte sur este oeste noreste noroeste sureste suroeste nordeste sudeste sul centro
    noorden zuiden oosten noord zuid oost polnoc poludnie wschod zachod polnocy poludniu wschodzie zachodzie
    polnocna poludniowa wschodnia zachodnia polnocnej poludniowej wschodniej zachodniej"""
)
# After a name: then it names a time zone, market, currency or language ("US dollars", "Central time").
NOT_PLACES = _words(
    """time timezone timezones tz tzs hour hours zone zones business working eastern pacific market markets
    client clients customer customers dollars dollar team teams law laws gaap tax taxes holidays
    holiday english french spanish portuguese healthcare insurance territories payroll sales accounts
    government federal army citizens citizen citizenship passport embassy payments regulations employment labor
    labour entity"""
)
# After a name: a longer name that only begins like it ("Tennessee Valley", "Georgia Tech").
NAME_CONTINUES = _words(
    """valley beach heights hills park springs falls lake county river bay avenue road university college
    tech institute instruments airlines airways times post bank school hospital saint st island islands harbor
    square station proving afb football club center centre office building city
    hill street creek lane drive boulevard parkway plaza terrace gardens wharf quay water house tower"""
)
# Names that are ordinary words: places in capitals only.
ORDINARY = _words(
    "can us in or me ok hi oh de la al co id ma pa mo ca no is it be at to so my am as go mt ms sd nd ne aus"
)
# Names of places and of other things: places with a capital only.
AMBIGUOUS = _words(
    "turkey jordan chad georgia guinea jersey mali cuba oman china mobile reading nice split orange vic dania"
)
NOT_TOWN = _words(
    """except excluding excl without not only must we you please this our the if no and or but outside ex non
    other than remote hybrid onsite anywhere worldwide based location locations us usa uk eu uae candidates applicants
    residents apply home office"""
)


class PlaceToken(NamedTuple):
    """A word or a mark, as written and folded as in the vocabulary. `begins_line`: right behind a line break."""

    text: str
    folded: str
    start: int
    end: int
    begins_line: bool = False

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def is_symbol(token: PlaceToken) -> bool:
    """Whether the token is an emoji or a part of one, such as half a flag."""
    return unicodedata.category(token.text[0]) in ("So", "Sk", "Mn", "Cf")


def tokenize(text: str, start: int = 0, max_tokens: int = 400, end: int | None = None) -> list[PlaceToken]:
    """The first tokens of `text` from `start` on, with offsets in `text`."""
    tokens: list[PlaceToken] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        if len(tokens) == max_tokens:
            break
        word = match[0]
        plain = word
        if word[0].isalnum():
            # The short cut spares most words the slow folding.
            plain = word.lower() if word.isascii() and word.isalpha() else folded(INNER.sub("", word))
        begins_line = match.start() > 0 and text[match.start() - 1] == "\n"
        if (
            plain in ("us", "usa")
            and tokens
            and tokens[-1].text in CORNERS
            and (len(tokens) < 2 or tokens[-2].text != ",")
        ):
            tokens[-1] = tokens[-1]._replace(folded=CORNERS[tokens[-1].text])
        tokens.append(PlaceToken(word, plain, match.start(), match.end(), begins_line))
    return tokens


def word_at(tokens: Sequence[PlaceToken], index: int) -> str:
    """The folded word at `index`, or an empty one behind the last."""
    return tokens[index].folded if index < len(tokens) else ""
