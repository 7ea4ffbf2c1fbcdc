"""A row holds the words exactly, where they stand, and what is said around them; nothing of it depends on folding."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import describe
from annotations.annotation import Annotation, Link, Value
from annotations.codebook import DEFAULT, Attribute, Codebook, Tag
from annotations.edit import Layer
from annotations.entity import Entity
from annotations.export.articles import articles, tags_of, wide
from annotations.export.coded import Coded
from annotations.export.csv import Form, write
from annotations.export.fields import Fields
from annotations.export.rows import FIXED, enclosing, header, rows
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LINES = (
    (Kind.CHROME, "Menu"),
    (Kind.TITLE, "Talks resume"),
    (Kind.BODY, "The crews met on Monday. “We agree,” Mara Holt said, “to meet again.” Nobody left."),
    (Kind.CAPTION, "The harbour of Tern."),
    (Kind.BODY, "The port authority\u00a0spoke of progress. It gave no date."),
)
TEXT = "\n".join(line for _, line in LINES)


def article() -> Article:
    blocks, at = [], 0
    for kind, line in LINES:
        blocks.append(Block(Span(at, at + len(line)), kind, 1.0, "by hand"))
        at += len(line) + 1
    meta = Meta("Talks resume", "The Tern Courier", "A. Writer", "2024-05-03", language="en", extra={"desk": "north"})
    return Article("d0123456789a", TEXT, tuple(blocks), meta, AT, "talks.txt")


def made(number: int, tag: str, *words: str, said: Mapping[str, Value] | None = None) -> Annotation:
    spans = tuple(Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in words)
    exact, prefix, suffix = describe(TEXT, spans)
    return Annotation(number, tag, spans, exact, prefix, suffix, AT, AT, said or {})


def coded(*annotations: Annotation, coder: str = "mh") -> Coded:
    return Coded(
        article(), coder, Layer({each.id: each for each in annotations}, {"status": "reading", "note": "soon"})
    )


def exported(*several: Coded, tags: Sequence[str] = (), codebook: Codebook = DEFAULT) -> list[dict[str, str]]:
    return list(rows(several, Fields(codebook, FIXED), frozenset(tags)))


def test_the_columns_are_those_of_the_documentation_in_their_order() -> None:
    assert " ".join(header(Fields(DEFAULT, FIXED))) == (
        "annotation_id article_id article_file article_title publication author published_at retrieved_at url language "
        "article_status article_sha256 tag text text_exact start end spans block_kind paragraph_no sentence_no "
        "context_before sentence context_after quote_speaker quote_speaker_start quote_speaker_end quote_speaker_id "
        "quote_type precondition_by precondition_by_start precondition_by_end precondition_by_id participant_entity "
        "participant_entity_start participant_entity_end participant_entity_id participant_kind within_ids linked_ids "
        "link_types note confidence origin coder created_at modified_at anchor_status"
    )


def test_a_row_says_which_article_it_is_of() -> None:
    (row,) = exported(coded(made(7, "quote", "Nobody left")))
    assert (row["annotation_id"], row["article_id"], row["article_file"]) == ("a7", "d0123456789a", "talks.txt")
    assert (row["article_title"], row["publication"], row["author"]) == (
        "Talks resume",
        "The Tern Courier",
        "A. Writer",
    )
    assert (row["published_at"], row["language"], row["article_status"]) == ("2024-05-03", "en", "reading")
    assert row["article_sha256"] == sha256(TEXT.encode()).hexdigest()
    assert (row["created_at"], row["coder"], row["anchor_status"]) == ("2026-01-02T03:04:05Z", "mh", "exact")


def test_the_words_of_a_split_quotation_are_joined_and_their_places_kept() -> None:
    (row,) = exported(coded(made(1, "quote", "“We agree,”", "“to meet again.”")))
    first, second = TEXT.index("“We"), TEXT.index("“to")
    assert row["text"] == row["text_exact"] == "“We agree,” … “to meet again.”"
    assert (row["start"], row["end"]) == (str(first), str(second + 16))
    assert row["spans"] == f"{first}-{first + 11}|{second}-{second + 16}"


def test_text_has_plain_spaces_and_text_exact_has_the_sources_own() -> None:
    (row,) = exported(coded(made(1, "participant", "port authority\u00a0spoke")))
    assert (row["text"], row["text_exact"]) == ("port authority spoke", "port authority\u00a0spoke")


def test_the_sentence_and_its_neighbours_stand_beside_the_words() -> None:
    (row,) = exported(coded(made(1, "quote", "Mara Holt")))
    assert row["context_before"] == "The crews met on Monday."
    assert row["sentence"] == "“We agree,” Mara Holt said, “to meet again.”"
    assert row["context_after"] == "Nobody left."
    assert (row["block_kind"], row["paragraph_no"], row["sentence_no"]) == ("body", "3", "2")


def test_context_is_read_on_over_a_caption_and_not_into_the_menu() -> None:
    crews, left, port = exported(
        coded(made(1, "quote", "The crews"), made(2, "quote", "Nobody left."), made(3, "quote", "spoke of progress"))
    )
    assert left["context_after"] == "The port authority spoke of progress."
    assert port["context_before"] == "Nobody left."
    assert crews["context_before"] == ""


def test_words_over_two_paragraphs_touch_the_sentences_of_both() -> None:
    start, end = TEXT.index("left"), TEXT.index("spoke")
    annotation = made(1, "quote", "left")._replace(spans=(Span(start, end),), exact=(TEXT[start:end],))
    (row,) = exported(coded(annotation._replace(suffix=TEXT[end : end + 32])))
    assert row["sentence"] == "Nobody left. The harbour of Tern. The port authority spoke of progress."
    assert (row["paragraph_no"], row["sentence_no"]) == ("3", "3")


def test_sentences_that_are_apart_are_told_to_be() -> None:
    (row,) = exported(coded(made(1, "quote", "The crews", "Nobody")))
    assert row["sentence"] == "The crews met on Monday. … Nobody left."


def test_an_annotation_of_the_whole_article_has_no_place() -> None:
    (row,) = exported(coded(made(1, "participant")))
    assert not {"start", "end", "spans", "block_kind", "paragraph_no", "sentence"} & set(row)
    assert row["anchor_status"] == "exact"


def test_who_is_named_has_four_columns() -> None:
    at = Span(TEXT.index("Mara"), TEXT.index("Mara") + 9)
    said: dict[str, Value] = {"speaker": Entity("Mara Holt", "e1", at), "type": "mixed"}
    typed, whole = exported(
        coded(made(1, "quote", "Nobody", said={"speaker": Entity("Ivo")}), made(2, "quote", "“We agree,”", said=said))
    )[::-1]
    assert [whole[f"quote_speaker{part}"] for part in ("", "_start", "_end", "_id")] == [
        "Mara Holt", str(at.start), str(at.end), "e1",
    ]  # fmt: skip
    assert whole["quote_type"] == "mixed"
    assert [typed[f"quote_speaker{part}"] for part in ("", "_start", "_end", "_id")] == ["Ivo", "", "", ""]


def test_what_the_codebook_does_not_name_is_said_to_be_left_out() -> None:
    fields = Fields(DEFAULT, FIXED)
    list(rows([coded(made(1, "quote", "Nobody", said={"mood": "glum"}))], fields))
    assert fields.left_out == {"quote.mood"}


def test_no_two_columns_have_one_name() -> None:
    tags = (
        Tag(
            "article", "1", "blue", "word", "", (Attribute("id"), Attribute("who", names=True), Attribute("who_start"))
        ),
        Tag("article_who", "2", "blue", "word", "", (Attribute("end"),)),
    )
    columns = header(Fields(Codebook(tags), FIXED))
    assert len(columns) == len(set(columns))
    (row,) = exported(coded(made(1, "article", "Nobody", said={"id": "x"})), codebook=Codebook(tags))
    assert (row["article_id"], row["article_id_"]) == ("d0123456789a", "x")


def test_links_and_note_and_confidence_are_kept() -> None:
    linked = made(1, "quote", "Nobody")._replace(
        links=(Link("responds-to", 2), Link("repeats", 3)), note="=1", confidence=0.5
    )
    (row,) = exported(coded(linked))
    assert (row["linked_ids"], row["link_types"]) == ("a2|a3", "responds-to|repeats")
    assert (row["note"], row["confidence"]) == ("=1", "0.5")


def test_rows_are_in_the_order_of_the_text_whoever_coded_them() -> None:
    ada = coded(made(1, "quote", "Nobody left"), made(2, "quote", "The crews"), coder="ada")
    ben = coded(made(3, "quote", "“We agree,”"), made(4, "participant", "Nobody left"), coder="ben")
    assert [(row["annotation_id"], row["coder"]) for row in exported(ada, ben)] == [
        ("a2", "ada"), ("a3", "ben"), ("a1", "ada"), ("a4", "ben"),
    ]  # fmt: skip
    assert [row["annotation_id"] for row in exported(ada, ben, tags=["participant"])] == ["a4"]


def test_annotations_know_which_others_enclose_them() -> None:
    sentence = made(1, "precondition", "“We agree,” Mara Holt said, “to meet again.”")
    split = made(2, "quote", "“We agree,”", "“to meet again.”")
    inner, between, beside = (
        made(3, "participant", "We"),
        made(4, "participant", "Mara Holt"),
        made(5, "quote", "Monday"),
    )
    found = exported(coded(sentence, split, inner, between, beside))
    assert {row["annotation_id"]: row["within_ids"] for row in found} == {
        "a1": "", "a2": "a1", "a3": "a1|a2", "a4": "a1", "a5": "",
    }  # fmt: skip


def test_the_same_words_enclose_each_other() -> None:
    one, other = made(1, "quote", "Nobody"), made(2, "participant", "Nobody")
    assert enclosing([one, other]) == {1: [2], 2: [1]}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=12))
def test_enclosing_is_what_comparing_all_with_all_says(places: list[tuple[int, int]]) -> None:
    every = [
        made(number, "quote")._replace(spans=(Span(start, start + length),))
        for number, (start, length) in enumerate(places, 1)
    ]
    ordered = Layer({each.id: each for each in every}).in_order
    slow = {each.id: {other.id for other in every if other is not each and each.whole in other.whole} for each in every}
    assert {number: set(found) for number, found in enclosing(ordered).items()} == slow


def test_words_that_are_gone_are_exported_as_they_were_without_a_place() -> None:
    lost = made(1, "quote", "Nobody left")._replace(exact=("Everybody\nleft",))
    (row,) = exported(coded(lost))
    assert (row["anchor_status"], row["text"], row["text_exact"]) == ("orphaned", "Everybody left", "Everybody\nleft")
    assert "start" not in row


def test_the_table_of_articles_counts_zeros_too() -> None:
    columns, found = articles([[coded(made(1, "quote", "Nobody"))], [coded()]], tags_of(DEFAULT, ()))
    assert [row["quote_count"] for row in found] == ["1", "0"]
    assert [row["participant_count"] for row in found] == ["0", "0"]
    assert (found[0]["words"], found[0]["folded_words"]) == (str(len(TEXT.split()) - 1), "1")
    assert (found[0]["meta_desk"], found[0]["note"], found[0]["coder"]) == ("north", "soon", "mh")
    assert columns[-1] == "meta_desk"
    assert set(columns) == set(found[0])


def test_the_share_of_folded_words_is_exported_with_three_decimals() -> None:
    _, [row] = articles([[coded()]], ())
    assert row["folded_share"] == f"{1 / len(TEXT.split()):.3f}"
    nothing = replace(coded(), article=article()._replace(text="", blocks=()))
    assert articles([[nothing]], ())[1][0]["folded_share"] == ""


def test_columns_of_a_corpus_take_no_other_columns_name_and_are_of_every_article() -> None:
    def of_a_corpus(**extra: str) -> Coded:
        one = coded(made(1, "quote", "Nobody"))
        return replace(one, article=one.article._replace(meta=one.article.meta._replace(extra=extra)))

    codebook_tags = ["meta_a", "quote"]
    columns, found = articles(
        [[of_a_corpus(a_count="7", wave="2")], [of_a_corpus(wave="3", **{"=1+1\n": "x"})]], codebook_tags
    )
    assert columns[-3:] == ["meta_a_count_", "meta_wave", "meta_=1+1\n"]
    assert (found[0]["meta_a_count"], found[0]["meta_a_count_"]) == ("0", "7")
    assert [row.get("meta_wave") for row in found] == ["2", "3"]
    file = BytesIO()
    write(file, columns, found, Form(single_line=True))
    header, *lines = file.getvalue().decode().splitlines()
    assert header.endswith('"meta_a_count_","meta_wave","meta_=1+1 "')
    assert len(lines) == 2


def test_the_wide_table_has_the_words_of_each_tag_in_a_cell() -> None:
    one = coded(made(1, "quote", "Nobody"), made(2, "quote", "“We agree,”", "“to meet again.”"))
    columns, (row,) = wide([[one]], tags_of(DEFAULT, ["quote", "participant"]))
    assert (row["quote"], row["participant"]) == ("“We agree,” … “to meet again.”|Nobody", "")
    assert "precondition" not in columns
