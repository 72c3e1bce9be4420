"""What is graded again and again: the reference, and correct solutions as unlike it as possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.assignment import Assignment, CorrectVariant
from grader.model import SourceFile
from grader.proofs import cases

STYLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "linear_classifier": {
        "float32": (
            "svm_float32",
            "softmax_float32",
            "predict_float_labels",
            "train_shuffled_epochs",
            "gradient_check_in_place",
        ),
        "matrices": (
            "svm_matrix",
            "svm_half_slope_at_the_kink",
            "softmax_matrix",
            "train_without_replacement",
        ),
        "lists": (
            "svm_lists",
            "softmax_functional",
            "predict_loops",
            "train_shuffles_everything",
            "gradient_check_lists",
        ),
        "einsum": ("svm_einsum", "softmax_one_hot"),
        "add_at": ("svm_column_major", "softmax_add_at", "train_without_replacement"),
    },
    "knn": {
        "float32": ("float32",),
        "lists": ("lists",),
        "einsum": ("einsum", "votes"),
        "fortran_order": ("fortran_order",),
        "broadcasting": ("broadcasting",),
    },
}
"""For each assignment, the correct variants that together make one solution."""


@dataclass(frozen=True)
class Solution:
    """A submission that must earn every point, and no hint."""

    name: str
    files: tuple[SourceFile, ...]


def solutions(assignment: Assignment) -> list[Solution]:
    """The reference, and each style; for an assignment without styles, each of its variants."""
    known = {variant.name: variant for variant in assignment.variants}
    styles = STYLES.get(assignment.name, {name: (name,) for name in known})
    found = [Solution("reference", assignment.reference)]
    for style, names in styles.items():
        found.append(Solution(style, _together(assignment, [known[name] for name in names])))
    return found


def _together(assignment: Assignment, variants: Sequence[CorrectVariant]) -> tuple[SourceFile, ...]:
    """The reference with the functions of all `variants`, or the one that is a whole submission."""
    if len(variants) == 1:
        return cases.variant(assignment, variants[0])
    return cases.submission(
        assignment, [case for one in variants for case in cases.variant_cases(one)]
    )
