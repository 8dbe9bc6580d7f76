"""Boards' names for categories, in lower case → our category.

Names that cover several of our categories ("sales and marketing") are left out: they state none of them.
"""

from __future__ import annotations

_NAMES = {
    "engineering": "software development|software-dev|software engineering|programming"
    "|full-stack programming|back-end programming|front-end programming|full stack programming|back end programming"
    "|front end programming|developer|engineer|web development|mobile development|development|engineering|blockchain",
    "infrastructure": "devops|devops / sysadmin|devops and sysadmin|information technology|system administration"
    "|it|network|devops & infrastructure",
    "security": "security|cybersecurity|information security",
    "quality": "qa|quality assurance|testing",
    "data": "data|data and analytics|data analysis|data science|data entry and analysis|business intelligence"
    "|machine learning|data science & analytics|analytics|ai & machine learning|ai / ml",
    "design": "design|graphic design|ux|design and creative|creative & design|ui/ux|design & creative",
    "product": "product|product management",
    "projects": "project management|program management",
    "marketing": "marketing|communications|seo|social media|social media marketing|digital marketing|growth"
    "|public relations|advertising & pr",
    "writing": "writing|copywriting|editing|translation|content"
    "|content & editorial|content creator|content writing|editorial",
    "sales": "sales|sales / business|business development|account management"
    "|business development, sales|account executives",
    "support": "customer service|customer support|customer success|technical support",
    "finance": "finance|accounting|accounting & finance|finance & accounting"
    "|accounting / finance|bookkeeping|auditing|tax|insurance",
    "legal": "legal|law|legal & compliance|compliance",
    "people": "hr|hr & recruiting|people|talent|human resources|human resources & recruiting|recruiting|recruitment",
    "operations": "administration|administrative|operations|virtual assistant|data entry",
    "education": "education|teaching|tutoring|training|education & training",
    "health": "medical|healthcare & medical|clinical operations|medical & health"
    "|health|healthcare|nursing|mental health",
}
CATEGORY_BY_NAME = {name: category for category, names in _NAMES.items() for name in names.split("|")}
