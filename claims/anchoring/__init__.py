"""The text moves: what becomes of each claim in a new version. Pure, without a model."""

from claims.anchoring.anchor import Anchored, Change, anchor

__all__ = ["Anchored", "Change", "anchor"]
