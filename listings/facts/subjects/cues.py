"""Words that make it doubtful of whom a sentence is said, wherever in it they stand.

They are weaker than the rules for whole sentences: `doubts.py` says which of them tell against which statement.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from listings.facts.guarded import GuardedPattern


class Cue(StrEnum):
    """What a word hints at. The pattern of each is in CUES."""

    PERSON = "the person who is sought, or the job"
    BINDING = "what somebody has to do"
    CONDITION = "a condition"
    DISTANCE = "people who live within a distance"
    NEARBY = "people who live near, or their way to work"
    WISH = "a wish"
    OPTION = "what the person may do or leave"
    OFFER = "what is on offer"
    NEGATION = "a negation"
    ABSENT = "nobody, never or without"
    RELEASE = "what nobody has to do"
    OTHERS = "some, many or other people"
    SOME_OF_TEAM = "a part of the team"
    TEAM = "the team"
    COLLEAGUES = "colleagues"
    USUALLY = "what is usual"
    LEADERS = "founders and heads"
    HABIT = "what the team usually does"
    SPREAD = "people or places far apart"
    ROUGHLY = "near a time zone, but not how near"
    CUSTOMERS = "customers and users"
    CLIENTS = "clients, or their side of a program"
    SUPPORT = "help for others"
    SERVICE = "a service, a market or a machine with hours of its own"
    CONTACT = "how to reach somebody"
    OPENING_HOURS = "when a place is open"
    EVENT = "events and meetings"
    PUBLIC_EVENT = "events that anybody may attend"
    VISIT = "visits"
    TRAINING = "training and onboarding"
    RECRUITMENT = "interviews"
    STAGE = "a stage of the recruitment"
    DEADLINE = "applications and dates of the ad"
    OTHER_TIME = "another time than that of the job"
    ABSENCE = "holidays and other leave"
    COMFORT = "comforts at a place"
    SKILL = "what the person has done or knows"


# Each ends with a word. In lower case.
_NEAR = r"(?:(?:close|near|similar|adjacent)(?: enough)? to|near)"
_TIME = r"(?:time ?zones?|hours|(?<![-\w])(?<!full )(?<!part )times?|workdays?|schedules?)"
CUES: dict[Cue, str] = {
    Cue.PERSON: (
        r"you(?:r|['’]ll|['’]re|['’]d)?|candidates?|applicants?|this (?:role|position|job|shift)|the (?:role|position"
        r"|job|shift|schedule)|must|required?|shifts?|(?:work(?:ing)?|core) hours|work(?:ing)? schedule|schedule"
        r"|availab\w+|time ?zones?|full[- ]time|part[- ]time|overlap\w*|du|sie|dein\w*|ihre?|arbeitszeit\w*|vous|votre"
        r"|horaires|tu|tus|horario|você|seu|tuo|je|jouw|twoj\w*"
    ),
    Cue.BINDING: r"must|you (?:will|must|need|come)|required|expected|this (?:role|position|job)",
    Cue.CONDITION: r"if|unless|whether|depending|regardless|wenn|falls|si|se|als",
    Cue.DISTANCE: r"within \d{1,3}[- ](?:miles|km)",
    Cue.NEARBY: r"near|local|miles|within \d+|commut\w+",
    Cue.WISH: (
        r"prefer\w*|ideally|ideal(?! candidate| person| applicant)|nice[- ]to[- ]have|bonus|a plus|desirable"
        r"|advantage\w*|would be (?:great|nice|ideal|good)|not (?:mandatory|essential|strict|a must)"
        r"|(?:is|are|hours|zone) (?:negotiable|optional)|bevorzugt\w*|idealerweise|idéalement|souhait\w+|preferi\w+"
        r"|preferente\w*|de préférence|bij voorkeur|najlepiej"
    ),
    Cue.OPTION: r"optional\w*|welcome|encourag\w*|eligible|(?:may|can|free to) use",
    Cue.OFFER: r"may|can also|available|offers?|we have|options?|policy",
    Cue.NEGATION: r"not?",
    Cue.ABSENT: r"nobody|never|without",
    Cue.RELEASE: (
        r"not required|no need|need(?:n.t| not)|(?:don.t|do not|not) (?:need|have|require)\w*"
        r"|any time ?zone(?! (?:from|between|within|in)\b)"
    ),
    Cue.OTHERS: r"some|many|other|most|employees|companies|candidates|people",
    Cue.SOME_OF_TEAM: (
        r"(?:some|many|other|most) (?:of|teams?|roles?|people|positions|employees|staff|jobs|companies)"
    ),
    Cue.TEAM: r"teams?",
    Cue.COLLEAGUES: r"colleagues",
    Cue.USUALLY: r"typically",
    Cue.LEADERS: r"founders?|c[et]o|leadership|executives",
    Cue.HABIT: (
        r"(?:we|team)(?: all| members)? (?:primarily|mostly|mainly|typically|usually|generally|largely|tends? to)"
        r"|we\b[^.;]{0,60}\bbut (?:\w+ ){0,3}flexible"
    ),
    Cue.SPREAD: (
        r"across|\d+ (?:different )?time ?zones|we (?:are|span|cover|live) (?:in|across|from)"
        # Of several zones. "We work in CET" names the one of the job.
        r"|we work (?:across|from|in(?! (?:the )?\Z))|entire team"
        r"|whole team|spread|spann\w+|spans|multiple|various|different|distributed|several|regardless"
        r"|coordinat(?!or)\w+"
        r"|any time ?zone(?! (?:from|between|within|in)\b)|(?:team(?:mates| members)?|clients?|customers?"
        r"|colleagues|stakeholders|partners|engineers"
        r"|offices?|people|companies|investors) (?:\w+ )?(?:is|are|in|from|located|based|living)|headquarter\w*"
        r"|outside(?: of)?|no matter|support team|our users"
        r"|(?:kolleg\w+|colegas|collègues|colleghi|współpracowni\w+|équipe|equipo|equipe|zespół) (?:\w+ )?(?:sitz\w+"
        r"|arbeite\w*|sind|ist|sont|est|están|trabaja\w*|estão|trabalha\w*|sono|lavora\w*|zit\w*|werk\w*|pracuj\w*)"
    ),
    Cue.ROUGHLY: (
        r"(?:few|couple(?: of)?|handful of|some|several) (?:hours?|hrs|time ?zones?) (?:\w+ )?(?:of|from)"
        # Of a zone, which the words end before, or of a time. Of a place it says nothing about hours.
        rf"|{_NEAR}(?=(?: (?:the|an?|our|your|its|that|same))*\W*\Z)|{_NEAR}(?=[^,;]{{0,40}}\b{_TIME}\b)"
        rf"|{_TIME}:?(?: \w+){{0,3}} {_NEAR}"
    ),
    Cue.CLIENTS: r"clients?",
    Cue.CUSTOMERS: r"customers?|users|students?"
    r"|kund(?:en|innen)\w*|klanten\w*|klient\w*|klienc\w*|clientes|clienti|usu[aá]rios|utenti"
    r"|utilisateurs|nutzer\w*",
    Cue.SUPPORT: r"support\w*",
    Cue.SERVICE: (
        r"is open|are open|opens|deliver(?:y|ies)|parcels|arriv\w+|lessons?|help ?lines?|service desk|shops?|stores?"
        r"|showrooms?|branch(?:es)?|restaurants?|phones?"
        r"|we (?:answer|reply|respond)|trading|slas?|response times?|clinics?|courts?|banks?|lines?"
        r"|(?:call|data) ?cent(?:er|re)s?|switchboards?"
        r"|chat|reception|desk|markets?|exchange|nyse|nasdaq|jobs|cron|backups?|deploy\w*"
        r"|releases?|servers?|batch\w*|games?|classes|standups?|stand-ups?|all-hands|calls?|town ?halls?"
        r"|offices? (?:is|are|opens?|hours)|laden|filialen?|boutiques?|tiendas?|atención|lojas?|atendimento|negozi\w*"
        r"|winkels?|sklep\w*"
    ),
    Cue.CONTACT: (
        r"call us|contact us|hotline|office closes|toll[- ]free|service center|representative|we are available"
        r"|reply within|help ?desk|maintenance"
        r"|(?:support|service|help|chat|hotline|care|lines?) (?:is|are) (?:\w+ )?(?:available|staffed|open|offered)"
    ),
    Cue.OPENING_HOURS: r"(?:is|are|store) open|open (?:from|daily|on|to)|opening|closed",
    Cue.EVENT: r"events?|retreats?|meetings?|workshops?|sessions?|meets? (?:\w+ )?(?:remotely|online|virtually)",
    Cue.PUBLIC_EVENT: r"conferences?|meetups?|webinars?|info(?:rmation)? session",
    Cue.VISIT: r"visits?",
    Cue.TRAINING: r"train\w*|onboard\w*",
    Cue.RECRUITMENT: r"interview\w*",
    Cue.STAGE: r"rounds?|steps?|stages?|final|loop",
    Cue.DEADLINE: (
        r"deadline|apply by|appl(?:y|ications?) (?:close|due|must|before|until)|clos(?:es|ing) (?:date|on|at)|posted"
        r"|expires?|updated|published|internal candidates|applications will|applicants? support|earliest start"
        r"|no later than"
    ),
    Cue.OTHER_TIME: (
        r"former\w*|temporar\w+(?! (?:position|role|job|contract|assignment)\b)|covid\w*|pandemic|initial\w*|forced"
    ),
    Cue.ABSENCE: r"vacation|holidays?|leave|pto|sick|urlaub\w*|vacaciones|férias",
    Cue.COMFORT: r"parking|lunch\w*|snacks|breakfast|perks?|gym|equipment",
    Cue.SKILL: r"experience|environments?",
}


@cache
def any_cue(*cues: Cue) -> GuardedPattern:
    """Finds a word of any of `cues` in a text in lower case."""
    return GuardedPattern(r"\b(?:" + "|".join(CUES[cue] for cue in cues) + r")\b")
