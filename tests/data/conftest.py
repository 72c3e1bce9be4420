"""Small copies of CIFAR-10's layout, and the real one where CIFAR10_DIR names it."""

import os
from pathlib import Path

import numpy as np
import pytest

from grader.data import cifar10, locate


def write_files(folder: Path, images: int = 4) -> Path:
    """Six files with `images` random images each, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for name in cifar10.FILES:
        records = rng.integers(0, 256, (images, cifar10.RECORD), dtype=np.uint8)
        records[:, 0] %= 10
        records.tofile(folder / name)
    return folder


@pytest.fixture
def small_folder(tmp_path):
    """A folder of six small files, `cifar-10-batches-bin` in a folder of its own."""
    return write_files(tmp_path / "copy" / cifar10.FOLDER)


@pytest.fixture(scope="session")
def real_cifar10(tmp_path_factory):
    """CIFAR-10 as CIFAR10_DIR names it. CI must have it; elsewhere these tests are skipped."""
    if not os.environ.get("CIFAR10_DIR"):
        if os.environ.get("CI"):
            pytest.fail("CI is set, so CIFAR10_DIR must name a copy of CIFAR-10. It is not set.")
        pytest.skip("CIFAR10_DIR does not name a copy of CIFAR-10")
    cache = str(tmp_path_factory.mktemp("cache"))
    return locate.find({"CIFAR10_DIR": os.environ["CIFAR10_DIR"], "XDG_CACHE_HOME": cache})
