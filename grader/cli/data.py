"""`grader data`: fetch CIFAR-10, or say which copy is in use."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

from grader.cli.console import stderr, stdout
from grader.data.download import download
from grader.data.locate import data_folder, find
from grader.errors import DataUnavailable

EXAMPLES = """Examples:

  grader data            download CIFAR-10, resuming an earlier attempt

  grader data --show     say which data set would be used

CIFAR10_DIR names an existing copy; nothing is downloaded then.
"""


def data(
    show: Annotated[bool, typer.Option("--show", help="Only say which set is in use.")] = False,
) -> None:
    """Fetch CIFAR-10 unless it is here, check it, and say where it is."""
    found = find()
    if found.kind == "synthetic" and not show:
        _download()
        found = find()
    stdout.print(
        f"{found.kind}: {len(found.train)} training and {len(found.test)} test images, "
        f"digest {found.digest[:16]}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


def _download() -> None:
    folder = data_folder()
    if folder is None:
        raise DataUnavailable(
            "There must be a folder to download to, and this user has no home folder.",
            hint="set XDG_CACHE_HOME",
        )
    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=stderr, transient=True) as progress:
        task = progress.add_task("")
        download(
            folder, progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
