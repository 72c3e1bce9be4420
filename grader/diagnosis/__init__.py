"""Which known mistake explains what a student's functions returned, and what the numbers tell.

Pure functions: from the calls that the hidden suite made, the known mistakes and the reference to
names and remarks. A wrong name is worse than none: whatever is in doubt stays silent.
"""

from grader.diagnosis.engine import Finding, diagnose
from grader.diagnosis.known import KnownMistake
from grader.diagnosis.pairs import unnamed_pairs
from grader.diagnosis.records import Call, Observation, Past, Record, Set
from grader.diagnosis.reference import Reference
from grader.diagnosis.twins import compared_twins

__all__ = [
    "Call",
    "Finding",
    "KnownMistake",
    "Observation",
    "Past",
    "Record",
    "Reference",
    "Set",
    "compared_twins",
    "diagnose",
    "unnamed_pairs",
]
