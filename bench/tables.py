"""Tables in plain text, as they are pasted into notes."""

from collections.abc import Iterable, Sequence


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print the table; columns of figures stand to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    figures = [all(is_figure(row[column]) for row in cells) for column in range(len(header))]
    print(f"\n{title}\n")
    for row in (list(header), ["-" * width for width in widths], *cells):
        aligned = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, figures, strict=True)
        ]
        print("  ".join(aligned).rstrip(), flush=True)


def is_figure(cell: str) -> bool:
    return cell[:1].isdigit() or cell in {"", "-"}


def quantile(seconds: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
