"""Wordings that state until when people may apply."""

from __future__ import annotations

import re

HOUR_NAME = r"(?:midnight|noon|midday|end of (?:the )?(?:day|business)|close of business|eod|eob|cob)"
CLOCK = r"\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m\.?|h|uhr|hrs|hours)?(?! ?(?:days?|weeks?|months?|years?)\b)"
ZONE = (
    r"(?:(?:[a-z]{1,3}[sd]?t|utc|gmt|cet|cest|bst|aest|aedt)\b|(?:\w+ )?(?:standard |daylight )?time(?: zone)?"
    r"|eastern|central|mountain|pacific)"
)
PLAIN = (
    r"(?:on an? (?:rolling|ongoing|continuous|continual) basis|is|are|be|will|by|from|between|on|at|in|before|until"
    r"|till|til|through|thru|up to|to|the|of|for|this|that|our|these|all|set|expected|anticipated|currently|tentatively"
    r"|approximately|intended|extended|no later than|not later than|later than|latest|date|day|job|role|position|post"
    r"|posting|vacancy|advert|opening|opportunity|requisition|req|window|applications?|submissions?|submitting|apply"
    r"|applying|please|online|external|or before|and|close|closes|closing|end|ends|it|your"
    # German, Dutch, Danish, Norwegian, Swedish.
    r"|ist|bewerbung(?:en)?|der|die|das|am|bis|zum|spätestens|endet|den|dem|für|einschließlich|uiterlijk|tot|vóór|voor"
    r"|op|en met|het|er|til|senest|med|och|och med|d\."
    # French, Spanish, Portuguese, Italian, Polish.
    r"|le|la|est|fixée|au|jusqu['’]au|de|du|des|candidatures?|postulation|dépôt|para|el|hasta|es|día|del|postular"
    r"|até|o|a|dia|às|é|entro|il|al|upływa|do|dnia|w dniu)"
)
# What may stand between the wording and its day.
GAP = rf"(?:[\s:–—*_(),-]{{0,4}}\b(?:{PLAIN}|{HOUR_NAME}|{CLOCK}|{ZONE})(?![\w])){{0,10}}?[\s:–—*_(),-]{{0,5}}"

SENT = r"(?:applications?|(?:cover )?letters?|résumés?|resumes?|cvs?|portfolios?|expressions? of interest|eois?)"
POST = (
    r"(?:posting|advert(?:isement)?|vacancy|position|role|job|opening|opportunity|requisition|recruitment"
    r"|announcement|internship|post|listing|call)"
)
BY = r"(?:by|before|until|till|through|thru|up to|no later than|not later than|on or before|at the latest)"
FUTURE = (
    r"(?:(?:will|is|are|we|currently|be|scheduled|expected|anticipated|estimated|intended|planned|to|tentatively"
    r"|automatically|remain|stay) ){0,6}"
)
# Of the vacancy, and of nothing else that people apply for.
OF_POST = (
    rf"(?:(?:for|to) (?:this|the|our|these) (?:[\w'’/&-]+ ){{0,4}}?"
    rf"(?:{POST}|campaign|competition|programme|program)s? )?"
)

