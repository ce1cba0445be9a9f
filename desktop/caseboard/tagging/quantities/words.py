"""Words around numbers that tell what is none of our quantities."""


def listed(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


UNITS = listed(
    "percent per cent відсотків відсотки процентів процентов процента percentage years year hours"
    " hour days day weeks week months month minutes minute seconds dollars euros hryvnia hryvnias"
    " rubles pounds usd eur uah років роки рік року году года лет годин години час часа часов днів"
    " дні дня дней місяців месяцев тижнів недель хвилин минут секунд гривень гривен грн"
    " доларів долларов євро евро рублів рублей mm cm мм см kg кг tonnes tons tonne тонн am pm kph"
    " mph kmh р рр г гг o'clock thirds min mins хв мин"
)
"""What is measured by these is none of our quantities."""
STOPS = UNITS | listed(
    "in on at by for from with when after before as and or but while who that which near into over"
    " the to is are was were had has have been will would i у в на по за з із зі из с со"
    " від от до під та й і и а але но що который які яких которые коли когда після после як как"
    " про о об не it"
    " they he she we its their his her said says also only than this these those according of"
    " including against through during under between across around about up within since until"
    " still ще еще ли чи або или a an"
)
PIECES = frozenset({"units", "pieces", "items"})
LEADS = listed(
    "no number № # § route highway hill height point grid section chapter page day part school"
    " висота висоти висоту школа школи школу будинок дом трасі траса трасса м день version level"
    " phase article стаття статті article brigade regiment battalion division unit"
)
"""After these a number is a name."""
YEAR_LEADS = listed("in since of by from until before after late early у в з із із до с к")
