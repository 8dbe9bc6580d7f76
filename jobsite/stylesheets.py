"""The style sheets of every page: one file each to write, one to load where files are collected."""

from __future__ import annotations

NAMES = (
    "layers tokens base layout header footer banner button search-box combobox cards filters "
    "narrow sheet orders listing evidence notice home situation form ledger keys marks saved"
)
STYLES = tuple(f"css/{name}.css" for name in NAMES.split())
PRINT = "css/print.css"
ALL = "css/site.css"
"""Made of the others when files are collected."""
