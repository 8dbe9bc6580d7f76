"""Words for work away from an office, at a place, and for how much of it, in the languages that are read."""

from __future__ import annotations

# Work that is done anywhere. Those in PARTIAL_ALONE are as often a perk of some days as the whole job.
ENGLISH_AWAY = (
    r"(?:remotely|remote(?:[- ]based)?|telecommut\w{0,4}|telework\w{0,3}|work[- ]from[- ](?:home|anywhere)|wfh\b"
    r"|(?:from|at) (?:(?:your|their) )?(?:own )?(?:desk at )?home|from a home office"
    r"|(?:from )?(?:your|their) (?:own )?(?:desk|kitchen(?: table)?|sofa|couch|living room)|from any(?:where| place"
    r"| location| spot)|from wherever|home[- ]based|home[- ]work(?:ing|er))"
)
AWAY = (
    r"(?:remot[eoa]s?(?:ly|mente)?(?:-?(?:arbeit|stelle|job|position))?|home ?-?office|(?:von |aus )?zu ?hause"
    r"|von (?:überall|daheim)|ortsunabhängig|télétravail|(?:à|a) dist[aâ]nci?[ae]|distanciel"
    r"|de chez (?:vous|toi|soi)|d['’]où (?:vous|tu) (?:voulez|veux)|où que (?:vous|tu) (?:soyez|sois)"
    r"|desde donde (?:quieras|prefieras|estés|vivas)|de onde (?:você )?(?:quiser|estiver|preferir)"
    r"|da dove (?:vuoi|preferisci)|waar je (?:maar )?wilt|skąd (?:tylko )?chcesz"
    r"|depuis (?:chez (?:vous|toi|soi)|n['’]importe où|votre domicile)|teletrabajo|teletrabalho|telelavoro"
    r"|desde (?:tu |su )?(?:casa|cualquier (?:lugar|parte))|de (?:casa|qualquer lugar)|da (?:casa|qualsiasi luogo)"
    r"|mobile[snm]? arbeit(?:en)?|mobil (?:zu )?arbeiten|mobilarbeit|smart ?working|thuis(?:werk\w{0,3})?"
    r"|vanuit (?:huis|thuis)|op afstand"
    r"|zdaln\w{1,4}|z (?:domu|dowolnego miejsca)"
    r"|удал[её]нн\w{1,3}|дистанционн\w{1,3}|telecommut\w{0,4}|telework\w{0,3})"
)
PARTIAL_ALONE = (
    r"home ?-?office|télétravail|smart ?working|thuis\w*|zu ?hause|de casa|da casa|teletrab\w+|telelavoro"
    r"|remote-?arbeit|mobile[snm]? arbeit(?:en)?|mobil (?:zu )?arbeiten|mobilarbeit"
)

