"""Boards' names for categories and employers' names for departments, in lower case → our category.

Other names are read as topics of titles. Names that cover several of our categories ("sales and marketing") are left
out: they state none of them. An empty category: the name is known to say nothing.
"""

from __future__ import annotations

_NAMES = {
    "engineering": "software development|software-dev|software engineering|programming|engineering & technology"
    "|full-stack programming|back-end programming|front-end programming|full stack programming|back end programming"
    "|front end programming|developer|engineer|web development|mobile development|development|engineering|blockchain"
    "|research & development|research and development|r&d|product engineering|technology|tech|engineering team"
    "|software|entwicklung|softwareentwicklung|it & software development|software development & it",
    "infrastructure": "devops|devops / sysadmin|devops and sysadmin|information technology|system administration|it"
    "|network|devops & infrastructure|it operations|infrastructure|cloud|it services|corporate it|business technology",
    "security": "security|cybersecurity|information security",
    "quality": "qa|quality assurance|testing|quality|qa & testing",
    "data": "data|data and analytics|data analysis|data science|data entry and analysis|business intelligence"
    "|machine learning|data science & analytics|analytics|ai & machine learning|ai / ml|ai research & engineering"
    "|ai research|research & data science|data & analytics|data & ai",
    "design": "design|graphic design|ux|design and creative|creative & design|ui/ux|design & creative|creative"
    "|product design|design & ux",
    "product": "product|product management|product team",
    "projects": "project management|program management|project & program management|project and program management"
    "|delivery|agile|pmo|professional services delivery",
    "marketing": "marketing|communications|seo|social media|social media marketing|digital marketing|growth"
    "|public relations|advertising & pr|marketing & communications|marketing and communications|marketing & growth"
    "|advertising|brand|events",
    "writing": "writing|copywriting|editing|translation|content|writing & editing|writing and editing"
    "|content & editorial|content creator|content writing|editorial|localization|journalism",
    "sales": "sales|sales / business|business development|account management|sales/gtm|gtm|go to market|go-to-market"
    "|business development, sales|account executives|sales & business development|sales and business development"
    "|partnerships|revenue|commercial|vertrieb|fundraising|development and fundraising|presales|solutions consulting",
    "support": "customer service|customer support|customer success|technical support|support|customer experience|cx"
    "|client services|customer care|customer success & support|customer operations|kundenservice",
    "finance": "finance|accounting|accounting & finance|finance & accounting|finance and accounting"
    "|accounting / finance|bookkeeping|auditing|tax|insurance|banking|finance & legal operations|finanzen|buchhaltung",
    "legal": "legal|law|legal & compliance|compliance|legal and compliance|regulatory|risk & compliance|recht",
    "people": "hr|hr & recruiting|people|talent|human resources|human resources & recruiting|recruiting|recruitment"
    "|people & culture|people and culture|people operations|people team|talent acquisition|personal|people & talent",
    "operations": "administration|administrative|operations|virtual assistant|data entry|business operations|office"
    "|supply chain|procurement|logistics|supply chain & logistics|operations & admin|admin|facilities|verwaltung",
    "education": "education|teaching|tutoring|training|education & training|learning & development programs|academics",
    "health": "medical|healthcare & medical|clinical operations|medical & health|clinical|health|healthcare|nursing"
    "|mental health|healthcare services",
    "": "all other remote|all others|other|others|general|g&a|general & administrative|various|miscellaneous|remote"
    "|services|services team|management|leadership|executive|corporate|consulting|analyst|freelance|business"
    "|headquarters|full-time|professional services|artificial intelligence|ai|manufacturing",
}
CATEGORY_BY_NAME = {name: category for category, names in _NAMES.items() for name in names.split("|")}
