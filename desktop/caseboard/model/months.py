"""The names of the months, as newspapers of many countries print them in a date.

Where two languages give one word to two months (`listopada` is November in Polish and October in
Croatian) the language whose pages are met more often has it.
"""

_NAMES = {
    1: "january jan січня січень січ января январь янв januar jänner stycznia styczeń sty "
    "janvier janv enero ene gennaio gen janeiro januari ledna január januára ianuarie ocak "
    "януари студзеня ιανουαρίου يناير",
    2: "february feb лютого лютий лют февраля февраль фев februar lutego luty lut "
    "février févr fevrier febrero febbraio fevereiro fev februari února február februára "
    "februarie şubat февруари лютага φεβρουαρίου فبراير",
    3: "march mar березня березень бер марта март мар märz mär marca marzec "
    "mars marzo março maart března március martie mart marts сакавіка μαρτίου مارس",
    4: "april apr квітня квітень квіт кві апреля апрель апр kwietnia kwiecień kwi "
    "avril avr abril abr aprile dubna április apríla aprilie nisan април красавіка απριλίου "
    "أبريل",
    5: "may травня травень трав тра мая май mai maja maj "
    "mayo maggio mag maio mei května május mája mayıs траўня μαΐου مايو",
    6: "june jun червня червень черв чер июня июнь июн juni czerwca czerwiec cze "
    "juin junio giugno giu junho června június júna iunie haziran юни чэрвеня ιουνίου يونيو",
    7: "july jul липня липень лип июля июль июл juli lipca lipiec lip "
    "juillet juil julio luglio lug julho července július júla iulie temmuz юли ліпеня ιουλίου "
    "يوليو",
    8: "august aug серпня серпень серп сер августа август авг sierpnia sierpień sie "
    "août aout agosto ago augustus augusti srpna augusztus augusta ağustos agustus жніўня "
    "αυγούστου أغسطس",
    9: "september sept sep вересня вересень вер сентября сентябрь сен сент września wrzesień wrz "
    "septembre septiembre setiembre settembre set setembro září szeptember septembra septembrie "
    "eylül септември верасня σεπτεμβρίου سبتمبر",
    10: "october oct жовтня жовтень жовт жов октября октябрь окт oktober okt października "
    "październik paź octobre octubre ottobre ott outubro out října október októbra octombrie "
    "ekim октомври кастрычніка οκτωβρίου أكتوبر",
    11: "november nov листопада листопад лист лис ноября ноябрь ноя нояб listopada listopad lis "
    "novembre noviembre novembro listopadu novembra noiembrie kasım ноември лістапада νοεμβρίου "
    "نوفمبر",
    12: "december dec грудня грудень груд гру декабря декабрь дек dezember dez grudnia grudzień "
    "gru décembre déc decembre diciembre dic dicembre dezembro prosince decembra decembrie "
    "aralık desember декември снежня δεκεμβρίου ديسمبر",
}
NUMBERS = {word: month for month, words in _NAMES.items() for word in words.split()}
"""Each name in lower case, with its month from 1 to 12."""
