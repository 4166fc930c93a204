"""Prevent one language from knowing "last week" and another not: the words of dates stand here side by side.

>>> ROLES["ago"].split("|")[0]
'ago'
"""

# ruff: noqa: E501  (tables of words read better in long lines)

from __future__ import annotations

# Role → phrases of all languages, parted by "|". Arabic words are given without their article unless it matters.
ROLES = {
    "ago": "ago|مضت|خلت|لەمەوبەر|لەمەو پێش|لەمەوپێش|پێش ئێستا|پێش ئەمڕۆ|berê|beriya niha|berî niha",
    "before": "before|prior to|earlier than|قبل|قبيل|ما قبل|پێش|بەر لە|berî|beriya|ji berî",
    "after": "after|later than|بعد|عقب|ما بعد|دوای|پاش|لە دوای|piştî|ji piştî",
    "since": "since|ever since|starting|starting in|starting from|beginning in|as from|منذ|مذ|ابتداء من|اعتبارا من|بدءا من|لەوەتەی|لە دوای",
    "since-behind": "onwards|onward|vir ve|û vir ve|û pê ve|vir de|û vir de|وە|ەوە|بەدواوە|بەملاوە|وە تا ئێستا|ەوە تا ئێستا",
    "until": "لحد|until|till|up to|up until|through|to the end of|حتى|لغاية|إلى غاية|تا|هەتا|تاکو|تاوەکو|heta|heya|ta",
    "by": "by|no later than|بحلول|في موعد أقصاه|في موعد لا يتجاوز",
    "between": "between|بين|ما بين|فيما بين|نێوان|لە نێوان|لەنێوان|di navbera|navbera",
    "from": "from|من|لە|ji",
    "to": "to|through|until|till|إلى|حتى|لغاية|بۆ|تا|هەتا|تاکو|heta|heya|ta",
    "and": "and|و|û",
    "whole": "throughout|all of|the whole of|all through|طوال|طيلة|على مدى|على مدار|بە درێژایی|به درێژایی|bi dirêjahiya",
    "during": "during|in|on|at|within|over|dated|خلال|في|أثناء|بتاريخ|المصادف|الموافق|الواقع في|لە|لە ماوەی|لەماوەی|di|li|di nav|de|da|دا|ی|ا|ê|a|î|an|ya|yê|yî|yan|ەکە|ین|ێ",
    "of": "of|من|the|for|ل|ji|ا",
    "about": "about|around|approximately|circa|ca|ca .|c .|roughly|some|nearly|almost|approx|approx .|نحو|حوالي|حوالى|قرابة|تقريبا|زهاء|في حدود|بحدود|ما يقارب|نزیکەی|نزیک|دەوروبەری|لە دەوروبەری|تەقریبەن|nêzîkî|nêzî|li dora|derdora|dora",
    "maybe": "perhaps|possibly|probably|maybe|presumably|reportedly|likely|ربما|لعله|لعل|على الأرجح|يرجح|يعتقد|من المحتمل|يحتمل|ڕەنگە|لەوانەیە|belkî|dibe ku",
    "suffix": "st|nd|rd|th|s",
    "last": "last|past|previous|preceding|this past|ماضي|ماضية|ماضيين|ماضيتين|ماضيان|منصرم|منصرمة|منصرمين|فائت|فائتة|فائتين|أخير|أخيرة|أخيرين|أخيرتين|سابق|سابقة|رابردوو|ڕابردوو|ڕابردو|ڕابردوودا|رابردوودا|پێشوو|پێشوودا|borî|çûyî|derbasbûyî|dawî|çûyê",
    "next": "next|coming|upcoming|forthcoming|following|مقبل|مقبلة|قادم|قادمة|آتي|آتية|قادمين|مقبلين|داهاتوو|داهاتو|داهاتوودا|ئاییندە|bê|were|tê|dahatû",
    "this": "this|current|present|the current|the present|حالي|حالية|جاري|جارية|جار|هذا|هذه|راهن|ئەم|ئێستا|vî|ev|niha",
    "today": "today|tonight|this morning|this evening|this afternoon|now|اليوم|هذا اليوم|الليلة|الآن|ئەمڕۆ|ئەمشەو|îro|îşev|niha|ئێستا|يومنا هذا",
    "yesterday": "yesterday|أمس|البارحة|الأمس|يوم أمس|مبارح|دوێنێ|دوێ|duh|duhî|doh",
    "last-night": "last night|overnight|الليلة الماضية|ليلة أمس|ليل أمس|yesterday night|دوێنێ شەو|شەوی دوێنێ|şeva duh|duh şevê|الليلة الفائتة|دوێ شەو|شەوی ڕابردوو|شەوی رابردوو|دوێشەو|şeva borî|şevê din",
    "before-yesterday": "day before yesterday|the day before yesterday|أول أمس|أمس الأول|أول من أمس|أول البارحة|پێرێ|pêr|pêrê",
    "tomorrow": "tomorrow|غدا|غد|يوم غد|سبەی|سبەینێ|sibê|sibehê|sibe",
    "after-tomorrow": "day after tomorrow|the day after tomorrow|بعد غد|بعد الغد|دوو سبەی|دووسبەی|dusibê",
    "recent": "recently|lately|in recent days|in recent weeks|مؤخرا|أخيرا|حديثا|قبل قليل|في الآونة الأخيرة|الآونة الأخيرة|بەم دواییە|بەم دواییانە|لەم دواییانەدا|vê dawiyê|di van rojan de",
    "earlier": "earlier|earlier in|في وقت سابق من|في وقت سابق|سابقا",
    "later": "later|later in|في وقت لاحق من|في وقت لاحق|لاحقا",
    "early": "early|early in|beginning of|start of|the beginning of|the start of|beginning|start|at the beginning of|at the start of|first days of|the first days of|opening days of|the opening days of|أيام أولى من|أوائل|بداية|بدايات|مطلع|مستهل|سەرەتای|سەرەتا|destpêka|serê|destpêk",
    "mid": "mid|mid -|middle of|the middle of|middle|in the middle of|منتصف|أواسط|وسط|ناوەڕاستی|ناوەڕاست|nîveka|naverasta|nîvê|orta",
    "late": "late|late in|end of|the end of|end|at the end of|the close of|last days of|the last days of|final days of|the final days of|أيام أخيرة من|أواخر|نهاية|نهايات|آخر|ختام|کۆتایی|کۆتاییەکانی|dawiya|dawîya|dawî ya",
    "half": "h1|first half|first half of|the first half of|نصف أول من|نصف أول|نیوەی یەکەمی|nîvê yekem ê",
    "half-2": "h2|second half|second half of|the second half of|نصف ثاني من|نصف ثاني|نیوەی دووەمی|nîvê duyem ê",
    "quarter-1": "first quarter|first quarter of|the first quarter of|ربع أول من|ربع أول|q1|چارەکی یەکەمی",
    "quarter-2": "second quarter|second quarter of|the second quarter of|ربع ثاني من|ربع ثاني|q2|چارەکی دووەمی",
    "quarter-3": "third quarter|third quarter of|the third quarter of|ربع ثالث من|ربع ثالث|q3|چارەکی سێیەمی",
    "quarter-4": "fourth quarter|fourth quarter of|the fourth quarter of|last quarter|last quarter of|the last quarter of|ربع رابع من|ربع رابع|ربع أخير من|ربع أخير|q4|چارەکی چوارەمی",
    "time-of-day": (
        "morning|evening|afternoon|night|noon|dawn|at dawn|midday|before dawn|pre - dawn|before sunrise|before noon|before midday|"
        "in the early hours of|the early hours of|early hours of|before dawn on|before noon on|after noon|on the morning of|on the evening of|on the afternoon of|"
        "the morning of|the evening of|صباح|مساء|ظهر|بعد ظهر|عصر|فجر|ليل|صباحا|مساء|ظهرا|فجرا|عصرا|ليلا|قبل ظهر|قبيل ظهر|قبل فجر|قبيل فجر|قبل منتصف ليل|قبيل منتصف ليل|"
        "بەیانی|ئێوارە|ئێوارەی|نیوەڕۆ|نیوەڕۆی|شەو|شەوی|بەیانیی|پێش نیوەڕۆ|پێش نیوەڕۆی|پێشنیوەڕۆ|پێشنیوەڕۆی|"
        "دوای نیوەڕۆ|دوای نیوەڕۆی|دوانیوەڕۆ|دوانیوەڕۆی|پاش نیوەڕۆ|پاش نیوەڕۆی|پاشنیوەڕۆ|پاشنیوەڕۆی|sibeha|êvara|êvarî|"
        "sibehê|nîvro|nîvroya|şeva|berî nîvro|berî nîvroya|piştî nîvro|piştî nîvroya|piştnîvro|piştnîvroya"
    ),
    "small-hours": "midnight|at midnight|after midnight|after midnight on|the night of|on the night of|منتصف ليل|بعد منتصف ليل|بعيد منتصف ليل|نیوەشەوی|دوای نیوەشەوی",
    "eve": "ليلة",
    "weekend": "weekend|the weekend|عطلة نهاية أسبوع|عطلة نهاية الأسبوع|پشووی کۆتایی هەفتە|dawiya hefteyê",
    "clock": "am|pm|a . m .|p . m .|gmt|utc|o ' clock|local time",
    "skip": "ال|عامي|سنتي|شهري|يومي|تاريخ|date|ڕێکەوتی|ڕێکەوتی|dîroka",
    "ah": "ه|هـ|هجري|هجرية|للهجرة|ah|a . h .|hijri|h|کۆچی|koçî|hicrî|من الهجرة",
    "ad": "م|ad|ce|a . d .|ميلادي|ميلادية|للميلاد|زایینی|زاینی|zayînî|z .",
    "bc": "bc|bce|b . c .|قبل الميلاد|ق . م|پێش زایین|bz|berî zayînê",
    "decade-word": "decade of|the decade of|دەیەی|salên|ساڵانی",
    "article": "a|an|one",
    "few": "few|a few|several|some|بضعة|بضع|عدة|چەند|çend|قليلة|معدودة",
}

