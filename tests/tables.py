"""Tables of cases that are one test each: as tests of their own, thousands of cases cost more than what they test."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from _pytest.mark import ParameterSet

Test = Callable[..., None]


def table(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but all cases are one test, whose failure shows each case that fails.

    A case cannot be skipped, nor chosen on the command line, and no fixture is made anew for it. Cases that are marked
    `slow` run with SLOW=1.
    """
    parameters = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = [row for row in (ParameterSet.extract_from(case, len(parameters) == 1) for case in cases) if is_run(row)]

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)
        if missing := set(parameters) - set(signature.parameters):
            raise TypeError(f"{test.__name__} has no parameter {', '.join(sorted(missing))}")

        @functools.wraps(test)
        def run(**others: Any) -> None:
            errors = []
            for row in rows:
                case = dict(zip(parameters, row.values, strict=True))
                try:
                    test(**case, **others)
                # Of any kind: the other cases are tried as well, and all errors are raised together.
                except Exception as error:
                    error.add_note(f"case: {case!r}")
                    errors.append(error)
            if errors:
                raise ExceptionGroup(f"{len(errors)} of {len(rows)} cases of {test.__name__}", errors)

        rest = [parameter for name, parameter in signature.parameters.items() if name not in parameters]
        run.__dict__["__signature__"] = signature.replace(parameters=rest)
        return run

    return decorate


def is_run(row: ParameterSet) -> bool:
    return os.environ.get("SLOW") == "1" or all(getattr(mark, "name", "") != "slow" for mark in row.marks)
