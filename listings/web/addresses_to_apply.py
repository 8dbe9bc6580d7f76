"""The web address that an ad's text gives to those who apply: "Apply at: https://jobs.acme.example/1"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from itertools import islice
from urllib.parse import urlsplit

from listings.facts.text import plain
from listings.web.site_urls import host_of, web_url

# As the sanitiser writes links; and addresses that stand as plain text.
LINK = re.compile(
    r'<a href="(?P<address>[^"<>]{1,2000})"[^<>]{0,200}>'
    r"|(?<![\w/=\"'@.>-])(?P<bare>https?://[^\s<>\"'…]{4,500}[^\s<>\"'….,;:!?)\]])",
)
LINK_END = "</a>"
# Of an address that was cut.
ELLIPSES = ("..", "…")
# Characters of markup around a link, and of text before it, that decide what it is for; and links of one ad.
AROUND, BEFORE, MAX_LINKS = 600, 160, 100
# Stands where the link begins, so that a line break before it is kept.
MARK = "\N{REPLACEMENT CHARACTER}"

# What a link to a form is called; any other text is a topic: "apply <a>machine learning</a> to maps".
NAME = re.compile(
    r"(?:https?://)?[\w.-]+\.[a-z]{2,24}(?:[/?#:]\S*)?\W*"
    r"|(?:(?:click|here|now|online|today|directly|this|the|our|my|link|form|page|site|website|portal|careers?|jobs?"
    r"|application|apply|posting|listing|board|via|through|on)\W+){1,6}",
    re.IGNORECASE,
)
# The whole name of a link that says what it is for.
APPLY_HERE = re.compile(
    r"(?:submit|send|start) your application(?: (?:now|here|today|online))*\W*"
    r"|apply to join(?: (?:us|(?:our|the) (?:talent )?(?:team|network|community|pool)))?\W*|"
    r"(?:(?:click|please) )?(?:here to )?apply(?: (?:now|here|today|online|directly))*"
    r"(?: (?:for|to) (?:this|the) (?:role|job|position|opening))?\W*",
    re.IGNORECASE,
)
FORM = (
    r"(?:(?:google|airtable|typeform|short|quick|brief|simple|online) ){0,2}(?:website|web site|site|form|page|portal"
    r"|system|(?:careers?|jobs?|application|hiring) (?:page|site|portal|board|form))"
)
FILL_IN = (
    r"(?:fill(?:ing)?(?: (?:in|out))?|complet(?:e|ing))(?: (?:our|the|this))?"
    rf"(?: {FORM})?(?: (?:at|here|on))?"
)
GO = (
    r"(?:go(?: over)? to|go here|visit(?: (?:our|this|the)(?: (?:website|link|page))?)?|head(?: over)? to|use"
    rf"|click(?: on)?|follow|{FILL_IN})"
)
# Only a colon or an arrow leads over to the next line.
LEADS_ON = r"(?: ?[:→➜➡👉>–—-]{1,3}\s{0,2}(?:https?: )?|[ (]{0,2})$"
THROUGH = (
    rf"(?:at|via|through|on|using|with|by)(?: (?:our|the|this))?(?: following)?(?: {FORM}| link)?(?: (?:at|here|on))?"
)
YOUR_APPLICATION = (
    r"(?:fill(?: (?:in|out))?|complete|submit|send|start) (?:an?|our|the|this|your)"
    r" (?:(?:short|quick|brief|online|full) )?application(?: form)?(?: only)?"
)
# "Please submit your resume, portfolio and cover letter at the following link"
DOCUMENTS_THROUGH = (
    r"(?:submit|send|upload)(?: us)? (?:an?|your|the)\b[^\n.!?;:]{0,30}?\b(?:r[eé]sum[eé]|cv|cover letter|portfolio)\b"
    rf"(?:(?! (?:to|read|see|learn|more)\b)[^\n.!?;:]){{0,90}} {THROUGH}"
)
INTRODUCED = re.compile(
    r"\b(?:apply|application (?:form|link|page)|link to apply|how to apply"
    r"|applications?(?= ?[:→]|(?: here| online)? ?:))"
    r"(?: (?:now|here|today|online|directly|below|link|for (?:this|the) (?:role|job|position)))*"
    rf":?(?: {THROUGH})?(?:[:.]?\s{{1,2}}{GO})?{LEADS_ON}"
    rf"|\b(?:apply|applying|clicking apply) (?:by|and) {FILL_IN}{LEADS_ON}"
    rf"|\b{YOUR_APPLICATION}(?:,? (?:located|available|found|here))*(?: {THROUGH})?{LEADS_ON}"
    rf"|\b{DOCUMENTS_THROUGH}{LEADS_ON}"
    rf"|\bif (?:you(?:['’]re| are) )?interested,? (?:(?:please|just|simply) )?{FILL_IN}{LEADS_ON}"
    r"|\buse the apply button or click(?: on)? $"
    # A line of its own.
    r"|(?:^|\n)\W{0,3}apply (?:now|today|here)!\s{1,2}$",
    re.IGNORECASE,
)
# "To apply, visit …", "Apply: jobs@acme.example or visit …"
TO_APPLY_GO = re.compile(
    r"\b(?:to apply,?:? (?:(?:please|just|simply|kindly) )?|apply\b[^\n!?]{0,60}@[\w.-]+,? or (?:at |via )?)"
    rf"{GO}?{LEADS_ON}",
    re.IGNORECASE,
)
GO_BEFORE = re.compile(rf"\b{GO}{LEADS_ON}", re.IGNORECASE)
TO_APPLY_AFTER = re.compile(
    r" (?:(?:(?:and|where you can|to)\b(?:[^.!?;\n]{0,60} to)?|and then) apply\b"
    rf"|(?:to|and|where you can) {YOUR_APPLICATION})",
    re.IGNORECASE,
)
# "Before you apply at …", "if you need accommodation to apply, visit …"
OTHER_PURPOSE = re.compile(
    r"\b(?:not|never|cannot|before|without|unable|already)\b|n['’]t\b(?! (?:even )?need)"
    r"|accommodat|disab|fraud|scam|privacy|agenc|terms|polic",
    re.IGNORECASE,
)
ENDS = (".", "?", ";")
SENTENCE_END = re.compile(r"[.!?;]\s")


def address_to_apply(html: str, other_hosts: Collection[str] = ()) -> str:
    """The address of the only link that the text gives to those who apply; "" if there is none, or a choice.

    `other_hosts`: of links that count for none, like those of the board itself.
    """
    in_order = islice(_addresses(html), MAX_LINKS)
    addresses = dict.fromkeys(address for address in in_order if host_of(address) not in other_hosts)
    return next(iter(addresses)) if len(addresses) == 1 else ""


def _addresses(html: str) -> Iterator[str]:
    for link in islice(LINK.finditer(html), MAX_LINKS):
        address = web_url(unescape(link["address"] or link["bare"]))
        if address and not _has_sign_in(address) and _is_to_apply(html, link):
            yield address


def _has_sign_in(address: str) -> bool:
    """Whether a name stands before the host, which readers may take for the host: "https://acme.example@…"."""
    return "@" in urlsplit(address).netloc


def _is_to_apply(html: str, link: re.Match[str]) -> bool:
    before = _sentence_before(html, link.start())
    if OTHER_PURPOSE.search(before):
        return False
    if link["bare"]:
        return not html.startswith(ELLIPSES, link.end()) and bool(
            INTRODUCED.search(before) or TO_APPLY_GO.search(before)
        )
    name_end = html.find(LINK_END, link.end(), link.end() + AROUND)
    name = plain(html[link.end() : name_end]) if name_end >= 0 else ""
    if APPLY_HERE.fullmatch(name):
        return True
    if not NAME.fullmatch(f"{name} "):
        return False
    if INTRODUCED.search(before) or TO_APPLY_GO.search(before):
        return True
    after = plain(f"{MARK}{html[name_end : name_end + AROUND]}").removeprefix(MARK)
    return GO_BEFORE.search(before) is not None and TO_APPLY_AFTER.match(after) is not None


def _sentence_before(html: str, position: int) -> str:
    """The visible text before the link, back to the end of another sentence, with a line break that leads to it."""
    begin = max(0, position - AROUND)
    # Not from the middle of a tag.
    begin = max(html.find("<", begin, position), 0) if begin else 0
    text = plain(f"{html[begin:position]}{MARK}").removesuffix(MARK)[-BEFORE:]
    line = text.rstrip()
    if line.endswith(ENDS) and text.endswith("\n"):
        return ""
    ends = [end.end() for end in SENTENCE_END.finditer(line)]
    return text[ends[-1] :] if ends else text
