"""Patterns of sentences that let the person live anywhere, and of the words that take it back or mean others."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern
from listings.facts.residence.welcomes import HOURS
from listings.facts.residence.world_items import WORLD_ITEM

WORLD = (
    r"(?:anywhere (?:at all )?(?:in|around|across|on) (?:the (?:whole )?(?:world|globe|planet)|earth|this planet)"
    r"|anywhere worldwide|wherever in the world|wherever on (?:earth|the planet)"
    r"|any(?: other)? (?:country|place|part|location|corner|city) (?:in|of|on) the (?:world|globe|planet))"
)
# For the verbs of living alone: "work from anywhere" may mean any desk of a country.
ANYWHERE = rf"(?:{WORLD}|anywhere|wherever you (?:like|want|wish|choose|please|prefer)|any country)"
MAY = r"(?:can|may|could|might|are free to|['’]re free to|will be able to|are able to|are welcome to)(?: also| all)?"
LIVE = r"(?:live(?: and work)?|reside|be (?:located|based|situated))(?: remotely)?(?: in| from)?"
WORK = (
    r"(?:(?:live(?: and|/)? ?)?work(?: for us| with us)?|do (?:your|this|the) (?:job|work)|join(?: us| our team)?"
    r"|apply|be)(?: fully| 100%)?(?: remotely)?(?: from| in)?"
)
PERSON = (
    r"(?:you|(?:the |our |a )?(?:(?:successful|ideal|right|selected|chosen|new) )?"
    r"(?:candidates?|applicants?|person|hire|team member))"
)
ROLE = r"(?:(?:this|the)(?: [\w-]+)? (?:role|position|job)|the work)"
ROLES = r"\b(?:all|our)(?: (?:of )?our)? (?:roles|positions|jobs)"
PEOPLE = r"(?:candidates|applicants|applications|people)"
MATTER = (
    r"(?:is|are|does|do)(?: not|n['’]t)(?: really| at all)? (?:important|matter|relevant|a factor|an issue|a concern)"
    r"(?=\W*$|[^\w\s]| [–—-]| (?:to us|at all|for (?:us|this|the (?:role|position|job))|although|though|but|and|so)\b)"
)
OTHER_LANGUAGES = (
    r"\b(?:du kannst|sie können|ihr könnt)(?: [\w-]+){0,2} (?:von )?überall (?:auf|in) der (?:ganzen )?welt(?: aus)?"
    r" (?:leben|wohnen|arbeiten)"
    r"|\b(?:puedes|podrás|puede|podrá) (?:vivir|residir|trabajar)(?: [\w-]+){0,2} (?:en|desde) cualquier"
    r" (?:lugar|parte|país|rincón) del mundo"
    r"|\b(?:vous pouvez|vous pourrez|tu peux|tu pourras) (?:vivre|habiter|travailler)(?: [\w-]+){0,2}"
    r" n['’]importe où dans le monde"
    r"|\b(?:você pode|podes|pode) (?:viver|morar|trabalhar)(?: [\w-]+){0,2} (?:em|de) qualquer (?:lugar|parte|país)"
    r" do mundo"
    r"|\b(?:puoi|potrai) (?:vivere|lavorare)(?: [\w-]+){0,2} (?:in|da) (?:qualsiasi|qualunque) (?:parte|luogo|paese)"
    r" (?:del|nel) mondo"
    r"|\b(?:je|u) kunt? overal ter wereld (?:wonen|werken)"
)
# "Work from wherever you have a fast internet connection": no country is meant by that.
WHERE_ONLINE = (
    r"work(?:ing)?(?: remotely)? from (?:wherever|anywhere)(?: that| where)? (?:there(?: is|['’]s)"
    r"|you(?:['’]ve)?(?: have)?(?: got| find| can find| can get)?|has|with)(?: access to)?(?: an?)?(?: [\w-]+){0,3}?"
    r" (?:internet|wi-?fi|broadband)\b"
)
OPEN = GuardedPattern(
    rf"\b{PERSON} {MAY} (?:{LIVE} {ANYWHERE}|{WORK} {WORLD})"
    rf"|\b{ROLE} (?:can|may|could) be (?:located|based|done|performed|filled|held|carried out)(?: remotely)?"
    rf"(?: from| in)? {ANYWHERE}"
    rf"|(?:(?<![^\n])|(?<=[-–—:•*·] ))(?:fully remote|100% remote|remote)?[ :,–—-]{{0,3}}"
    r"(?:(?:the )?(?:opportunity|freedom|ability|flexibility) to )?"
    rf"(?:live and work|work|working)(?: remotely)?(?: from)? {WORLD}"
    rf"|\b{ROLE} is (?:(?:fully|100%|completely) )?(?:remote|open)"
    rf"(?:,? from| to (?:{PEOPLE}|anyone)(?: from| in)?)? {WORLD}"
    rf"|\bwe (?:love|enjoy|like)(?: to hire| hiring)(?: (?:the best )?{PEOPLE}| the best)?,?(?: from)?"
    rf" (?:{WORLD}|all (?:over|around) the (?:world|globe))"
    rf"|\bremote (?:role|position|job),? (?:which |that |and )?(?:you )?(?:can (?:do|be (?:done|performed)) )?"
    rf"from {WORLD}"
    rf"|\bwe(?: are|['’]re) open to {PEOPLE}(?: located| based| living)?(?: from| in)? {WORLD}"
    rf"|\b(?:your |the candidate['’]s )?location {MATTER}"
    rf"|\bwhere (?:in the world )?you (?:live|are based|are located|reside) {MATTER}"
    r"|\b(?:it (?:does not|doesn['’]t) matter(?: to us)?|we (?:do not|don['’]t) (?:care|mind)) where(?: in the world)?"
    r" you (?:live|are based|are located|reside)"
    rf"|\b{PEOPLE}(?: living| based| located| residing)?(?: from| in)? {WORLD}"
    r" (?:are welcome|are invited|may apply|can apply|are eligible)"
    rf"|{ROLES} (?:is|are) (?:globally remote|remote globally|remote worldwide|open (?:globally|worldwide))\b"
    r"|\bapply(?:ing)? regardless of (?:your |the |their )?(?:geographic(?:al)? )?location\b"
    rf"|\b(?:we(?: are|['’]re)|{ROLE} is)(?: \w+)? location[- ]agnostic\b"
    rf"|\b{WHERE_ONLINE}|{OTHER_LANGUAGES}|{WORLD_ITEM}"
)
# What such words are a limit of, or said of instead.
NARROWED = re.compile(
    r"\s?(?:,? ?(?:but|except|excluding|other than|apart from|only)\b"
    r"|(?:in|on|of|along|near|around|between|outside|from|at|within|inside|across|throughout)\b"
    r"|(?:that|where|which|in which) (?:we|our|the company)\b|we\b"
    r"|with (?:an?|our) (?:[\w-]+ )?(?:entity|office|hub|presence|treaty)\b)"
)
IN = re.compile(r"\b(?:in|within|inside) ")
OF_TIME = re.compile(r"\W*(?:[\w-]+ ){0,2}(?:time|hours|business|working|clock)")
INTERNET = re.compile(r"\b(?:internet|connection|wi-?fi|laptop|broadband)\b")
LEFT_BOUND = re.compile(
    r"\b(?:unless|if|while|when(?:ever)?|after|until|during|not|never|cannot|imagine|vision|mission|believe\w*|dream"
    r"|future|app|apps|platform|software|product|products|tools?|solution|service|customers?|clients?|users?|members"
    r"|sometimes|occasional\w*|covid\w*|pandemic)\b|n['’]t\b"
)
# "However, our meetings are between 11:00 and 14:00 UTC"
TIMES = re.compile(rf"{HOURS.pattern}|\b(?:utc|gmt|[cew]es?t|meetings?)\b|\b\d{{1,2}}(?::\d\d| ?[ap]m\b)")
BUT_NEXT = re.compile(r"\s*(?:(?:however|but|except|unfortunately|note|please note|only|though|yet)\b|[*(])")
AMOUNT = re.compile(r"\b(?:\d+|two|three|four|six|eight|ten|twelve|several|few) (?:weeks|days|months)\b|\bweeks\b")
BULLET = re.compile(r"\s*(?:[-•*·–—]|$)")
# Any other words of the text that bind the person to a place: there the field is no contradiction.
LIMIT = GuardedPattern(
    r"\b(?:based|located|resid(?:e|ing|ents?|ency)|liv(?:e|ing)|eligible|authori[sz](?:ed|ation)|right|permit(?:ted)?"
    r"|citizens?|hire|hiring|employ\w*|payroll|remote(?:ly)?)(?: to work| and work| to be employed| for work| only)?"
    r" (?:in|of|within|from|for|by)\b(?: those who)?"
)
# "Acme is U.S. only", "US residents only", "we hire US-based people".
PLACE = r"(?P<place>\b[\w.]+(?: [\w.]+){0,2}?)"
ONLY = GuardedPattern(rf"{PLACE}[ -](?:(?:based|residents|candidates|applicants|citizens|employees)[ -])?only\b")
DENIED = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b")
OF_SALES = re.compile(
    r"\b(?:sells?|selling|sold|ships?|shipping|serv(?:es?|ing)|available|customers?|clients?|users|products?|markets?"
    r"|operat\w+|launch\w*|offices?|travels?|compan(?:y|ies)|businesses|benefits?|insurance|pay|salar\w+|401k?)\b"
)
BASED = GuardedPattern(
    rf"{PLACE}[ -]based (?:candidates|applicants|people|persons?|residents|employees|contractors|workers|hires|talent"
    r"|engineers|developers|designers)\b"
)
PREFERRED = re.compile(r"\bprefer\w*|\bplus\b|\bideal\w*|\bbonus\b|\bnice to have\b")
ENTITIES = re.compile(
    r"\b(?:countries|locations|states|places) (?:in which|where|that) (?:we|our|deel)\b|\blegal entit|\btax reasons\b"
    r"|\bhiring in (?:the )?(?:following|select(?:ed)?)\b|\beligible (?:countries|locations|states)\b"
)
