"""How fast the extraction is: `python -m bench.extraction [FILE …]`; `--hostile` for texts made to hurt it.

Without files it takes the sample articles of seeds/, and those of ../shared/articles where they are. One
process on one core runs plain spaCy (every component, its own settings, paragraphs in batches) and our intake
and extraction in turns over the same texts. Ratios are of time on the processor: what else the machine does
takes the core from both, not their time. 1 and more is faster than plain spaCy.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import baseline, hostile
from bench.stack import ROOT
from bench.tables import show
from claims.extraction import find_candidates, pipeline
from claims.intake import documents

ROUNDS = 7
STARTS = 3
SIZES = (50_000, 100_000, 200_000, 400_000)
ASKED = 0.9

Seconds = tuple[float, float]  # on the processor, on the clock


def sample() -> list[Path]:
    folders = (ROOT.parent / "shared" / "articles", ROOT / "seeds" / "articles")
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))]


def extract(raw: str) -> None:
    document = documents.from_text(raw)
    find_candidates(document.text, document.blocks, pipeline=pipeline.load())


def took(work: Callable[..., None], *args: str) -> Seconds:
    cpu, started = time.process_time(), time.perf_counter()
    work(*args)
    return time.process_time() - cpu, time.perf_counter() - started


def process_took(command: Sequence[str], stdin: str = "") -> Seconds:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *command], input=stdin, stdout=subprocess.DEVNULL, text=True, check=True)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, ended - started


def in_turns(rounds: int, plain: Callable[[], Seconds], ours: Callable[[], Seconds]) -> list[Seconds]:
    """The medians of both."""
    pairs = [(plain(), ours()) for _ in range(rounds)]
    return [
        (statistics.median(cpu), statistics.median(wall))
        for cpu, wall in (zip(*one, strict=True) for one in zip(*pairs, strict=True))
    ]


def compare(what: str, words: int, plain: Seconds, ours: Seconds) -> Iterator[list[str]]:
    for name, (cpu, wall) in (("plain spaCy", plain), (what, ours)):
        yield [name, f"{words / cpu:,.0f}", f"{cpu:.2f}", f"{wall:.2f}", f"{plain[0] / cpu:.2f}"]


def measure(files: Sequence[Path]) -> None:
    texts = [file.read_text("utf-8") for file in files]
    words = sum(len(text.split()) for text in texts)
    paragraphs = [paragraph for text in texts for paragraph in baseline.paragraphs_of(text)]
    nlp = baseline.load(full=True)
    header = ("", "words/s", "CPU s", "seconds", f"ratio (asked: {ASKED})")

    def plain() -> None:
        baseline.run(nlp, paragraphs)

    def ours() -> None:
        for text in texts:
            extract(text)

    took(plain), took(ours)  # both have worked once
    medians = in_turns(ROUNDS, lambda: took(plain), lambda: took(ours))
    show(
        f"{len(files)} texts, {words:,} words, one core, models loaded",
        header,
        compare("ours", words, *medians),
    )
    medians = in_turns(
        STARTS,
        lambda: process_took(["-m", "bench.baseline", "--full"], json.dumps(texts)),
        lambda: process_took(["manage.py", "extract", *map(str, files)]),
    )
    rows = compare("manage.py extract", words, *medians)
    show("The same in processes of their own, from start to end", header, rows)


def measure_hostile() -> None:
    """Linear is 2 a doubling."""
    extract("Both have worked once.")
    rows = []
    for name in hostile.SHAPES:
        seconds = [took(extract, hostile.text(name, size))[0] for size in SIZES]
        growth = seconds[-1] / max(seconds[-2], 0.01)
        rows.append([name, *(f"{one:.2f}" for one in seconds), f"{growth:.1f}"])
        print(*rows[-1], file=sys.stderr)
    show(
        "Seconds for a hostile text",
        ("characters", *(f"{size:,}" for size in SIZES), "last growth"),
        rows,
    )


def main() -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    names = [name for name in sys.argv[1:] if name != "--hostile"]
    if "--hostile" in sys.argv:
        measure_hostile()
    if names or "--hostile" not in sys.argv:
        measure([Path(name).resolve() for name in names] or sample())


if __name__ == "__main__":
    main()
