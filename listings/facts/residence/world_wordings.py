"""Patterns of the words around "anywhere" that decide whether it is said of the person's home."""

from __future__ import annotations

import re

WORKS_STRICTLY = re.compile(
    r"\b(?:work(?:ing)?|remote(?:ly)?|liv(?:e|ing)|apply|hir(?:e|ing)|candidates?|applicants?|role|position|job)\b"
)
SOMETIMES = re.compile(
    r"\b(?:weeks?|months?|(?:mon|tues|wednes|thurs|fri)days?|days? (?:a|per|each)|\d+ days|summer|august"
    r"|occasional\w*|sometimes|temporar\w*|perks?|per year|a year"
    r"|each year|annually|since \d{4}|abroad|program(?:me)?|holidays?|vacation\w*|up to|policy)\b"
)
# "from anywhere in Spain": what follows is meant, unless it is the world.
INSIDE = re.compile(
    r"(?: (?:that )?you (?:like|want|wish|choose|please|prefer|live|are))?"
    r"(?:,? (?:(?:as|so) long as|provided(?: that)?) (?:you|it|that|this)"
    r"(?:['’](?:re|s)| are| is| live| stay| remain| reside){0,2})?"
    r"\W{1,3}(?:in|of(?! (?:your|their) )"
    r"|within|around|across|throughout|from within|inside|de|del|do|da|dos|en|em|no|na|dans|au|aux"
    r"|innerhalb(?: von| der)?|aus|nel|nell['’]|della"
    r"|dell['’]|d['’]|di|binnen|w|na terenie|z)(?:\s|(?<=['’]))(?!the (?:world|globe|planet)|world|earth"
    r"|der welt|mundo|mondo|monde|świecie|świata|wereld)"
)
WORLD_WORDS = re.compile(
    r"\W{1,3}(?:in the world|(?:on|around|across) the (?:globe|planet|world)|of the (?:globe|world)|on earth"
    r"|del? mundo|do mundo|del mondo|du monde|auf der welt|na świecie|ter wereld)\b"
)
BRACKET = re.compile(r"\s?\(([^()\n]{2,160})\)")
EXCEPTION_NEXT = re.compile(
    r"\W{1,3}(?:but|save(?: for)?|except(?:ing)?(?: for)?|other than|apart from|excluding|barring|minus"
    r"|with the exceptions? of|sauf|hormis|excepté|au(?:ß|ss)er|ausgenommen|mit ausnahme von|excepto|exceto|salvo|menos"
    r"|tranne|eccetto|behalve|uitgezonderd|oprócz|z wyjątkiem|poza)\b(?! only| must| you| we| please)"
    r"(?: (?:en|aux?|in|na|no|em|w)\b)?"
)
# "Our tablets work anywhere in Kenya"
THING_WORKS = re.compile(
    r"\b(?:our|its|their|these|those|each|every) (?!role|position|job|team|candidate|person|hire)(?:[\w-]+ ){0,3}?"
    r"[\w-]+ (?:works?|runs?|operates?|functions?)\W*$"
)
NEAR_WORK = re.compile(
    r"\b(?:work\w*|remote\w*|live|living|located|based|hir\w+|apply|applications?|applicants|candidates|join"
    r"|role|position|welcome\w*|job|arbeit\w*"
    r"|travail\w*|trabaj\w*|trabalh\w*|lavor\w*|remot\w*|zdaln\w*|prac\w*|удал\w+|работ\w+)\b[^.]{0,60}$"
)
JOIN_US = re.compile(r"\bjoin us(?: remotely)?(?: from)?\s*$")
# "anywhere in Canada is fine"
IS_FINE = re.compile(
    r"\W{0,2}(?:is|are|works?) (?:all )?(?:fine|ok|okay|good|possible|allowed|welcome|invited to apply)\b"
    r"|\s(?:may|can) apply\b|\sworks for us\b"
)
# "The app lets nurses work from anywhere": what its users may do.
LETS_OTHERS = re.compile(
    r"\b(?:lets?|letting|help(?:s|ing)?|enabl(?:es?|ing)|empower(?:s|ing)?|allow(?:s|ing)?) "
    r"(?!you\b|our\b|us\b|everyone|employees|staff)(?:[\w-]+ ){1,3}(?:to )?$"
)
# "no matter where you live", not "no matter where it ends"
WHO_LIVES = re.compile(
    r"\W*(?:you|they|people|someone|in the world|located|based|the candidate|applicants|candidates)\b"
)
# "No matter where in the world you live, you can apply"
YOU_LIVE = re.compile(r" (?:in the world )?you(?:['’]re| are)? (?:live|based|located|reside|call home)\b")
# "Work locations throughout Peru" are the employer's.
SITES = re.compile(
    r"\b(?:locations|sites|offices|facilities|branches|stores|shops|plants|cent(?:er|re)s|hubs|warehouses|campuses"
    r"|presence|footprint|operations)(?: (?:located|spread|based))?\W*$"
)
SPREAD = re.compile(r"(?:all across|all[ -]around|all over|from across|throughout|any part)")
WORLD_VERB = re.compile(
    r"\b(?:hir(?:e|es|ing)|work|live|apply|recruit|employ|candidates|applicants|applications)\b[\w ]{0,25}$"
)
PEOPLE_OF_WORLD = re.compile(r"(?:people|talent) ")
# "der österreichweit eingesetzten Systeme"
INFLECTED = re.compile(r"\s(?:\w+(?:ende|ste|te)|tätige|aktive)[nrs]?\b")
STAYS = re.compile(r"(?:located|based|living|live)\b")
MAY_STAY = re.compile(r"\b(?:can|may|could|be|must|role|position|job|remote|you|candidates?|applicants?|work)\b")
CLAUSE_END = re.compile(r"[:–—!?]|, | - |\(| but (?=(?:you )?(?:may|can|will) )")
INDEPENDENT = re.compile(r"\W*(?:$|roles?|positions?|work\w*|jobs?|remote|team|so\b|and\b|[(,;.])")
NARROWER = re.compile(
    r"(?: (?:that )?you (?:like|want|wish|choose|please|prefer|live|are))?"
    r"\W{1,3}(?:in|within|around|across|throughout|from within|but|except|inside|between) (?!the (?:world|globe"
    r"|planet)|world|earth)|\s*,? (?:as long as|provided|so long as) (?:you(?:['’]re| are)|it)\b[^.]{0,30} in\b"
)
BARE_WORLD = re.compile(
    r"(?:from )?anywhere (?:in the world|on|in world|around|worldwide)|wherever|regardless|no matter|any countr"
    r"|every countr|desde|todo|from any|from all"
)
# "Any country we support", "any country on this list": some countries, which the ad does not name here.
LIMITED_COUNTRIES = re.compile(
    r",? (?:(?:that|where|which|in which) )?(?:we|our|deel|the company|the team)\b"
    r"| (?:supported|covered|listed|approved|on (?:the|our|this) list"
    r"|with (?:an?|our) (?:[\w-]+ )?(?:entity|office|treaty))\b"
)
# "Wherever you are most productive" is said of a desk.
AT_BEST = re.compile(r" (?:most|more|happiest|happier|at your best|comfortable|productive)\b")
# "No matter which EU country you live in"
NO_MATTER = ("which", "what", "welchem", "quel")
ABOUT_PLACE = re.compile(r"\b(?:based|country|location|located|residen\w+|timezone|time zone)\b")
PHRASE_END = re.compile(r"\s*(?:$|[,.;)])")
WISHES = frozenset(("not a strict requirement", "but not a strict requirement", "preferred but not required"))
FREE = WISHES | frozenset(
    (
        "no location restrictions",
        "no location requirements",
        "us or international",
        "u.s. or international",
        "usa or international",
        "domestic or international",
    )
)
# An item of its own says of remote work "100 % Remote-Arbeit weltweit möglich".
OUTRIGHT = re.compile(r"weltweit (?:möglich|erlaubt|(?:frei )?wählbar)\s*(?:[\n.;,!]|$)")

# "Any location" of an ad that speaks of "the country" is any in it.
NATIONAL = re.compile(
    r"\b(?:throughout|across|around|all (?:over|across|around)|(?:any|every)where in|any (?:part|state|city) (?:in|of)"
    r"|parts of) (?:the|our) (?:whole |entire )?(?:country|nation)\b(?! of)|\bnation-?wide\b|\bcoast[- ]to[- ]coast\b"
    r"|\b(?:bundes|landes|deutschland)weit\b|\b(?:all over|across) the (?:u\.s\.|us\b|united states)"
)
NAMES_WORLD = re.compile(r"\b(?:world\w*|glob\w+|planet|earth|countr(?:y|ies)|international\w*)|^anywhere$")


def is_national(lower: str, words: str) -> bool:
    """Whether "anywhere" or the like, as the only word of an ad on places, is anywhere in its own country.

    `lower`: the text. `words`: the claim with what stands behind it, in lower case.
    """
    return NAMES_WORLD.search(words) is None and NATIONAL.search(lower) is not None
