"""An automated grader for numerical Python courses."""

__version__ = "0.1.0"
