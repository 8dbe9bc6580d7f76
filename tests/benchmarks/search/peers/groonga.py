"""Groonga, by its own program (Debian: groonga-bin): commands in, a line of JSON for each out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from typing import Any, Self

from tests.benchmarks.search.peers.engine import Engine
from tests.benchmarks.search.peers.questions import MANY_VALUES, NOT_STATED, ONE_VALUE, Question, Row

TEXTS = ("title", "company_name", "text")
GROUPS = (*ONE_VALUE, *MANY_VALUES)
NUMBERS = ("posted", "pay")
WEIGHTS = "title * 5 || company_name * 2 || text"


class Groonga(Engine):
    name = "groonga"

    @classmethod
    def is_installed(cls) -> bool:
        return shutil.which("groonga") is not None

    def command(self, folder: str) -> list[str]:
        return ["groonga", "-n", f"{folder}/db"]

    def __enter__(self) -> Self:
        super().__enter__()
        for command in _schema():
            self._done(command)
        return self

    def add(self, rows: Sequence[Row]) -> None:
        self._done(f"load --table Jobs\n{json.dumps([_record(row) for row in rows])}")

    def ready(self) -> None:
        self._done("io_flush")

    def total(self, question: Question) -> int:
        result = self._done(select(question))
        # With groups, the records come in a list of their own beside them.
        return int(result[0][0][0])

    def _done(self, command: str) -> Any:
        (status, *_), result = json.loads(self.answer(command))
        if status != 0:
            raise ValueError(f"Groonga refused {command[:200]!r}: {result}")
        return result


def select(question: Question) -> str:
    order = {"best": "-_score,-_id", "new": "-posted", "salary": "-pay,-_id"}[question["order"]]
    parts = [
        "select Jobs --cache no --output_columns _id,_score --match_escalation_threshold -1",
        f"--sort_keys {order if question['words'] or question['order'] != 'best' else '-posted'}",
        f"--limit {question['limit']} --offset {question['offset']}",
        *(
            f"--drilldowns[{name}].keys {name} --drilldowns[{name}].limit -1"
            f" --drilldowns[{name}].output_columns _key,_nsubrecs"
            for name in GROUPS
        ),
    ]
    if question["words"]:
        parts.append(f"--match_columns {_quoted(WEIGHTS)} --query {_quoted(question['words'])}")
    conditions = [_any_of(name, values) for name, values in question["filters"].items()]
    least = {"posted": question["posted"], "pay": question["pay"]}
    conditions += [f"{name} >= {number}" for name, number in least.items() if number]
    if conditions:
        parts.append(f"--filter {_quoted(' && '.join(conditions))}")
    return " ".join(parts)


def _any_of(name: str, values: Sequence[str]) -> str:
    sign = "@" if name in MANY_VALUES else "=="
    return "(" + " || ".join(f"{name} {sign} {json.dumps(value)}" for value in values) + ")"


def _schema() -> Iterator[str]:
    yield "table_create Jobs TABLE_NO_KEY"
    for name in TEXTS:
        yield f"column_create Jobs {name} COLUMN_SCALAR Text"
    for name in GROUPS:
        kind = "COLUMN_VECTOR" if name in MANY_VALUES else "COLUMN_SCALAR"
        yield f"table_create Values_{name} TABLE_HASH_KEY ShortText"
        yield f"column_create Jobs {name} {kind} Values_{name}"
        yield f"column_create Values_{name} jobs COLUMN_INDEX Jobs {name}"
    for name in NUMBERS:
        yield f"column_create Jobs {name} COLUMN_SCALAR Float"
        yield f"table_create Values_{name} TABLE_PAT_KEY Float"
        yield f"column_create Values_{name} jobs COLUMN_INDEX Jobs {name}"
    yield "table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto"
    yield f"column_create Words jobs COLUMN_INDEX|WITH_POSITION|WITH_SECTION Jobs {','.join(TEXTS)}"


def _record(row: Row) -> Row:
    record = {name: row[name] for name in TEXTS}
    record |= {name: row[name] or NOT_STATED for name in ONE_VALUE}
    record |= {name: row[name] or ([NOT_STATED] if name == "country" else []) for name in MANY_VALUES}
    return {**record, "posted": row["posted"], "pay": row["pay"] or 0.0}


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
