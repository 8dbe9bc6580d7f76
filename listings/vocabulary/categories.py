"""Categories of work, one for each listing: id → label for readers."""

CATEGORIES = {
    "engineering": "Software engineering",
    "infrastructure": "DevOps and infrastructure",
    "security": "Security",
    "quality": "Quality and testing",
    "data": "Data and machine learning",
    "design": "Design",
    "product": "Product",
    "projects": "Project management",
    "marketing": "Marketing",
    "writing": "Writing and content",
    "sales": "Sales",
    "support": "Customer support",
    "finance": "Finance",
    "legal": "Legal",
    "people": "People and recruiting",
    "operations": "Operations and admin",
    "education": "Education",
    "health": "Health",
    "other": "Other",
}
