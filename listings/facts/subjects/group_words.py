"""Words for groups of people around a job, and for what is said of them, in the languages that are read."""

from __future__ import annotations

PART = (
    r"(?:some|(?:an)?other|others|several|certain|a few|a (?:different|separate|sister|neighbou?ring)"
    r"|(?:one|two|three|four|both|half)(?= of (?:our|the|your) )|(?:(?:two|three|four|many|most|some|our|your) )?"
    r"(?:former|previous|other)|einige|manche"
    r"|(?:ein )?andere[rs]?|certain(?:e?s)?|(?:une? )?autres?|quelques|algunos|algunas|otr[oa]s?|alguns|algumas"
    r"|outr[oa]s?|alcuni|alcune|altri|altre|un altro|sommige|een ander|niektórzy|inni|inny)"
)
WHOLE = (
    r"(?:our|your|the|their|its|all (?:of )?our|most (?:of )?our|many (?:of )?our|unsere?|die|das|der|nos|notre|les"
    r"|nuestr[oa]s?|los|las|el|la|noss[oa]s?|os|as|o|[ia] nostr[ioa]|il nostro|la nostra|gli|i|ons|onze|de|het"
    r"|nasz[ea]?|nasi)"
)
TEAMS = (
    r"teams?|departments?|squads?|crews?|desks?|people|folks|équipes?|equipos?|equipes?|abteilung\w*"
    r"|afdeling\w*|zesp[oó]ł\w*"
)
# Most plurals of trades, and the people whom a job meets.
TRADES = (
    r"colleagues|co-?workers|team-?mates|employees|[a-z-]{2,20}(?:ers|ors|ists|ysts)|students|graduates|alumni|patients"
    r"|residents|tenants|consultants|assistants|accountants|agents|associates|affiliates|applicants|candidates|parents"
    r"|kolleg\w+|entwickler\w*|vertrieb"
    r"|buchhaltung|collègues|développeurs|compañeros|desarrolladores|colegas|desenvolvedores|colleghi|sviluppatori"
    r"|collega['’]?s|ontwikkelaars|koledzy|programiści"
)
# Nouns and verbs with the endings of trades.
NO_PEOPLE = (
    r"(?:(?:off|ord|cov|deliv|consid|ent|pref|ref|diff|answ|gath|transf|trigg|empow|numb|pap|cent|serv|contain|trail"
    r"|comput|rout|head|fold|lett|matt|regist|chapt|paramet|clust|filt|lay|quart|headquart|corn|care|pow|oth|us)ers"
    r"|(?:monit|spons|sens|vect|fact|err|do|col|flo|indicat|process|mirr|fav|hon)ors"
    r"|(?:cons|ex|ass|l|waitl|checkl|pers|ins)ists)\b|(?:our|the|these|successful|ideal) (?:applicants|candidates)\b"
)
# One person above or beside the job, and people of whom the past is told: others of themselves.
ALONE = (
    r"(?:your|our) (?:[\w-]+ ){0,2}?(?:manager|boss|supervisor|mentor|buddy|predecessor|(?:co-)?founder|ceo|cto|cfo|coo"
    r"|director|recruiter)(?: and (?:her|his|their) [a-z]+)?"
    r"|(?:people|those|students|colleagues) who (?:once |have )?(?:interned|worked|joined|left|graduated|studied"
    r"|started)(?: (?:with|for|at|from|here|us))*"
    r"|(?:graduates|alumni|students) (?:of|from) (?:our|the) [\w-]+"
)
SITES = (
    r"(?:factor(?:y|ies)|(?:plant|mill|warehouse|depot|workshop|foundry|branch|lab|clinic|shop|store|bakery"
    r"|terminal)(?:e?s)?)"
)
# The people of one place among several, which need not be that of the job: "the staff of our Lima office".
LOCAL = (
    r"(?:(?:the|our|all|most|many) )?(?:staff|personnel|people|employees|workers|teams?|crews?|colleagues)"
    rf" (?:of|in|at|from) (?:our|the|another) (?:[\w-]+ ){{0,2}}?(?:offices?|{SITES})"
)
# Places that keep hours of their own: "the mill runs two shifts".
OPEN_SITES = (
    rf"(?:our|the|their|its) (?:[\w-]+ ){{0,2}}?{SITES}(?= (?:is |are )?(?:runs?|runn?ing|operates?|works?|opens?|open"
    r"|staffed|closes?)\b)"
)
CUSTOMERS = (
    r"customers|clients|users|subscribers|merchants|kund(?:en|innen)|nutzer(?:innen)?|clientes|clienti|klanten|klienci"
    r"|usuarios|utilisateurs|utenti|gebruikers|użytkownicy"
)
# "The students you teach"
SERVED = (
    r"(?: (?:that |whom )?you(?:['’]ll| will)? (?:teach|serve|support|call|help|coach|meet|train|manage|lead|visit"
    r"|advise|mentor|recruit|hire|treat|work with))?"
)
# Words that no verb is, right after a noun.
FUNCTION_WORDS = (
    r"and|or|of|in|from|with|for|at|on|to|by|as|across|who|that|such|like|including|based|located|near|around|plus|via"
    r"|und|oder|von|aus|mit|für|et|ou|des?|en|à|avec|pour|y|o|e|di|da|con|per|van|met|voor|i|z|w|na|dla"
)
VERBS = (
    r"are|is|were|was|have|has|had|live|lives|work|works|worked|earn|earns|earned|make|makes|made|get|gets|bring|brings"
    r"|use|uses|write|writes|run|runs|need|needs|must|can|cannot|will|may|sit|sits|join|joined|include|receive|start"
    r"|spend|spends|come|comes|take|takes|do|don['’]t|code|build|look|speak|code|prefer|sind|haben|arbeiten|nutzen"
    r"|wohnen|verdienen|sont|ont|travaillent|utilisent|gagnent|son|están|tienen|trabajan|usan|ganan|são|estão|têm"
    r"|trabalham|ganham|sono|hanno|lavorano|usano|zijn|hebben|werken|gebruiken|są|mają|pracują|używają"
)
GROUP_PIECES = (
    *("staff ", "personnel ", "factory ", "factories ", "plant ", "plants ", "mill ", "mills ", "warehouse", "depot"),
    *("workshop ", "foundry ", "branch ", "branches ", "lab ", "labs ", "clinic", "shop ", "shops ", "store "),
    *("stores ", "bakery ", "terminal "),
    *("team", "department", "squad", "crew", "crews ", "desk ", "desks ", "colleague", "coworker", "co-worker"),
    *("people ", "folks", "employees", "ers ", "ors ", "ists ", "ysts ", "students", "graduates", "alumni", "patients"),
    *("residents", "tenants", "consultants", "assistants", "accountants", "agents", "associates", "affiliates"),
    *("other applicants", "other candidates", "parents", "manager ", "boss ", "supervisor ", "mentor ", "buddy "),
    *("predecessor ", "founder ", "ceo ", "cto ", "cfo ", "coo ", "director ", "recruiter ", "those who"),
    *("kolleg", "entwickler", "vertrieb", "abteilung", "buchhaltung", "équipe", "collègue", "equipo", "equipe"),
    *("compañer", "desarrolla", "desenvolv", "colega", "collegh", "sviluppator", "collega", "afdeling", "zespó"),
    *("zespo", "koledzy", "programiści", "clients ", "kunden", "kundinnen", "nutzer", "klanten", "klienci", "clienti"),
    *("clientes", "ontwikkelaar", "usuario", "utilisateur", "utenti", "użytkowni"),
)
