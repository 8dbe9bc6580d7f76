"""The mail address that an ad's text gives to those who apply: "If you are interested, write to jobs@acme.example"."""

from __future__ import annotations

import re
from itertools import islice

MAIL = re.compile(r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\b", re.IGNORECASE)
# So many characters around a mail address decide what it is for; and addresses of one ad.
CONTEXT, BEFORE, AFTER, MAX_MAILS = 100, 300, 100, 50
APPLYING = re.compile(r"\b(?:apply|applying|applications?|cv|resum[eé]|r[eé]sum[eé]|cover letter)\b", re.IGNORECASE)
# "Email kim@acme.example with something you've built", "write to … and mention Tide in the subject"
WRITE_TO = re.compile(
    r"(?:^|[.!?:;,\n•–—-]\s*|\b(?:please|interested,?|so|or|free to|directly) )(?:please )?"
    r"(?:e-?mail|mail|write|reach out|drop|send|get in touch|contact|introduce yourself)\b"
    r"(?: (?:to|us|me|an? (?:e-?mail|line|note)|your (?:details|profile)|via|directly|over))*(?: ?(?:at|to|@|:))?\s*$",
    re.IGNORECASE,
)
WITH_ITS_SUBJECT = re.compile(
    r"[ ,;]{0,3}(?:with|and (?:mention|include|attach|tell|share|say)|including|mentioning|telling)\b[^.!?\n]{0,80}?"
    r"\b(?:subject|portfolio|github|linkedin|you(?:['’]ve| have) (?:built|made|shipped)|about (?:you|yourself)"
    r"|your (?:background|experience|work|name|profile)|hn|hacker news)\b",
    re.IGNORECASE,
)
# "If you're interested, …", "Sounds like you?"
IN_THE_JOB = r"in (?:joining|working|applying|being|an?|any|these|this|the|our (?:team|work|roles?|jobs?|mission))\b"
INTERESTED = re.compile(
    rf"\b(?:interested(?: {IN_THE_JOB}|(?! in\b))|interests you"
    r"|(?:sounds?|seems?|looks?) (?:interesting|like (?:you|a fit)|exciting)|join(?:ing)? (?:us|our team|the team))",
    re.IGNORECASE,
)
# "… or click the “Apply” button"
OR_APPLY = re.compile(r",? or (?:click|press|use|hit)(?: on)?(?: the)? \W?apply\b", re.IGNORECASE)
HIRING_MAILBOX = re.compile(r"(?:jobs?|careers?|hiring|recruit(?:ing|ment)?|talent|apply)(?:[+._-]|@)", re.IGNORECASE)
# Ads name other mailboxes with the same words: "if you need accommodation to apply, write to …".
NOT_APPLYING = re.compile(
    r"accommodat|adjustments?\b|disab|assistance|fraud|scam|phishing|privacy|agenc", re.IGNORECASE
)
QUESTIONS = re.compile(
    r"\b(?:questions?|queries|enquir\w+|inquir\w+|feedback)\b(?:(?!\b(?:apply|interested))[^\n]){0,80}$", re.IGNORECASE
)
OTHER_TOPIC = re.compile(
    r"\b(?:questions?|information|details|referrals?|support|press|invest\w*|pitch|learn more|legitimate|verify)\b",
    re.IGNORECASE,
)
# As the name of a mailbox.
FOR_ACCOMMODATIONS = re.compile(r"accommodat|disab", re.IGNORECASE)
SENTENCE_BEGIN, SENTENCE_END = re.compile(r"[.!?]\s|\n"), re.compile(r"[.!?](?:\s|$)|\n")


def mail_to_apply(text: str) -> str:
    """The first mail address to which the text asks people to apply; "" if there is none."""
    mails = islice(MAIL.finditer(text), MAX_MAILS)
    return next((mail[0] for mail in mails if _is_to_apply(text, mail)), "")


def _is_to_apply(text: str, mail: re.Match[str]) -> bool:
    before = text[max(0, mail.start() - CONTEXT) : mail.start()]
    if NOT_APPLYING.search(before) or QUESTIONS.search(before) or FOR_ACCOMMODATIONS.search(mail[0]):
        return False
    if APPLYING.search(before):
        return True
    if not WRITE_TO.search(before) or NOT_APPLYING.search(text, max(0, mail.start() - BEFORE), mail.start()):
        return False
    if WITH_ITS_SUBJECT.match(text, mail.end()) or OR_APPLY.match(text, mail.end()):
        return True
    begin = max((end.end() for end in SENTENCE_BEGIN.finditer(before)), default=0)
    end = SENTENCE_END.search(text, mail.end(), mail.end() + AFTER)
    after = text[mail.end() : end.start() if end else mail.end() + AFTER]
    if INTERESTED.search(before) or INTERESTED.search(after):
        return True
    return HIRING_MAILBOX.match(mail[0]) is not None and not OTHER_TOPIC.search(f"{before[begin:]} {after}")
