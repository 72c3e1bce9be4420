"""The trusted side of the wall: the hidden suite runs here and never meets student code.

`server` and what it imports run in the judge's container; `client` is the host's end. Hidden suites
import `undiagnosed` from here.
"""

from grader.judge.api import undiagnosed

__all__ = ["undiagnosed"]
