import pytest
import spacy
from django.core.management import CommandError, call_command

from claims.extraction import pipeline
from claims.extraction.scorer import Scorer
from claims.extraction.training import examples, vectors

WORDS = [letter * n for letter in "abcdefghijklmno" for n in range(1, 7)]
DEBATES = "id\tdoc\tlabel3\tin_25ncs\ttext\n" + "".join(
    f"{n}\t{1990 + n % 4}\t{label}\t1\t{text} {n} times.\n"
    for n in range(90)
    for label, text in [("CFS", "Taxes rose"), ("UFS", "I called her"), ("NFS", "Thank you")]
)


def train(tmp_path, output="out", **files):
    debates = tmp_path / "train.tsv"
    debates.write_text(files.get("debates", DEBATES))
    more = [f"--house={tmp_path / 'house.jsonl'}"] if "house" in files else []
    (tmp_path / "house.jsonl").write_text(files.get("house", ""))
    call_command("train", f"--claimbuster={debates}", f"--output={tmp_path / output}", *more)
    return tmp_path / output / "check_worthiness.npz"


@pytest.fixture
def few_invented(monkeypatch):
    every = examples.invented()
    monkeypatch.setattr(examples, "invented", lambda: every[:60])
    monkeypatch.setattr(vectors, "vocabulary", lambda _pipeline: ("0", ".", *WORDS))


@pytest.mark.model
def test_the_same_labels_give_the_same_bytes_and_other_labels_other_ones(tmp_path, few_invented):
    house = '{"class": "check_worthy", "sentence": "The pier is 4 miles long.", "sha256": "ab"}\n' * 20

    weights = train(tmp_path)

    assert weights.read_bytes() == train(tmp_path, "again").read_bytes()
    assert weights.read_bytes() != train(tmp_path, "house", house=house).read_bytes()
    assert Scorer.load(weights).bucket_bias.shape == (5,)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"debates": "id\ttext\n1\tA.\n"}, "has no column"),
        ({"debates": "id\ttext\n"}, "holds nothing that is labelled"),
        ({"house": "{}\n"}, "house.jsonl: line 1 is no label"),
        ({"debates": DEBATES.replace("UFS", "NFS")}, "There is a class without an example"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, monkeypatch, files, message):
    monkeypatch.setattr(pipeline, "load", lambda: spacy.blank("en"))

    with pytest.raises(CommandError, match=message):
        train(tmp_path, **files)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"none\.tsv cannot be opened"):
        call_command("train", f"--claimbuster={tmp_path / 'none.tsv'}", f"--output={tmp_path}")


def test_without_the_tools_for_training_the_command_says_what_to_install(tmp_path, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name, name="sklearn")

    monkeypatch.setattr("claims.management.commands.train.import_module", missing)

    with pytest.raises(CommandError, match=r"needs sklearn.*requirements-dev\.txt"):
        train(tmp_path)
