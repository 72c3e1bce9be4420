"""A report in the forms that people and systems read."""

from grader.reports.native import from_json, to_json
from grader.reports.student import student_view
from grader.reports.summary import Summary, summarise

__all__ = ["Summary", "from_json", "student_view", "summarise", "to_json"]
