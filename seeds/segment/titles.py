"""Words that stand with names without being part of them, and words of which organisations' names are made.

Collected by hand for news about talks. They decide what the key for a name takes: the name as a speaker is written.
"""

import re


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


TITLES = _words(
    """
    Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady President Vice-President Premier Chancellor Minister Secretary
    Secretary-General General Ambassador Envoy Senator Sen Rep Representative Congressman Congresswoman Governor Gov
    Mayor Chairman Chairwoman Chairperson Chair Director Director-General Commissioner Commander Colonel Col
    Lieutenant Lt Captain Capt Major Maj Gen Admiral Adm Brigadier Sergeant Sgt Marshal King Queen Prince Princess
    Emir Sultan Sheikh Sheikha Ayatollah Imam Mullah Pope Cardinal Archbishop Bishop Rev Reverend Rabbi Patriarch
    Judge Justice Spokesman Spokeswoman Spokesperson Negotiator Mediator Leader Speaker Deputy Delegate Coordinator
    Chief Head Rapporteur Attorney Prosecutor Inspector Superintendent Officer Analyst Executive MP Counsellor
    Councillor Herr Frau Président Présidente Ministre Ambassadeur Général Mme Mlle Sr Sra Presidente Presidenta
    Ministro Ministra Señor Señora Don Doña Signor Signora Senhor Senhora Dott Президент Министр Генерал Посол
    Премьер-министр
    """
)
"""What is left out before a name. A title at the end of a run is its name: "the Foreign Minister said"."""

TITLE = re.compile(
    r"\w*(?:minister|präsident|sprecher|chef|führer|sekretär|kanzler|botschafter|vermittler|händler|meister|"
    r"vorsitzende|beauftragte|kommissar|gewerkschafter)(?:in|r)?",
    re.IGNORECASE,
)
"""Titles as German puts them together: Verhandlungsführerin, Ministerpräsident."""

OF_TITLES = {"Secretary": "State Defense Defence War Energy", "Chief": "Staff", "Chiefs": "Staff"}
"""Titles that go on behind "of", and with what: "Secretary of State John Kerry"."""

DOTTED = _words("Mr Mrs Ms Dr Prof Sen Rep Gov Col Lt Capt Maj Gen Adm Sgt Rev St Sr Sra Dott")
"""Words behind which a full stop ends no name."""

ORGANISATIONS = _words(
    """
    Ministry Ministries Department Bank University Union Organization Organisation Council Army Party Movement Front
    Office Court Government Republic Kingdom States Federation House League Committee Commission Group Chamber
    Association Institute Centre Center Agency Authority Board Bureau Assembly Parliament Senate Congress Conference
    Confederation Forces Force Brigade Brigades Battalion Bloc Alliance Coalition Society School College Foundation
    Fund Programme Program Mission Embassy Secretariat State Academy Church Brotherhood Guard Guards Corps Service
    Services Syndicate Guild Islands Island Gulf Bay Strait Port City Province Isle Staff Command Hospital Prize
    Motors Airport Square Street Daily Times Post News Journal Gazette Courier Herald
    """
)
"""Heads of organisations and places: they go on behind "of", and a title before them is part of the name."""

PLURALS = _words("Women Men Children People")
"""Words whose possessive may stand in an organisation's name, like those that end with an s: "Workers' Union"."""

PARTICLES = _words(
    """
    al el bin ibn bint abu ben van der den de del della di da dos do du la le von zu af av ter
    """
)
LEADING = _words("van von bin ibn bint abu")
"""Particles with which a name may begin: of the others, most are an everyday word of some language."""

SUFFIXES = _words("Jr Sr II III IV VI VII VIII XI XII XIV XVI XXIII")

