"""Whose a figure is: who earns the pay, or has the years of experience, that stand right after a clause."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern, PatternTable
from listings.facts.subjects.kinds import SentenceSubject
from listings.vocabulary.bounded_cache import bounded_cache

# A third party's guess, or what others pay: never the employer's word. On either side of the figure.
MARKET = GuardedPattern(
    r"\b(?:glassdoor|indeed|linkedin|payscale|ziprecruiter|levels\.fyi|salary\.com|talent\.com|comparably|gehalt\.de"
    r"|kununu|simplyhired|monster)\b|\b(?:market|national|industry|state|city|regional) (?:average|median|estimate)"
    r"|\b(?:average|median|typical) (?:pay|salary|salaries|wage|wages|compensation|income) (?:for|in|of|at|across)\b"
    r"|\b(?:similar|comparable) (?:jobs|roles|positions)|\bestimated by\b"
    r"|\b(?:median|average|mean) (?:graduate|alumni|student|learner)s?\b"
    r"|\b(?:earnings|salar(?:y|ies)|pay|income|wages?) (?:of|for|among) (?:our |the |all )?(?:[a-z]+ )?"
    r"(?:alumni|graduates|partners|clients|customers|students|members|users|creators|learners)\b"
)
MORE_THAN = r"(?:(?:over|more than|nearly|almost|about|around|between|at least|up to|an average of) )?"
EARN = (
    r"(?:earn\w*|mak(?:es?|ing)|take home|get paid|are paid|made|land\w*|verdienen|gagnent|ganan|ganham)\b"
    r"[^.;:\n]{0,40}$"
)
# "Drivers in our app make $30 an hour", "Tutors earn $40 on our platform"
PLATFORM = re.compile(
    r"\b(?:on|in|with|through|using|via) (?:our|the) (?:[a-z]+ )?(?:platform|app|marketplace|network|community|site"
    r"|tool|course|program(?:me)?|bootcamp)\b"
)
WORKERS_EARN = GuardedPattern(
    r"\b(?:drivers|couriers|riders|dashers|shoppers|taskers|cleaners|sellers|tutors|experts|freelancers|professionals"
    r"|workers|coaches|teachers|artists|people|[a-z]{3,12}s (?:in|on|using) our)\b[^.;:\n]{0,60}"
    r"\b(?:earn|make|take home|get paid|are paid)"
)
# From the beginning of the clause to the figure. The first that matches decides.
HOLDERS: tuple[tuple[SentenceSubject, str], ...] = (
    (
        SentenceSubject.MARKET,
        r"\b(?:study|survey|studies|statistics|calculator|report|data) (?:shows?|says?|finds?|found|suggests?|that)\b"
        r"|^\W*(?:study|survey):|\b(?:visas?|blue card|work permit)\b[^.,;\n]{0,60}\b(?:salary|income|earn)"
        r"|\b(?:competitors?|rivals?|other (?:companies|employers|firms|teams)|industry standard|predecessors?)"
        r"\b[^.;:\n]{0,60}$",
    ),
    # What others earn or pay. Sellers, writers and the like may be the people who are sought: they are not listed.
    (
        SentenceSubject.CUSTOMERS,
        r"\b(?:graduates|alumni|alums|students|learners|trainees|customers?|clients?|users?|creators|hosts|influencers"
        r"|affiliates|merchants|owners|founders|(?<!team )(?<!crew )(?<!staff )members|some|many|top|best|others"
        rf"|absolventen|kunden|diplômés|egresados|alunos)\b[^.;:\n]{{0,60}}\b{EARN}"
        r"|\b(?:customers?|clients|users|patients|subscribers|advertisers|companies|members|families|parents"
        r"|students|graduates|alumni)\b[^.,;:\n]{0,34}\bpay(?:s|ing)?\b[^.;:\n]{0,30}$|\bpa(?:y|ys|id|ying) us\b"
        r"|\b(?:lets?|helps?|helping|enables?|allows?) (?!you\b)(?:[a-z]+ ){1,3}(?:to )?(?:earn|make)\b[^.;:\n]{0,40}$"
        r"|\b(?:find|land|get|into|secure) (?:[a-z-]+ ){0,3}(?:jobs|roles|careers)\b[^.;:\n]{0,40}$"
        r"|\b(?:people|households|families|users|customers|clients|members|residents|consumers) (?:[a-z]+ ){0,3}"
        r"(?:earning|whose|(?:with|have|having) (?:an? )?(?:annual |yearly )?(?:incomes?|salar|earnings|revenue))"
        r"[^.;:\n]{0,40}$"
        r"|\b(?:people|those|anyone|workers) who (?:earn|make)\b[^.;:\n]{0,40}$|\b(?:do not|don['’]t) apply\b"
        r"|\b(?:refer|recommend|werbe|parrainez|recomienda|indique) (?:a|an|your|us|someone|friends?|un|una|einen|um"
        r"|uma)\b[^.;:\n]{0,60}$"
        r"|^\W*(?:do you (?:earn|make)|are you (?:earning|making)|tired of|sick of|still making)\b"
        # "Du arbeitest für 12 € die Stunde": what readers have today.
        r"|^\W*(?:(?:if |when )?you (?:currently|presently|already) (?:earn|make)"
        r"|(?:derzeit|aktuell|momentan) verdienst du|du verdienst (?:derzeit|aktuell|momentan))\b"
        r"|^\W*(?:(?:du arbeitest|arbeitest du|jobbst du|du jobbst)(?: noch| immer| nur)* für"
        r"|(?:do you|are you|you['’]re|you are) (?:still |only )?work(?:ing)? for)(?: nur| only| just)? ?$",
    ),
    # Of people whom the person meets, helps or writes for, and of the employer's other people.
    (
        SentenceSubject.TASK,
        r"\byou(?:['’]ll| will)? (?:also |then )?(?:advise|coach|teach|train|interview|mentor|recruit|hire|serve|help"
        r"|support|assist|manage|lead|supervise|oversee|write for|talk to|meet|sit (?:beside|with|next to)"
        r"|get advice from|guide) [^.;!?\n]{1,60}"
        rf"\b(?:with|who ha(?:s|ve)|having) {MORE_THAN}$",
    ),
    # "Join engineers with 10 years of experience", though the sentence begins with "you".
    (
        SentenceSubject.TEAM,
        r"\b(?:join(?:ing)?|work(?:ing)? (?:closely )?(?:with|alongside)|alongside|learn(?:ing)? from|led by"
        r"|mentored by|report to|meet|founded by|guided by)\b[^.;!?\n]{0,80}"
        r"\b(?:with|who ha(?:s|ve)|having|bring(?:s|ing)?)\b[^.;!?\n]{0,30}$"
        r"|(?:\b(?:your|our|another) (?:[\w-]+ )?(?:mentor|trainer|manager|lead|boss|supervisor|captain|head"
        r"|director)s?"
        r"|(?<!for )(?<!need )(?<!seek )(?<!hire )(?<!seeking )(?<!hiring )\b(?:your|our|an?|the|another) (?:[\w-]+ )?"
        r"(?:colleague|mentor|trainer|predecessor|team-?mate|co-?worker|founder)s?)"
        rf",? (?:who )?(?:with|has|have|had|brings?|having) {MORE_THAN}$"
        # "Engineers here have between 3 and 25 years of experience"
        rf"|\b(?!candidates|applicants|individuals|hires)[a-z-]+s (?:here |of ours )?have {MORE_THAN}$",
    ),
    (
        SentenceSubject.COMPANY,
        r"\b(?:backed by|built on|drawing on|leveraging|thanks to) (?:over |more than |nearly |almost )?$",
    ),
    # These make a sentence with "we" one about the person after all.
    (
        SentenceSubject.PERSON,
        r"\b(?:you|your|we(?:['’](?:re|d)| are| would)? (?:(?:typically|usually|normally|generally) )?"
        r"(?:looking|look for|seek|need|require|expect|ask|want|hir|search|prefer)\w*"
        r"|we['’]d like|we would like|looking for|required|requirements?|must|should|candidates?|applicants?|someone"
        r"|suchen|erwarten|bringst|cherchons|recherchons|buscamos|cerchiamo|zoeken|szukamy|join (?:our|us|the))\b",
    ),
    # "Lantern has 20 years of experience"
    (
        SentenceSubject.COMPANY,
        r"^\W*(?!(?:also|already|and|who|he|she|currently|ideally|typically)\b)"
        rf"(?:[^\W\d_][\w&.'’-]* ){{1,3}}has {MORE_THAN}$",
    ),
    # The firm, its team or its founder: "we bring over 20 years of experience".
    (
        SentenceSubject.COMPANY,
        r"\b(?:our|we|us|my|team|teams|company|firm|agency|founders?|co-?founders?|ceo|cto|coo|leadership|partners?"
        r"|employees|staff|engineers bring|colleagues|he|she|clients?|customers?|manager (?:has|brings)|backed by"
        r"|built on|draw\w* (?:on|from|up)|based on|leverag\w+|thanks to|founded|established|wir|unser\w*|nous|notre"
        r"|nos|nosotros|nuestr\w+|nossa|nosso|nostr\w+|ons|onze|nasz\w*"
        r"|tenemos|contamos|temos|abbiamo|hebben|mamy|posiadamy)\b[^.;!?\n]{0,110}$|^\W*with (?:more than|over|nearly"
        r"|almost|around|about)? ?$|^\W*for (?:more than |over |nearly |almost |the past )?$",
    ),
)
TABLE = PatternTable(re.compile(pattern) for _, pattern in HOLDERS)


@bounded_cache(512, longest=1000)
def holder_of(clause: str, after: str = "") -> SentenceSubject:
    """Whose the figure right after `clause`, and before `after`, is (both in lower case).

    COMPANY if the employer only speaks of itself.
    """
    if WORKERS_EARN.search(clause) and (PLATFORM.search(clause) or PLATFORM.search(after)):
        return SentenceSubject.CUSTOMERS
    return next((HOLDERS[rule][0] for rule, _ in TABLE.matches(clause)), SentenceSubject.UNKNOWN)


def is_of_market(words: str) -> bool:
    """Whether words beside a figure (in lower case) call it a third party's estimate."""
    return MARKET.search(words) is not None
