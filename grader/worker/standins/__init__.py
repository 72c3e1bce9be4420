"""Small modules in the place of packages that student code imports and does not need here.

Loaded only when a submission asks for one; see `STAND_INS` in `grader.worker.imports`.
"""
