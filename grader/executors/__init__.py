"""Where submissions are graded. So far: on this machine."""

from grader.executors.local import Events, LocalExecutor

__all__ = ["Events", "LocalExecutor"]
