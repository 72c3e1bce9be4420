"""The training images as a student's worker gets them, mixed by a secret.

A submission could carry what it knows of CIFAR-10: a table from images to labels, or weights
learned beforehand. So the images are centred, their pixels shuffled, rotated within groups of
pixels, and each image is made a little stronger or weaker; the labels are renamed; and the secret
draws which images are used. A linear classifier learns as well as before, because a rotation keeps
all inner products, and its weights can be taken back to the original pixels. What this hides and
what not is in docs/accuracy-attacks.md.

Conventions: N images, D = 3072 pixels, C = 10 classes, G groups of 64 pixels.

    x = gain · (pixels − mean)[order] · rotations / 64, and a last column of ones     (N, D + 1)
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.data.cifar10 import CLASSES, PIXELS, Bytes, Indices, Split
from grader.errors import DataUnavailable
from grader.language import gettext as _

Float32: TypeAlias = NDArray[np.float32]
Floats: TypeAlias = NDArray[np.floating[Any]]

GROUP = 64  # pixels that are rotated together
SCALE = 1 / 64  # about one over the standard deviation of the centred pixels of CIFAR-10
BLOCK = 256  # images at a time: they fit the processor's cache


@dataclass(frozen=True, eq=False)
class Mixed:
    """What a worker trains on, X float32 (N, D + 1) and y int64 (N,), and the judge's `mean` (D,).

    `mean` is that of the training images' pixels, in their original order.
    """

    X: Float32
    y: NDArray[np.int64]
    mean: Float32


@dataclass(frozen=True, eq=False)
class Mixing:
    """One secret way to mix, with the way back.

    order: column j of the shuffled images is pixel order[j] (D,)
    rotations: an orthogonal matrix for each group, float32 (G, 64, 64)
    names: what class c is called in the mixed labels (C,)
    drawing, strengths: the seeds of which images are used, and of their gains
    gain: each image is multiplied by a factor drawn log-uniformly from [1/gain, gain]
    """

    order: Indices
    rotations: Float32
    names: Indices
    drawing: np.random.SeedSequence
    strengths: np.random.SeedSequence
    gain: float = 1.25

    @classmethod
    def from_seed(cls, seed: bytes | int) -> Mixing:
        """The mixing of a secret: equal seeds give equal mixings."""
        secret = seed if isinstance(seed, bytes) else b"%d" % seed
        entropy = int.from_bytes(hashlib.sha256(secret).digest())
        pixels, angles, labels, drawing, strengths = np.random.SeedSequence(entropy).spawn(5)
        return cls(
            order=_generator(pixels).permutation(PIXELS),
            rotations=_orthogonal(_generator(angles), PIXELS // GROUP, GROUP),
            names=_generator(labels).permutation(len(CLASSES)),
            drawing=drawing,
            strengths=strengths,
        )

    def training_set(self, split: Split, count: int) -> Mixed:
        """`count` images of `split`, drawn by the secret, and mixed."""
        if len(split) < count:
            raise DataUnavailable(
                _("The training split must have at least {count} images. Got {got}.").format(
                    count=count, got=len(split)
                ),
                hint=_("this copy of CIFAR-10 is cut short; `make data` downloads the whole one"),
            )
        drawn = _generator(self.drawing).permutation(len(split))[:count]
        return self.mix(*split.sample(drawn))

    def mix(self, images: Bytes, labels: Bytes) -> Mixed:
        """Mix images uint8 (N, D) with their labels (N,)."""
        mean = images.mean(axis=0, dtype=np.float32)  # (D,)
        shuffled_mean = mean[self.order]
        factors = SCALE * self._gains(len(images))  # (N, 1)
        X = np.empty((len(images), PIXELS + 1), np.float32)
        X[:, PIXELS] = 1
        for start in range(0, len(images), BLOCK):
            rows = slice(start, start + BLOCK)
            block = images[rows].take(self.order, axis=1).astype(np.float32)
            block -= shuffled_mean
            block *= factors[rows]
            np.matmul(_groups(block), self.rotations, out=_groups(X[rows, :PIXELS]))
        return Mixed(X, self.names[labels].astype(np.int64), mean)

    def unmix(self, W: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The weights (D, C) and bias (C,) that give centred original pixels the scores of W.

        W (D + 1, C) was learned on a `Mixed` set, its last row on the ones. Column c of what is
        returned is class c of the original labels. An image with gain g has g times the score.
        """
        grouped = W[:PIXELS].reshape(PIXELS // GROUP, GROUP, len(CLASSES))
        weights = np.empty((PIXELS, len(CLASSES)))
        weights[self.order] = (self.rotations @ grouped).reshape(PIXELS, len(CLASSES))
        return SCALE * weights[:, self.names], np.asarray(W[PIXELS, self.names], np.float64)

    def accuracy(self, W: Floats, centred: Float32, labels: Bytes) -> float:
        """The share of the unmixed images that W, learned on mixed ones, classifies right.

        `centred` float32 (n, D) are pixels less the `mean` of the training set. Weights that are
        not all finite classify nothing: 0.
        """
        if not np.isfinite(W).all():
            return 0.0
        largest = np.abs(W).max()
        weights, bias = self.unmix(W / largest if largest else W)  # no overflow below
        scores = centred @ weights.astype(np.float32) + bias.astype(np.float32)  # (n, C)
        return float(np.mean(scores.argmax(axis=1) == labels))

    def _gains(self, count: int) -> Float32:
        logs = _generator(self.strengths).uniform(-1, 1, (count, 1)) * np.log(self.gain)
        gains: Float32 = np.exp(logs).astype(np.float32)
        return gains


def centre(images: Bytes, mean: Float32) -> Float32:
    """Images less the mean of the training set, float32 (n, D)."""
    return images - mean


def _generator(seed: np.random.SeedSequence) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def _orthogonal(rng: np.random.Generator, count: int, size: int) -> Float32:
    """Orthogonal matrices (count, size, size), uniform over all of them (Mezzadri 2007)."""
    q, r = np.linalg.qr(rng.standard_normal((count, size, size)))
    signs = np.sign(np.diagonal(r, axis1=1, axis2=2))  # (count, size)
    rotations: Float32 = (q * signs[:, None, :]).astype(np.float32)
    return rotations


def _groups(images: Float32) -> Float32:
    """A view of images (n, D) as (G, n, 64)."""
    return images.reshape(len(images), PIXELS // GROUP, GROUP).transpose(1, 0, 2)
