"""What sort of fact a claim states: it tells a checker where to look first."""

from enum import StrEnum


class Kind(StrEnum):
    QUANTITY = "quantity"
    DATE_OR_SEQUENCE = "date_or_sequence"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    EVENT = "event"
    CAUSE = "cause"
    COMPARISON = "comparison"
    LAW_OR_RULE = "law_or_rule"
    BIOGRAPHY_OR_TITLE = "biography_or_title"
    OTHER = "other"
