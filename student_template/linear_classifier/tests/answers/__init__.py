"""Reads answers.yaml, in its form only: students get this folder, and `make test` reads with it.

Needs nothing but Python and PyYAML, and imports nothing of the rest of the grader.
"""
