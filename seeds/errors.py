"""What can go wrong, as a sentence for people: the place, what is wrong there, and the next step."""

from seeds.printable import printable


class Problem(Exception):
    """The base of every error that postil raises for people to read.

    `place` is a file, an article, a line of one; `why` says what is wrong there; `remedy` what to do next.
    """

    def __init__(self, place: object, why: str, remedy: str = "") -> None:
        self.place, self.why, self.remedy = str(place), why, remedy
        super().__init__(printable(f"{self.place}: {why}" + (f"; {remedy}" if remedy else "")))


class Refused(Problem):
    """A document that cannot be read as an article."""
