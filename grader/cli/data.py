"""`grader data`: fetch CIFAR-10, or say which copy is in use."""

from __future__ import annotations

from typing import Annotated

from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

from grader.cli.console import show, stderr
from grader.cli.options import Language, language_option, option
from grader.data.download import download
from grader.data.locate import data_folder, find
from grader.errors import DataUnavailable
from grader.language import gettext as _
from grader.language import ngettext

HELP = _("Fetch CIFAR-10 unless it is here, check it, and say where it is.")

EXAMPLES = _("""Examples:

  grader data            download CIFAR-10, resuming an earlier attempt

  grader data --show     say which data set would be used

CIFAR10_DIR names an existing copy; nothing is downloaded then.
""")


def data(
    only_show: Annotated[bool, option(_("Only say which set is in use."), "--show")] = False,
    lang: Annotated[Language | None, language_option()] = None,
) -> None:
    """Fetch CIFAR-10 unless it is here, check it, and say where it is."""
    found = find()
    if found.kind == "synthetic" and not only_show:
        _download()
        found = find()
    training, test = len(found.train), len(found.test)
    show(
        _("{kind}: {training} and {test}, digest {digest}").format(
            kind=found.kind,
            training=ngettext("{count} training image", "{count} training images", training).format(
                count=training
            ),
            test=ngettext("{count} test image", "{count} test images", test).format(count=test),
            digest=found.digest[:16],
        )
    )


def _download() -> None:
    folder = data_folder()
    if folder is None:
        raise DataUnavailable(
            _("There must be a folder to download to, and this user has no home folder."),
            hint=_("set XDG_CACHE_HOME"),
        )
    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=stderr, transient=True) as progress:
        task = progress.add_task("")
        download(
            folder, progress=lambda done, total: progress.update(task, completed=done, total=total)
        )
