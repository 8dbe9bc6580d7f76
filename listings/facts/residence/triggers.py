"""Words that lead to a statement of residence, and how each is to be believed."""

from __future__ import annotations

from enum import Enum
from itertools import product


class Frame(Enum):
    """How the words around a place make it a place of residence.

    HOME: somebody lives there, and the words before must say that it is the person. PEOPLE: candidates of a place.
    HIRING: where the employer hires. ROLE: where the work is done. LABEL: a line such as "Location: Spain". LEGAL: where
    one must have the right to work. ANYWHERE: "anywhere in Spain", which no state in a field narrows. AFTER: the place
    stands before the words: "US only". WORLD: there is no restriction. FRAGMENT: a sentence of nothing but places.
    """

    HOME = "home"
    PEOPLE = "people"
    HIRING = "hiring"
    ROLE = "role"
    LABEL = "label"
    LEGAL = "legal"
    ANYWHERE = "anywhere"
    AFTER = "after"
    WORLD = "world"
    FRAGMENT = "fragment"


def _pairs(firsts: str, seconds: str) -> list[str]:
    joined = (
        first + (second if second in ":," else f" {second}")
        for first, second in product(firsts.split("|"), seconds.split("|"))
    )
    return [phrase.strip() for phrase in joined]


HOME = [
    *_pairs(
        "based|located|living|live|lives|reside|resides|residing|residence|resident|situated|domiciled|physically",
        "in|within|anywhere in|anywhere within|from|out of|inside|throughout|across|elsewhere in|somewhere in|near",
    ),
    *_pairs("miles of|km of|kilometers of|kilometres of|distance of|distance to|distance from|local to|residency in", ""),
    *_pairs("your home in|home is in|home base in|you are in|you're in|you’re in|you are from|call home in", ""),
    *_pairs("be in|be within|be from|home-based in|home based in|resident of|citizens of|citizen of|national of", ""),
    *_pairs("based:|based at|based anywhere|located:|live:", ""),
    # German, French, Spanish, Portuguese, Italian, Dutch, Polish
    *_pairs("wohnst|lebst|wohnen|leben|wohnhaft|ansässig|wohnsitz|wohnort|lebensmittelpunkt|hauptwohnsitz|sitzt", "in|liegt in|ist in"),
    *_pairs("wohnsitz in der|wohnsitz innerhalb", ""),
    *_pairs(
        "résider|résidez|résides|résidant|résidence|basé|basée|basé(e)|basés|habiter|habitez|habites|vivre|vivez|vis|domicilié|domiciliée|domicile",
        "en|au|aux|dans|à|sur",
    ),
    *_pairs(
        "residir|resides|resida|residan|residas|residente|residentes|residencia|vivir|vives|vivas|viva|vivan|viven|radicar|radiques|radicado|ubicado|ubicados|basado",
        "en",
    ),
    *_pairs("residir|reside|residente|residentes|residência|resida|residam|morar|mora|moram|more|morem|morando|mores|viver|vive|vivem", "no|na|em|nos"),
    *_pairs("risiedere|risiedi|residente|residenti|residenza|vivere|vivi|abitare|abiti|domicilio|domiciliato|vive", "in|nel|nell'|in tutta"),
    *_pairs("woont|wonen|woon|woonachtig|wonend|woonplaats", "in"),
    *_pairs("mieszkasz|mieszkać|mieszka|mieszkają|mieszkania|zamieszkania|zamieszkały|mieszkający|rezydent", "w|we|na terenie"),
]  # fmt: skip
PEOPLE = [
    *_pairs("candidates|applicants|applications|talent|residents|contractors|freelancers|people|individuals|anyone|someone|somebody|everyone|folks|those|persons|professionals", "in|within|from|across|throughout|of"),
    *_pairs("bewerber|bewerber:innen|bewerberinnen|kandidaten|kandidat:innen|menschen", "aus|in"),
    *_pairs("candidats|candidates|candidatos|candidatas|personas|pessoas|candidati|persone|kandidaten|kandydatów|osób", "de|du|da|do|dal|dall'|uit|z|en|em"),
]  # fmt: skip
HIRING = [
    *_pairs("hiring|hire|hires|recruiting|recruit|employ|employing|search|searching|seeking", "in|within|from|across|throughout|anywhere in|only in|remotely in|for people in"),
    *_pairs("open to|available to|available in|open in|available throughout|available across|open across|offered in|limited to|restricted to|only open to|open only to|only available in|accepted from|considered from|applications from", ""),
    *_pairs("following countries|following states|following locations|following regions|following provinces|following u.s. states|following us states", "|only|:"),
]  # fmt: skip
ROLE = [
    *_pairs("remotely|remote|work-from-home|work from home|from home|wfh|telework|telecommute|home-based|home based|homeoffice|home office|remote work|remote role|remote job|remote position|remote opportunity|remote-first", "in|within|from|across|throughout|based in|anywhere in|anywhere within|located in|only in|inside|for|out of"),
    *_pairs("role|job|position|work|opportunity|contract", "in|within|from|throughout|across"),
    *_pairs("remote|remote-first|remotely|100% remote|fully remote", "(|-|–|—|:|,|/"),
    *_pairs("performed from|performed in|done from|done in|carried out from|carried out in|work from|work in|working from|working in|work within|work remotely from|work out of|be worked from", ""),
    *_pairs("remote innerhalb|remote aus|remote aus ganz|remote in ganz|remote aus der|homeoffice in|homeoffice aus|homeoffice innerhalb|mobil aus|innerhalb deutschlands|ortsunabhängig in", "|ganz"),
    *_pairs("télétravail|à distance|remote", "depuis|depuis la|en|partout en|dans toute|au|aux"),
    *_pairs("remoto|remota|teletrabajo|teletrabalho|home office|a distancia", "en|para|desde|para toda|para todo|en toda|en todo|no|na|em|em todo o|para todo o|in|dall'|dal|da tutta|in tutta|da|dentro de|em todo"),
    *_pairs("thuiswerken|remote|vanuit huis", "vanuit|in|vanuit heel|in heel|binnen"),
    *_pairs("zdalna|zdalnie|zdalna z|zdalnie z|pracy zdalnej", "z terenu|na terenie|z|w|z całej|z dowolnego miejsca w|w całej|z obszaru"),
    *_pairs("z terenu|na terenie", ""),
]  # fmt: skip
LABEL = [
    *_pairs("location|locations|country|countries|region|regions|place of work|job location|work location|remote location|based|residence|geography|eligible countries|eligible locations|eligible states|hiring locations|where", ":"),
    *_pairs("location|locations|remote location|job location", "-|–|—|is|are"),
    "headquarters:",
    *_pairs("standort|arbeitsort|einsatzort|dienstort|wohnort|lieu|lieu de travail|localisation|pays|ubicación|lugar de trabajo|país|localidad|localização|local|local de trabalho|sede di lavoro|luogo di lavoro|sede|locatie|werklocatie|standplaats|lokalizacja|miejsce pracy|kraj", ":"),
]  # fmt: skip
LEGAL = [
    *_pairs("work|working", "in|within|for any employer in|legally in|remotely in"),
    *_pairs("employer in|eligible in", ""),
    *_pairs("work permit|work visa|work authorization|work authorisation|right-to-work|authorization to work|right to work", "in|for|from|within|within the|:|"),
    *_pairs("arbeitserlaubnis|arbeitsgenehmigung|permis de travail|autorisé à travailler|autorisée à travailler|permiso de trabajo|autorización para trabajar|visto de trabalho|permesso di lavoro|werkvergunning|pozwolenie na pracę", "in|für|en|au|no|na|em|voor|w|per|na"),
]  # fmt: skip
ANYWHERE = [
    *_pairs("anywhere|everywhere|wherever", "in|within|across|throughout|inside|around|on|from|else in"),
    *_pairs("all across|from across|all over|any state in|any us state|every us state|every state|all us states|all u.s. states|any part of|any location in|any country in|any city in|throughout", ""),
    *_pairs("von überall|von überall aus|überall|von jedem ort|ortsunabhängig|egal wo|aus ganz|in ganz|deutschlandweit|österreichweit|europaweit|schweizweit|bundesweit", "|in|innerhalb|aus|in ganz|aus ganz|innerhalb von|innerhalb der"),
    *_pairs("n'importe où|n’importe où|partout|depuis toute", "en|au|aux|dans|à|sur|la"),
    *_pairs("cualquier lugar|cualquier parte|cualquier punto|cualquier estado|cualquier ciudad|cualquier país|cualquier rincón|todo el territorio", "de|del|en|dentro de"),
    *_pairs("qualquer lugar|qualquer parte|qualquer cidade|qualquer estado|qualquer região", "do|da|de|no|na|em|dos"),
    *_pairs("qualsiasi parte|qualsiasi luogo|qualunque parte|ovunque|qualsiasi città|tutta", "in|d'|d’|della|dell'|dell’|di|del|nel|nell'"),
    *_pairs("overal|waar dan ook|heel", "in|binnen|vanuit"),
    *_pairs("dowolnego miejsca|dowolnym miejscu|dowolne miejsce|całej|cały kraj", "w|na terenie|na|z"),
]  # fmt: skip
AFTER = [
    "based",
    "only",
    "remote",
    "residents",
    "resident",
    "citizen",
    "citizens",
    "citizenship",
    "work permit",
    "work authorization",
    "work authorisation",
    "citizens only",
]
WORLD = [
    *_pairs("work|working|live|living|located|based|apply|remote|remotely|hire|you are|hiring|worker", "anywhere|from anywhere|everywhere|worldwide|globally|all over the world|from all over the world|around the world|from around the world|across the globe|around the globe|internationally"),
    *_pairs("from anywhere in the world|anywhere in the world|anywhere on earth|anywhere on the planet|anywhere in world|anywhere around the world|anywhere on the globe|anywhere worldwide|any location worldwide|wherever in the world|from anywhere you|from anywhere", ""),
    *_pairs("location independent|location-independent|no location restrictions|no location restriction|no geographic restrictions|no geographical restrictions|geographic area|location agnostic|location-agnostic", ""),
    *_pairs("wherever you live|wherever you are|wherever you call home|wherever you happen to|wherever you want|regardless of where|regardless of location|regardless of your location|no matter where|where you live does not matter|doesn't matter where|doesn’t matter where|does not matter where", ""),
    *_pairs("fully remote, worldwide|remote (worldwide|remote, worldwide|worldwide remote|globally remote|global remote|remote (anywhere|remote (global|remote, global|remote globally|open worldwide|open globally|candidates worldwide|applicants worldwide|talent worldwide|people worldwide|remote - worldwide|remote – worldwide|remote — worldwide|remote: worldwide|100% remote worldwide|worldwide position|worldwide role|available worldwide|people all over the world", ""),
    *_pairs("not a strict requirement|but not a strict requirement|preferred but not required|all geo regions|all geographies|from any country|from all countries|any country in the world|any country|every country in the world", ""),
    *_pairs("weltweit|von überall auf der welt|überall auf der welt|aus aller welt|aus der ganzen welt|n'importe où dans le monde|n’importe où dans le monde|partout dans le monde|du monde entier|desde cualquier lugar|desde cualquier parte|de qualquer lugar|de qualquer parte do mundo|qualquer lugar do mundo|cualquier lugar del mundo|cualquier parte del mundo|todo el mundo|da qualsiasi parte del mondo|qualsiasi parte del mondo|ovunque nel mondo|ovunque tu sia|da qualsiasi luogo|overal ter wereld|waar ook ter wereld|overal vandaan|waar dan ook ter wereld|z dowolnego miejsca na świecie|z każdego miejsca na świecie|z całego świata|из любой точки мира", ""),
]  # fmt: skip

FRAGMENT = [
    *_pairs("except|excluding|excl.|excl|other than|outside of|outside the|but not|not including|with the exception of|with exception of|außer|sauf|excepto|exceto|tranne|behalve", ""),
    *_pairs("us|usa|u.s.|united states|uk|canada|europe|eu|germany|latam|mexico|india|australia|spain|ireland", "or"),
]  # fmt: skip

# Phrase → its frame. Of phrases in two lists the later list counts.
TRIGGERS: dict[str, Frame] = {
    phrase: frame
    for frame, phrases in (
        (Frame.PEOPLE, PEOPLE),
        (Frame.ROLE, ROLE),
        (Frame.HIRING, HIRING),
        (Frame.LEGAL, LEGAL),
        (Frame.HOME, HOME),
        (Frame.LABEL, LABEL),
        (Frame.ANYWHERE, ANYWHERE),
        (Frame.AFTER, AFTER),
        (Frame.WORLD, WORLD),
        (Frame.FRAGMENT, FRAGMENT),
    )
    for phrase in phrases
}