# Unit → (words for one, for two, for many).
UNITS = {
    "hour": ("hour|ساعة|کاتژمێرێک|سەعاتێک|demjimêrek|saetek", "ساعتين|ساعتان", "hours|ساعات|کاتژمێر|سەعات|demjimêr|demjimêran|saet|saetan"),
    "day": ("day|يوم|ڕۆژێک|رۆژێک|rojek|rojekê", "يومين|يومان", "days|أيام|يوما|ڕۆژ|رۆژ|ڕۆژی|رۆژی|ڕۆژە|ڕۆژانی|rojên|roj|rojan|roja|rojê"),
    "week": ("week|أسبوع|هەفتەیەک|hefteyek|hefteyekê", "أسبوعين|أسبوعان", "weeks|أسابيع|أسبوعا|هەفتە|هەفتەی|هەفتانی|hefteyên|هەفتەیە|hefte|heftiyê|hefteyê|hefteyan|heftiyan|heftî|hefteya|heftiya"),
    "month": ("month|شهر|مانگێک|mehek|mehekê", "شهرين|شهران", "months|أشهر|شهور|شهرا|مانگ|مانگی|مانگە|مانگانی|mehên|meh|mehan|mehê|meha"),
    "year": ("year|عام|سنة|ساڵێک|salek|salekê", "عامين|عامان|سنتين|سنتان", "years|أعوام|سنوات|سنين|عاما|ساڵ|ساڵی|ساڵە|sal|salan|sala|salê"),
    "decade": ("decade|عقد|دەیەیەک|", "عقدين|عقدان", "decades|عقود|عقدا|دەیە|دەیەی"),
    "century": ("century|قرن|سەدەیەک|sedsal|sedsala|سەدە|سەدەی", "قرنين|قرنان", "centuries|قرون|قرنا"),
}  # fmt: skip
LAST_YEARS = {"par": -1, "پار": -1, "pêrar": -2, "پێرار": -2, "îsal": 0, "ئەمساڵ": 0, "isal": 0}

