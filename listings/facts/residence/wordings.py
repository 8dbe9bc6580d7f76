"""Patterns of the words around a place that decide whether it is where the person lives."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]")
NEGATED = re.compile(
    r"(?:\b(?:not|cannot|never|unable|no longer|(?:myth|untrue|false|rumou?r) that"
    r"|nicht|niet|nie|pas)\b(?! only| just)|n['’]t\b(?! only| just)"
    r"|\bno (?:need|requirement|obligation)\b"
    r"|\b(?:all|anyone|anybody|everyone|everybody) (?:but|except|other than|apart from)\b)[^,;:.]{0,50}$"
)
NEXT_SENTENCE = re.compile(r"\s+[^\sa-z(:$€£]")
# What follows a place that is a wish, the scope of a pay range, a time zone or a heading of something else.
NOT_AFTER = re.compile(
    r"[^.\n]{0,70}?(?:\b(?:salary|salaries|pay|compensation|wage|base range|pay range|preferred|is a plus|a plus"
    r"|an (?:advantage|asset)"
    r"|nice to have|not (?:a (?:strict )?requirement|required)|may be eligible|are subject to"
    r"|ccpa|privacy|headquarters|opportunity employer)\b|[$€£]\d)|\W{0,3}(?:(?:or"
    r"|and)\W+(?:\w+\W+)?)?(?:\w+\W+){0,2}(?:time ?zones?|hours)\b"
)
NOT_AFTER_LABEL = re.compile(
    r"\W{0,3}between\b|[^\w\n]{0,3}(?:\w+[^\w\n]+){0,1}(?:time ?zones?|hours|salar\w+|pay|hq|headquarter\w*)\b"
)
OPEN = re.compile(
    r"\b(?:anywhere|everywhere|wherever|all a(?:cross|round)|any (?:us )?state|any part|any location|any city"
    r"|all (?:\d+ )?(?:us |u\.s\. |canadian )?(?:states|provinces)"
    r"|every (?:us )?state|throughout|nationwide|ganz|überall|partout|n['’]importe|cualquier|toda|qualquer|todo|ovunque"
    r"|tutta|qualsiasi|overal|heel|dowolnego|całej|\w+weit)\b"
)
EVIDENCE_VERB = re.compile(
    r"(?:must|only|candidates?|applicants?|authori[sz]ed|eligible|required|open to|you)\b[^.]{0,40}$"
)
TRAVEL_BEFORE = re.compile(
    r"\b(?:travel\w*|visits?|visiting|retreats?|off-?sites?|conferences?|meet-?ups?|relocat\w+ to)\b"
)
PREFERENCE = re.compile(
    r"^\s*\((?!\W*(?:strongly )?preferred\W*\))[^()\n]{0,60}\b(?:preferred|preferably|ideally|an? (?:\w+ )?plus)\b"
    r"[^()\n]{0,60}\)"
)
# "Live in Spain, and Spanish is a plus": a wish with a subject of its own.
OWN_WISH = re.compile(
    r"\W{1,3}(?:and|but|while|though|with) (?!preferably|ideally|is\b)(?:[\w'’+#-]+ ){1,5}?"
    r"(?:is|are|would be|as|counts?) (?:an? |very |highly |strongly ){0,2}(?:\w+ )?(?:plus|bonus|advantage|preferred"
    r"|nice|desirable|welcome|helpful)[^.\n]*"
)
# "Anywhere in Europe works for us, except Russia"
LATER_EXCEPTION = re.compile(
    r"(?:,? (?!we\b|our\b|their\b|they\b|customers\b|clients\b|team\b|offices?\b|ships?\b|if\b|who\b)[\w'’-]+){0,6}"
    r"[\s,;:(–—-]+(?:(?:but|though|although|and|just|only|sadly|unfortunately) ){0,3}"
    r"(?:not (?:in|from)|except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|save for|minus"
    r"|with the exceptions? of|outside(?: of)?) (?:in |for |from )?(?:the )?"
)
WISH_ELSEWHERE = re.compile(
    r"[\s,;]*(?:(?:but|and|with) ){0,2}(?:(?:an?|some|our) )?(?:(?:strong|slight|clear) )?preference (?:for|to|is"
    r"|given)\b"
    r"|(?:[,;] ?(?:(?:or|but) )?|\s(?:or|but) )(?:preferably|prefer) \w"
    r"|[\s,;]*(?:ideally\b|[(–-])|\W{0,3}(?:\w+ ){0,3}\([^()]{0,60}\bprefer|[^()]{0,60}\bpreferred\W{0,2}\)"
)
IMPLIED_PERSON = re.compile(
    r"[\W\d]*(?:(?:are|be|being|is|must|should|currently|physically|permanently|legally|already|either|both|and"
    r"|or|to|have|has|hold"
    r"|live|living|reside|residing|within|located|based|commut\w+|of|miles|km|drive|driving|reasonable|easy"
    r"|distance|hour|hours|field|home|remote(?:ly)?|fully|full|part|time|work|working|requirements?|who|ability"
    r"|able|willing(?:ness)?|an?|the|candidate|valid|only|provided|long|as"
    r"|location|residency|fest\w{1,2}|ständig\w{1,2}|requirement|note|please|important|senior|junior|lead|staff"
    r"|principal|software|backend"
    r"|frontend|product|sales|data|experienced|native|freelance|contract|independent"
    r"|engineers?|developers?|designers?|managers?|writers?|editors?|consultants?|specialists?|tutors?"
    r"|translators?|nurses?"
    r"|mandatory|essential|prerequisite|minimum|condition|excluyente|indispensable|obligatorio|condición|indispensável"
    r"|debes?|deben|deberás|hay|tienes?|que|es|é|è|preciso|necessário|obrigatório|dev\w{1,5}|bisogna|obbligatorio"
    r"|moete?n?|dient|te|musisz|należy|trzeba|il|faut|devez|doit|dois|muss|musst|müssen|notwendig|necessario"
    r"|imprescindible|requisito|voraussetzung|ist|ein|eine|einen|mit|avec|être|vous|con|residencia|obligatoire"
    r"|necesario|avere|essere|requisiti|wymagane|wymagania|wymagamy|wymagana|wymóg|konieczne|niezbędne|vereist|bent"
    r"|ben|jest|jesteś|richiest[ao]|la|el|le|a|se|requiere|requerid[ao]|exig\w{1,4}|requise?|required|benötigt)\b[\W\d]*){0,12}"
)
# "You must either be in Peru (our lead is in Lima) or in Chile"
EITHER = re.compile(r"\beither\b[\w ]{0,20}$")
SECOND_HOME = re.compile(
    r"(?:\s?\([^()\n]{0,80}\))?,? or (?:(?:be|live|living|based|located|reside|residing|you) ){0,2}"
    r"(?:in|within|from) (?:the )?(?:[\w.]+ time ?zones? (?:in|of) (?:the )?)?"
)
OR_ANYWHERE = re.compile(r",? or (?:anywhere|wherever)\b(?! (?:in|within|across)\b)")
OR_REMOTE = re.compile(
    r"[,;)]? ?(?:or|and/or) (?:fully |100% )?(?:remote(?:ly)?|anywhere)\b(?! (?:in|within|across)\b)"
)
# "Based in Lyon or remote (in France)": an office, or work from the country.
OR_REMOTE_IN = re.compile(r"\bor (?:fully |100% )?remote(?:ly)? ?\(")
PEOPLE = (
    r"(?:candidates?|applicants?|employees|individuals|people|persons?|those|residents|hires|workers|staff"
    r"|team members|talent"
    r"|contractors|freelancers|professionals)"
)
PEOPLE_BEFORE = re.compile(rf"\b{PEOPLE}(?: who)?(?: (?:are|currently|legally|permanently|is|and|or))*\s*$")
SOUGHT = re.compile(
    r"\b(?:open to|opened to|available to|limited to|restricted to|hir(?:e|es|ing)|recruit(?:ing)?|look(?:ing)? for"
    r"|seek(?:ing|s)?|searching for"
    r"|accept(?:ing|s)?|consider(?:ing|s)?|considered|welcom(?:e|es|ing)|employ(?:ing)?|only|must be|need|want"
    r"|(?:^|\b(?:now|moment|present|currently),? )\W*(?:that|this|it)(?: only| currently)? works(?: only)?(?= for)"
    r"|hear from|look at|who (?:can|may|should) apply|this is (?:only )?for|invit(?:e|es|ing)|engag(?:e|ing)"
    r"|exclusive(?:ly)?"
    r"|(?:only|exclusively|open|suitable|available|reserved|meant|position|role|job|opportunity|opening|vacancy"
    r"|work)(?: is| only)* for|suche\w*|für|para|pour|per|voor|dla|recherch\w+|busca\w+|cerc\w+|zoek\w*"
    r"|szuka\w*|solo|sólo|só|apenas|somente|únicamente|solamente|exclusivamente|seulement|uniquement|exclusivement|nur|ausschließlich"
    r"|soltanto|esclusivamente|alleen|uitsluitend|tylko|wyłącznie|acept\w+|aceit\w+|accett\w+)\b:?"
    r"(?: (?!our|the (?:team|users|customers|clients)|customers|clients|patients|users|of|and)[\w'’-]+){0,7}[\W]*$"
)
# Before "candidates in Spain" where nothing else says that they are wanted.
ALONE = re.compile(
    r"[\W\d]*(?:(?:only|all|remote|qualified|experienced|international|local|full[- ]time|freelance)\W*){0,3}"
)
COMPLETE = re.compile(
    r"\W*(?:only|(?:are|is) (?:eligible|welcome)(?: to apply)?(?: only)?(?:, except\b[^.\n]*)?|may apply"
    r"|can apply|should apply"
    r"|only will be considered)?\W*$"
    r"|\W{0,3}(?:(?:locations?|countries|regions?|states|areas?) )?only\b"
    r"|\W*(?:are|is) (?:only )?(?:eligible|accepted)\W*$|\s*will be considered\W*$(?<=only)"
    r"|\s(?:sind|sont|son|são|sono|zijn) (?:(?:herzlich|les|muy|hartelijk) )?(?:willkommen|bienvenue?s|bienvenid[oa]s"
    r"|bem-vind[oa]s|benvenut[ie]|welkom)\b"
)
DISTANCE = re.compile(r"(?:miles|km|kilom|distance|local|an hour of|minutes of|easy reach)")
LIVING = re.compile(r"\b(?:live|living|reside|residing|located|based|be|within|commut\w+)\b")
HIRES = re.compile(
    r"(?:support|offer|provide|suchen|podemos|pouvons|possiamo|możemy|kunnen|registered|set up|able to|hir|recruit"
    r"|employ|search|seek|following"
    r"|these|work|collab|partner)"
)
# "We are a distributed team and we hire all over Europe": what is said of the team ends before "we hire".
WE_HIRE = re.compile(
    r"(?:,|\b(?:and|so|but)) (?=we(?:['’]re)? (?:are |can |do |currently |only )*(?:hire|hiring|employ|recruit)\b)"
    r"|\bbut (?=we(?:['’]ll| will| also)? (?:also |gladly |happily )?(?:consider|accept|welcome)\b)"
)
# "Pay is disclosed, as is required when hiring in New York"
WHERE_HIRED = re.compile(r"\b(?:when(?:ever)?|if|as|law|laws) (?:we(?:['’]re| are)? )?$")
# "The app is live in Peru"
IS_LIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|goes|go|went|(?<!must )(?<!you )(?<!who )(?<!to )(?<!s )(?:now|already|currently))\s"
    r"(?:now |already |currently )?$"
)
# "… and we are also open to applications from Peru": besides a place that is named elsewhere.
ALSO = re.compile(
    r"\balso (?:be |currently |gladly )?open to\b[^.;\n]{0,60}$"
    r"|\bother (?:locations|countries|places|regions)\b[^.;\n]{0,30}$"
)
ANNOUNCED = re.compile(r"(?:following|these) ")
FOR_OTHERS = re.compile(r"\s+for (?:our |the )?\w[^\n]{1,40}\b(?:and|,|or)\s[^\n]{1,40}? for \w")
WORKS_WITH = re.compile(r"(?:work|collab|partner)")
YOU_WILL = re.compile(r"\byou(?:['’]ll| will)\b[^,]{0,40}$")
WE_ARE_REMOTE = re.compile(r"\bwe(?:['’]re| are) (?:a |an )?(?:fully |100% |currently |hiring )*$")
WORK_NOUN = re.compile(r"(?:role|job|position|work|opportunity|contract) (?:in|within|from|throughout|across)$")
THIS_WORK = re.compile(
    r"(?:\bthis is an?|\bthis|\bremote|\bremotely|\bfull[- ]time|\bpart[- ]time|\bfreelance"
    r"|\bwork[- ]from[- ]home)\s(?:[\w/-]+ ){0,4}$"
    r"|\b(?:liv(?:e|ing)|resid(?:e|ing)) (?:and|or|&) $"
)
PLEASE = re.compile(r"\W*(?:please|kindly)\b")
# "Anywhere in the UK, though once a quarter we meet for two days"
THOUGH = re.compile(r",? (?:though|although|but|while|except that)\b")
# "You can work from any EU country"
MAY_WORK = re.compile(
    r"\b(?:you|candidates|applicants|the candidate) (?:can|may|could|must|should|need to|have to|are (?:free|able) to)"
    r" $"
)
# "Part-remote in Oslo"
PARTLY = re.compile(r"\b(?:part|partly|partially|semi)[ -]$")
# "This role can be filled in our Oslo office or remotely in Norway"
FILLED_OR = re.compile(
    r"\b(?:role|position|job)s? (?:can|may|could|must|will) be (?:filled|based|performed|done|worked|located)\b"
    r"[^.;,]* or $"
)
REMOTE_LAST = re.compile(r"\bremote[- ]$")
# Where the work of a job with an office is done: "All roles are onsite in Oslo", "(hybrid, Lyon)".
ON_SITE = re.compile(r"(?:on-?site|hybrid|in[- ]person|in[- ]office|(?:roles?|positions?|jobs?) (?:is|are))\b")
LIST_GOES_ON = re.compile(r"\s?[,;/&]\s?[A-Z]")
OR_ON_SITE = re.compile(r"\bor (?:hybrid|on-?site|in[- ]office|in[- ]person)\b")
OF_ROLE = re.compile(
    r"(?:^|[|(\[])\W*$"
    r"|\bhiring for (?:this|these|the following|several|multiple) (?:[\w-]+ ){0,2}(?:roles?|positions?|jobs?)"
    r"[\s,:–—-]*$"
    r"|^\W*(?:(?:all|both|this|these|the|our|of|open|current|new|full[- ]time|role|roles|position|positions|job|jobs"
    r"|is|are|will|be|performed|based|a|an|and)\b\W*){1,12}$"
)
WORK_VERB = re.compile(r"(?:performed|done|filled|carried|work|working|be worked)\b(?![- ]from[- ]home)")
IS_WORK = re.compile(r"work(?:ing)? (?:in|within|for|legally|remotely)\b|employer|eligible")
OTHER_LABEL = re.compile(
    r"\b(?:office|offices|hq|headquarters?|company|our|interview|preferred|client|customer|team|event|birth"
    r"|meeting|data|server|non|not)\W*$"
)
# A label begins a line, a bracket or a sentence, or follows the value of another: "Type: Permanent Location: Peru".
LABEL_START = re.compile(
    r"(?:^|[(\-•*:.,–|])\W*(?:(?:authori[sz]ed|approved|eligible|permitted|allowed|available|supported|accepted|hiring"
    r"|current) )?(?:(?:job|work|remote|hiring|your|primary|candidate|applicant|position|role|us|u\.s\.|countries"
    r"|states|provinces|regions|locations|places) ){0,2}$"
    r"|:[^:]{1,40} $"
)
NEXT_LABEL = re.compile(
    r"\s(?:Compensation|Salary|Pay|Type|Hours|Employment|Department|Schedule|Team|Job Type|Reports? to"
    r"|Reporting to|Start Date|Experience"
    r"|Contract|Duration|Remote|Benefits|Company|Position|Title|Rate|Language|About|Who|What|Time ?[Zz]one"
    r"|Category|Level|Status)\b[\w ]{0,20}:"
    r"|\. +[A-Z]|\s[|•·]\s"
)
PAY_ABOVE = re.compile(
    r"(?:\b(?:below|following|these) locations?\b[^\n]*\b(?:salary|pay|compensation)\b"
    r"|\b(?:salary|pay|compensation)\b[^\n]*\b(?:below|following|these) locations?\b)[^\n]*\n\W*$"
)
# "Location: anywhere in Peru, preferably Lima"
PART_PREFERRED = re.compile(
    r"(?:[,;(–-]|\bor\b|\bbut\b)[^\w\n]{0,3}(?:prefer|preferably|preferred)(?: in| near| around| from)?"
    r" (?!(?:location|place|city|office|but|and|or|if)\b)\w[^\n]*$"
)
# "Remote, North America (EST preferred)"
BRACKET_PREFERRED = re.compile(r"\([^()\n]{1,60}\bpreferred\)")
PREFERRED_LABEL = re.compile(r"\b(?:prefer\w*|ideally|headquarter\w*)\b")
CHOICE = re.compile(
    r"(?:\b(?:or|and)|[/+&])\s*(?:fully |100% )?remote(?:ly)?\b"
    r"|^\W*(?:fully |100% )?remote\s*(?:\b(?:or|and)\b|[/+&]|\|\s*\d)"
)
# "Remote (Peru, open to other countries)"
OPEN_TO_OTHERS = re.compile(
    r"[\s,;(–—-]*\b(?:(?:but|also|and|we(?:['’]re| are)?) ){0,3}open to (?:(?:all|any) )?other"
    r" (?:countr(?:y|ies)|locations|places|regions|continents)\b",
    re.IGNORECASE,
)
COMMA_REMOTE = re.compile(r"\W{0,3}(?:,|or|and|/)\s*remote(?:ly)?\b")
AT_HOME = re.compile(r"\W*(?:working|work) (?:at|from) home\W*|\W*home[- ]?(?:based|office)?\W*")
LONE_CODE = re.compile(r"\W*([A-Z]{2})\W*")
STREET = re.compile(r"\W*\d{1,5} (?:[NSEW]\.? )?[A-Z\d][\w.'’-]*(?: [A-Z\d][\w.'’-]*){0,4},\s*(?:[NS][EW]\b,?\s*)?")
AUTHORISED = re.compile(
    r"\b(?:authori[sz]ed|eligible|eligibility|entitled|permitted|allowed|able|right|rights|permission"
    r"|authori[sz]ation|legal(?:ly)?|permit"
    r"|authority|visa|berechtigt|autorisé\w*|droit|autorizad\w*|derecho|direito|diritto|recht|prawo)\b[^.;]{0,60}$"
)
# What somebody is by law, wherever they live: "a lawful permanent resident of the US".
STATUS = re.compile(r"(?:resident|citizens?|national) of")
STATUS_BEFORE = re.compile(r"\bpermanent resident of$|\b(?:citizens?|national) of$")
# "… a protected individual under 8 U.S.C. 1324b(a)(3), or eligible to obtain the required authorization"
OR_AUTHORISED = re.compile(r"[^\n]{0,300}?\bor (?:[\w-]+ ){0,2}(?:eligible|able) to (?:obtain|receive|get)\b")
# "Please only apply if you have the right to work in Peru" asks for it.
NEGATED_RIGHT = re.compile(r"\b(?:whether|regardless|(?<!only apply )(?<!apply only )(?<!\bonly )if)\b[^.]{0,60}$")
# "All who apply for U.S. openings must …", where a like sentence follows for another country's openings.
FOR_OPENINGS_OF = re.compile(
    r"\b(?:applicants|candidates|individuals|those|anyone|applying)(?: applying)? (?:for|to) (?:any |all |our )?"
    r"(u\.?s\.?|american|canad\w+|uk|u\.k\.|british|eu|european|australian|mexican|indian|irish)(?:[- ]based)? "
    r"(?:job )?(?:openings|positions|roles|jobs|opportunities)\b"
)
# "We verify the eligibility of all persons hired to work in the US"
OF_ALL_HIRED = re.compile(
    r"\b(?:persons?|people|employees|individuals|workers|those) (?:who are )?(?:newly )?hired (?:to )?$"
)
# Work, life or hiring, in the languages that are read: "anywhere" is then said of the person.
WORKS = re.compile(
    r"\b(?:work(?:s|ing|ed)?|remote(?:ly)?|liv(?:e|es|ing)|located|based|hir(?:e|es|ing)|employ|recruit\w*"
    r"|apply|applications?|candidates?"
    r"|applicants?|role|position|job|jobs|contractor|freelance\w*|talent|wfh|join us|join|resid\w+|eligible|you|welcome"
    r"|vivi|vive|vives|viva|vivre|vivez|mor[ae]|woon|leb[est]{1,2}|wohn\w*|mieszka\w*"
    r"|arbeite\w*|stellen|suchen|szukamy|zoeken|cerchiamo|buscamos|procuramos|(?:recrut|embauch|contrat|acept|aceit"
    r"|assum|zatrudni)\w*|tätig|homeoffice|travail\w*|télétravail|trabaj\w*|trabalh\w*|lavor\w*|werk\w*|prac\w*"
    r"|zdaln\w*|remot\w*|thuis\w*|depuis"
    r"|desde|удал\w+|работ\w+|stelle|du|sie|poste|tu|vous|puesto|vacante|vaga|você|posto|posizione|puoi|functie|je"
    r"|stanowisko)\b"
)
BULLET = re.compile(r"\W*[-•*–·●]\s")
ONLY_REMOTE = re.compile(r"\W*(?:or )?(?:fully |100% )?remote\W*")
# "We also offer remote work if you live in Peru": remote work is for those alone.
REMOTE_IF = re.compile(
    r"\b(?:remote(?:ly)?|home office)\b(?: (?:work(?:ing)?|options?|candidates?|applicants?|will|can|may|could|would|is"
    r"|are|be|considered|possible|available|ok|okay|an|allowed|welcome|offered|fully|for|this|the|role|position|also)"
    r"){0,10},? (?:but )?(?:only )?if (?:(?:you(?:['’]re| are)?|they(?:['’]re| are)?"
    r"|(?:the )?(?:candidates?|applicants?)(?: is| are)?) )?(?:currently |already |legally )?$"
)
# "Employees may live in any state"
EMPLOYEES_MAY = re.compile(
    r"^\W*(?:(?:our|all|remote|these) ){0,2}(?:employees|team members) (?:may|can|must|should|need to|have to)"
    r" (?:only )?$"
)
WE_ARE_HIRING = re.compile(r"\bwe(?:['’]re| are) (?:(?:now|currently|also|actively|only) )?$")
# Labels that need no colon at the beginning of a line.
BARE_LABEL = re.compile(r"(?:job |work |remote )?locations?|country|countries|standort|ubicación|localização")
# "The candidate resides in Spain": the one whom the employer wants, not some of several.
THE_PERSON = re.compile(r"\b(?:the|our|your) (?:[\w-]+ ){0,2}(?:candidate|applicant|person|hire|professional)\W*$")
FINITE = re.compile(r"(?:lives|resides|is)\b")
REST = re.compile(
    r"(?:\W|\b(?:only|remote|remotely|based|residents?|candidates?|applicants?|please|at|this|time|for|now|role"
    r"|position|job|fully|full|part"
    r"|work|from|home|ok|okay|friendly|welcome|is|are|excluded|required|\d{5}(?:-\d{4})?)\b)*"
)
# Pay or benefits of a place, not the place of the person.
PAY_BEFORE = re.compile(r"\b(?:salar(?:y|ies)|pay|compensation|wages?|benefits?|ranges?)\b[^.,;:]{0,90}$")
# "We employ more than 850 people all over the US"
HEADCOUNT = re.compile(
    r"\b(?:\d[\d,.]*\+?|hundreds?|thousands?|dozens?|millions?|billions?)(?: [\w-]+){0,2}? "
    r"(?:people|employees|staff|members|professionals|colleagues|experts|talents?|developers|engineers|designers"
    r"|writers|translators|teachers|tutors|specialists|consultants|nurses)\W*$"
)
ASKED_OF_HOME = re.compile(
    r"\W*(?:are|do) you (?:(?:already|currently|happen to be|also) )?(?:living|live|based|located|reside|residing)"
)
# "You live in Spain": said to the person, whatever follows.
TO_THE_PERSON = re.compile(
    r"(?:mieszkasz|przebywasz|wohnst|lebst|résid(?:ez|es)|habite[zs]|vive[zs]|vives|resides|radicas|risiedi|abiti) "
)
# "You live in, or plan to move to, Peru"
INSERTED = re.compile(r",? (?:and|or|but) [^,;.:()\n]{3,45}, ")
# "Live in or move to Peru"
OR_MOVE = re.compile(
    r" (?:or|and)(?: be)?(?: (?:willing|ready|able|prepared|plan|happy) to)? (?:move|relocate)(?: to)(?= )"
)
PREDICATE = re.compile(r"\s(?:are|is|will|can(?:not|['’]t)?|do|may|must|won['’]t|aren['’]t)\b")
# "You hold citizenship of, or residency in, Peru"
INSERTED_BEFORE = re.compile(r"\b(?:in|of|for|from), (?:and|or) [^,;.:()\n]{0,45}$")
PREPOSITION_LAST = re.compile(r"\b(?:in|from|within|inside)$")
# "We are hiring two people in Kenya": those who are sought.
SEEKS = re.compile(
    r"\b(?:hir(?:e|ing)|recruit(?:ing)?|looking for|seek(?:ing)?|need|search(?:ing)? for)\W+(?:[\w-]+ ){0,2}$"
)
# After a place at the start of a sentence: it goes on about the person, not about the firm.
PERSON_GOES_ON = re.compile(
    r"(?! with (?:[\w&,-]+ ){0,5}(?:offices?|facilit\w+|locations|operations|employees|customers|clients|brands|hubs"
    r"|plants?|stores|presence)\b)"
    r"(?:\W*$|\s*[.;)(]|\W*(?:with (?!over|more|\d)|and (?:able|authori[sz]ed|eligible|willing|available"
    r"|legally|fluent|comfortable|have|has|ready|must"
    r"|can|hold|speak|open|work)|or (?:willing|able|open|the|in|near)|only\b|required|area\b|region\b|time\b"
    r"|remote|full|part|you\b|if\b|but (?:able|willing)"
    r"|vous\b|du\b|sie\b|je\b|tu\b|usted\b|você\b)"
    r"|(?:\s(?:is|ist|est|es|è|é|jest)(?: an?| eine?| een)?)?\s(?:mandatory|required|requirement|must\b"
    r"|essential|necessary"
    r"|needed|erforderlich|voraussetzung|obligatoire|requise?|obligatorio|imprescindible|necesario|obbligatori[oa]"
    r"|richiest[oa]"
    r"|obrigatóri[oa]|necessári[oa]|vereist\w*|verplicht|wymagan\w+|koniecz\w+))"
)
IS_FIRM = re.compile(
    r"\W*(?:provides?|is an? (?!must|requirement|condition|prerequisite)"
    r"|is the|offers?|builds?|develops?|has been|was|were|operates?|speciali[sz]es"
    r"|serves?|helps?|delivers?|creates?|employs)\b"
)
ROLE_OR_PERSON = re.compile(
    r"\b(?:role|position|job|you|must|candidates?|applicants?|opening|opportunity|hire|person|someone)\b"
)
FOUNDED = re.compile(
    r"[\s,]*(?:and|we|our|since|with)\b[^.]{0,40}\b(?:incorporated|founded|established|offices?|since|employees"
    r"|headquartered)\b"
)
