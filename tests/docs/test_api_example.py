"""The worked example of docs/api.md is run as it stands, with curl against a live server."""

import os
import re
import shutil
import subprocess
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from accounts.models import JobState
from claims import extraction
from claims.extraction import Candidate, Extracted, pipeline
from claims.jobs.exports import write_export
from claims.jobs.extraction import extract_claims
from claims.management import newsroom
from claims.models import Export, Extraction
from claims.text import Kind, Role

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLE = PAGE.partition("## A worked example")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"```sh\n(.*?)```", EXAMPLE, flags=re.DOTALL)
PATIENCE = 60  # seconds


def second_paragraph(text, blocks, *, pipeline, threshold, published=None, progress=None):
    block = [block for block in blocks if block.role == Role.PARAGRAPH][1]
    end = block.start + len(text[block.start : block.end].rstrip())
    return Extracted("en", [], [Candidate(block.start, end, 0.9, Kind.QUANTITY, [], "", [], [])])


def make_tokens(block):
    """What the first block prints into its variables, made in the test's own database."""
    tokens = {}
    for name, arguments in re.findall(
        r"^(\w+)=\$\(.*manage\.py create_token (.*)\)$", block, flags=re.MULTILINE
    ):
        out = StringIO()
        call_command("create_token", *arguments.split(), stdout=out)
        tokens[name] = out.getvalue().split()[-1]
    return tokens


def work_until_it_ends(process):
    """Do what workers do, until the script is through."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        for model, job in ((Extraction, extract_claims), (Export, write_export)):
            for pk in model.objects.filter(state=JobState.QUEUED).values_list("pk", flat=True):
                job(pk)
        time.sleep(0.1)
    process.kill()
    return process.communicate()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed on this machine")
def test_the_example_ends_in_a_report(live_server, monkeypatch, tmp_path, settings):
    settings.EXPORT_DIR = tmp_path
    monkeypatch.setattr(pipeline, "load", lambda: None)
    monkeypatch.setattr(extraction, "find_candidates", second_paragraph)
    newsroom.load_scales()
    newsroom.load_people()

    script = "set -e\n" + "".join(BLOCKS[1:])
    environment = os.environ | make_tokens(BLOCKS[0]) | {"API": f"{live_server.url}/api/v1"}
    process = subprocess.Popen(
        ["sh", "-c", script], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    output, errors = work_until_it_ends(process)

    assert (process.returncode, errors) == (0, "")
    assert output.splitlines()[:4] == ["open", "in_check", "True", "resolved"]
    report = output.split("resolved\n")[1]
    assert "The port handled 9.2 million tonnes of goods in 2025" in report
    assert "https://port.example/figures/2025" in report
    assert {"Carla Venn", "Ada Lindqvist"} <= set(re.findall("Carla Venn|Ada Lindqvist", report))
