"""`make mutants`: small changes in the reference, made by mutmut, must fail the hidden suite.

Each mutant is graded as a student's submission; the judge keeps the right reference. A mutant that
passes every test is listed in equivalent/, with the reason, or the suite lacks a test.

Exit code: 0 if so it is, 1 if a mutant survived, or if the list is not right any more.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from grader.cli.context import context, find_assignment
from grader.cli.walls import Wall, open_sandbox
from grader.proofs import prove
from tests.mutation import equivalent, grading
from tests.mutation.mutants import Mutant, mutants


def main() -> int:
    """Grade all mutants, tell what became of them, and show those that are not as they must be."""
    options = _options()
    assignment = find_assignment(options.assignment)
    chosen = [one for one in mutants(assignment) if options.function in (None, one.function)]
    with contextlib.closing(open_sandbox(options.sandbox, assignment)) as sandbox:
        course = prove.open_course(
            context(assignment, sandbox, None), sandbox, lanes=options.lanes, on_graded=_dot
        )
        survived = grading.survivors(course, chosen)
    print(file=sys.stderr)
    return _tell(assignment.name, chosen, survived)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignment")
    parser.add_argument("--function", help="only the mutants of this one, module.function")
    parser.add_argument("--sandbox", type=Wall, choices=list(Wall), help="the wall to grade in")
    parser.add_argument("--lanes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _tell(name: str, chosen: list[Mutant], survived: list[Mutant]) -> int:
    listed = equivalent.reasons(name)
    functions = {mutant.function for mutant in chosen}
    listed_here = [one for one in listed if one[0] in functions]
    unlisted = [mutant for mutant in survived if equivalent.key(mutant) not in listed]
    noticed = {equivalent.key(one) for one in chosen} - {equivalent.key(one) for one in survived}
    wrong = {
        "survived": [equivalent.key(mutant) for mutant in unlisted],
        "listed as equivalent, but killed": [one for one in listed_here if one in noticed],
        "listed, but no mutant": equivalent.stale(listed_here, chosen),
    }
    print(
        f"{name}: {len(chosen)} mutants, {len(chosen) - len(survived)} killed, "
        f"{len(survived) - len(unlisted)} equivalent, {len(unlisted)} survived"
    )
    for what, keys in wrong.items():
        for function, diff in keys:
            print(f"\n{what}: {function}\n{diff}")
    return 1 if any(wrong.values()) else 0


def _dot() -> None:
    print(".", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
