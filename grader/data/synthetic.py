"""A synthetic stand-in for CIFAR-10: the same shape and types, about as hard for a linear model.

An image is a random field with the spectrum of photographs (power falls as 1/f², brightness varies
more than colour), to which its class adds a smooth template. A class has several looks, and half of
the images show theirs clearly, the others faintly: so a linear classifier learns the easy part fast
and the rest never, as on CIFAR-10.

    coefficients = SPREAD · noise + clarity · template[class, look]        (3, 32, 32)
    image = mean + colours from (brightness, orange–blue, green–purple) of the inverse cosine
            transform of the coefficients, rounded and cut to 0 … 255

Each image has a random stream of its own and is made when it is asked for. The constants were
fitted to the accuracies that softmax and SVM reach on CIFAR-10 after 100 to 2,000 steps of SGD; a
change of any of them needs a new VERSION.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.data.cifar10 import CLASSES, PIXELS, Bytes, Cifar10, Indices, Split

Float32: TypeAlias = NDArray[np.float32]

VERSION = 1
LOOKS = 4  # templates of a class
CLEAR, FAINT = 1.2, 0.1  # how strongly an image shows its template
STRENGTH = 0.53  # of a theme, as a share of the spread of each coefficient, at low frequencies
REACH, FALL = 1.45, 3.7  # templates fade beyond this frequency, with this power
DECAY = 0.92  # each theme tells the classes apart less than the one before
VARIETY = 0.5  # how much the looks of a class differ, as a share of the themes
SIDE = 32
COEFFICIENTS = (3, SIDE, SIDE)
TEMPLATES, TRAINING, TEST = 0, 1, 2  # the seeds
MEAN = (125.0, 123.0, 114.0)  # of red, green and blue
COLOURS = ((1, 1, 1), (1, 0, -1), (1, -2, 1))  # brightness, orange–blue, green–purple
STREAM = 1 << 13  # steps of the generator that an image may use; it needs about 1,600
BLOCK = 256  # images at a time


@dataclass(frozen=True, eq=False)
class SyntheticImages:
    """The images of one split, made when they are asked for."""

    labels: Bytes
    seed: int

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, indices: Indices, /) -> Bytes:
        if len(indices) and not 0 <= indices.min() <= indices.max() < len(self):
            raise IndexError(f"image numbers must be in [0, {len(self)})")
        images = np.empty((len(indices), PIXELS), np.uint8)
        for start in range(0, len(indices), BLOCK):
            rows = slice(start, start + BLOCK)
            images[rows] = _pixels(self._coefficients(indices[rows]))
        return images

    def _coefficients(self, indices: Indices) -> Float32:
        """Those of the images with these numbers, (n, 3, 32, 32)."""
        coefficients = np.empty((len(indices), *COEFFICIENTS), np.float32)
        looks = np.empty(len(indices), np.int64)
        clarity = np.empty((len(indices), 1, 1, 1), np.float32)
        bits = np.random.PCG64(self.seed)
        rng, beginning = np.random.Generator(bits), bits.state
        for row, index in enumerate(indices.tolist()):
            bits.state = beginning
            bits.advance(index * STREAM)
            looks[row] = rng.integers(LOOKS)
            clarity[row] = CLEAR if rng.random() < 0.5 else FAINT
            rng.standard_normal(dtype=np.float32, out=coefficients[row])
        coefficients *= _spread()
        coefficients += clarity * _templates()[self.labels[indices], looks]
        return coefficients


def cifar10() -> Cifar10:
    """The synthetic set: 50,000 training and 10,000 test images, the same in every run."""
    return Cifar10(
        kind="synthetic",
        digest=hashlib.sha256(b"grader synthetic CIFAR-10, version %d" % VERSION).hexdigest(),
        train=_split(50_000, seed=TRAINING),
        test=_split(10_000, seed=TEST),
    )


def _split(count: int, seed: int) -> Split:
    classes = (np.arange(count) % len(CLASSES)).astype(np.uint8)  # as many images of each
    labels = np.random.Generator(np.random.PCG64(seed)).permutation(classes)
    return Split(SyntheticImages(labels, seed), labels)


@functools.cache
def _frequency() -> NDArray[np.float64]:
    """The distance of each coefficient from the constant one, (32, 32)."""
    steps = np.arange(SIDE)
    return np.hypot(steps, steps[:, None])


@functools.cache
def _spread() -> Float32:
    """The standard deviation of each coefficient without its template, (3, 32, 32)."""
    f = np.maximum(_frequency(), 0.6)
    brightness = 1150 / f / (1 + (f / 26) ** 2.5)
    colour = 300 / f / (1 + (f / 8) ** 2)
    return np.stack([brightness, colour, colour / 2]).astype(np.float32)


@functools.cache
def _templates() -> Float32:
    """What each look of each class adds to the coefficients, (10, 4, 3, 32, 32).

    Classes are mixtures of nine themes of falling strength, so some are easily confused.
    """
    rng = np.random.Generator(np.random.PCG64(TEMPLATES))
    classes = len(CLASSES)
    size = STRENGTH * _spread() / np.sqrt(1 + (_frequency() / REACH) ** FALL)
    columns = np.column_stack([np.ones(classes), rng.standard_normal((classes, classes - 1))])
    mixture = np.linalg.qr(columns)[0][:, 1:] * DECAY ** np.arange(classes - 1)  # sums to 0
    mixture *= np.sqrt(classes / np.sum(mixture**2))
    themes = np.tensordot(mixture, rng.standard_normal((classes - 1, *COEFFICIENTS)), axes=1)
    looks = VARIETY * rng.standard_normal((classes, LOOKS, *COEFFICIENTS))
    return (size * (themes[:, None] + looks)).astype(np.float32)


@functools.cache
def _cosines() -> Float32:
    """The orthonormal cosine transform, (32, 32): row k is the wave of frequency k."""
    k = np.arange(SIDE)
    waves = np.sqrt(2 / SIDE) * np.cos(np.pi * (k + 0.5) * k[:, None] / SIDE)
    waves[0] /= np.sqrt(2)
    return np.asarray(waves, np.float32)


def _pixels(coefficients: Float32) -> Bytes:
    """Images uint8 (n, 3072) of their coefficients (n, 3, 32, 32)."""
    colours = np.array(COLOURS, np.float32)
    colours /= np.linalg.norm(colours, axis=1, keepdims=True)
    planes = _cosines().T @ coefficients @ _cosines()  # (n, 3, 32, 32)
    pixels = colours.T @ planes.reshape(-1, 3, SIDE * SIDE)  # (n, 3, 1024), red, green, blue
    pixels += np.array(MEAN, np.float32)[:, None]
    return np.clip(np.rint(pixels), 0, 255).astype(np.uint8).reshape(-1, PIXELS)
