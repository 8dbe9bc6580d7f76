"""The style sheets of every page: separate files in development, joined into one when static files are collected."""

from __future__ import annotations

# In the order of loading. Within a cascade layer the later rule wins.
NAMES = (
    "layers tokens base layout header footer banner button search-box combobox cards filters "
    "filter-form sheet orders listing evidence notice home situation form history keys marks saved"
)
STYLES = tuple(f"css/{name}.css" for name in NAMES.split())
PRINT = "css/print.css"
ALL = "css/site.css"
