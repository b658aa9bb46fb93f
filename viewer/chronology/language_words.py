"""The few words besides months and weekdays that simple dates need, language by language. Vocabulary is data.

Months and weekdays come from CLDR (see ``languages``); here stand inflected forms that CLDR lacks, relative days,
"last", "next", "this", units, small numbers, what means "ago" before or after a length, words before a bare year,
seasons, how decades and centuries are written, words that put what is told into the future, and words of hope: what is
hoped for is planned, but the hope was told in the past.
"_" stands for a blank inside a name, which is then read as one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "today": "heute", "yesterday": "gestern", "tomorrow": "morgen", "day before": "vorgestern",
        "day after": "übermorgen",
        "last": "letzten letzte letzter letztes vergangenen vergangene vergangenes vorigen vorige voriges",
        "next": "nächsten nächste nächster nächstes kommenden kommende kommendes",
        "this": "diesen diese dieses dieser diesem",
        "day": "tag tage tagen", "week": "woche wochen", "month": "monat monate monaten monats",
        "year": "jahr jahre jahren jahres",
        "ago first": "vor", "of": "des der",
        "in": "im in seit bis ab anfang ende mitte sommer winter frühjahr herbst jahr und",
        "numbers": "einem:1 einer:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12",
        "early": "anfang", "mid": "mitte", "late": "ende", "article": "den dem am der", "months": "jänner:1 feber:2",
        "to": "bis", "and": "und", "seasons": "frühling:SP frühjahr:SP sommer:SU herbst:FA winter:WI",
        "century": "jahrhundert jahrhunderts jahrhunderten", "decade endings": "er", "bare years": "yes",
        "hoped": "hofft hoffen hoffte hofften die_Hoffnung Hoffnung_auf",
        "ahead": "wird werden soll sollen will wollen plant planen geplant voraussichtlich künftig",
    },
    "fr": {
        "today": "aujourd’hui aujourd'hui", "yesterday": "hier", "tomorrow": "demain",
        "day before": "avant-hier", "day after": "après-demain",
        "last": "dernier dernière derniers dernières passé passée", "next": "prochain prochaine",
        "this": "ce cette cet",
        "day": "jour jours", "week": "semaine semaines", "month": "mois", "year": "an ans année années",
        "ago first": "il_y_a", "of": "de du d’ d'", "in": "en depuis dès fin début avant après et mi entre",
        "numbers": "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12",
        "early": "début", "mid": "mi", "late": "fin", "article": "le la les l’ l'",
        "to": "au à", "and": "et", "seasons": "printemps:SP été:SU automne:FA hiver:WI", "century": "siècle siècles",
        "century endings": "e ème ᵉ", "decade": "années",
        "hoped": "espère espèrent espérait espéraient",
        "ahead": "va vont aura auront sera seront tiendra tiendront débutera commencera reprendra doit "
        "doivent devrait devraient prévoit prévoient prévu prévue prévus prévues espère espèrent",
    },
    "es": {
        "today": "hoy", "yesterday": "ayer", "tomorrow": "mañana", "day before": "anteayer antier antes_de_ayer",
        "day after": "pasado_mañana",
        "last": "pasado pasada último última pasados", "next": "próximo próxima próximos", "this": "este esta",
        "day": "día días", "week": "semana semanas", "month": "mes meses", "year": "año años",
        "ago first": "hace", "of": "de del", "in": "en desde hasta de entre y año",
        "numbers": "un:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12",
        "early": "principios comienzos inicios", "mid": "mediados", "late": "finales fines",
        "article": "el la los", "months": "setiembre:9",
        "to": "al a", "and": "y e", "seasons": "primavera:SP verano:SU otoño:FA invierno:WI",
        "century": "siglo siglos", "decade": "años década década_de decenio_de",
        "hoped": "espera esperan esperaba esperaban",
        "ahead": "será serán va van tendrá tendrán habrá deberá deberán planea planean prevé prevén "
        "previsto prevista previstos previstas espera esperan",
    },
    "ru": {
        "today": "сегодня", "yesterday": "вчера", "tomorrow": "завтра", "day before": "позавчера",
        "day after": "послезавтра",
        "last": "прошлый прошлую прошлое прошлом прошлой прошлого минувший минувшую минувшем",
        "next": "следующий следующую следующем следующей будущем",
        "this": "этот эту это этом этой", "day": "день дня дней", "week": "неделя неделю недели недель неделе",
        "month": "месяц месяца месяцев месяце", "year": "год года лет году", "ago last": "назад", "of": "",
        "in": "в с по до к на между", "year mark": "г г. гг гг. году года год годами годов годах годы",
        "numbers": "один:1 одну:1 два:2 две:2 три:3 четыре:4 пять:5 шесть:6 семь:7 восемь:8 девять:9 десять:10",
        "early": "начале", "mid": "середине", "late": "конце", "article": "",
        "weekdays": "среду:3 пятницу:5 субботу:6 вторника:2 среды:3 четверга:4 пятницы:5 "
        "субботы:6 воскресенья:7 понедельника:1",
        "to": "по", "and": "и", "century": "век века веке веков столетия столетии",
        "seasons": "весной:SP весна:SP весны:SP летом:SU лето:SU лета:SU осенью:FA осень:FA осени:FA "
        "зимой:WI зима:WI зимы:WI", "decade tail": "х е ые ых", "century tail": "м го й",
        "hoped": "надеется надеются надеялся надеялись надежду",
        "ahead": "будет будут состоится состоятся пройдет пройдёт пройдут намерен намерена намерены "
        "планирует планируют запланирован запланирована надеется",
        "months": "январе:1 феврале:2 марте:3 апреле:4 мае:5 июне:6 "
        "июле:7 августе:8 сентябре:9 октябре:10 ноябре:11 декабре:12",
    },
    "it": {
        "today": "oggi", "yesterday": "ieri", "tomorrow": "domani", "day before": "l’altro_ieri l'altro_ieri",
        "day after": "dopodomani",
        "last": "scorso scorsa scorsi passato passata", "next": "prossimo prossima",
        "this": "questo questa quest’ quest'",
        "day": "giorno giorni", "week": "settimana settimane", "month": "mese mesi", "year": "anno anni",
        "ago last": "fa",
        "of": "di del dell’ dell'", "in": "nel dal al in del fino",
        "numbers": "un:1 uno:1 una:1 due:2 tre:3 quattro:4 cinque:5 "
        "sei:6 sette:7 otto:8 nove:9 dieci:10 undici:11 dodici:12",
        "early": "inizio", "mid": "metà", "late": "fine", "article": "il la lo l’ l'",
        "to": "al", "and": "e ed", "seasons": "primavera:SP estate:SU autunno:FA inverno:WI",
        "century": "secolo secoli", "decade": "anni",
        "hoped": "spera sperano sperava speravano",
        "ahead": "sarà saranno avrà avranno dovrà dovranno prevede prevista previsto previste previsti "
        "spera sperano",
    },
    "pt": {
        "today": "hoje", "yesterday": "ontem", "tomorrow": "amanhã", "day before": "anteontem",
        "day after": "depois_de_amanhã",
        "last": "passado passada último última", "next": "próximo próxima", "this": "este esta neste nesta",
        "day": "dia dias",
        "week": "semana semanas", "month": "mês meses", "year": "ano anos", "ago first": "há",
        "ago last": "atrás", "of": "de do",
        "in": "em desde até de entre e ano", "article": "o a na no", "early": "início", "mid": "meados",
        "late": "fim final",
        "numbers": "um:1 uma:1 dois:2 duas:2 três:3 quatro:4 cinco:5 "
        "seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12",
        "weekdays": "segunda:1 terça:2 quarta:3 quinta:4 sexta:5",
        "to": "a ao", "and": "e", "seasons": "primavera:SP verão:SU outono:FA inverno:WI",
        "century": "século séculos", "decade": "anos década década_de",
        "hoped": "espera esperam esperava esperavam",
        "ahead": "será serão vai vão terá terão deverá deverão planeja planeia prevê prevista previsto "
        "previstas previstos espera esperam",
    },
    "nl": {
        "today": "vandaag", "yesterday": "gisteren", "tomorrow": "morgen", "day before": "eergisteren",
        "day after": "overmorgen",
        "last": "vorige vorig afgelopen laatste", "next": "volgende komende aanstaande", "this": "deze dit",
        "day": "dag dagen",
        "week": "week weken", "month": "maand maanden", "year": "jaar", "ago last": "geleden", "of": "van",
        "in": "in sinds tot vanaf begin eind medio en", "early": "begin", "mid": "medio half", "late": "eind",
        "article": "de het",
        "to": "tot", "and": "en", "century": "eeuw", "century endings": "e de ste", "decade": "jaren",
        "seasons": "lente:SP voorjaar:SP zomer:SU herfst:FA najaar:FA winter:WI",
        "ahead": "zal zullen wordt worden gaat gaan moet gepland hoopt hopen",
        "numbers": "een:1 één:1 twee:2 drie:3 vier:4 vijf:5 zes:6 zeven:7 acht:8 negen:9 tien:10 elf:11 twaalf:12",
    },
    "ar": {
        "today": "اليوم", "yesterday": "أمس", "tomorrow": "غدا غداً غدًا", "day before": "أول_أمس أمس_الأول أول_من_أمس",
        "day after": "بعد_غد",
        "last": "الماضي الماضية الفائت الفائتة المنصرم", "next": "المقبل المقبلة القادم القادمة",
        "this": "هذا هذه الجاري الجارية الحالي",
        "day": "يوم أيام يوما", "week": "أسبوع الأسبوع أسابيع", "month": "شهر الشهر أشهر شهور",
        "year": "عام العام لعام بعام عامي سنة السنة أعوام سنوات",
        "ago first": "قبل منذ", "of": "من", "in": "عام سنة في منذ حتى العام لعام بين عامي", "article": "يوم",
        "early": "أوائل مطلع بداية",
        "mid": "منتصف", "late": "أواخر نهاية", "dual": "يومين:D أسبوعين:W شهرين:M عامين:Y سنتين:Y",
        "numbers": "ثلاثة:3 ثلاث:3 أربعة:4 أربع:4 خمسة:5 خمس:5 ستة:6 "
        "ست:6 سبعة:7 سبع:7 ثمانية:8 ثماني:8 تسعة:9 عشرة:10 عشر:10",
        "to": "إلى حتى", "and": "و", "seasons": "ربيع:SP صيف:SU خريف:FA شتاء:WI", "century": "القرن",
        "centuries": "السابع:7 الثامن:8 التاسع:9 العاشر:10 الحادي_عشر:11 الثاني_عشر:12 الثالث_عشر:13 الرابع_عشر:14 "
        "الخامس_عشر:15 السادس_عشر:16 السابع_عشر:17 الثامن_عشر:18 التاسع_عشر:19 العشرين:20 الحادي_والعشرين:21",
        "hoped": "أمله أملها أملهما أملهم",
        "ahead": "سوف ستكون سيكون سيتم المقرر المتوقع المزمع يأمل يأملان تأمل تعتزم يعتزم تخطط",
        "weekdays": "الاثنين:1 الإثنين:1 الأربعاء:3",
        "months": "كانون_الثاني:1 شباط:2 آذار:3 نيسان:4 أيار:5 حزيران:6 "
        "تموز:7 آب:8 أيلول:9 تشرين_الأول:10 تشرين_الثاني:11 كانون_الأول:12 "
        "جانفي:1 فيفري:2 أفريل:4 ماي:5 جوان:6 جويلية:7 أوت:8 يناير:1 فبراير:2 مارس:3 أبريل:4 إبريل:4 مايو:5 "
        "يونيو:6 يوليو:7 أغسطس:8 سبتمبر:9 أكتوبر:10 نوفمبر:11 ديسمبر:12",
    },
}  # fmt: skip