FULLY_EN = r"(?:fully|100 ?%|completely|entirely|totally|permanently|exclusively|full|purely|all)"
FULLY = (
    r"(?:(?:zu |w |en |al |a )?100[ -]?(?:%|prozent(?:ig)?|procent)|voll(?:ständig)?|komplett|ausschließlich|dauerhaft"
    r"|totalement|entièrement|complètement|exclusivement|full|fully|(?:à|a) (?:temps )?(?:plein|complet)|total(?:e"
    r"|mente)?"
    r"|completa(?:mente)?|completo|(?<!temps )complet(?!\w)|complète"
    r"|íntegramente|integral(?:mente)?|intégral|exclusivamente|permanente?"
    r"|interamente|esclusivamente|volledig|geheel|w pełni|całkowicie|wyłącznie|полностью)"
)
# A share of the time, or a mere possibility.
PARTLY = (
    r"\b(?:möglich\w*|option\w*|anteilig\w*|(?:teil|zeit|tage|stunden|phasen)weise\w?|gelegentlich\w*|absprache|wunsch"
    r"|vereinbarung"
    r"|possib\w+|posib\w+|partiel\w*|partial\w*|parcial\w*|parzial\w*|mogelijk\w*|gedeeltelijk|deels|możliw\w+"
    r"|częściow\w+|okazjonaln\w+|flexib\w+|flessib\w+|occasion\w+|ocasional\w*|sometimes|some|when needed"
    r"|part of (?:the|your)"
    r"|eligib\w+|regelmäßig\w*|regelung\w*|fremdwort|auch (?:im|von|aus|mal|remote|zu|gerne?|homeoffice|möglich))\b"
)
# Some of the time, in German: more than a possibility. Not "gelegentliche Reisen".
SOME_DAYS = (
    r"\b(?:(?:(?:teil|zeit|tage|stunden|phasen)weise[nrsm]?|gelegentlich\w{0,2}|anteilig\w{0,2}|zum teil"
    r"|teils|ab und zu)"
    r"(?! (?:\w+ ){0,2}(?:nicht|vor ort|\w*reise\w*|\w*termin\w*|\w*treffen|besuch\w*|präsenz\w*|eins[aä]tz\w*|kunden))"
    r"|nach (?:\w+ )?(?:absprache|vereinbarung)"
    r"|an (?:einzelnen|einigen|\d|zwei|drei|vier) tagen"
    r"|(?:\d|ein|einen|zwei|drei|vier)[- ](?:feste? )?tage?n?"
    r"(?= (?:(?:im|pro|die|in|der|je|woche|mobil\w*) ){0,4}home))\b"
)
NOT = (
    r"(?:no|not|non|never|isn['’]t|can['’]?t|don['’]t|doesn['’]t|won['’]t|without|cannot|kein(?:e|en|er)?|nicht|ohne"
    r"|pas(?: de| en)?|sans|sin|no es|no hay|não"
    r"|não é|não há|sem|non è|senza|geen|niet|nie jest|nie|brak|bez)"
)
NOT_POSSIBLE = (
    r"(?:is|are|ist|wird|n['’]est|no es|não é|non è|nie jest|isn['’]t)? ?(?:currently |leider )?"
    r"(?:not|nicht|pas|niet)? ?(?:possible|allowed|available|permitted|offered|an option|supported|eligible|möglich"
    r"|vorgesehen|posible|possível|possibile|mogelijk|możliw\w)"
)

JOB_NOUN = (
    r"(?:stelle|oferta|offerta|offre|aanbieding|job|position|arbeitsplatz|arbeitsort|tätigkeit|rolle|arbeit|poste"
    r"|emploi|mission|travail|contrat|puesto"
    r"|trabajo|posición|empleo|vacante|modalidad|vaga|trabalho|posição|emprego|oportunidade|contratação|lavoro"
    r"|posizione|ruolo|contratto|modalità|functie|baan|rol|vacature|werk|praca|pracy|stanowisko|работа|вакансия)"
)
YOU_WORK = (
    r"(?:(?:du|sie|wir) arbeite(?:st|n)?|arbeite(?:st|n)? (?:du|sie|wir)|arbeitest|arbeite"
    r"|(?:vous|tu|nous) travaill\w{1,4}|travaille[rz]?|trabajar(?:ás?|emos)|trabaja[sr]?"
    r"|(?:você |tu )?(?:vai )?trabalh(?:ará|ar|a|e|amos)"
    r"|lavorerai|lavor[aio]|lavorare|(?:je|u|we) (?:zult |gaat )?werkt?|werk|werken|pracujesz|pracuj|pracować"
    r"|pracujemy|(?:du|sie|ihr|wir) (?:kannst|können|könnt|darfst|dürfen)|(?:je|u) (?:kunt|kan|mag))"
)

# A place of the employer or of a client.
PLACE = (
    r"(?:(?<!home )(?<!home-)(?<!microsoft )(?<!ms )(?<!ms-)\boffices?\b(?! hours| equipment| setup| stipend| suite"
    r"| 365| manage| admin| applications| programs| software| products| package| skills)"
    r"|\bon-?\s?site\b"
    r"|\bin[- ]person\b|\bhq\b|\bheadquarters\b|\bstudios?\b|\bworkshop\b|\blab(?:oratory)?\b|\bcampus\b|\bhub\b"
    r"|\bvor ort\b|\bsur (?:site|place)\b|\bbüros?\b|\bpräsenz\b|\bbureaux?\b|\bprésentiel\b|\boficinas?\b"
    r"|\bpresencial\w*|\bescritório\b"
    r"|\bufficio\b|\bin sede\b|\bin presenza\b|\bkantoor\b|\bop locatie\b|\bbiur\w{1,2}\b|\bstacjonarn\w{1,2}\b)"
)
COMES_IN = r"\b(?:come|coming|comes|go|going) in\b(?! to (?:contact|play))(?!to (?:contact|play))"
