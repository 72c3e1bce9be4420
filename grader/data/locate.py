"""Which CIFAR-10 this machine has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from grader.data import cifar10, synthetic
from grader.data.cifar10 import FILES, FOLDER, Cifar10
from grader.data.folders import cache_folder
from grader.errors import DataUnavailable
from grader.language import gettext as _


def find(environ: Mapping[str, str] = os.environ) -> Cifar10:
    """The data set of CIFAR10_DIR, else the one that `make data` fetched, else the synthetic one.

    CIFAR10_DIR may name the folder of the six files or its parent; empty is the same as not set.
    A folder that is named, or was fetched, and does not hold CIFAR-10 raises DataUnavailable:
    nothing falls back in silence.
    """
    cache = cache_folder(environ)
    checksums = cache / "sha256.json" if cache else None
    named = environ.get("CIFAR10_DIR")
    if named:
        return cifar10.open_folder(_folder_of_files(Path(named)), checksums)
    fetched = data_folder(environ)
    if fetched and (fetched / FOLDER).is_dir():
        return cifar10.open_folder(fetched / FOLDER, checksums)
    return synthetic.cifar10()


def data_folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where `make data` puts CIFAR-10: the parent of `cifar-10-batches-bin`."""
    cache = cache_folder(environ)
    return cache / "cifar10" if cache else None


def _folder_of_files(named: Path) -> Path:
    for folder in (named, named / FOLDER):
        if any((folder / name).is_file() for name in FILES):
            return folder
    raise DataUnavailable(
        _(
            "CIFAR10_DIR must name the folder of {first} … {last}, or its parent with {folder}/ in"
            " it. Got {named}, {problem}."
        ).format(
            first=FILES[0],
            last=FILES[5],
            folder=FOLDER,
            named=named,
            problem=_("without them") if named.is_dir() else _("not a folder"),
        ),
        hint=_(
            "unset CIFAR10_DIR to use the copy of `make data`, or the synthetic set without one"
        ),
    )
