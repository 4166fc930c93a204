"""Prevent "twelve bridges" from contradicting "1,500 houses": what news counts, in English, Arabic and Kurdish.

Things and people only: a word for a happening ("attack") is also a type of event, whose bare figures count something
else.

>>> "bridge" in FORMS
True
"""

from __future__ import annotations

FORMS = {
    "killed": "killed dead death deaths fatality fatalities died slain martyr martyrs قتيل قتيلا قتلى قتيلين "
    "مقتل قتلوا شهيد شهيدا شهداء وفاه وفيات كوژراو كوژراوان شەهید kuştî mirî",
    "injured": "injured wounded injury injuries hurt جريح جريحا جرحى مصاب مصابا مصابين مصابون اصابه اصابات "
    "بريندار birîndar",
    "displaced": "displaced idp idps نازح نازحا نازحين نازحون مهجر مهجرين ئاواره ئاوارە koçber",
    "arrested": "arrested detained detainee detainees captured معتقل معتقلا معتقلين معتقلون موقوف موقوفين دەستگیرکراو",
    "missing": "missing disappeared مفقود مفقودا مفقودين مفقودون winda",
    "abducted": "abducted kidnapped hostage hostages مخطوف مخطوفا مخطوفين مختطف مختطفين رهينه رهائن",
    "casualties": "casualty casualties victim victims ضحيه ضحايا قوربانی",
    "centre": "centre centres center centers مركز مركزا مركزين مركزان مركزي مراكز ناوەند ناوەندی navend",
    "room": "room rooms غرفه غرف غرفتين غرفتان ژوور",
    "governorate": "governorate governorates province provinces محافظه محافظات محافظتين محافظتان محافظتي پارێزگا "
    "parêzgeh",
    "checkpoint": "checkpoint checkpoints سيطره سيطرات حاجز حواجز خاڵی پشکنین",
    "brigade": "brigade brigades لواء لواءين لواءان الويه لیوا",
    "soldier": "soldier soldiers troops جندي جنديا جنود جنديين سەرباز",
    "civilian": "civilian civilians مدني مدنيا مدنيين مدنيون مەدەنی sivîl",
    "child": "child children minors minor طفل طفلا اطفال طفلين منداڵ zarok",
    "woman": "woman women امراه نساء ژن jin",
    "militant": "militant militants fighter fighters gunmen مسلح مسلحا مسلحين مسلحون مقاتل مقاتلا مقاتلين "
    "مقاتلون چەکدار",
    "family": "family families household households عائله عائلات عوائل اسره اسر خێزان خێزانەکان malbat",
    "police": "police policeman policemen شرطي شرطيا شرطه پۆلیس polîs",
    "house": "house houses home homes dwelling dwellings منزل منزلا منازل منزلين بيت بيتا بيوت بيتين خانوو xanî",
    "building": "building buildings مبنى مباني مبان بناية بنايات بنايتين باڵەخانە avahî",
    "school": "school schools مدرسة مدارس مدرستين قوتابخانە قوتابخانەکان dibistan",
    "hospital": "hospital hospitals مستشفى مستشفيات مستشفيين نەخۆشخانە nexweşxane",
    "mosque": "mosque mosques مسجد مسجدا مساجد مسجدين مزگەوت mizgeft",
    "church": "church churches كنيسة كنائس كنيستين کلێسا dêr",
    "bridge": "bridge bridges جسر جسرا جسور جسرين پرد pir",
    "village": "village villages قرية قرى قريتين قريتان گوند گوندەکان gund",
    "city": "city cities town towns مدينة مدن مدينتين مدينتان بلدة بلدات بلدتين بلدتان شار شارۆچکە bajar",
    "district": "district districts قضاء اقضية قضاءين قەزا navçe",
    "camp": "camp camps مخيم مخيما مخيمات مخيمين معسكر معسكرا معسكرات معسكرين کەمپ kamp",
    "base": "base bases قاعدة قواعد قاعدتين قاعدتان بنکە",
    "crossing": "crossing crossings معبر معبرا معابر معبرين منفذ منفذا منافذ منفذين دەروازە",
    "tent": "tent tents خيمة خيام خيمتين چادر kon",
    "grave": "grave graves مقبرة مقابر مقبرتين گۆڕ gor",
    "vehicle": "vehicle vehicles car cars مركبة مركبات مركبتين سيارة سيارات سيارتين عجلة عجلات ئۆتۆمبێل otomobîl",
    "truck": "truck trucks lorry lorries شاحنة شاحنات شاحنتين بارهەڵگر",
    "tank": "tank tanks دبابة دبابات دبابتين تانک",
    "aircraft": "aircraft plane planes airplane airplanes طائرة طائرات طائرتين فڕۆکە balafir",
    "drone": "drone drones مسيرة مسيرات درۆن",
    "rocket": "rocket rockets missile missiles صاروخ صاروخا صواريخ صاروخين مووشەک mûşek",
    "weapon": "weapon weapons سلاح اسلحة چەک çek",
    "battalion": "battalion battalions regiment regiments فوج فوجا افواج فوجين كتيبة كتائب كتيبتين",
    "officer": "officer officers ضابط ضابطا ضباط ضابطين ئەفسەر efser",
    "protester": "protester protesters demonstrator demonstrators متظاهر متظاهرا متظاهرين متظاهرون محتج محتجا محتجين "
    "محتجون خۆپیشاندەر xwepêşander",
    "refugee": "refugee refugees لاجئ لاجئا لاجئين لاجئون پەنابەر penaber",
    "migrant": "migrant migrants مهاجر مهاجرا مهاجرين مهاجرون",
    "journalist": "journalist journalists صحفي صحفيا صحفيين صحفيون صحافي صحافيين رۆژنامەنووس rojnamevan",
    "student": "student students طالب طالبا طلاب طلبة قوتابی xwendekar",
    "worker": "worker workers employee employees عامل عاملا عمال موظف موظفا موظفين موظفون کرێکار فەرمانبەر karmend",
    "committee": "committee committees لجنة لجان لجنتين لیژنە komîte",
    "seat": "seat seats مقعد مقعدا مقاعد مقعدين کورسی kursî",
    "vote": "vote votes صوت صوتا اصوات صوتين دەنگ deng",
}