LABELS = (
    # "Application deadline", "posting end date", "expected close date of job posting"
    r"(?:applications?|submissions?|posting|advert|vacancy|recruitment|requisition|job posting)(?: submission)?"
    r" (?:deadline|due(?: date)?|(?:clos(?:e|ing)|end|expiry|expiration)(?: date)?)",
    r"clos(?:e|ing) date|(?:(?<=\n)|^)closing(?=:)",
    rf"deadline (?:for|of) (?:the |all |your |online |receiving |receipt of |submitting |sending )*(?:{SENT}|applying"
    r"|submissions?)",
    rf"deadline to (?:apply|(?:submit|send)(?: in)? (?:your |an |the |all |their )?{SENT})",
    r"(?:last|final) (?:date|day) (?:to apply|for (?:applications?|applying)|of applications?)",
    r"(?:(?<=\n)|^|(?<=\n- )|(?<=\n\* )|(?<=[.!?•|] ))(?:the )?deadline(?! (?:to|of|for)\b(?! this\b))",
    r"bewerbungsschluss|bewerbungsfrist|ende der bewerbungsfrist|einsendeschluss|bewerbungsende",
    r"date limite (?:de |d['’]|pour )(?:candidatures?|postuler|envoi|dépôt|réception|soumission|présenter)[\w ]{0,30}?",
    r"(?:(?<=\n)|^)(?:date limite|fecha límite)(?= ?:)",
    r"(?:cl[oô]ture|limite) des candidatures|fin des candidatures",
    r"fecha (?:límite|limite|tope|de cierre)(?: (?:de|para)(?: la| las| el)? (?:postula\w+|aplica\w+|inscripci\w+"
    r"|solicitud\w*|candidaturas?|recepción|envío|presentación)[\w ]{0,30}?)?",
    r"últim[ao] (?:fecha|día) para (?:postular\w*|aplicar|inscribirse)",
    r"cierre de (?:la )?(?:convocatoria|postulaciones|inscripciones|candidaturas|vacante)",
    r"(?:prazo(?: final| limite)?|data limite) (?:de|para) (?:as |a )?(?:inscriç\w+|candidaturas?)",
    r"encerramento das inscrições|inscrições até|candidaturas até",
    r"scadenza (?:delle |della |per le |per la )?candidatur\w+|termine (?:per|di) (?:la |le )?candidatur\w+",
    r"sluitingsdatum|vacature sluit|reageren kan|solliciteren kan|sollicitatiedeadline",
    r"termin (?:składania|nadsyłania) (?:ofert|aplikacji|dokumentów|cv|zgłoszeń)",
    r"ansøgningsfrist(?:en)?|søknadsfrist(?:en)?|sista ansökningsdag(?:en)?|hakuaika päättyy",
)
STATEMENTS = (
    # "Applications for this position will be accepted until", "applications must be received by", "applications close"
    rf"applications? {OF_POST}{FUTURE}(?:close|closes|closing|be closed|end|ends|due|(?:accepted|open)"
    rf"(?=[^.\n]{{0,40}}?\b(?:{BY}|from)\b))",
    rf"applications? {OF_POST}(?:{FUTURE}|(?:(?:can|may|must|should|need to|have to|only|all) ){{1,3}})be"
    rf" (?:accepted|received|submitted|sent|considered|lodged|made|in)\b"
    rf"(?: (?:via|through|using|by e-?mail|to) [^,:;\n\d]{{0,50}}?(?= {BY}\b))?(?=[^.\n]{{0,40}}?\b(?:{BY}|from)\b)",
    rf"(?:accept(?:ing)?|receiv(?:e|ing)|tak(?:e|ing)|open for|open to) (?:new |all |external )?"
    rf"(?:applications?|applicants) {OF_POST}(?=(?:[\w'’]+ ){{0,6}}?(?:{BY}|from)\b)",
    rf"{POST} (?:window )?{FUTURE}(?:close|closes|closing|expire|expires|expiring)\b",
    rf"(?:application|posting|job posting|submission) (?:window|period)(?: {OF_POST.strip()})?"
    rf"(?:['’]s close date)?[\w ]{{0,30}}? ?{FUTURE}(?:close|closes|closing|end|ends|expire|expires|close date"
    r"|open until|open through|closed)\b",
    rf"{POST} {FUTURE}(?:open|advertised|posted) (?:for (?:new )?applica\w+ )?(?=(?:{BY}|from)\b)",
    rf"{POST} {FUTURE}available (?:for (?:new )?applica\w+|to apply) (?=(?:{BY}|from)\b)",
    rf"(?:posting|advert(?:isement)?|listing) {FUTURE}(?:active|live|up|available) (?={BY}\b)",
    rf"(?:(?<=\n)|^)open (?:for (?:applications?|submissions?) )?(?={BY}\b)",
    rf"(?<!eligible to )(?<!able to )(?<!had to )(?<!if you )(?<!who )(?<!we )apply "
    rf"(?:online |here |now |today |directly )?(?=[:,]? ?{BY}\b)",
    r"(?:we (?:welcome|expect|need|want)|looking forward to|send us) your application(?= [^.\n\d]{0,20}?\bno later)",
    rf"(?:submit|send|email|e-mail|forward|provide|upload|lodge)(?: us| in)? (?:us )?(?:your |an? |the |all )"
    rf"[^.:;\n\d]{{0,80}}?\b{SENT}\b(?:[^.:;\n\d]|\.(?=\w)){{0,60}}?(?=\b{BY}\b)",
    r"(?:bewerb(?:en|ung(?:en)?|t|ungsunterlagen)|bewirb dich)\b[^.,:;\n\d]{0,60}?(?=\b(?:bis|spätestens)\b)",
    r"(?:postule[rz]|candidatez?|candidatures?)\b[^.:;\n\d]{0,40}?(?=\b(?:avant|jusqu['’]au|au plus tard)\b)"
    r"(?:avant|jusqu['’]au|au plus tard)",
    r"(?:postula|postúlate|postularse|aplica|inscríbete|solicitudes|postulaciones)\b[^.:;\n\d]{0,40}?"
    r"(?:hasta|antes del?)\b",
    r"solliciteer\b[^.:;\n\d]{0,40}?(?=\b(?:voor|vóór|uiterlijk|tot)\b)",
    r"(?:aplikuj|zgłoszenia|aplikacje)\b[^.:;\n\d]{0,40}?(?=\bdo\b)",
)
# An underscore is a mark of Markdown here, and no letter.
LEAD = re.compile(rf"(?<![^\W_])(?<!-)(?:{'|'.join((*LABELS, *STATEMENTS))})(?:(?<=\s)|(?![^\W_]))")
# What a quote needs before its wording, so that it says no more than the ad.
BEFORE = re.compile(
    r"(?:\b(?:we|we['’]re|are|will|now|currently|the|this|our|these|all|is|that|it|job|expected|expects?|anticipated?"
    r"|estimated?|tentative|target|projected"
    r"|planned|intend|intended|current|original|please|to|requisition)\b[ ,]{1,2}){1,8}\Z"
)
# … and behind its day: the day may move.
MAY_MOVE = re.compile(
    r",? \(?(?:and|but|though|although|or|unless|however)? ?(?:it |this |the \w+ |which |we )?"
    r"(?:(?:may|might|can|could|is|will)\b[^.;\n]{0,30}?\b(?:extend\w*|chang\w+|subject to|adjust\w*|earlier|sooner)"
    r"|unless|subject to|extended|earlier if|or earlier|or until|or when)\b[^.;\n]{0,80}"
)
GAP_TO_DAY = re.compile(GAP)
# "From 8 May to 14 May": the second day is meant.
RANGE = re.compile(r" ?(?:(?:to|until|till|through|thru|bis|au|al?|hasta|and (?:will )?closes? on)\b|[–—-]) ?")

