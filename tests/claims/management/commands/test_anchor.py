import json

import pytest
from django.core.management import CommandError, call_command

OLD = "Rents rose by 9 percent. The mayor signed."


def row(**changes):
    return {"id": 1, "old": OLD, "new": "Late. " + OLD, "spans": [[0, 24]]} | changes


def run(tmp_path, capsys, *lines):
    """The rows printed, the lines on standard error, the exit status."""
    path = tmp_path / "cases.jsonl"
    path.write_bytes(
        b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    )
    status = 0
    try:
        call_command("anchor", str(path))
    except SystemExit as stop:
        status = stop.code
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err.splitlines(), status


def test_a_line_for_each_line_in_order(tmp_path, capsys):
    rows, errors, status = run(
        tmp_path,
        capsys,
        row(id="b", spans=[[25, 42], [0, 24]]),
        b"",
        row(id="a", new="Rents rose by 8 percent."),
        row(id=None, new="", spans=[[0, 5]]),
        row(id=["odd", 1], spans=[]),
    )

    same = {"class": "same", "why": "The same words."}
    assert rows == [
        {"id": "b", "spans": [same | {"start": 31, "end": 48}, same | {"start": 6, "end": 30}]},
        {
            "id": "a",
            "spans": [
                {
                    "class": "fact_changed",
                    "start": 0,
                    "end": 24,
                    "why": "The number “9 percent” became “8 percent”.",
                }
            ],
        },
        {
            "id": None,
            "spans": [
                {
                    "class": "gone",
                    "start": None,
                    "end": None,
                    "why": "No sentence of the new text says this.",
                }
            ],
        },
        {"id": ["odd", 1], "spans": []},
    ]
    assert (errors, status) == ([], 0)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", "This is no JSON"),
        (b"\xff", "This is no JSON"),
        (b"[" * 100_000, "This is no JSON"),
        ([1], "This is no JSON object."),
        (row(new=None), "“new” is missing or no text."),
        (row(spans="0-24"), "“spans” is missing or no list."),
        ({"old": OLD, "new": OLD, "spans": []}, "“id” is missing."),
        (row(spans=[[0, 43]]), "The span [0, 43] is empty or outside of “old”, which has 42 code points."),
        (row(spans=[[-1, 4]]), "The span [-1, 4] is empty or outside"),
        (row(spans=[[4, 4]]), "The span [4, 4] is empty or outside"),
        (row(spans=[[9, 4]]), "The span [9, 4] is empty or outside"),
        (row(spans=[[0, 4, 5]]), "The span [0, 4, 5] is no pair"),
        (row(spans=[[0, True]]), "The span [0, true] is no pair"),
        (row(spans=[[0, 4.0]]), "The span [0, 4.0] is no pair"),
        (row(spans=[7]), "The span 7 is no pair"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_done(tmp_path, capsys, line, error):
    rows, errors, status = run(tmp_path, capsys, row(id=1), line, row(id=3))

    assert [one["id"] for one in rows] == [1, 3]
    assert len(errors) == 1
    assert "cases.jsonl, line 2: " + error in errors[0]
    assert status == 1


def test_offsets_count_code_points_of_the_texts_as_given(tmp_path, capsys):
    old = "\ufeff😀 Vor\u00adwort.\r\n\r\nCafe\u0301s cost 9\u00a0euros.\r\n\r\nارتفعت الأسعار اليوم."
    new = "New.\r\n\r\n" + old.replace("\u00a0", " ").replace("\r\n", "\n")
    claim, arabic = "Cafe\u0301s cost 9\u00a0euros.", "ارتفعت الأسعار اليوم."

    [found], _errors, _status = run(
        tmp_path,
        capsys,
        row(old=old, new=new, spans=[[old.index(one), old.index(one) + len(one)] for one in (claim, arabic)]),
    )

    assert [one["class"] for one in found["spans"]] == ["same", "same"]
    assert [new[one["start"] : one["end"]] for one in found["spans"]] == [
        claim.replace("\u00a0", " "),
        arabic,
    ]


def test_a_missing_file_is_one_clear_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("anchor", str(tmp_path / "none.jsonl"))
