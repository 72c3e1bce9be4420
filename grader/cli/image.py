"""`grader image`: make the image that judge and workers run in."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from grader.cli.console import say, stdout
from grader.sandbox.docker import ORIGIN
from grader.sandbox.engine import connect
from grader.sandbox.runtime import ensure_image, prune_images

EXAMPLES = """Examples:

  grader image              make it if it is missing, and print its tag

  grader image --rebuild    make it anew, asking the registry again
"""


def image(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make it anew.")] = False,
) -> None:
    """Make the Docker image, from a registry's Python or from this machine's own."""
    with contextlib.closing(connect()) as client:
        made = ensure_image(client, rebuild=rebuild, progress=say)
        prune_images(client)
    stdout.print(
        f"{made.tag} {made.id[:19]} (Python {made.python}, NumPy {made.numpy}), "
        f"{ORIGIN[made.base]}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
