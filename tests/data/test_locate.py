"""CIFAR10_DIR, else the download, else synthetic; and never one for another in silence."""

import shutil

import pytest

from grader.data import cifar10, locate
from grader.errors import DataUnavailable


@pytest.fixture
def environ(tmp_path):
    """A user with an empty home."""
    return {"HOME": str(tmp_path / "home")}


@pytest.fixture
def digest(small_folder):
    return cifar10.open_folder(small_folder).digest


def test_without_any_copy_the_set_is_synthetic(environ):
    assert locate.find(environ).kind == "synthetic"


def test_without_a_home_the_set_is_synthetic():
    assert locate.data_folder({}) is None
    assert locate.find({}).kind == "synthetic"


def test_cifar10_dir_may_be_the_folder_itself(environ, small_folder, digest):
    assert locate.find(environ | {"CIFAR10_DIR": str(small_folder)}).digest == digest


def test_cifar10_dir_may_be_its_parent(environ, small_folder, digest):
    assert locate.find(environ | {"CIFAR10_DIR": str(small_folder.parent)}).digest == digest


def test_the_download_is_found_in_the_cache_folder(environ, small_folder, digest):
    shutil.copytree(small_folder, locate.data_folder(environ) / cifar10.FOLDER)

    assert locate.find(environ).digest == digest


def test_the_download_follows_xdg_cache_home(environ, small_folder, digest, tmp_path):
    environ["XDG_CACHE_HOME"] = str(tmp_path / "big")
    shutil.copytree(small_folder, tmp_path / "big/grader/cifar10" / cifar10.FOLDER)

    assert locate.find(environ).digest == digest


def test_cifar10_dir_goes_before_the_download(environ, small_folder, digest):
    fetched = locate.data_folder(environ) / cifar10.FOLDER
    shutil.copytree(small_folder, fetched)
    (fetched / "test_batch.bin").write_bytes(bytes(3073))

    assert locate.find(environ | {"CIFAR10_DIR": str(small_folder)}).digest == digest
    assert locate.find(environ | {"CIFAR10_DIR": ""}).digest != digest, "empty: not set"


@pytest.mark.parametrize("named", ["nowhere", "home", "file"])
def test_a_cifar10_dir_without_cifar10_is_an_error(environ, small_folder, tmp_path, named):
    """Even where a download is there: who names a folder wants that one."""
    shutil.copytree(small_folder, locate.data_folder(environ) / cifar10.FOLDER)
    (tmp_path / "file").touch()
    environ["CIFAR10_DIR"] = str(tmp_path / named)

    with pytest.raises(DataUnavailable, match="CIFAR10_DIR must name") as caught:
        locate.find(environ)

    assert environ["CIFAR10_DIR"] in caught.value.message
    assert caught.value.hint


def test_a_cifar10_dir_with_a_file_missing_names_the_file(environ, small_folder):
    (small_folder / "data_batch_4.bin").unlink()

    with pytest.raises(DataUnavailable, match=r"no data_batch_4\.bin"):
        locate.find(environ | {"CIFAR10_DIR": str(small_folder.parent)})


def test_a_broken_download_is_an_error_too(environ, small_folder):
    fetched = locate.data_folder(environ) / cifar10.FOLDER
    shutil.copytree(small_folder, fetched)
    (fetched / "data_batch_4.bin").unlink()

    with pytest.raises(DataUnavailable, match=r"no data_batch_4\.bin"):
        locate.find(environ)


def test_checksums_are_remembered_in_the_cache_folder_and_not_beside_the_data(
    environ, small_folder, tmp_path
):
    """The folder that CIFAR10_DIR names may be read-only."""
    locate.find(environ | {"CIFAR10_DIR": str(small_folder)})

    assert (tmp_path / "home/.cache/grader/sha256.json").exists()
    assert {path.name for path in small_folder.iterdir()} == set(cifar10.FILES)
