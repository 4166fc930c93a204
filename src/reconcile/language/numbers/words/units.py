"""Prevent "5 km" and "5 kilometres" from being quantities of two units: every spelling leads to one code.

>>> UNITS["km"].split("|")[0]
'km'
"""

# ruff: noqa: E501  (tables of words read better in long lines)

from __future__ import annotations

# Code of the unit → its words and symbols, parted by "|"; a phrase of several words is allowed.
UNITS = {
    "percent": "لە سەدا|لەسەدا|لە سەد|لەسەد|percent|per cent|pct|%|بالمئة|بالمائة|في المئة|في المائة|بالمية|ji sedî",
    "km": "km|kms|kilometre|kilometres|kilometer|kilometers|كم|كيلومتر|كيلومترا|كيلومترات|كيلومترين|کیلۆمەتر|کم|kîlometre|kîlometr",
    "m": "metre|metres|meter|meters|متر|مترا|أمتار|مترين|مەتر|metro",
    "cm": "cm|centimetre|centimetres|centimeter|centimeters|سنتيمتر|سم|سانتیمەتر",
    "mm": "mm|millimetre|millimetres|millimeter|millimeters|مليمتر|ملم",
    "mi": "mi|mile|miles|ميل|ميلا|أميال|ميلين",
    "ft": "ft|foot|feet",
    "km2": "km2|km²|square kilometres|square kilometers|square km|sq km|كيلومتر مربع|كم مربع|كيلومترا مربعا|كم2",
    "m2": "m2|m²|square metres|square meters|متر مربع|مترا مربعا",
    "ha": "ha|hectare|hectares|هكتار|هكتارا|هكتارات|هێکتار",
    "dunam": "dunam|dunams|donum|donums|دونم|دونما|دونمات|دۆنم|donim",
    "acre": "acre|acres",
    "kg": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|كغم|كلغ|كغ|كيلوغرام|كيلوغراما|كيلوغرامات|كيلوجرام|كيلو|کیلۆگرام|کیلۆ|kîlo|kîlogram",
    "g": "gram|grams|gramme|grammes|غرام|غراما|غرامات|جرام|گرام",
    "t": "tonne|tonnes|ton|tons|metric tons|metric tonnes|طن|طنا|أطنان|طنين|تۆن|ton",
    "l": "litre|litres|liter|liters|لتر|لترا|لترات|لیتر|lître",
    "bbl": "barrel|barrels|bbl|برميل|برميلا|براميل|برميلين|بەرمیل|bermîl",
    "bbl/d": "barrels per day|barrels a day|bpd|برميل يوميا|برميلا يوميا|برميل في اليوم",
    "MW": "mw|megawatt|megawatts|ميغاواط|ميغاوات|ميجاوات|مێگاوات",
    "kW": "kw|kilowatt|kilowatts|كيلوواط|كيلووات",
    "degC": "°c|degrees celsius|درجة مئوية|درجات مئوية",
    "USD": "usd|us$|$|dollar|dollars|us dollars|us dollar|دولار|دولارا|دولارات|دولارين|دولار أمريكي|دولار أميركي|دۆلار|dolar|dolarî",
    "EUR": "eur|€|euro|euros|يورو|یۆرۆ|ewro|euro",
    "GBP": "gbp|£|pounds sterling|جنيه استرليني|جنيه إسترليني",
    "IQD": "iqd|iraqi dinars|iraqi dinar|دينار عراقي|دينارا عراقيا|دیناری عێراقی|dînarê iraqî",
    "dinar": "dinar|dinars|دينار|دينارا|دنانير|دينارين|دینار|dînar",
    "SYP": "syp|syrian pounds|ليرة سورية",
    "TRY": "try|turkish lira|turkish liras|ليرة تركية",
    "LBP": "lbp|lebanese pounds|lebanese liras|ليرة لبنانية",
    "lira": "lira|liras|ليرة|ليرات|ليرتين|لیرە|lîre",
    "riyal": "riyal|riyals|rial|rials|ريال|ريالا|ريالات|ريالين|ڕیاڵ|riyal",
    "UAH": "uah|hryvnia|hryvnias",
    "ILS": "ils|shekel|shekels|شيكل|شيقل",
}  # fmt: skip

# Time is counted and measured: the code is given and the noun is kept.
DURATIONS = {
    "second": "second|seconds|secs|ثانية|ثواني|ثوان|ثانيتين|ثانيتان|چرکە|saniye|çirke",
    "minute": "minute|minutes|mins|دقيقة|دقائق|دقيقتين|دقيقتان|خولەک|دەقە|deqe|xulek",
    "hour": "hour|hours|hrs|ساعة|ساعات|ساعتين|ساعتان|کاتژمێر|سەعات|demjimêr|saet|saetan",
    "day": "day|days|يوم|يوما|أيام|يومين|يومان|ڕۆژ|roj|rojan",
    "week": "week|weeks|أسبوع|أسبوعا|أسابيع|أسبوعين|أسبوعان|هەفتە|heftî|hefte|hefteyan",
    "month": "month|months|شهر|شهرا|أشهر|شهور|شهرين|شهران|مانگ|meh|mehan",
    "year": "year|years|سنة|سنوات|سنين|سنتين|سنتان|عام|عاما|أعوام|عامين|عامان|ساڵ|sal|salan",
    "decade": "decade|decades|عقد|عقدا|عقود|عقدين|عقدان|دەیە",
    "century": "century|centuries|قرن|قرنا|قرون|قرنين|قرنان|سەدە|sedsal",
}  # fmt: skip
