"""Prevent "محافظة أربيل", "Erbil Governorate" and "Hewlêr" from being three strangers.

A place's name is cut into a key for comparing (letters only, no article, no spaces) and the level that a generic head
such as "governorate" or "قضاء" states. What a head does not state stays open.

>>> place_key("Al-Ḩasakah") == place_key("Hasakah"), unqualified("محافظة أربيل")
(True, ('اربيل', frozenset({'admin1'})))
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.language.fold import fold

_ADMIN1, _ADMIN2, _TOWN = frozenset({"admin1"}), frozenset({"admin2"}), frozenset({"city"})
_REGION, _COUNTRY = frozenset({"region", "admin1"}), frozenset({"country"})
_NAHIYA = frozenset({"admin2", "city"})

_HEADS = {
    _ADMIN1: "governorate,province,oblast,state,wilayat,muhafazat,muhafazah,ostan,ili,il,vilayet,wilaya,"
    "prefecture,محافظه,ولايه,مقاطعه,استان,ايالت,پاريزگاي,پاريزگا,parezgeha,parezgeh,parezgay,parezga,"
    "область,область',області,emirate,اماره,voivodeship,canton,department",
    _ADMIN2: "district,county,qada,qadha,qaza,kaza,shahrestan,ilcesi,ilce,raion,rayon,قضاء,قضا,منطقه,شهرستان,قهزاي,"
    "قهزا,qezay,qeza,qezaya,navceya,navce,район,mintaqat,caza,locality,محليه,مديريه",
    _NAHIYA: "subdistrict,nahiya,nahiyah,nahia,ناحيه,ناحيهي,nahiyeya,nahiyeye",
    _TOWN: "city,town,village,municipality,مدينه,بلده,قريه,شاري,شاروچكهي,شارۆچكهي,bajare,bajar,bajaroka,sari,شهر,"
    "місто,город,misto,kenti,مركز",
    _REGION: "region,اقليم,ههريمي,هريمي,herema,heremi,منطقهء",
    _COUNTRY: "country,republic,جمهوريه,دوله,مملكه,kingdom,komara",
}  # fmt: skip
_LEVELS = {fold(head): levels for levels, heads in _HEADS.items() for head in heads.split(",")}
_COMPOUND = {"sub district": "subdistrict", "sub-district": "subdistrict"}
_LINKS = frozenset({"of", "i", "de", "du", "da", "al", "the", "e", "ye", "va"})
_ARTICLE = re.compile(r"^(?:the |(?:al|an|ar|as|ash|at|ath|ad|adh|az|el|er|es|ed|en|ez)[ -](?=\w{3}))")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{3})")
_GENERIC = (
    "north,south,east,west,central,northern,southern,eastern,western,centre,center,capital,new,old,upper,lower,"
    "الشمالية,الجنوبية,الشرقية,الغربية,الوسطى,المركز,العاصمة,الشمال,الجنوب,المركزي,الامانة"
)
MAX_LENGTH = 200


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """Return the letters of `name` by which places are compared: folded, no article, no spaces or signs.

    Args:
        name: a place's name in any script.

    Returns:
        The key, or an empty string when the name holds no letter.

    >>> place_key("Deir ez-Zor") == place_key("Deir Ezzor"), place_key("الأنبار") == place_key("انبار")
    (True, True)
    """
    text = fold(name)
    text = text.replace("'", "").replace('"', "")
    text = _ARTICLE.sub("", text)
    return _NOT_LETTERS.sub("", _ARABIC_ARTICLE.sub("", text))


def unqualified(name: str) -> tuple[str, frozenset[str]] | None:
    """Return the key of `name` without its generic head, and the kinds that the head allows.

    Args:
        name: a place's name, such as "Erbil Governorate" or "قضاء خانقين".

    Returns:
        The key and the kinds, or None when the name has no generic head or nothing beside it.

    >>> unqualified("the city of Erbil")
    ('erbil', frozenset({'city'}))
    >>> unqualified("Erbil")
    """
    words = _words(name)
    if len(words) < 2:
        return None
    if words[0] in _LEVELS:
        rest, levels = words[1:], _LEVELS[words[0]]
    elif words[-1] in _LEVELS:
        rest, levels = words[:-1], _LEVELS[words[-1]]
    else:
        return None
    while len(rest) > 1 and rest[0] in _LINKS:
        rest = rest[1:]
    key = place_key(" ".join(rest))
    return (key, levels) if key else None


def is_generic(key: str) -> bool:
    """Return whether `key` alone names no place: a direction or "capital".

    >>> is_generic("northern"), is_generic("erbil")
    (True, False)
    """
    return key in _GENERIC_KEYS


def _words(name: str) -> list[str]:
    text = _NOT_LETTERS.sub(" ", fold(name).replace("'", ""))
    for compound, one in _COMPOUND.items():
        text = text.replace(compound, one)
    words = text.split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return words


_GENERIC_KEYS = frozenset(place_key(word) for word in _GENERIC.split(","))
