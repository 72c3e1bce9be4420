"""The results folder: written atomically, and read again to resume."""

from grader.store.files import finished, write_report, write_summary

__all__ = ["finished", "write_report", "write_summary"]
