"""Prevent English number words from being spread over the readers: they all stand here.

>>> ENGLISH.cardinals["tens"][40]
'forty fourty'
"""

# ruff: noqa: E501  (tables of words read better in long lines)

from __future__ import annotations

from reconcile.language.numbers.words.vocabulary import Vocabulary

ENGLISH = Vocabulary(
    language="en",
    cardinals={
        "unit": {
            0: "zero nil", 1: "one single", 2: "two", 3: "three", 4: "four", 5: "five",
            6: "six", 7: "seven", 8: "eight", 9: "nine",
        },
        "ten": {10: "ten"},
        "teen": {
            11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
            17: "seventeen", 18: "eighteen", 19: "nineteen",
        },
        "tens": {
            20: "twenty", 30: "thirty", 40: "forty fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
            90: "ninety ninty",
        },
        "hundred": {100: "hundred"},
        "scale": {
            10**3: "thousand", 10**6: "million mln mn", 10**9: "billion bn bln", 10**12: "trillion trn tn",
        },
        "plural": {10**3: "thousands", 10**6: "millions", 10**9: "billions", 10**12: "trillions"},
        "multiple": {12: "dozen", 20: "score"},
        "fraction": {0.5: "half", 0.25: "quarter", 0.75: ""},
        "both": {2: "both couple pair"},
    },
    open={(20, 99): "tens", (24, 99): "dozens", (40, 99): "scores", (200, 999): "hundreds"},
    vague={(2, None): "few", (3, None): "several"},
    phrases={
        "more": "more than|over|above|in excess of|exceeding|greater than|well over|surpassing|beyond|larger than|north of",
        "fewer": "fewer than|less than|under|below|smaller than|lower than|short of|well under",
        "at-least": (
            "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum|"
            "at the least|or more|and more|and above|and over|or over|upwards of|upward of|at minimum|"
            "at a minimum|as few as|or above"
        ),
        "at-most": (
            "at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum of|maximum|"
            "not exceeding|at the most|or fewer|or less|or under|not over|at maximum|at a maximum|or below"
        ),
        "about": (
            "about|around|approximately|approx|approx .|roughly|some|nearly|almost|circa|ca|ca .|c .|close to|"
            "in the region of|in the order of|on the order of|or so|more or less|an estimated|estimated|"
            "estimated at|near|nigh on|approaching|up to about|or thereabouts|give or take|virtually|practically|maybe|perhaps|possibly"
        ),
        "just-more": "just over|slightly more than|a little over|a little more than|slightly over|slightly above|little more than",
        "just-fewer": "just under|slightly fewer than|slightly less than|a little under|a little less than|slightly under",
        "skip": (
            "only|just|exactly|precisely|a total of|total of|in total|a combined|altogether|the|these|those|all|"
            "his|her|their|its|our|my|all the|all of the|a full|a whole|a record|the number of|totalling|totaling"
        ),
        "only-behind": "only|in total|altogether|exactly|in all|overall",
        "between": "between|anywhere between|somewhere between",
        "from": "from|anywhere from",
        "to": "to|through|till|until",
        "or": "or",
        "and": "and",
        "of": "of|of a|of the|of an",
        "point": "point",
        "none": (
            "no|without|without any|not any|not a single|not one|there were no|there are no|there was no|"
            "there is no|there have been no|there had been no|not a"
        ),
        "nobody": "none|nobody|no one",
        "another": "another|a further|further|an additional|additional|an extra|extra|an added",
        "others": "others|other|more|additional|further|extra|besides|in addition",
        "best": (
            "most likely|most probably|likeliest|likely|probably|best estimate|best estimate of|best estimate :|"
            "best estimate is|the best estimate is|best guess|best guess of|with a best estimate of|"
            "central estimate|central estimate of|best :|best"
        ),
        "article": "a|an",
        "refuse": "one of|one in|number of|half of|a half|half",
    },
)  # fmt: skip
