import hashlib
import json

import pytest

from claims.extraction.training.examples import (
    DEBATE,
    INVENTED,
    NOT,
    WORTHY,
    articles,
    claimbuster,
    house,
    invented,
    table,
)
from claims.intake.documents import read
from claims.text.sentences import split

DEBATES = """id\tdoc\tlabel3\tin_25ncs\ttext
1\t1999\tCFS\t1\tTaxes "rose".
2\t1999\tCFS\t0\tTaxes fell.
3\t2003\tUFS\t0\tI was there.
4\t2003\tNFS\t0\tThank you.
"""


def test_debates_keep_their_three_classes_and_stay_together(tmp_path):
    path = tmp_path / "train.tsv"
    path.write_text(DEBATES)

    found = claimbuster(path)

    assert [one.label for one in found] == [DEBATE["CFS"], DEBATE["CFS"], DEBATE["UFS"], DEBATE["NFS"]]
    assert [one.group for one in found] == ["1999", "1999", "2003", "2003"]
    assert [one.is_worthy for one in found] == [True, True, False, False]
    assert found[0].text == 'Taxes "rose".'
    assert found[0].weight > found[1].weight > found[3].weight > found[2].weight


def test_invented_sentences_have_both_classes_and_no_sentence_twice():
    found = invented()

    assert {one.label for one in found} == {NOT, WORTHY}
    assert len({one.text for one in found}) == len(found)
    assert 0.4 < sum(one.is_worthy for one in found) / len(found) < 0.6


def test_what_is_held_out_is_not_trained_on():
    held_out = INVENTED.parents[3] / "tests" / "claims" / "extraction"
    known = {one.text for one in invented()}

    texts = {row["text"] for path in held_out.glob("held_out_*.tsv") for row in table(path)}

    assert len(texts) > 200
    assert known.isdisjoint(texts)


def test_no_sentence_of_a_sample_is_trained_on():
    documents = map(read, (INVENTED.parents[3] / "seeds" / "articles").glob("*.txt"))

    sentences = {text[start:end] for _title, text, _blocks in documents for start, end in split(text)}

    assert len(sentences) > 200
    assert {one.text for one in invented()}.isdisjoint(sentences)


def test_an_article_is_known_by_its_digest_and_its_other_sentences_are_not_worthy(tmp_path):
    text = "A headline\n\nThe bridge fell in 2019. Nobody cares. It may rise again.\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "unlabelled.txt").write_text(text + "More.\n")
    start = text.index("The bridge")
    end = text.index(" Nobody")
    labels = tmp_path / "labels.json"
    other = [text.index("It may"), len(text) - 1, "acceptable"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    labels.write_text(json.dumps({digest: [[start, end, "wanted"], other]}))

    found = articles(tmp_path, labels)

    assert {one.text: one.label for one in found} == {
        "A headline": NOT,
        "The bridge fell in 2019.": WORTHY,
        "Nobody cares.": NOT,
    }
    assert {one.group for one in found} == {digest}


def test_the_house_labels_its_own(tmp_path):
    path = tmp_path / "house.jsonl"
    row = {"sha256": "ab", "start": 0, "end": 4, "class": "check_worthy", "desk": "x", "text": "Rain"}
    lines = [{**row, "sentence": "Rain fell."}, {**row, "class": "not_check_worthy", "sentence": "Ah."}]
    path.write_text("\n".join(map(json.dumps, lines)))

    assert [(one.text, one.label) for one in house(path)] == [("Rain fell.", WORTHY), ("Ah.", NOT)]


@pytest.mark.parametrize("line", ["{", "[]", '{"class": "check_worthy"}', '{"class": "?", "sentence": "A"}'])
def test_a_line_that_is_no_label_is_named(tmp_path, line):
    path = tmp_path / "house.jsonl"
    path.write_text(line)

    with pytest.raises(ValueError, match="line 1 is no label"):
        house(path)
