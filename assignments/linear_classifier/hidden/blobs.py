"""Points that any classifier that learns at all can tell apart."""

import numpy as np


def make_blobs(rng):
    """Four far-apart groups of points in the plane, with a column of ones for the bias."""
    centres = np.array([[4.0, 4.0], [-4.0, 4.0], [-4.0, -4.0], [4.0, -4.0]])
    y = rng.permutation(np.repeat(np.arange(4), 25))
    points = centres[y] + rng.normal(scale=0.5, size=(100, 2))
    return np.column_stack([points, np.ones(100)]), y


def check_learned(check, W, X, y, loss_function):
    """W tells the blobs apart, and the loss fell to less than half of what it is for W = 0."""
    W = check.array(W, shape=(3, 4), name="W")
    accuracy = np.mean(np.argmax(X @ W, axis=1) == y)
    before, _ = loss_function(np.zeros((3, 4)), X, y, 0.0)
    after, _ = loss_function(W, X, y, 0.0)
    check.that(
        accuracy >= 0.95 and after < before / 2,
        en=f"Training learned too little: {accuracy:.0%} of far-apart points are classified "
        f"correctly, and the loss went from {before:.3g} to {after:.3g}.",
        ru=f"Обучение дало слишком мало: верно классифицировано {accuracy:.0%} далеко разнесённых "
        f"точек, а потери были {before:.3g}, стали {after:.3g}.",
        accuracy=float(accuracy),
        loss_before=float(before),
        loss_after=float(after),
    )