# What a text must contain to state it; most contain none of these.
TRIGGERS = (
    *("deadline", "closing", "close", "expir", " end", "until", "till ", "through", "thru ", "apply", " due"),
    *("no later", "on or before", "before", "by ", "accepting a", "open for a", "frist", "schluss", " bis", "limite"),
    *("límite", "avant", "au plus tard", "jusqu", "hasta", "antes de", "cierre", "até", "prazo", "scadenza", "últim"),
    *("termin", "spätestens", "sluit", "reageren", "solliciteer", "solliciteren", "aplik"),
    *("zgłoszenia", "hakuaika", "ansökningsdag", "last d", "final d"),
)
# Days that are no end: a later one may be, or they are of a few people, or of another year.
DOUBT = re.compile(
    r"\b(?:at least|minimum|earliest|priorit\w*|preference|(?:full|best|first|equal|fair|early) consideration"
    r"|guarantee\w*|internal|early[- ]bird|early (?:applica\w+|deadline)|soft deadline|first review|initial review"
    r"|not close|last year|previous|students? may|layoff|mindestens|frühestens|au moins|al menos|pelo menos|minst"
    r"|tidligst)\b"
)
# What else people apply for, sign up for or hand in.
OTHER_THING = re.compile(
    r"\b(?:scholarships?|grants?|loans?|bursar(?:y|ies)|stipends?|visas?|permits?|enrol\w*|webinars?|conferences?"
    r"|tenders?|abstracts?|papers?|hackathons?|accelerator|benefits|insurance|tuition|accommodations?|reports?|invoices?"
    r"|taxes|tax returns?|registration|projects?|assignments?|h-?1-?b|milestones?|delivery|deliverables?)\b"
)
