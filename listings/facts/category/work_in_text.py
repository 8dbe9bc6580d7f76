"""The kind of work that the words of a text show: software, machines, guarding, markets, selling."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder

# Characters of a text that are searched.
OPENING = 3000
SOFTWARE = (
    "python", "javascript", "typescript", "kubernetes", "backend", "back-end", "frontend", "front-end",
    "full-stack", "codebase", "software engineer", "software development", "developers", "github", "rest api",
    "apis", "microservices", "docker", "golang", "java", "postgres", "react", "rails", "node.js", "django", "c++",
    "c#", ".net", "php", "kotlin", "aws", "ci/cd", "unit tests", "code review", "linux", "web application",
    "distributed systems", "web3", "llm", "llms", "rust", "terraform", "devops",
    "softwareentwicklung", "softwarearchitektur", "développement logiciel", "desarrollo de software",
    "arquitectura de software", "ingeniería de software", "microservicios", "desenvolvimento de software",
    "arquitetura de software", "engenharia de software", "microsserviços", "sviluppo software",
)  # fmt: skip
SOFTWARE_FINDER = build_finder(SOFTWARE, LEFTMOST_LONGEST)
# Things that engineers of machines and buildings make and use.
MACHINES = (
    "mechanical engineering", "electrical engineering", "vehicle", "vehicles", "aircraft", "aerospace", "automotive",
    "plumbing", "civil engineering", "structural engineering",
    "mechanical", "mechatronics", "manufacturing", "machinery", "solidworks", "autocad", "catia", "hvac", "piping",
    "pumps", "valves", "turbines", "fahrzeug", "fahrzeuge", "fahrzeugtechnik", "schienenfahrzeuge", "maschinenbau",
    "mechatronik", "elektrotechnik", "anlagenbau", "luftfahrt", "konstruktion", "fertigung", "antriebstechnik",
    "génie mécanique", "mécanique", "véhicules", "ingeniería mecánica", "engenharia mecânica", "werktuigbouwkunde",
)  # fmt: skip
MACHINES_FINDER = build_finder(MACHINES, LEFTMOST_LONGEST)
# Different words of a trade that make a text one about it.
ENOUGH = 2
GUARDING = (
    "guards", "security guard", "guarding", "guard force", "protective services", "physical security", "cctv",
    "executive protection", "patrol", "patrols", "patrolling", "loss prevention", "security officers",
    "video surveillance", "surveillance cameras", "corporate security", "crime", "trespass", "alarms", "visitors",
)  # fmt: skip
GUARDING_FINDER = build_finder(GUARDING, LEFTMOST_LONGEST)
CYBER = re.compile(
    r"\b(?:cyber|infosec|software|vulnerabilit|siem\b|encrypt|malware|intrusion detection|penetration test|firewall"
    r"|(?:information|application|network|cloud|data|computer|it)[ -]security|information assurance|nist\b|classified)"
)
MARKETS = (
    "equity research", "equities", "valuation", "valuations", "financial model", "financial models", "earnings",
    "financial modeling", "financial modelling", "investment ideas", "investment recommendations", "buy-side",
    "sell-side", "buy side", "sell side", "portfolio manager", "portfolio managers", "hedge fund", "stocks", "bonds",
    "capital markets", "cfa", "investment decisions", "fixed income",
)  # fmt: skip
MARKETS_FINDER = build_finder(MARKETS, LEFTMOST_LONGEST)
ENOUGH_MARKETS = 3
SELLING = re.compile(
    r"\b(?:sales(?! engineers)|pre-?sales|sell|selling|upsell|prospects?|prospective|demos?|demonstrations?|deals?"
    r"|rfps?|quotas?|proofs?[- ]of[- ]concept|business opportunit\w+|objections?|revenue|commissions?|proposals?|ote"
    r"|on[- ]target earnings|account executives?)\b"
)
# Texts that say enough of the work for silence about selling to mean that there is none.
MIN_DESCRIPTION = 450
CUSTOMERS = re.compile(r"\b(?:customers?|clients?|partners?|partnerships?|publishers?|advertisers?)\b")


def is_about_software(lower: str) -> bool:
    """Whether the opening of a text in lower case names at least two things of software makers."""
    return _has_enough(SOFTWARE_FINDER, lower[:OPENING])


def is_about_machines(lower: str) -> bool:
    """Whether the opening of a text in lower case names machines, and no software."""
    return _has_enough(MACHINES_FINDER, lower[:OPENING]) and not is_about_software(lower)


def is_about_guarding(lower: str) -> bool:
    """Whether the opening of a text in lower case is about the safety of people and buildings, not of computers."""
    return _has_enough(GUARDING_FINDER, lower[:OPENING]) and CYBER.search(lower, 0, OPENING) is None


def is_about_markets(lower: str) -> bool:
    """Whether the opening of a text in lower case is about stocks and the like as investments."""
    return _has_enough(MARKETS_FINDER, lower[:OPENING], ENOUGH_MARKETS)


def category_without_selling(lower: str) -> str | None:
    """What people of solutions do of whom a text in lower case says nothing of sales; None if it sells or is short."""
    if len(lower) < MIN_DESCRIPTION or SELLING.search(lower):
        return None
    if CUSTOMERS.search(lower, 0, OPENING):
        return "support"
    return "engineering" if is_about_software(lower) else None


def _has_enough(finder: AhoCorasick, opening: str, enough: int = ENOUGH) -> bool:
    indexes = set()
    for index, start, end in finder.find_matches_as_indexes(opening):
        if not opening[start - 1 : start].isalnum() and not opening[end : end + 1].isalnum():
            indexes.add(index)
            if len(indexes) >= enough:
                return True
    return False