NO_NAMES = _words(
    """
    I We He She They It You Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July
    August September October November December Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec TV OK CEO GMT AM PM Montag
    Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März Mai Juni Juli Oktober Dezember Ende
    Anfang Mitte Uhr Euro Prozent Millionen Milliarden Tausende Hunderte Dutzende Jahr Jahre Jahren Tag Tage Tagen
    Woche Wochen Monat Monate Monaten Stunde Stunden Meter Kilometer Kubikmeter Tonnen
    """
)
"""Capitalised, and nobody's name: left out at both ends of a run."""

MONTHS_THAT_NAME = frozenset({"March", "May"})
"""Months that are names too: left out where they stand alone in the midst of a sentence, or behind a preposition."""

COMMON = _words(
    """
    Officials Diplomats Talks Police Residents Critics Analysts Protesters Protestors Rebels Negotiators Delegates
    Workers Ministers Leaders Experts Witnesses People Thousands Hundreds Dozens Millions Negotiations Sources
    Reporters Journalists Opponents Supporters Observers Troops Soldiers Fighters Families Members Employers Unions
    Neither Either Each Every Any Another Other Others Few All Here Let Just Even Perhaps Maybe Yes Nor Or Given
    Because Unlike Don't Despite During Amid Among Against Along Across Around Behind Beyond Inside Outside Over
    Through Throughout Toward Towards Unless Upon Via Within Without Whether Which Whose Whom Is Are Was Were Be Been
    Has Have Had Do Does Did Can Could Would Shall Should Must Ever Never Always Often Sometimes Again Already Almost
    Together Today Tomorrow Him Us Yesterday Tonight First Second Third Four Five Six Seven Eight Nine Ten Twenty Next
    Nothing Nobody Everyone Me Them Everything Someone Something Read Image Photo Picture Video Watch Share Sign
    Subscribe Please Thank Thanks Dear Nevertheless Nonetheless Therefore Thus Hence Instead Indeed Moreover
    Furthermore Otherwise Rather Recently Currently Previously Eventually Finally Initially Local Senior Former Half
    Nearly Less Least Much Too Very Well Where's Your Deren Dessen Jede Jeden Jeder Jedes Ihrem Ihren Ihrer Seinen
    Seiner Unser Unsere Diesen Diesem Le La Les Un Une Des Du De Il Elle Ils Elles Nous Vous Ce Cette Ces Mais Et Ou
    Où Dans Pour Sur Avec Sans Selon Après El Los Las Una En Pero Y Según Con Por Para Sin Desde Hasta Como Cuando Si
    Su Sus Este Esta Esto Ese Esa В На По Но И Он Она Они Оно Это Как Мы Что При Для Если После До Из От За Об О С К У
    Я Вы Не Его Её Их Так Там Тут
    """
)
"""Words that begin a sentence and are capitalised for that alone, beside those in `abbreviations.STARTERS`."""

DEMONYMS = _words(
    """
    Afghan African American Arab Armenian Asian Azerbaijani Belgian Bosnian British Chinese Colombian Croatian Cuban
    Cypriot Czech Danish Dutch Egyptian Emirati Ethiopian European Finnish French Georgian German Greek Hungarian
    Indian Iranian Iraqi Irish Islamic Israeli Italian Japanese Jewish Jordanian Korean Kurdish Latin Lebanese Libyan
    Mexican Moroccan Muslim Nigerian Norwegian Omani Pakistani Palestinian Polish Portuguese Qatari Romanian Russian
    Saudi Scottish Serbian Shia Shiite Somali Soviet Spanish Sudanese Sunni Swedish Swiss Syrian Tunisian Turkish
    Ukrainian Venezuelan Vietnamese Western Yemeni
    """
)
"""Adjectives that name nobody before a noun: "Syrian rebels"."""

GERMAN_NOUNS = re.compile(
    r".*(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|nis|tum)|Kraft|Angaben|Hause|Protest|Sicht|Zukunft|Frage|Gefahr|"
    r"Aussicht|Anspruch|Folge|Folgen|Richtung|Wochen|Monaten|Stunden|Zeit|Krieg|Gesprächen|Kreisen|Berichten|Worten"
)
"""What stands behind "in", "aus" or "nach" in German without naming a place."""
