"""What students handed in: from folders and archives to `Submission` or `Rejected`."""

from grader.intake.collect import collect, content_hash
from grader.intake.rules import Rules

__all__ = ["Rules", "collect", "content_hash"]
