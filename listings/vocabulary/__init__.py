"""The closed lists that facts, search and pages share."""
