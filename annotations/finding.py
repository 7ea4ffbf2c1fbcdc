"""Something that is wrong in a library, in words for people and as fields for programs."""

from typing import NamedTuple

from seeds.errors import Problem


class Finding(NamedTuple):
    """Something wrong: the place, what is wrong there, and the next step; "" where it has been mended."""

    place: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" + (f"; {self.remedy}" if self.remedy else "")


def finding(problem: Problem) -> Finding:
    return Finding(problem.place, problem.why, problem.remedy)
