"""Words that say what part somebody plays, not in which trade: a developer, a manager, a coordinator.

In a search they do not decide by themselves: whoever looks for a PHP developer takes a PHP engineer too, but no PHP
trainer.
"""

from __future__ import annotations

from collections.abc import Mapping

# Who does the same in a trade, whatever their part: a search for one of them asks for no part at all.
GENERIC_ROLES = frozenset(["expert", "professional", "specialist"])
LEARNERS = frozenset(["intern", "internship", "trainee", "apprentice", "student"])
# Words for one role, each of which stands for the others of its line.
_SAME = """
developer engineer programmer dev developpeur developpeuse desarrollador desarrolladora desenvolvedor
  desenvolvedora entwickler entwicklerin programador programmierer programmeur sviluppatore ontwikkelaar programista
  ingenieur ingenieurin ingeniero ingeniera engenheiro engenheira ingegnere inzynier
manager mgr
director vp chief
lead leader
analyst
architect
scientist
assistant aide
associate
administrator admin
representative rep agent
consultant advisor adviser
coordinator
supervisor
officer
executive
technician
operator clerk
trainer instructor coach
owner
partner
strategist
planner
"""
# Typed word → roles that a title may name instead; not the other way round.
_BROADER = {
    "manager": "head",
    "mgr": "head",
    # Of software, if somebody looks for one; in titles, most are medical.
    "coder": "developer engineer programmer dev",
    "vp": "head",
    "chief": "head",
    "head": "head director vp chief",
    "representative": "specialist associate advisor adviser",
    "rep": "specialist associate advisor adviser",
    "agent": "specialist associate advisor adviser",
}
# Who leads others: a title that names no role is not theirs.
LEADERS = frozenset(["chief", "director", "head", "lead", "leader", "manager", "mgr", "officer", "supervisor", "vp"])


def _accepted_words() -> Mapping[str, frozenset[str]]:
    accepted: dict[str, set[str]] = {}
    for line in _SAME.replace("\n  ", " ").split("\n"):
        for word in line.split():
            accepted.setdefault(word, set()).update(line.split())
    for word, words in _BROADER.items():
        accepted.setdefault(word, {word}).update(words.split())
    return {word: frozenset(words) for word, words in accepted.items()}


# Word → the words that a title may have instead of it, itself included. In lower case without accents, singular.
ROLE_WORDS: Mapping[str, frozenset[str]] = _accepted_words()
TITLE_ROLES = ROLE_WORDS.keys() | GENERIC_ROLES | LEARNERS
