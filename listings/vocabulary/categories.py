"""The kinds of work: exactly one for a listing, and its name for readers."""

from __future__ import annotations

CATEGORIES: dict[str, str] = {
    "engineering": "Engineering",
    "infrastructure": "Infrastructure and DevOps",
    "security": "Security",
    "quality": "Quality and testing",
    "data": "Data and machine learning",
    "design": "Design",
    "product": "Product",
    "projects": "Project management",
    "marketing": "Marketing",
    "writing": "Writing and translation",
    "sales": "Sales",
    "support": "Customer support",
    "finance": "Finance",
    "legal": "Legal",
    "people": "People and recruiting",
    "operations": "Operations",
    "education": "Education",
    "health": "Health",
    "other": "Other",
}
