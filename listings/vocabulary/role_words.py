"""Words that say what part somebody plays, not in which trade: a developer, a manager, a coordinator.

In a search they do not decide by themselves: whoever looks for a PHP developer takes a PHP engineer too, but no PHP
trainer.
"""

from __future__ import annotations

from collections.abc import Mapping

# Who does the same in a trade, whatever their part: a search for one of them asks for no part at all.
GENERIC_ROLES = frozenset(["expert", "professional", "specialist"])
LEARNERS = frozenset(["intern", "internship", "trainee", "apprentice", "student"])
# Each is accepted for every other of its line.
_GROUPS = """
developer engineer programmer coder dev developpeur developpeuse desarrollador desarrolladora desenvolvedor
  desenvolvedora entwickler entwicklerin programador programmierer programmeur sviluppatore ontwikkelaar programista
manager mgr head
director head vp chief
lead leader head principal
analyst
architect
scientist
assistant aide
associate
administrator admin
representative rep agent advisor adviser associate specialist
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


def _accepted_words() -> Mapping[str, frozenset[str]]:
    accepted: dict[str, set[str]] = {}
    for line in _GROUPS.replace("\n  ", " ").split("\n"):
        for word in line.split():
            accepted.setdefault(word, set()).update(line.split())
    return {word: frozenset(words) for word, words in accepted.items() if word not in GENERIC_ROLES}


# Word → the words that a title may have instead of it, itself included. In lower case without accents, singular.
ROLE_WORDS: Mapping[str, frozenset[str]] = _accepted_words()
TITLE_ROLES = ROLE_WORDS.keys() | GENERIC_ROLES | LEARNERS
