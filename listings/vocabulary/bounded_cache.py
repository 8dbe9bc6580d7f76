"""A cache whose keys come from outside: what it keeps is bounded in bytes, not just in entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

# Still kept: whoever reads an endless sentence asks about it again and again.
LONG_KEYS = 8


def bounded_cache(
    maxsize: int, longest: int = 150
) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Result]]:
    """Like lru_cache, for functions of texts and tuples. Of arguments longer than `longest` together only some stay."""

    def decorate(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        short, long = lru_cache(maxsize)(function), lru_cache(LONG_KEYS)(function)

        @wraps(function)
        def cached(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            # A ParamSpec cannot say that arguments have a length, nor that they have a hash.
            kept = short if sum(map(len, args)) <= longest else long  # type: ignore[arg-type]
            return kept(*args, **kwargs)  # type: ignore[arg-type]

        return cached

    return decorate
