"""The text moves: what becomes of each claim in a new version. Pure, without a model."""

from claims.anchoring.anchor import Anchored, Change, anchor
from claims.anchoring.diffs import Piece, diff, unchanged

__all__ = ["Anchored", "Change", "Piece", "anchor", "diff", "unchanged"]
