"""Money said of other people: what users, graduates or platform workers earn, and estimates of third parties."""

from __future__ import annotations

import re

from listings.facts.salary.context import Context
from listings.facts.subjects import SentenceSubject, subject_of

# A third party's guess, or what others pay: never the employer's word.
ESTIMATE = re.compile(
    r"\b(?:glassdoor|indeed|linkedin|payscale|ziprecruiter|levels\.fyi|salary\.com|talent\.com|comparably|gehalt\.de"
    r"|kununu|simplyhired|monster)\b|\b(?:market|national|industry|state|city|regional) (?:average|median|estimate)"
    r"|\b(?:average|median|typical) (?:pay|salary|salaries|wage|wages|compensation|income) (?:for|in|of|at|across)\b"
    r"|\b(?:similar|comparable) (?:jobs|roles|positions)|\bestimated by\b"
    r"|\b(?:median|average|mean) (?:graduate|alumni|student|learner)s?\b"
    r"|\b(?:earnings|salar(?:y|ies)|pay|income|wages?) (?:of|for|among) (?:our |the |all )?(?:[a-z]+ )?"
    r"(?:alumni|graduates|partners|clients|customers|students|members|users|creators|learners)\b"
)
# What others earn or pay. Sellers, writers and the like may be the people who are sought: they are not listed.
OTHERS_EARN = re.compile(
    r"\b(?:graduates|alumni|alums|students|learners|trainees|customers?|clients?|users?|creators|hosts|influencers"
    r"|affiliates|merchants|owners|founders|(?<!team )(?<!crew )(?<!staff )members|some|many|top|best|others"
    r"|absolventen|kunden|diplômés|egresados|alunos)\b[^.;:\n]{0,60}\b(?:earn\w*|mak(?:es?|ing)|take home|get paid"
    r"|are paid|made|land\w*|verdienen|gagnent|ganan|ganham)\b[^.;:\n]{0,40}$"
    r"|\b(?:customers?|clients|users|patients|subscribers|advertisers|companies|members|families|parents"
    r"|students|graduates|alumni)\b"
    r"[^.,;:\n]{0,34}\bpay(?:s|ing)?\b[^.;:\n]{0,30}$|\bpa(?:y|ys|id|ying) us\b"
    r"|\b(?:lets?|helps?|helping|enables?|allows?) (?!you\b)(?:[a-z]+ ){1,3}(?:to )?(?:earn|make)\b[^.;:\n]{0,40}$"
    r"|\b(?:competitors?|rivals?|other (?:companies|employers|firms|teams)|industry standard|predecessors?)"
    r"\b[^.;:\n]{0,60}$"
    r"|\b(?:find|land|get|into|secure) (?:[a-z-]+ ){0,3}(?:jobs|roles|careers)\b[^.;:\n]{0,40}$"
)
# Who uses the product, what a visa asks for, and what nobody is promised.
OTHERS_MONEY = re.compile(
    r"\b(?:people|households|families|users|customers|clients|members|residents|consumers) (?:[a-z]+ ){0,3}"
    r"(?:earning|whose|(?:with|have|having) (?:an? )?(?:annual |yearly )?(?:incomes?|salar|earnings|revenue))"
    r"[^.;:\n]{0,40}$"
    r"|\b(?:people|those|anyone|workers) who (?:earn|make)\b[^.;:\n]{0,40}$"
    r"|\b(?:study|survey|studies|statistics|calculator|report|data) (?:shows?|says?|finds?|that)\b"
    r"|^\W*(?:study|survey):|\b(?:visas?|blue card|work permit)\b[^.,;\n]{0,60}\b(?:salary|income|earn)"
    r"|\b(?:do not|don['’]t) apply\b"
    r"|^\W*(?:do you (?:earn|make)|are you (?:earning|making)|tired of|sick of|still making)\b"
)
ON_PLATFORM = re.compile(
    r"\b(?:on|in|with|through|using|via) (?:our|the) (?:[a-z]+ )?(?:platform|app|marketplace|network|community|site"
    r"|tool|course|program(?:me)?|bootcamp)\b"
)
WORKERS_EARN = re.compile(
    r"\b(?:drivers|couriers|riders|dashers|shoppers|taskers|cleaners|sellers|tutors|experts|freelancers|professionals"
    r"|workers|coaches|teachers|artists|people"
    r"|[a-z]{3,12}s (?:in|on|using) our)\b[^.;:\n]{0,60}\b(?:earn|make|take home|get paid|are paid)"
)


def is_of_others(context: Context) -> bool:
    """Whether the amount is what other people earn or pay, or a third party's estimate."""
    if ESTIMATE.search(context.left) or ESTIMATE.search(context.right) or ESTIMATE.search(context.heading):
        return True
    if (
        OTHERS_EARN.search(context.left)
        or OTHERS_MONEY.search(context.left)
        or subject_of(context.left) is SentenceSubject.OTHER_OPENING
    ):
        return True
    platform = ON_PLATFORM.search(context.left) or ON_PLATFORM.search(context.right)
    return platform is not None and WORKERS_EARN.search(context.left) is not None
