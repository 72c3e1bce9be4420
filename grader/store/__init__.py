"""The results folder: written atomically, and read again to resume."""

from grader.store.atomic import write_bytes
from grader.store.files import finished, write_report, write_summary

__all__ = ["finished", "write_bytes", "write_report", "write_summary"]
