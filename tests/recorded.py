"""The recorded payloads beside the checkout, each with the board that reads it."""

from __future__ import annotations

from pathlib import Path

from listings.boards import BOARDS

SHARED = Path(__file__).parents[2] / "shared"
PAYLOADS, MORE = SHARED / "payloads", SHARED / "payloads-more"
BOARD_OF_FOLDER = {"jsonld": "jobposting"}
MIXED = {"ats", "trimmed_real"}
SHORT = {"wwr": "weworkremotely"}


def recorded() -> list[tuple[str, Path]]:
    """(board's name, file); [] where there are none."""
    return [(name, path) for path in sorted(PAYLOADS.glob("*/*")) if (name := board_of(path))]


def recorded_more() -> list[Path]:
    """Files in a folder for each system or board, also of those that none of ours reads; [] where there are none."""
    return sorted(MORE.glob("*/*"))


def board_of(path: Path) -> str:
    """By the folder's name; in mixed folders by a word of the file's name, and any other feed is just a feed."""
    folder = path.parent.name
    if folder not in MIXED:
        name = BOARD_OF_FOLDER.get(folder, folder)
        return name if name in BOARDS else ""
    words = [SHORT.get(word, word) for word in path.stem.split("_")]
    named = next((word for word in words if word in BOARDS), "")
    return named or ("feed" if path.suffix == ".rss" and "feed" in BOARDS else "")
