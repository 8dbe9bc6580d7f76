"""Static files looked up once a process: each test's client would otherwise read the headers of some 280 files."""

from __future__ import annotations

from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware


def share_static_files() -> None:
    look_up = WhiteNoiseMiddleware.add_files_from_finders
    shared: dict[str, Any] = {}

    def add_files(middleware: Any) -> None:
        if not shared:
            look_up(middleware)
            shared.update(middleware.files)
        middleware.files.update(shared)

    WhiteNoiseMiddleware.add_files_from_finders = add_files
