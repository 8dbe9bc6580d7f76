"""Items of a list that let the person live anywhere: "100% Remote-Arbeit weltweit möglich", "Remote, worldwide"."""

from __future__ import annotations

import re

# An item begins a line, or stands behind a bullet, a dash or a colon.
ITEM = r"(?:(?<![^\n])|(?<=[-–—:•*·✓✔] ))"
# Nothing follows that could narrow it: "weltweit führend", "remote worldwide team".
ENDS = r"(?=\s*(?:[\n.;,!()]|[-–—] |$))"
WHOLLY = r"(?:(?:100 ?%(?:ig\w*)?|fully|completely|komplett|vollständig|rein|full)[ -])?"
ON_EARTH = r"(?:weltweit|(?:von )?überall (?:auf|in) der (?:ganzen )?welt(?: aus)?)"
GERMAN = (
    r"(?:(?:remote|home-?office|mobile[sn]? arbeiten)(?:[ -]?(?:arbeit(?:en|splatz)?|work(?:ing)?|job|stelle))?"
    rf"[ ,:(–-]{{1,3}}{ON_EARTH}\)?"
    r"|weltweit (?:remote|(?:remote|im home-?office|mobil) arbeiten)|weltweites (?:remote[- ])?arbeiten"
    rf"|arbeiten?(?: (?:remote|flexibel|bequem|mobil))? {ON_EARTH}|arbeitsort(?: ist)?:? weltweit(?: frei)? wählbar)"
    r"(?: (?:ist )?(?:möglich|erlaubt|machbar|arbeiten))?"
)
# Who works all over the world may be on the road there, unless it is remote work or work "from" there.
SPANISH = (
    r"(?:(?:trabaj(?:o|a|ar)|puesto)(?: 100 ?%| totalmente| completamente)?(?: (?:en |de forma )?remot[oa])?"
    r"|teletrabajo) desde (?:cualquier (?:lugar|parte|país|rincón) del mundo|todo el mundo)"
)
PORTUGUESE = (
    r"(?:(?:trabalh(?:o|e|ar)|vaga)(?: 100 ?%| totalmente)?(?: remot[oa])?|teletrabalho)(?: de| a partir de)"
    r" qualquer (?:lugar|parte|país) do mundo"
)
FRENCH = (
    r"(?:(?:télétravail|100 ?% remote|travail(?:ler|lez)? (?:à distance|en remote))(?: total)?(?: possible)?"
    r"(?: depuis)?|travail(?:ler|lez)? depuis)"
    r" (?:n['’]importe où dans le monde|partout dans le monde|(?:dans )?le monde entier)"
)
ITALIAN = (
    r"(?:(?:lavor(?:o|a|are)(?: 100 ?%)? (?:da|in) remoto|telelavoro)(?: da| in)?|lavor(?:o|a|are) da)"
    r" (?:(?:qualsiasi|qualunque) (?:parte|luogo|paese) (?:del|nel) mondo|ovunque nel mondo)"
)
DUTCH = (
    r"(?:(?:thuiswerken|(?:volledig |100 ?% )?(?:remote|op afstand) werken|werken? (?:volledig |100 ?% )?"
    r"(?:remote|op afstand))(?: vanaf| vanuit)?|werken? (?:vanaf|vanuit)) overal ter wereld"
)
POLISH = r"(?:praca|pracuj)(?: w 100 ?%)?(?: zdaln(?:a|ie))?(?: w 100 ?%)? z (?:dowolnego|każdego) miejsca na świecie"
ENGLISH = (
    r"remote(?: work(?:ing)?| job| role| position)?(?: possible)?[ ,:(–-]{1,3}"
    r"(?:worldwide|world-wide|globally|(?:all )?around the (?:world|globe))(?: possible)?\)?"
    r"|(?:worldwide|globally)[ -]remote(?: work(?:ing)?| job| role| position)?"
)
WORLD_ITEM = rf"{ITEM}{WHOLLY}(?:{ENGLISH}|{GERMAN}|{SPANISH}|{PORTUGUESE}|{FRENCH}|{ITALIAN}|{DUTCH}|{POLISH}){ENDS}"
# "Four weeks a year", in languages other than English.
FOR_A_TIME = re.compile(
    r"\b(?:tage?n?|wochen?|monate?n?|jahr\w*|\w*workations?|zeitweise|zeitlich|temporär|gelegentlich|ferien\w*|urlaub\w*"
    r"|días?|semanas?|mes|meses|años?|vacaciones|jours?|semaines?|mois|par an|vacances|dias?|anos?|férias|giorn[oi]"
    r"|settiman[ae]|mes[ei]|ann[oi]|dagen|week|weken|maanden|jaar|dni|tygodni\w*|miesi\w+|w roku|rocznie)\b"
)
