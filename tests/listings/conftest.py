from __future__ import annotations

from collections.abc import Iterator

import pytest

from listings import context


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    context.forget()
    yield
    context.forget()
