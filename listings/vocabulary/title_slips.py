"""Slips of the pen in titles: the words that hurried people type, and the words that they mean."""

from __future__ import annotations

import re

from listings.vocabulary.bounded_cache import bounded_cache

_SLIPS = {
    "engineer": "enginer engeneer engneer enginner enigneer engineeer enginieer engeener engieer enginear engineerr",
    "engineers": "enginers engeneers enginners",
    "engineering": "enginering engineeering engeneering enginnering",
    "developer": "devloper develper developper devoloper develeoper develoepr deveolper developr",
    "developers": "devlopers developpers develpers",
    "development": "developement devlopment developmnet",
    "software": "sofware sotfware softwear softare sofwtare softwre softwae",
    "backend": "bakcend backedn backned",
    "frontend": "fronted forntend frontned",
    "manager": "manger mananger maneger manaager mangaer managr mananager manageer",
    "management": "managment mangement manegement",
    "analyst": "anaylst analsyt anlayst analyist anaylist",
    "specialist": "specialst specalist speciallist speicalist specilist specialit",
    "coordinator": "cordinator coodinator coordintor coordinater cooridnator coordiantor",
    "representative": "representitive representive reprsentative represenative respresentative representaive",
    "assistant": "asistant assitant assisstant assisant assistan asssistant",
    "accountant": "acountant accoutant accountent accontant",
    "accounting": "acounting accouting",
    "administrator": "adminstrator administator administrater admistrator",
    "designer": "desinger deisgner desginer designr",
    "consultant": "consulant consultent consultan",
    "marketing": "marketting markeing maketing marketng",
    "recruiter": "recuiter recruter recriuter recruitor",
    "technician": "technican techician techncian",
    "receptionist": "recepcionist receptionnist reciptionist",
    "executive": "executve exectuive excutive execuive",
    "customer": "cutomer costumer custmer",
    "success": "sucess succes",
    "support": "suport supprot",
    "associate": "asociate assocaite assoicate",
    "architect": "architech archtect arhitect",
    "scientist": "scienist scientis",
    "translator": "translater transaltor",
    "writer": "wirter",
    "bookkeeper": "bookeeper bookkeper bookepper",
    "secretary": "secratary secretery",
    "director": "directer direcotr",
    "strategist": "stategist strategest",
    "attorney": "attorny atorney",
    "therapist": "theripist therpist",
    "ecommerce": "ecomerce",
    "business": "buisness bussiness busines",
}
_MEANT = {slip: word for word, slips in _SLIPS.items() for slip in slips.split()}
# No word has a letter three times in a row; "iii" and "www" are none of these.
_TRIPLE = re.compile(r"([a-hj-vx-z])\1\1+")


@bounded_cache(4096, longest=40)
def correct(word: str) -> str:
    """The word meant by a word of a title in lower case; the word itself where it is no known slip."""
    if word in _MEANT:
        return _MEANT[word]
    doubled = _TRIPLE.sub(r"\1\1", word)
    return _MEANT.get(doubled, doubled)
