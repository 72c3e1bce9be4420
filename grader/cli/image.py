"""`grader image`: make the image that judge and workers run in."""

from __future__ import annotations

import contextlib
from typing import Annotated

from grader.cli.console import say, show
from grader.cli.options import Language, language_option, option
from grader.language import gettext as _
from grader.sandbox.docker import ORIGIN
from grader.sandbox.engine import connect
from grader.sandbox.runtime import ensure_image, prune_images

HELP = _("Make the Docker image, from a registry's Python or from this machine's own.")

EXAMPLES = _("""Examples:

  grader image              make it if it is missing, and print its tag

  grader image --rebuild    make it anew, asking the registry again
""")


def image(
    rebuild: Annotated[bool, option(_("Make it anew."), "--rebuild")] = False,
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Make the Docker image, from a registry's Python or from this machine's own."""
    with contextlib.closing(connect()) as client:
        made = ensure_image(client, rebuild=rebuild, progress=say)
        prune_images(client)
    show(
        f"{made.tag} {made.id[:19]} (Python {made.python}, NumPy {made.numpy}), {ORIGIN[made.base]}"
    )
