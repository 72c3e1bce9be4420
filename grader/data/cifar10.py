"""CIFAR-10 in its official binary layout, memory-mapped.

Six files: `data_batch_1.bin` … `data_batch_5.bin` are the training split, `test_batch.bin` is the
test split. Each is a row of records of 3073 bytes: one label byte (0 to 9), then 1024 red, 1024
green and 1024 blue bytes, row by row. Nothing is unpickled.

Conventions: N images, images uint8 (N, 3072), labels uint8 (N,).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.data.checksums import sha256_of
from grader.errors import DataUnavailable
from grader.language import gettext as _

Bytes: TypeAlias = NDArray[np.uint8]
Indices: TypeAlias = NDArray[np.integer[Any]]
Kind: TypeAlias = Literal["official", "other", "synthetic"]

PIXELS = 3072
RECORD = 1 + PIXELS
FOLDER = "cifar-10-batches-bin"
CLASSES = (
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
)  # fmt: skip

# Of the members of the official archive, whose own SHA-256 is in `download`. Published by
# torchvision-ruby (ankane/torchvision-ruby, lib/torchvision/datasets/cifar10.rb), which checks
# them after each download.
OFFICIAL_SHA256 = {
    "data_batch_1.bin": "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
    "data_batch_2.bin": "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
    "data_batch_3.bin": "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
    "data_batch_4.bin": "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
    "data_batch_5.bin": "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
    "test_batch.bin": "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
}
FILES = tuple(OFFICIAL_SHA256)
HINT = _("`make data` downloads CIFAR-10; CIFAR10_DIR names an existing copy")


class Images(Protocol):
    """Images by number: an array, memory-mapped files, or a generator."""

    def __len__(self) -> int: ...

    def __getitem__(self, indices: Indices, /) -> Bytes:
        """The images with these numbers, uint8 (len(indices), 3072)."""


@dataclass(frozen=True, eq=False)
class Split:
    """The training or the test images, and their labels uint8 (N,)."""

    images: Images
    labels: Bytes

    def __len__(self) -> int:
        return len(self.labels)

    def sample(self, indices: Indices) -> tuple[Bytes, Bytes]:
        """Copies of these images (n, 3072) and labels (n,), in the order of `indices`."""
        return self.images[indices], self.labels[indices]


@dataclass(frozen=True, eq=False)
class Cifar10:
    """A data set of CIFAR-10's shape.

    `kind` is "official" (the files have the official SHA-256), "other" or "synthetic". `digest`
    tells two sets apart: of files it is what `sha256sum data_batch_?.bin test_batch.bin |
    sha256sum` prints.
    """

    kind: Kind
    digest: str
    train: Split
    test: Split


@dataclass(frozen=True, eq=False)
class RecordFiles:
    """The images of several memory-mapped files (n, 3073), end to end."""

    files: tuple[Bytes, ...]

    def __len__(self) -> int:
        return sum(len(file) for file in self.files)

    def __getitem__(self, indices: Indices, /) -> Bytes:
        if len(indices) and not 0 <= indices.min() <= indices.max() < len(self):
            raise IndexError(f"image numbers must be in [0, {len(self)})")
        images = np.empty((len(indices), PIXELS), np.uint8)
        start = 0
        for file in self.files:
            here = np.flatnonzero((indices >= start) & (indices < start + len(file)))
            images[here] = file[indices[here] - start, 1:]
            start += len(file)
        return images


def open_folder(folder: Path, checksums: Path | None = None) -> Cifar10:
    """The data set in `folder`; `checksums` is the file that remembers its SHA-256 sums.

    Raises DataUnavailable where a file is missing, unreadable, cut short or no CIFAR-10.
    """
    try:
        *train, test = (_records(folder / name) for name in FILES)
        sums = {name: sha256_of(folder / name, checksums) for name in FILES}
    except FileNotFoundError as error:
        raise DataUnavailable(
            _(
                "{folder}: CIFAR-10 must have {first} … {last} and {test}. There is no {file}."
            ).format(
                folder=folder,
                first=FILES[0],
                last=FILES[4],
                test=FILES[5],
                file=Path(error.filename).name,
            ),
            hint=HINT,
        ) from error
    except OSError as error:
        raise DataUnavailable(
            _("{path}: cannot be read: {error}.").format(path=folder, error=error), hint=HINT
        ) from error
    listing = "".join(f"{sums[name]}  {name}\n" for name in FILES)
    return Cifar10(
        kind="official" if sums == OFFICIAL_SHA256 else "other",
        digest=hashlib.sha256(listing.encode()).hexdigest(),
        train=_split(*train),
        test=_split(test),
    )


def _records(path: Path) -> Bytes:
    """The file as uint8 (n, 3073), memory-mapped and checked."""
    size = path.stat().st_size
    if size == 0 or size % RECORD:
        raise DataUnavailable(
            _(
                "{path}: the size must be a positive multiple of {record} bytes, one label and"
                " {pixels} pixels an image. Got {size} bytes."
            ).format(path=path, record=RECORD, pixels=PIXELS, size=size),
            hint=HINT,
        )
    records = np.memmap(path, np.uint8, mode="r").reshape(-1, RECORD)
    wrong = np.flatnonzero(records[:, 0] >= len(CLASSES))
    if len(wrong):
        raise DataUnavailable(
            _("{path}: labels must be 0 to 9. Record {record} has {label}.").format(
                path=path, record=wrong[0], label=records[wrong[0], 0]
            ),
            hint=HINT,
        )
    return records


def _split(*files: Bytes) -> Split:
    return Split(RecordFiles(files), np.concatenate([file[:, 0] for file in files]))
