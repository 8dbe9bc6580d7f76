"""Phrases that call this very job remote, in the languages that are read."""

from __future__ import annotations

import re

from listings.facts.workplace.words import AWAY, ENGLISH_AWAY, FULLY, FULLY_EN, JOB_NOUN, YOU_WORK

WHO = (
    r"(?:this|the|our|your|an?)(?: [\w/-]{1,20}){0,3} (?:role|position|job|opportunity|vacancy|opening|contract"
    r"|internship|work)"
)
PERFORMED = (
    r"(?:done|performed|carried out|completed|worked|filled|executed|based|conducted|located|held|offered|undertaken)"
)
ANYWHERE = rf"(?:{ENGLISH_AWAY}|anywhere (?:in|within|across)|from any (?:location|place|country|state))"
# Only in a sentence with one of ROLE_WORDS.
STRONG_OF_ROLE = re.compile(
    # Not "this position is to provide remote support".
    rf"\b{WHO}(?:['’]s| is| will be| can be| may be"
    rf"| must be)(?! to (?!be\b|work\b))(?: \w+){{0,2}}(?: {PERFORMED})?(?:,? \w+){{0,2}}? {ANYWHERE}\b"
    rf"|\b(?:work[- ]from[- ](?:home|anywhere)|wfh|remote(?:[- ](?:based|first))?|home[- ]based|telecommut\w{{1,4}}"
    rf"|telework) (?:[\w/-]{{1,20}} ){{0,2}}"
    r"(?:role|position|job|opportunity|vacancy|opening|contract|internship|assignment)\b(?!s)"
    rf"|\b{FULLY_EN}[- ]distributed (?:role|position|job|opportunity)\b(?!s)"
    r"|\b(?:role|position|job|internship|contract|opening)(?: \w+)? (?:working|worked|done"
    r"|performed) (?:fully )?(?:remotely|from home|from anywhere)\b"
)
ROLE_WORDS = ("role", "position", "job", "opportunit", "vacanc", "opening", "contract", "intern", "assignment", "work")
STRONG_ENGLISH = re.compile(
    rf"\b(?:you|the (?:successful |right |ideal )?candidate|candidates|applicants)(?:['’](?:ll|d)| will| would| can"
    rf"| may"
    rf"| could| get to| are able to| are free to|['’]re"
    rf"| are)?(?: be)?(?: able to)?"
    rf"(?: {FULLY_EN})? (?:work(?:s|ing)?|do (?:your|the|this) (?:work|job))(?: with us| for us| {FULLY_EN}"
    rf"| mainly)?(?: \w+)? {ENGLISH_AWAY}\b"
    r"|\b(?:you|the candidate)(?:['’]ll)? (?:will )?report\b[^.;!?]{0,60} but (?:you )?(?:may|can|will) work"
    rf" (?:fully )?{ENGLISH_AWAY}\b"
    rf"|^\W*(?:you can )?(?:{FULLY_EN} )?work(?:ing)?(?: {FULLY_EN})? (?:remotely|from home|from anywhere)"
    rf"(?=$| from\b| in\b| within\b| anywhere\b| for us| with us|\W+$| – |, | or\b)"
    r"|\b(?:you|the (?:successful |right |ideal )?(?:candidate|applicant))(?:['’]ll| will| can| may) (?:be )?"
    r"tele(?:work|commut)(?:e|ing)?\b"
    rf"|\bwe(?:['’]re| are| have been)(?: an?)? (?:{FULLY_EN}[- ])?remote(?:[- ]only)?(?= since\b| from day|\W*$|[,;]"
    rf"| and (?:always|asyn))"
    r"|\b(?:working remotely|remote work(?:ing)?|working from home) is (?:the (?:norm|rule|default)|our (?:default"
    r"|norm))\b"
    r"|\b(?:place of work|workplace|office) (?:is|will be) (?:your (?:own )?home|at home|wherever you)\b"
    rf"|\b(?:job|role|position) (?:that )?you can do {ENGLISH_AWAY}"
    r"|\bwork from home (?:every day|all week|five days a week|all the time|permanently)\b"
    r"|\bhir(?:e|ing) (?:fully )?remote (?:candidates|applicants|people|talent)\b"
    rf"|\b(?:(?:{FULLY_EN}[- ])(?:remote|distributed)|remote[- ](?:only|native))"
    r" (?:[\w-]+ )?(?:compan(?:y|ies)|organi[sz]ation|startup|start-up|business)\b"
    r"|\bthis is an? (?:100 ?% |fully )?virtual (?:role|position|job|opportunity)\b"
    rf"|\bwe(?:['’]re| are) an? (?:{FULLY_EN}[- ])(?:remote|distributed) team\b"
    rf"|\b(?:our|the) (?:whole|entire) (?:company|team|organi[sz]ation|business|staff|workforce) is"
    rf" (?:(?:{FULLY_EN} )?remote|{FULLY_EN}[- ]distributed)(?=\W*$|[,;]| since\b| from day)"
    rf"|\b(?:most|all) (?:of us|of our staff|our staff|our people) work (?:{FULLY_EN} )?(?:remotely|from home)\b"
    rf"|\b(?:we|(?:everyone|everybody)(?:,? (?!who\b)[\w-]+,?){{0,3}}|all of us|our (?:(?:whole |entire )?team|staff"
    rf"|people)|the (?:whole |entire )?team)(?: (?:at|in|here) [\w-]{{1,20}})?(?: all)? works?(?: {FULLY_EN})?"
    rf" (?:{ENGLISH_AWAY}|wherever (?:they|we))\b"
    r"|\b(?:have|has|with|there (?:is|are)|['’]s) no (?:physical |central |fixed )?offices?\b(?! hours| politic)"
    r"|\b(?:don['’]t|do not) have (?:an? |any )?(?:physical )?offices?\b(?! hours)"
    r"|^\W*(?:home[ -]?office|remote(?:[ -]?(?:work|job|position|role|arbeit|eligible|possible|allowed|option|available"
    r"|ok))?)\s?[:?=]\s?(?:yes|ja|sí|si|oui|sim|sì|tak|true|100 ?%"
    r"|fully)\b"
    r"|^\W*(?:this is |it is )?(?:an? )?(?:fully )?home[- ]based(?: (?:role|position|job))?"
    r"(?=\W*$|[.,;(]| (?:with|anywhere|in|within|across|from)\b)"
    r"|\b(?:do|perform|carry out) (?:this|the|your) (?:job|work|role) (?:entirely |fully )?from (?:your )?(?:own )?"
    r"home\b"
    r"|\byou (?:can|will|may) work on (?:[\w-]+ ){1,5}remotely\b|\bwhile (?:the )?work is (?:fully |100 ?% )?remote\b"
    r"|#li-remote(?!-)|\bhir(?:e|ing) (?:fully )?remotely\b|\bcan be (?:full[- ]time |fully |100% )?remote\b"
    r"|\ball (?:of our |our )?(?:positions|roles|jobs)\b.{0,40}\b(?:are|can be) (?:fully |performed |carried out "
    r"|done )?(?:remote(?:ly)?|from home)\b|[–—:-] work from (?:home|anywhere)$"
    r"|^\W*remote[ ,(–-]{1,3}(?:in |within )?(?:the )?(?:us|usa|u\.s\.a?|united states|uk|eu|europe|canada|emea|apac"
    r"|latam|worldwide|global(?:ly)?|germany"
    r"|india|spain|france|poland|portugal|brazil|mexico|australia|ireland|netherlands|italy|north america|americas)\b"
    r"|\blocation:? (?:is )?(?:fully |100% )?remote\b"
    # Not "the interview for this role is virtual".
    r"|(?<!for )(?<!of )\b(?:this|the) (?:role|position|job) is (?:100 ?% |fully |completely )?virtual\b"
    r"|(?:^\W*|: |\byou (?:can |may |will )?)work (?:from )?wherever you (?:do your best|get (?:your best|the most)"
    r"|are (?:most|more|happiest|at your best)|feel|work best)\b"
    r"|\byou (?:can |may |will )?(?:live and )?work (?:from )?(?:anywhere|wherever|where)(?: you (?:want|like|are"
    r"|choose|live))?(?=$|[.,!]| in\b| as\b)"
    r"|\b(?:deutschland|bundes|europa|eu|welt|österreich)weit (?:zu )?(?:100 ?% )?remote\b"
)
# Whom an employer with an office invites.
REMOTE_PEOPLE = r"(?:candidates|applicants|applications|hires?|workers|employees|talent)"
OPEN_TO_REMOTE = re.compile(
    rf"\bopen to (?:\w+ ){{0,2}}?(?:for )?(?:fully |100 ?% )?remote (?:{REMOTE_PEOPLE}|work(?:ing)?|arrangements?)\b"
    rf"|\b(?:consider\w*|accept\w*|welcom\w*|invit\w+) (?:applications from )?(?:fully )?remote {REMOTE_PEOPLE}\b"
    rf"|\bremote {REMOTE_PEOPLE} (?:who|with|from) (?:[\w'’-]+ ){{1,7}}?(?:are|will|may|can) (?:also )?(?:be )?"
    r"(?:welcome\w*|considered|accepted)\b"
    rf"|\bremote {REMOTE_PEOPLE} (?:(?:are|will|may|can)(?: also)?(?: be)? )?(?:also )?(?:welcome\w*|considered"
    r"|accepted|encouraged|eligible|ok|okay|apply)\b"
    rf"|\bfor remote {REMOTE_PEOPLE},? (?:you )?(?:must|have to|need to)\b"
)
STRONG = re.compile(
    rf"\b{JOB_NOUN}(?: (?:ist|est|es|é|è|is|jest|sarà|será|sera|wird))?(?: \S{{1,12}})?(?: {FULLY})?"
    rf"(?: (?:en|de|da|im|in|à|w|z|op|em))? ?(?:{FULLY} )?(?:en |da |im |op |à |em )?(?:{AWAY})"
    rf"|\b{FULLY}[- ](?:en |da |im |op |à |em |w |de |aus dem )?(?:arbeit(?:en)? )?(?:{AWAY})"
    rf"|\b(?:{AWAY})(?:[ ,(]{{1,2}}|\s?:\s?)(?:zu |w |al |à )?{FULLY}(?![- ]time|zeit)|\breine?[nrsm]? (?:{AWAY})"
    rf"|\b{YOU_WORK}(?: \S{{1,16}}){{0,3}} (?:{AWAY})|^\W*(?:{AWAY}) (?:arbeiten|werken|pracować)\W*$"
    r"|полностью удал[её]нн|フルリモート|完全リモート|フル在宅|完全在宅|リモート勤務"
    r"|全程远程|全职远程|远程(?:工作|办公|岗位)"
)
LABELLED = re.compile(
    r"\b(?:headquarters|location|location of work|place of work|(?:work|job|primary|role|working) location|workplace"
    r"|work ?place type|(?:work(?:ing)? )?(?:arrangement|pattern)|work(?:ing)? (?:model|mode|environment|location"
    r"|setup|style|type|set-up)"
    r"|job type|type|arbeitsort|arbeitsmodell|standort|einsatzort|setting|where|modality|(?:modalidad|modelo|modalità"
    r"|régimen|regime|forma|modo|mode)(?: de trabajo| de trabalho| di lavoro| de travail)?"
    r"|lieu(?: de travail)?"
    r"|lugar|ubicación|local(?: de trabalho)?|localização|(?:sede|luogo)(?: di lavoro)?|locatie|werklocatie|werkplek"
    r"|standplaats|miejsce pracy"
    r"|tryb pracy"
    r"|lokalizacja)s?"
    r"(?: type)?\s?[:–-]\s?[^:.]{0,40}$"
    # "Office: Remote", "Employment: Full-time, Remote", but not "Back office: remote sales".
    r"|^\W*(?:office|employment)\s?:\s?(?:(?:full[- ]?time|part[- ]?time|permanent|contract)[,/|; ]{1,3})*"
    rf"(?:{FULLY_EN} )?$"
)
ALONE = re.compile(
    rf"^[\W_]*(?!at home in\b)(?:(?:{FULLY_EN}|{FULLY}|flexible|full[- ]time|part[- ]time|permanent|freelance"
    rf"|contract|vollzeit|job"
    rf"|work|en|da|im|w|praca|trabajo|trabalho"
    rf"|lavoro)[\W_]+)?(?:{ENGLISH_AWAY}|{AWAY})"
    rf"(?:\W+(?:{FULLY_EN}|{FULLY}))?(?=\s*(?:$|[|•·)\]&+,/;(–.-]|\b(?:in|or|and|within|from|en|na|w|possible|ok"
    rf"|okay)\b))"
)
