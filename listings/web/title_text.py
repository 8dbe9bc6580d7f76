"""Titles as they are shown: those that employers shout are calmed. Search, feeds and JSON keep the ad's own."""

from __future__ import annotations

import re
from functools import cache

from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.skills import SKILL_NAMES

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Longer words in capitals are shouted in any title, shorter ones only in a title without small letters.
MAX_ACRONYM = 4
SMALL_WORDS = "a an and as at by for from in into of on or per the to und via with"
ACRONYMS = (
    "AI AP API APAC AR B2B B2C BDR BI BPO CAD CDN CEO CFO CIO CISO CMO COO CPA CPO CRM CRO CTO DACH DC EDI EMEA ERP "
    "EU FP GTM HR HVAC IAM ICU II III IT IV KYC LATAM LLM LMS ML MRI NLP NOC OT PM PMO PPC PR QA RCM RN SAP SDET SDR "
    "SEM SEO SME SOC SRE TV UAT UI UK US USA UX VA VP VR iOS macOS SaaS PaaS IaaS HIPAA NASA UNICEF DevOps MLOps"
)


@bounded_cache(5000)
def calm_title(title: str, company: str = "") -> str:
    """ "SENIOR UX DESIGNER" as "Senior UX Designer". Acronyms, skills and words of the company's name stay."""
    names = frozenset(WORD.findall(company))
    is_shouted = title.isupper() and any(len(word) > MAX_ACRONYM for word in WORD.findall(title))
    return WORD.sub(lambda match: _calm_word(match, names, is_shouted), title)


def _calm_word(match: re.Match[str], company_words: frozenset[str], is_shouted: bool) -> str:
    word = match[0]
    if not word.isupper() or word in company_words or len(word) < 2:
        return word
    if not is_shouted and len(word) <= MAX_ACRONYM:
        return word
    if known := _spellings().get(word):
        return known
    lower = word.lower()
    return lower if lower in SMALL_WORDS.split() and match.start() else lower.capitalize()


@cache
def _spellings() -> dict[str, str]:
    """Words in capitals → as people write them."""
    known = [*SKILL_NAMES.values(), *ACRONYMS.split()]
    return {word.upper(): word for word in known if WORD.fullmatch(word) and word.lower() not in SMALL_WORDS.split()}
