"""Who sees what: the one table that decides it, for every visibility, column and phase."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from grader.model import Phase, Visibility


class Column(StrEnum):
    """What a report may tell of a test."""

    VERDICT = "verdict, points"
    HINT = "hint"
    EXCEPTION = "exception text, own stdout"
    SHAPES = "shapes and errors"
    VALUES = "input, expected"


class Rule(Enum):
    """When a column is shown, and how much of it."""

    ALWAYS = "always"
    OWN_FRAMES = "own code's frames only"
    AFTER_DUE = "after due"
    AFTER_RELEASE = "after release"
    TOTAL_AFTER_DUE = "part total only, after due"
    NEVER = "never"


class Extent(Enum):
    """How much of a column is shown now."""

    NOTHING = 0
    TOTAL = 1
    FRAMES = 2
    ALL = 3


TABLE: Mapping[Visibility, Mapping[Column, Rule]] = {
    Visibility.PUBLIC: {
        Column.VERDICT: Rule.ALWAYS,
        Column.HINT: Rule.ALWAYS,
        Column.EXCEPTION: Rule.ALWAYS,
        Column.SHAPES: Rule.ALWAYS,
        Column.VALUES: Rule.ALWAYS,
    },
    Visibility.VISIBLE: {
        Column.VERDICT: Rule.ALWAYS,
        Column.HINT: Rule.ALWAYS,
        Column.EXCEPTION: Rule.OWN_FRAMES,
        Column.SHAPES: Rule.ALWAYS,
        Column.VALUES: Rule.AFTER_RELEASE,
    },
    Visibility.AFTER_DUE_DATE: {
        Column.VERDICT: Rule.AFTER_DUE,
        Column.HINT: Rule.AFTER_DUE,
        Column.EXCEPTION: Rule.AFTER_DUE,
        Column.SHAPES: Rule.AFTER_DUE,
        Column.VALUES: Rule.AFTER_RELEASE,
    },
    Visibility.HIDDEN: {
        Column.VERDICT: Rule.TOTAL_AFTER_DUE,
        Column.HINT: Rule.NEVER,
        Column.EXCEPTION: Rule.NEVER,
        Column.SHAPES: Rule.NEVER,
        Column.VALUES: Rule.NEVER,
    },
}


def extent(visibility: Visibility, column: Column, phase: Phase) -> Extent:
    """How much of `column` a student sees of a test of this `visibility` in this `phase`."""
    match TABLE[visibility][column]:
        case Rule.ALWAYS:
            return Extent.ALL
        case Rule.OWN_FRAMES:
            return Extent.FRAMES
        case Rule.AFTER_DUE if phase is not Phase.BEFORE_DUE:
            return Extent.ALL
        case Rule.AFTER_RELEASE if phase is Phase.AFTER_RELEASE:
            return Extent.ALL
        case Rule.TOTAL_AFTER_DUE if phase is not Phase.BEFORE_DUE:
            return Extent.TOTAL
    return Extent.NOTHING
