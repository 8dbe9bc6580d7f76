"""Closed lists shared by facts, search and pages: countries, regions, skills, currencies and the like."""
