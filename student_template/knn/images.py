"""Images for the notebook. Nothing to write here, and nothing to hand in.

CIFAR-10 in its binary form, where the environment variable CIFAR10_DIR names its folder (or one
lies here, as cifar-10-batches-bin). Otherwise a small made-up set of about the same difficulty: ten
smooth coloured patterns under noise. `load` says which of the two it gave.
"""

import os
from pathlib import Path

import numpy as np

CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
RECORD = 1 + 3 * 32 * 32  # a label, then the red, green and blue planes


def load(num_train=5000, num_val=500):
    """(X_train, y_train, X_val, y_val, name of the set).

    X is (N, 32, 32, 3) float64 from 0 to 255, y is (N,) integers from 0 to 9.
    """
    folder = find_cifar10()
    if folder is None:
        X, y = made_up(num_train + num_val)
        name = "made-up patterns (CIFAR-10 is not here)"
    else:
        X, y = read_batch(folder / "data_batch_1.bin", num_train + num_val)
        name = "CIFAR-10"
    return X[:num_train], y[:num_train], X[num_train:], y[num_train:], name


def find_cifar10():
    """The folder with data_batch_1.bin, or None."""
    for place in (os.environ.get("CIFAR10_DIR"), "."):
        for folder in (Path(place or "."), Path(place or ".", "cifar-10-batches-bin")):
            if (folder / "data_batch_1.bin").is_file():
                return folder
    return None


def read_batch(path, count):
    """The first `count` images and labels of a file of CIFAR-10's binary version."""
    records = np.fromfile(path, dtype=np.uint8, count=count * RECORD).reshape(-1, RECORD)
    images = records[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    return images.astype(np.float64), records[:, 0].astype(np.int64)


def made_up(count):
    """`count` images: one of ten smooth patterns each, under smooth and fine noise."""
    rng = np.random.default_rng(231)
    patterns = rng.normal(size=(10, 4, 4, 3))
    y = rng.integers(10, size=count)
    smooth = patterns[y] + rng.normal(scale=5.0, size=(count, 4, 4, 3))
    X = 128 + 10 * np.kron(smooth, np.ones((1, 8, 8, 1)))
    X += rng.normal(scale=10.0, size=X.shape)
    return np.clip(X, 0, 255), y
