"""Words that end with a full stop in the middle of a sentence, by language, and words that surely begin one.

Collected by hand from what newspapers write; nupunkt brings its own for English.
"""

_EVERYWHERE = "dr prof mr mrs ms st vs nr mme jr sr dipl ing tel no. vol"

_BY_LANGUAGE = {
    "en": "gen sen rep gov lt col sgt capt maj adm rev hon pres sec inc ltd co corp jan feb mar apr jun jul aug "
    "sep sept oct nov dec no fig approx est messrs cmdr supt insp",
    "de": "abs abt art aufl ausg bd bes betr bzw ca chr dez erg etwa evtl exkl feb febr fr frl gebr geb gegr gem "
    "gest ggf hbf hl hr hrn inkl jan jh jhd kap kath komm lfd lt max mia min mind mio mrd msgr nov okt s sen "
    "sept skr sog std str tsd u usf ver verf vgl wg z zt zzgl",
    "fr": "mlle mm mgr cf env janv févr juill sept oct nov déc art chap éd fig p pp av ste",
    "es": "sr sra srta sres d dña ud uds pág págs núm art cap gral cnel cía av avda ee uu pdte pdta lic",
    "pt": "sr sra srta dra exmo pág núm art av gen cel min dep",
    "it": "sig sigg dott avv on sen gen col art pag arch rag mons",
    "nl": "dhr mevr mw drs ir mr bijv ca resp nl blz jl",
    "pl": "ul im gen płk ks prof św tzw tj np art ust pkt godz tys mln mld zł hab inż",
    "cs": "ul tzv např tj čl odst tis mil mld ing mgr",
    "ru": "г гг в вв им ул пр д стр см т тов гр проф акад ген полк тыс млн млрд руб коп рис ст др",
    "uk": "р рр ст ім вул пр див т проф акад ген тис млн млрд грн рис",
    "tr": "av doç yrd alb tuğg korg org gnkur sn cad sok mah bkz yy",
    "sv": "kl ca bl dvs s t ex m fl",
    "da": "kl ca bl dvs s f eks m fl",
    "nb": "kl ca bl dvs s f eks m fl",
    "fi": "esim ns mm ks klo n",
    "el": "κ κκ βλ πχ δηλ αρ σελ",
}

ORDINALS = frozenset(
    {"de", "da", "nb", "nn", "no", "fi", "et", "lv", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "tr", "is"}
)
"""Languages that write an ordinal number with a full stop: "am 3. Mai"."""

_MONTHS = (
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Ocak Şubat Mart Nisan "
    "Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık Jahrhundert Jahrhunderts"
)
MONTHS = frozenset(_MONTHS.split())

_STARTERS = (
    "A According After Also Although An And As Asked At Before Both But By Earlier For From He Her His How However I "
    "If In It Its Last Later Many Meanwhile More Most My No Not Now On Once One Only Our Several She Since "
    "So Some Speaking Still Such That The Their Then There These They This Those Though Three To Two Under Until We "
    "What When Where While Who Why With Yet You "
    "Aber Alle Allerdings Als Am Auch Auf Aus Bei Beide Bis Da Dabei Damit Danach Dann Das Dass Dem Den Denn Der Des "
    "Deshalb Die Dies Diese Dieser Dieses Doch Dort Ein Eine Einer Er Erst Es Für Gegen Gestern Heute Ich Ihr Ihre Im "
    "Jetzt Kein Keine Man Mit Nach Nachdem Noch Nun Nur Ob Ohne Sein Seine Seit Seitdem Sie So Sollte Trotz Um Und "
    "Unter Viele Vom Von Vor Während Was Weil Wenn Wer Wie Wir Wo Zu Zudem Zugleich Zum Zur Zwar Zwei Zwischen"
)
STARTERS = frozenset(_STARTERS.split())
"""Words that begin a sentence where they are capitalised: what follows "in the U.S." or "am 3." settles the matter."""


def abbreviations(language: str) -> frozenset[str]:
    """The abbreviations of a language (a BCP 47 tag, or ""), in lower case, without their last full stop."""
    tag = language.partition("-")[0]
    return frozenset(f"{_EVERYWHERE} {_BY_LANGUAGE.get(tag, '')}".split())
