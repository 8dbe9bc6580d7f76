"""Run by the system's Python, which has Xapian: a line of JSON in, a line of JSON out.

{"add": rows} and {"ready": true} build the database in the folder that the argument names, {"ask": question} answers
how many match, once their first page is ranked and all groups are counted.
"""

import collections
import json
import sys
from typing import Any

import xapian

Row = dict[str, Any]

TITLE_WEIGHT, COMPANY_WEIGHT = 5, 2
GROUPS = {"category": 1, "workplace": 1, "language": 1, "company": 1, "employment": 2, "seniority": 3, "skill": 20,
          "country": 8}  # fmt: skip
"""Each → how many values a listing may have; each of them has a slot, since Xapian counts the values of slots."""
POSTED, PAY, FIRST_SLOT = 0, 1, 2
TIMES_SEEN = 2**31 - 1


def slots() -> dict[str, range]:
    first = FIRST_SLOT
    places: dict[str, range] = {}
    for name, count in GROUPS.items():
        places[name] = range(first, first + count)
        first += count
    return places


SLOTS = slots()


def term(group: str, value: str) -> str:
    return f"X{group.upper()}:{value}"


def values_of(row: Row, group: str) -> list[str]:
    values = row[group] if isinstance(row[group], list) else [row[group]]
    return [value or "none" for value in values] or (["none"] if group == "country" else [])


def document(row: Row, generator: Any) -> Any:
    made = xapian.Document()
    generator.set_document(made)
    generator.index_text(row["title"], TITLE_WEIGHT)
    generator.increase_termpos()
    generator.index_text(row["company_name"], COMPANY_WEIGHT)
    generator.increase_termpos()
    generator.index_text(row["text"])
    for group, places in SLOTS.items():
        for slot, value in zip(places, values_of(row, group), strict=False):
            made.add_boolean_term(term(group, value))
            made.add_value(slot, value)
    made.add_value(POSTED, xapian.sortable_serialise(row["posted"]))
    made.add_value(PAY, xapian.sortable_serialise(row["pay"] or 0))
    return made


def total(database: Any, parser: Any, question: dict[str, Any]) -> int:
    parts = []
    for group, values in question["filters"].items():
        parts.append(xapian.Query(xapian.Query.OP_OR, [xapian.Query(term(group, value)) for value in values]))
    for slot, least in ((POSTED, question["posted"]), (PAY, question["pay"])):
        if least:
            parts.append(xapian.Query(xapian.Query.OP_VALUE_GE, slot, xapian.sortable_serialise(least)))
    query = parser.parse_query(question["words"]) if question["words"] else xapian.Query.MatchAll
    if parts:
        query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(xapian.Query.OP_AND, parts))
    enquire = xapian.Enquire(database)
    enquire.set_query(query)
    if question["order"] != "best" or not question["words"]:
        enquire.set_sort_by_value(PAY if question["order"] == "salary" else POSTED, True)
    spies = [(group, xapian.ValueCountMatchSpy(slot)) for group, places in SLOTS.items() for slot in places]
    for _, spy in spies:
        enquire.add_matchspy(spy)
    matches = enquire.get_mset(question["offset"], question["limit"], TIMES_SEEN)
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for group, spy in spies:
        for value in spy.values():
            counts[group][value.term] += value.termfreq
    return int(matches.get_matches_estimated())


def main() -> None:
    database = xapian.WritableDatabase(sys.argv[1], xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_AND)
    for line in sys.stdin:
        said = json.loads(line)
        answer: object = True
        if "add" in said:
            for row in said["add"]:
                database.add_document(document(row, generator))
        elif "ask" in said:
            answer = total(database, parser, said["ask"])
        else:
            database.commit()
            database.close()
            database = xapian.Database(sys.argv[1])
            parser.set_database(database)
        print(json.dumps(answer), flush=True)


main()
