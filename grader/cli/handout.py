"""`grader handout`: the zip that students get."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from grader.cli.console import show
from grader.cli.context import find_assignment
from grader.cli.options import Language, argument, language_option, option
from grader.handout import contents, to_zip
from grader.language import gettext as _
from grader.store import write_bytes

HELP = _("Make the zip that students get.")

EXAMPLES = _("""Examples:

  grader handout linear_classifier
  grader handout linear_classifier --out course/week3

The zip holds the stubs, the public tests and the handout in English and Russian, and nothing of the
hidden suite, the reference or the known mistakes.
""")


def handout(
    assignment: Annotated[str, argument(_("Name or folder of the assignment."))],
    out: Annotated[Path, option(_("The folder for the zip."))] = Path("dist"),
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Make the students' zip of an assignment."""
    chosen = find_assignment(assignment)
    files = contents(chosen)
    target = out / f"{chosen.name}.zip"
    write_bytes(target, to_zip(chosen.name, files))
    for file in files:
        show(f"  {file.path}")
    show(f"→ {target}")
