"""Write the answer form and what reads it: `python -m grader.questions assignments/NAME`."""

import sys
from pathlib import Path

from grader.assignment import load_assignment
from grader.errors import GraderError
from grader.language import gettext as _
from grader.questions.handout import template_files


def main(folder: Path) -> None:
    """Write the files into the template of the assignment in `folder`."""
    assignment = load_assignment(folder)
    for name, content in template_files(assignment).items():
        path = assignment.template / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except GraderError as error:
        message = _("error: {message}").format(message=error.message)
        hint = _("\nhint: {hint}").format(hint=error.hint) if error.hint else ""
        sys.exit(f"{message}\n{hint}")