# Decades by name: the ten years that begin so (of the century that the context gives).
DECADES = {
    20: "twenties|عشرينات|عشرينيات|بیستەکان|بیستەکانی", 30: "thirties|ثلاثينات|ثلاثينيات|سییەکان|سییەکانی", 40: "forties|أربعينات|أربعينيات|چلەکان|چلەکانی",
    50: "fifties|خمسينات|خمسينيات|پەنجاکان|پەنجاکانی", 60: "sixties|şêstî|şêstan|ستينات|ستينيات|شەستەکان|شەستەکانی", 70: "seventies|heftêyî|heftêyan|سبعينات|سبعينيات|حەفتاکان|حەفتاکانی",
    80: "eighties|heştêyî|heştêyan|ثمانينات|ثمانينيات|هەشتاکان|هەشتاکانی", 90: "nineties|nodî|nodan|تسعينات|تسعينيات|نەوەدەکان|نەوەدەکانی",
}  # fmt: skip

# Day of the month, or another rank, in words.
ORDINALS = {
    1: "first|أول|أولى|یەکەم|یەکەمی|یەکی|yekem|yekê|yekemîn|حادي|حادية", 2: "second|ثاني|ثانية|دووەم|دووەمی|دووی|duyem|duyê|duyemîn",
    3: "third|ثالث|ثالثة|سێیەم|سێیەمی|سێی|sêyem|sêyê|sêyemîn", 4: "fourth|رابع|رابعة|چوارەم|چوارەمی|چواری|çarem|çarê|çaremîn",
    5: "fifth|خامس|خامسة|پێنجەم|پێنجەمی|پێنجی|pêncem|pêncê|pêncemîn", 6: "sixth|سادس|سادسة|شەشەم|شەشەمی|شەشی|şeşem|şeşê|şeşemîn",
    7: "seventh|سابع|سابعة|حەوتەم|حەوتەمی|حەوتی|heftem|heftemîn", 8: "eighth|ثامن|ثامنة|هەشتەم|هەشتەمی|هەشتی|heştem|heştemîn",
    9: "ninth|تاسع|تاسعة|نۆیەم|نۆیەمی|نۆی|nehem|nehê|nehemîn", 10: "tenth|عاشر|عاشرة|دەیەم|دەیەمی|دەی|dehem|dehê|dehemîn",
    11: "eleventh|حادي عشر|حادية عشرة|حادي عشرة|یازدەیەم|یازدەی|yazdehem", 12: "twelfth|ثاني عشر|ثانية عشرة|دوازدەیەم|دوازدەی|donzdehem",
    13: "thirteenth|ثالث عشر|ثالثة عشرة|سێزدەیەم|سێزدەی|sêzdehem", 14: "fourteenth|رابع عشر|رابعة عشرة|چواردەیەم|چواردەی|çardehem",
    15: "fifteenth|خامس عشر|خامسة عشرة|پازدەیەم|پازدەی|panzdehem|pazdehem", 16: "sixteenth|سادس عشر|سادسة عشرة|شازدەیەم|شازدەی|şanzdehem|şazdehem",
    17: "seventeenth|سابع عشر|سابعة عشرة|حەڤدەیەم|حەڤدەی|hevdehem", 18: "eighteenth|ثامن عشر|ثامنة عشرة|هەژدەیەم|هەژدەی|hijdehem",
    19: "nineteenth|تاسع عشر|تاسعة عشرة|نۆزدەیەم|نۆزدەی|nozdehem", 20: "twentieth|عشرون|عشرين|بیستەم|بیستەمی|بیستی|bîstem|bîstê|bîstemîn",
    30: "thirtieth|ثلاثون|ثلاثين|سییەم|سییەمی|sîyem|sîhem",
}  # fmt: skip

# Words that folding would make one.
EXACT = {"vê": ("this", 0), "ve": ("since-behind", 0), "în": ("weekday", 4)}
