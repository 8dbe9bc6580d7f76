"""The wordings in which ads offer or refuse to sponsor a visa, in lower case."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern, PatternTable

# Sponsoring in eight languages, as a verb and as a noun.
# Never "sponsored" alone: insurance plans, posts and studies are.
SPONSOR = (
    r"(?:(?:visa-?|visums?-?)?sponsor(?:s|ing|ships?|iamo|is\w+|iz\w+|uj\w+|owa\w+)?\b|be sponsored\b"
    r"|sponser[nt]\b"
    r"|visa-?\s?(?:unterstützung|hilfe)|visum-?unterstützung"
    r"|patroc[ií]n\w*|parrain\w*)"
)
PERMIT = (
    r"(?:visas?|h-?1-?b|e-?3|tn|visum|visums|vistos?|visados?|wiz\w{0,3}|(?:work|residence) permits?|green ?cards?"
    r"|(?:work|employment) authori[sz]ations?|arbeitserlaubnis|permis de travail|permisos? de trabajo|werkvergunning"
    r"|pozwole\w+ na prac\w+)"
)
# What tells the sponsoring of people from that of events, athletes and studies.
IMMIGRATION = re.compile(
    rf"\b(?:{PERMIT}|immigrat\w*|imigra\w*|inmigra\w*|opt|cpt|citizen\w*|petitions?|nationals?|residents?"
    r"|(?:legally |fully )?(?:authori[sz]ed|eligible|entitled|permitted|allowed) to (?:live and )?work"
    r"|able to (?:live and )?work in"
    r"|(?:work|employment) (?:authori[sz]ation|eligibility)|authori[sz]ations? to work|eligibility to work"
    r"|legal (?:right|status)|right to (?:live and )?work|work rights|working rights|work status"
    r"|(?:employer|employment|company)[- ]sponsorships?|sponsor\w* (?:for (?:employment|work)\b|an employment)"
    r"|(?:overseas|foreign|international) (?:applicants|candidates|workers)"
    r"|visums?-?sponsor\w*|visasponsor\w*|berechtigt|arbeitsgenehmigung|autorisé\w*|autorizad[oa]s?|uprawni\w+)\b"
)
# "For this role", "candidates", "now or in the future": the sponsoring is that of the person who takes the job.
OF_PERSON = re.compile(
    # "100% remote in the US (no sponsorship)", "Bergen (Norway, unable to sponsor)"
    rf"\([^()]{{0,40}}\b(?:no|unable to|cannot|can['’]?t) {SPONSOR}\)"
    rf"|^\W*{SPONSOR}\s?[:–-]\s?\w+\W*$"
    rf"|^\W*{SPONSOR} (?:is|will|can)(?: not|not) (?:be )?(?:currently )?(?:offered|available|provided|possible)\W*$|"
    r"\b(?:th(?:is|ese) (?:role|position|job|opportunity|opening|vacanc|posting|requisition)|the (?:role|position)"
    r"|candidates?|applicants?|applications|now (?:or|and) in the future|now,? or in the future|individuals|to apply"
    r"|sponsor you"
    r"|at this time|c2c|corp[- ]to[- ]corp)"
)
NOT = (
    r"(?:\bnot\b|n['’]t\b|\bcannot\b|\bunable\b|\bnever\b|\bnor\b|\bneither\b|\bkein\w*\b|\bnicht\b|\bne\b|\bn['’]"
    r"|\bpas\b"
    r"|\baucun\w*\b|\bsin\b|\bsem\b|\bsenza\b|\bsans\b|\bnon\b(?!-)|\bno\b|\bnão\b|\bniet\b|\bgeen\b|\bzonder\b|\bnie\b"
    r"|\bohne\b|\bbez\b)"
)
# Words between a refusal and what is refused: any but those that open another statement.
BETWEEN = (
    r"(?:(?!\bbut\b|\bhowever\b|\bthough\b|\bonly\b|\bproblem\b|\bhesitate\b|\bworry\b|\bissue\b)[^.;:!?]){0,100}?"
)
VISA_HELP = (
    r"(?:visas?|work permits?|immigration)(?:[ /&+,-]{1,3}(?:and|relocation|work permit|permit|immigration|visa)){0,3}"
    r" (?:support|assistance|help|sponsoring|package|transfers?|process\w*|costs?|fees?|applications?)"
)
REFUSALS = PatternTable(
    re.compile(pattern)
    for pattern in (
        # "We are not able to sponsor", "does not, now or in the future, offer visa sponsorship", "no sponsorship"
        rf"{NOT}{BETWEEN}\b{SPONSOR}(?: (?:[\w/'’-]+ ){{0,4}}?{PERMIT})?",
        # "Sponsorship is not available", "sponsorship: no", "visa sponsoring ist nicht möglich"
        rf"{SPONSOR}[^.;!?]{{0,50}}?(?:{NOT}(?: at this time| (?:currently )?(?:available|offered|possible))?"
        r"|\bunavailable\b|\bineligible\b|: ?no(?:ne)?\b|: ?n/a\b|[-–=] ?no\b)",
        # "No visa", "no H-1B transfers", "we do not provide visa assistance"
        r"(?:^ ?|[|,;(•·/-] ?|\b(?:sorry|unfortunately|and),? )no (?:visas?|h-?1-?b)(?: support| assistance"
        r"| transfers?)?"
        r"(?= ?(?:$|[|,;).•·/-]))",
        rf"\b(?:do|does|can|will|is|are)(?: not|n['’]t|not) (?:[\w/]+ ){{0,3}}(?:provid\w+|offer\w*|support\w*"
        rf"|help with"
        rf"|assist with|accept\w*|consider) (?:[\w/-]+ ){{0,4}}{PERMIT}(?! holders)",
        # "Authorised to work without sponsorship"
        rf"\bwithout (?:[\w'’/-]+ ){{0,8}}?{SPONSOR}",
        # "Candidates who need sponsorship will not be considered", "do not apply if you need sponsorship"
        rf"\b(?:requir|need)\w*(?: [\w/,()-]+){{0,6}}? {SPONSOR}[^.;:?]{{0,80}}?(?:\b(?:not|cannot|unable|ineligible)\b"
        r"|n['’]t\b)",
        # "Visa support is not available"
        rf"{VISA_HELP}[^.;!?]{{0,40}}?(?:{NOT}|\bunavailable\b)",
        # "Candidates who require a visa cannot be considered"
        rf"\b(?:candidates|applicants|applications|people|those|anyone)\b[^.;:?]{{0,40}}\b(?:requir|need)\w*"
        rf"(?: [\w-]+){{0,3}}? {PERMIT}[^.;:?]{{0,60}}?(?:\b(?:not|cannot|unable|ineligible)\b|n['’]t\b)",
        # "We are unable to consider applicants who need a visa"
        rf"(?:\bnot|n['’]t|\bcannot|\bunable to) (?:\w+ )?(?:consider|accept|hire|employ|take)\w* [^.;:?]{{0,40}}?"
        rf"\b(?:requir|need)\w*(?: [\w-]+){{0,3}}? {PERMIT}",
    )
)
# A refusal of something else: of a condition to need one, of a choice, of some only.
NO_REFUSAL = GuardedPattern(
    rf"\bwith or without\b|\b(?:if|whether|do|does|would|will) (?:you |they |the candidate |it )?(?:do |does )?"
    rf"(?:not |n['’]t )?(?:currently )?(?:require|need)\w*(?: [\w-]+){{0,4}} {SPONSOR} ?\?"
    r"|\bif (?:you|they) (?:do not|don['’]t|won['’]t|will not) (?:require|need)"
    r"|\bnot (?:a |an )?(?:problem|issue|barrier|obstacle)"
    rf"|\b(?:no|not|don['’]t) (?:[\w/-]+ ){{0,3}}{SPONSOR} (?:is |are )?(?:required|needed|necessary|fee)"
    rf"|{SPONSOR} (?:is |are )?not (?:required|needed|necessary)"
    rf"|\b(?:every|all|each) (?:role|position|candidate|applicant|job|country|countries|location)"
    rf"|\bopen to\b|\bwithout (?:[\w'’/-]+ ){{0,4}}{SPONSOR},? (?:are|is) (?:\w+ )?encouraged"
    r"|\bexport\b|\bexcept\b|\bunless\b|\bgenerally\b|\btypically\b|\bunlikely\b|\bmay not\b|\bmight not\b"
    r"|\bnot guarantee\w*|\bat the (?:bachelor|master|ph\.?d|associate)\w*(?:['’]s)?[- ]level\b"
)
GIVES = (
    r"(?:offer\w*|provid\w+|support\w*|cover\w*|handl\w+|arrang\w+|assist\w*|help\w*|consider\w*|sponsor\w*"
    r"|bieten|unterstützen|übernehmen|helfen|offrons|proposons|ofrecemos|oferecemos|offriamo|bieden|oferujemy"
    r"|zapewniamy)"
)
AVAILABLE = (
    r"(?:available|offered|provided|possible|included|supported|considered|yes\b|✓|✔|✅|welcome|ok\b|okay|accepted"
    r"|an option|möglich|disponible|disponível|disponibile|mogelijk|dostępn\w+|proposé\w*|angeboten)"
)
# Who gives: the employer, never "you".
GIVER = (
    r"(?:\bwe\b|\bwe['’](?:re|ll|d)\b|\bcompany\b|\bemployer\b|\bclient\b|\borgani[sz]ation\b|\bable to\b|\bhappy to\b"
    r"|\bopen to\b|\bwilling to\b|\bglad to\b|(?<!you )\bcan (?=offer|provide|sponsor)"
    r"|(?<!you )\bwill (?=consider sponsor)|^\W*will (?=sponsor)|\bwir\b"
    r"|\bnous\b|\bofrecemos\b|\boferecemos\b|\boffriamo\b|\bwij\b|\bwe can\b"
    r"|\boferujemy\b|\bzapewniamy\b|\bbieten\b)"
)
VISA_SPONSORING = (
    rf"(?:(?:{PERMIT}|immigration|employment)(?:[ /&+,-]{{1,3}}\w+){{0,3}}?[ /:-]{{1,2}}{SPONSOR}|visums?-?sponsor\w*"
    rf"|visasponsor\w*"
    rf"|{SPONSOR} (?:[\w/'’-]+ ){{0,6}}?{PERMIT})"
)
OFFERS = PatternTable(
    re.compile(pattern)
    for pattern in (
        # "We offer visa sponsorship", "we can sponsor work visas", "happy to sponsor your visa"
        rf"{GIVER}[^.;:!?]{{0,60}}?{VISA_SPONSORING}",
        rf"{GIVER}[^.;:!?]{{0,40}}?\b{GIVES}[^.;:!?]{{0,40}}?(?:{VISA_HELP}|\brelocation (?:and|&|/) visas?\b)",
        # "Visa sponsorship available", "sponsorship: yes", "H-1B transfers welcome"
        rf"{VISA_SPONSORING}(?: (?:and|&) relocation(?: \w+)?)?(?: for (?:[\w-]+ ){{1,5}}?)?:? ?(?:is |are |will be "
        rf"|can be )?"
        rf"(?:also |currently )?{AVAILABLE}",
        rf"(?:{VISA_HELP}|\bvisa transfers?|h-?1-?b transfers?)(?: candidates)?:? ?(?:is |are |will be )?{AVAILABLE}",
        r"(?:^|[|•·;(,] ?|\baccept\w* |\bwelcome |\bsupport |\bdo |\bopen to )h-?1-?b (?:visa )?transfers?"
        r"(?! (?:is |are )?not)",
        rf"(?:^|\n) ?(?:visa )?{SPONSOR}:? {AVAILABLE}",
        rf"\b(?:role|position|job)s? (?:is|are) eligible for (?:[\w-]+ ){{0,3}}{SPONSOR}",
        # "We will take care of your visa"
        r"\bwe(?: will|['’]ll| can) (?:take care of|sort out|handle|arrange|cover|pay for)"
        rf" (?:your |the |all )?(?:relocation (?:and|&) )?{PERMIT}",
        rf"\b{PERMIT}[^.;!?]{{0,40}}, we (?:will |can |do )?(?:also )?(?:sponsor|help|handle|arrange|take care)",
        # An item of a list: "good pay, relocation & visa support, a kind team"
        r"(?:^|(?<=[,;•])|(?<=[,;•] ))(?:relocation ?(?:and|&|/|\+) ?visas?|visas? ?(?:and|&|/"
        r"|\+) ?relocation) (?:support|sponsorship"
        r"|assistance|package|help)(?=\s*(?:$|[,;.]))",
        r"\bwir (?:unterstützen|helfen|bieten|übernehmen)[^.;!?]{0,40}\b(?:visum|visa|arbeitserlaubnis)",
    )
)
# Nothing but the words, as a field of a heading with bars or an item of a list.
BARE = re.compile(
    rf"\W*(?:full |free )?(?:{VISA_SPONSORING}|{VISA_HELP}|visa|h-?1-?b(?: visas?)?)"
    r"(?:,? ?(?:&|and|\+|/) ?relocation(?: \w+){0,2})?\W*"
)
# The last word of a field: "Bergen or remote, VISA"
LAST_WORD = re.compile(r", ?((?:visa|h-?1-?b)(?: sponsorship)?)\W*$")
# An offer that depends on something, and offers of a job's tasks.
NO_OFFER = re.compile(
    rf"{NOT}|\bmay\b|\bmight\b|\bcould\b|\bcase[- ]by[- ]case\b|\bdepending\b|\bexperience\b|\bonly if\b|\bpreviously\b"
    r"|\b(?:our|to|for|of|with) (?:\w+ ){0,2}(?:customers|students|clients|users|travel+ers|companies|employers)\b"
    r"|(?<!green )\bcards?\b|\b(?:mastercard|payments?|software|platform|cases?|lawyers?|attorneys?|law|forms?"
    r"|(?<!your visa )applications?)\b"
    r"|\byou (?:will|['’]ll|must|may) (?:\w+ ){0,3}(?:manage|handle|support|provide|coordinate|process)"
)
# A question of the ad's own FAQ that is put to the employer.
ASKS_EMPLOYER = re.compile(
    rf"\b(?:do|does|can|will|could) (?:you|we|the company|[\w-]+) (?:\w+ ){{0,2}}{GIVES}"
    rf"|\bis (?:there )?(?:any )?(?:visa )?"
    rf"{SPONSOR}|^\W*(?:q[:.] ?)?(?:visa |immigration |work )?{SPONSOR}(?: available)?:? ?$"
)
ANSWER = re.compile(
    r"\W{0,4}(?:a(?:nswer)?[:.] ?)?(?:(?P<yes>yes\b(?!\W{1,3}(?:or )?no\b)|yep|absolutely|of course|sure"
    r"|we do\b(?! not))"
    r"|(?P<no>no\b|nope|unfortunately|sadly|i['’]?m afraid|not at|we (?:do not|don['’]t|can['’]?t|cannot)"
    r"|currently no))"
)
# A label whose value stands on the next line.
LABEL = re.compile(rf"\W*(?:visa |immigration |work )?{SPONSOR}(?: available)?\W*")
