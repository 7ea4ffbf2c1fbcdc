"""Words that tell prose from labels, and writing about the world from writing to the reader, in many languages."""

_FUNCTION = """
    the a an and or but of to in on at for from with by as is are was were be been has have had that this
    these those it its he she they his her their him them who which what when where while will would could
    should may might can not no than then there after before over under about into between during against
    also said says if so because since until der die das den dem des ein eine einen einem einer und oder
    aber nicht ist sind war waren wird werden wurde wurden hat haben hatte auf aus bei mit nach von vor zu
    zum zur im am für über unter gegen sich auch als wie dass er sie es ihr sein le la les un une du de et
    ou mais ne pas est sont était été ont dans sur pour par avec sans qui que ce cette ces il elle ils se
    son sa ses leur au aux plus el los las una y o pero fue ha han en por para con sin lo su sus del al como
    más gli e ma non è sono hanno di da per che si nel della os um uma não é são foi do na em het een van
    zijn niet op te met voor dat aan door och att det som på av för med w z nie się że jest bir ve bu için
    ile olarak и в во не на что с со как по к из за от для это он она они его её их был была были но у же في
    من على إلى عن أن التي الذي هذا هذه مع كان وقد قال לא של את על עם הוא היא
"""

_READER = """
    you your yours we us our ours my i me sie ihr ihre ihnen wir uns unser unsere vous votre vos nous notre
    nos usted su nosotros nuestro nuestra tu ustedes voi noi nostro nostra você nós nosso вы вас вам ваш
    ваша мы нас нам наш наша
"""


def small(word: str) -> str:
    """The word as it is looked up: Turkish has an i with a dot and one without, in capitals too."""
    return word.lower().replace("i\u0307", "i").replace("ı", "i")


FUNCTION = frozenset(small(_FUNCTION).split())
"""Small words that sentences cannot do without and menus can. A third of the words of English prose are of them."""

READER = frozenset(small(_READER).split())
"""Words by which a page speaks of itself and to its reader."""
