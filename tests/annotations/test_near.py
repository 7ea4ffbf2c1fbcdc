"""The same text at two sites is found whatever stands around it, and two reports on one event are two."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import pytest

from annotations import near
from annotations.near import ALIKE, KIN, Neighbours, likeness, read, sketch, written
from seeds.article import Article, Kind
from seeds.samples import sample_paths
from tests.annotations.shelf import article

SAMPLES = {path.stem: path.read_text("utf-8") for path in sample_paths()}

OTHER_HAND = """\
Dockers and port meet for the first time since April
Ternhaven (Coast Press) — After nine days of silence the dockers of Ternhaven and their employer have spoken again.
The union's delegation, five women and two men, came on foot through the rain to the old Customs House shortly before \
ten. An hour and a half later they left it by the same door.
“We will sit down again on Monday,” said Mara Holt, who leads the union. What had been discussed she would not say.
Since mid-April no container has been moved in the country's second largest port. Shipping lines send their vessels to \
Lowmark instead, at a cost that the chamber of commerce puts at four million a week.
Edvin Strand, the director of the port, told this agency that he had offered to pay the wages of March at once if the \
gates were free. “An open gate is not a concession,” he said.
On the quays few believe in a quick end. “I have bought coal for June,” said a crane driver who has worked there since \
he was seventeen, and who asked that his name be left out.
Sign up for our newsletter
"""

STRIKE_IN_CHINESE = """\
码头工人同意恢复谈判
泰恩港的码头工人和港务局星期五在旧海关大楼重新坐到一起，这是双方停止接触九天以来第一次会面。
工会书记玛拉·霍尔特走下台阶时说，下星期一还要再谈一次，没有人中途离开会场。
港务局要求先撤走东门的纠察队，然后才肯讨论工资；工会认为这个条件无法接受，并且要求先收回六十四份解雇通知。
罢工已经持续三个星期，四十一艘货轮停泊在外海，鱼市后面的冷库全都装满了。
市长请来一位退休的引水员做调解人，他说自己只带了一壶茶和两副眼镜。
关注我们
"""


def paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if len(line) > 60]


def elsewhere(text: str, seed: int) -> Article:
    """The text as another site has it: a third of the paragraphs is gone, one word in twenty is another, and there is
    another title, head and foot, which the cleaner did not know for what they are."""
    chance = random.Random(seed)
    before = paragraphs(text)
    kept = sorted(chance.sample(range(len(before)), len(before) - len(before) // 3))
    words = re.findall(r"\w+", text)
    body = [
        " ".join(chance.choice(words) if chance.random() < 0.05 else word for word in before[number].split())
        for number in kept
    ]
    head = "Our reporters are at work day and night. Read on without limits for a month, and tell a friend of it."
    foot = "More from this section: five recipes for a rainy week, and what the tides have to do with them."
    return article("\n".join(["News in brief", head, *body, foot, "Follow us"]))


def plain(text: str) -> Article:
    return article("\n".join(["A title", *paragraphs(text), "Follow us"]))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_text_at_another_site_is_found_among_others(name: str, seed: int) -> None:
    found = Neighbours()
    for other, text in SAMPLES.items():
        assert found.add(other, sketch(plain(text))) == ""
    assert found.add("again", sketch(elsewhere(SAMPLES[name], seed))) == name
    assert found.groups == {name: name, "again": name}


def test_reports_on_the_same_event_by_two_hands_are_two() -> None:
    one, other = sketch(plain(SAMPLES["harbour-strike"])), sketch(article(OTHER_HAND))
    assert likeness(one, other) < KIN
    found = Neighbours()
    assert [found.add("one", one), found.add("other", other)] == ["", ""]


def test_different_articles_have_hardly_anything_in_common() -> None:
    assert max(likeness(sketch(plain(a)), sketch(plain(b))) for a, b in combinations(SAMPLES.values(), 2)) < KIN


def test_the_more_is_changed_the_less_alike() -> None:
    lines = paragraphs(SAMPLES["harbour-strike"])
    whole = sketch(plain("\n".join(lines)))
    rungs = [likeness(whole, sketch(plain("\n".join(lines[: len(lines) * part // 4])))) for part in (4, 3, 2, 1)]
    assert rungs[0] == 1
    assert rungs == sorted(rungs, reverse=True)
    assert rungs[1] == pytest.approx(0.75, abs=0.15)
    assert rungs[3] > 0


def test_a_text_without_spaces_is_found() -> None:
    lines = STRIKE_IN_CHINESE.split("\n")
    changed = "\n".join([*lines[:3], *lines[4:]]).replace("星期五", "周五").replace("书记", "秘书")
    found = Neighbours()
    found.add("one", sketch(article(STRIKE_IN_CHINESE)))
    assert found.add("other", sketch(article(changed))) == "one"


def test_only_the_body_counts() -> None:
    text = SAMPLES["island-ferry"]
    given = plain(text)
    blocks = [*given.blocks[:-1], given.blocks[-1]._replace(kind=Kind.BYLINE)]
    assert sketch(given._replace(blocks=tuple(blocks))) == sketch(given)
    assert sketch(article("Another title\n" + "\n".join(paragraphs(text)) + "\nBuy two, get three")) == sketch(given)


def test_capitals_and_soft_hyphens_make_no_other_text() -> None:
    given = plain(SAMPLES["talsperre"])
    assert sketch(plain(SAMPLES["talsperre"].upper())) == sketch(given)
    hyphened = "\n".join(line.replace("sch", "s\u00adch") for line in paragraphs(SAMPLES["talsperre"]))
    assert sketch(plain(hyphened)) == sketch(given)


def test_of_a_short_text_nothing_is_said() -> None:
    words = " ".join(f"word{number}" for number in range(near.FEWEST + near.SHINGLE - 1))
    assert sketch(article(f"T\n{words.rpartition(' ')[0]}\nx")) == ()
    assert len(sketch(article(f"T\n{words}\nx"))) == near.FEWEST
    assert likeness((), ()) == 0
    found = Neighbours()
    assert [found.add("one", ()), found.add("other", ())] == ["", ""]
    assert found.groups == {}


def test_a_huge_text_is_known_by_its_beginning() -> None:
    words = [f"word{number}" for number in range(40_000)]
    assert len(" ".join(words[:20_000])) > near.LONGEST
    assert sketch(article(f"T\n{' '.join(words[:20_000])}\nx")) == sketch(article(f"T\n{' '.join(words)}\nx"))


def test_a_sketch_is_the_same_in_every_process() -> None:
    text = " ".join(f"слово{number}" for number in range(200))
    assert sketch(article(f"T\n{text}\nx"))[:3] == (16018842, 18492224, 47172827)


def test_a_sketch_can_be_written_and_read_and_a_damaged_one_says_nothing() -> None:
    given = sketch(plain(SAMPLES["harbour-strike"]))
    assert read(written(given)) == given
    assert read(written(())) == read("AAA") == read("ÄÖÜ") == read(written(given)[:-3]) == ()


def test_a_chain_of_small_steps_is_no_group() -> None:
    words = [f"word{number}" for number in range(2_000)]
    windows = [sketch(article("T\n" + " ".join(words[at : at + 200]) + "\nx")) for at in range(0, 1_800, 30)]
    found = Neighbours()
    for number, one in enumerate(windows):
        found.add(str(number), one)
    groups = found.groups
    assert len(set(groups.values())) > 5
    assert all(likeness(windows[int(one)], windows[int(first)]) >= KIN for one, first in groups.items())
    assert all(likeness(*pair) >= ALIKE for pair in pairwise(windows))


def test_what_all_texts_of_a_site_share_makes_no_group_and_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    shared = [chance.getrandbits(32) for _ in range(40)]
    compared: list[int] = []

    def spied(*pair: Sequence[int]) -> float:
        compared.append(1)
        return likeness(*pair)

    monkeypatch.setattr(near, "likeness", spied)
    found = Neighbours()
    for number in range(400):
        own = [chance.getrandbits(32) for _ in range(360)]
        found.add(str(number), sorted(own + shared)[: near.KEPT])
    assert found.groups == {}
    assert len(compared) <= 400 * near.TRIED


def test_a_group_of_many_costs_no_more_than_one_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def spied(numbers: Iterable[int]) -> Counter[int]:
        looked_at.extend(numbers)
        return Counter(looked_at)

    found, values = Neighbours(), sketch(plain(SAMPLES["harbour-strike"]))
    for number in range(100):
        found.add(str(number), values)
    monkeypatch.setattr(near, "Counter", spied)
    assert found.add("again", values) == "0"
    assert len(looked_at) == near.LOOKED_UP * near.SHARERS
    assert len(found.groups) == 101
