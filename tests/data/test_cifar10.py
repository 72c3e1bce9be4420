"""The official binary layout: what is read, and what is refused in which words."""

import hashlib

import numpy as np
import pytest

from grader.data import cifar10
from grader.errors import DataUnavailable


def records(folder, name):
    return np.fromfile(folder / name, np.uint8).reshape(-1, cifar10.RECORD)


def test_a_record_is_a_label_byte_and_then_the_pixels(small_folder):
    images, labels = cifar10.open_folder(small_folder).test.sample(np.array([2]))

    record = records(small_folder, "test_batch.bin")[2]
    assert labels[0] == record[0]
    assert np.array_equal(images[0], record[1:])
    assert images.shape == (1, 3072)
    assert images.dtype == labels.dtype == np.uint8


def test_the_five_training_files_are_one_split_in_their_order(small_folder):
    """Sampled numbers may be in any order, repeat, and lie on both sides of a file's end."""
    train = cifar10.open_folder(small_folder).train
    together = np.concatenate([records(small_folder, name) for name in cifar10.FILES[:5]])
    indices = np.array([19, 3, 4, 0, 4, 11])

    images, labels = train.sample(indices)

    assert len(train) == len(train.images) == 20
    assert np.array_equal(images, together[indices, 1:])
    assert np.array_equal(labels, together[indices, 0])


@pytest.mark.parametrize("number", [-1, 20])
def test_a_number_outside_of_the_split_is_refused(small_folder, number):
    """Without the check, an image nobody has written to would come back."""
    with pytest.raises(IndexError, match=r"\[0, 20\)"):
        cifar10.open_folder(small_folder).train.sample(np.array([0, number]))


def test_the_files_stay_on_disk_until_they_are_asked_for(small_folder):
    images = cifar10.open_folder(small_folder).train.images

    assert all(isinstance(file.base, np.memmap) or isinstance(file, np.memmap)
               for file in images.files)  # fmt: skip
    assert not any(file.flags.writeable for file in images.files)


def test_another_copy_is_known_by_what_sha256sum_prints(small_folder):
    found = cifar10.open_folder(small_folder)

    lines = [
        f"{hashlib.sha256((small_folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin",
                     "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"]
    ]  # fmt: skip
    assert found.kind == "other"
    assert found.digest == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_one_changed_byte_is_another_copy(small_folder):
    before = cifar10.open_folder(small_folder).digest
    content = bytearray((small_folder / "data_batch_3.bin").read_bytes())
    content[5000] ^= 1
    (small_folder / "data_batch_3.bin").write_bytes(content)

    assert cifar10.open_folder(small_folder).digest != before


def test_official_means_that_all_six_checksums_are_the_published_ones(small_folder, monkeypatch):
    sums = {
        name: hashlib.sha256((small_folder / name).read_bytes()).hexdigest()
        for name in cifar10.FILES
    }
    monkeypatch.setattr(cifar10, "OFFICIAL_SHA256", sums)
    assert cifar10.open_folder(small_folder).kind == "official"

    monkeypatch.setattr(cifar10, "OFFICIAL_SHA256", sums | {"test_batch.bin": "0" * 64})
    assert cifar10.open_folder(small_folder).kind == "other"


def test_the_published_checksums_are_six_different_sha256():
    assert all(len(bytes.fromhex(sha256)) == 32 for sha256 in cifar10.OFFICIAL_SHA256.values())
    assert len(set(cifar10.OFFICIAL_SHA256.values())) == 6


@pytest.mark.parametrize("name", cifar10.FILES)
def test_a_missing_file_is_named(small_folder, name):
    (small_folder / name).unlink()

    with pytest.raises(DataUnavailable, match=f"There is no {name}") as caught:
        cifar10.open_folder(small_folder)

    assert str(small_folder) in caught.value.message
    assert "make data" in caught.value.hint


@pytest.mark.parametrize("size", [0, 1, 3072, 3074, 4 * 3073 - 1])
def test_a_file_that_is_cut_short_is_refused_with_its_size(small_folder, size):
    path = small_folder / "data_batch_2.bin"
    path.write_bytes(bytes(size))

    with pytest.raises(DataUnavailable, match=f"multiple of 3073 .* Got {size} bytes") as caught:
        cifar10.open_folder(small_folder)

    assert str(path) in caught.value.message


def test_a_label_above_nine_is_refused_with_its_record(small_folder):
    changed = records(small_folder, "test_batch.bin")
    changed[3, 0] = 10
    changed.tofile(small_folder / "test_batch.bin")

    with pytest.raises(DataUnavailable, match=r"must be 0 to 9\. Record 3 has 10") as caught:
        cifar10.open_folder(small_folder)

    assert str(small_folder / "test_batch.bin") in caught.value.message


def test_a_file_that_cannot_be_opened_is_no_traceback(small_folder, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied", "data_batch_1.bin")

    monkeypatch.setattr(np, "memmap", refuse)

    with pytest.raises(DataUnavailable, match=r"cannot be read: .*Permission denied"):
        cifar10.open_folder(small_folder)


@pytest.mark.cifar10
def test_the_real_set_has_as_many_images_of_each_class(real_cifar10):
    assert real_cifar10.kind in ("official", "other")
    assert np.bincount(real_cifar10.train.labels).tolist() == [5000] * 10
    assert np.bincount(real_cifar10.test.labels).tolist() == [1000] * 10


@pytest.mark.cifar10
def test_the_real_set_looks_like_photographs(real_cifar10):
    """Neighbouring pixels of a plane are alike: wrong strides or planes would not be."""
    images, _ = real_cifar10.train.sample(np.arange(0, 50_000, 500))
    planes = images.reshape(-1, 3, 32, 32).astype(float)

    step_along_row = np.abs(np.diff(planes, axis=3)).mean()
    step_down = np.abs(np.diff(planes, axis=2)).mean()
    assert max(step_along_row, step_down) < 0.3 * planes.std()
