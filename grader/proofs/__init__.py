"""Proofs that an assignment judges rightly, by grading solutions whose verdict is known."""

from grader.proofs.course import Course
from grader.proofs.proof import Proof

__all__ = ["Course", "Proof"]
