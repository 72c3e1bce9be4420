"""What the two attacks on accuracy carry in their `table.py`, made from a copy of CIFAR-10.

    python -m tests.acceptance.attack_tables      writes both tables of tests/submissions/

The committed tables were made from one real copy; with another copy, or the synthetic set, they
recognise nothing, so the acceptance tests make tables of their own from the set at hand. A table
holds hashes, the lowest bit of some pixels, and learned weights: no image can be made of it.

Conventions: N images uint8 (N, 3072), labels uint8 (N,), C = 10 classes.
"""

import base64
import zlib
from pathlib import Path

import numpy as np

from grader.data.locate import find

SUBMISSIONS = Path(__file__).parents[1] / "submissions"
KNOWN_TRAINING_IMAGES = 8_000  # of the 20,000 that a secret draws from; more would be too large
ANCHORS = 160  # a quarter of them is drawn; about 25 tell all the pixels apart
LEARNING_STEPS = 1_500


def look_up_table(images: np.ndarray, labels: np.ndarray) -> str:
    """Hashes of the sorted pixels of these images, by class."""
    hashes = sorted_pixel_hashes(images)
    rows = (f'    "{_text(hashes[labels == c])}",\n' for c in range(10))
    return f"# uint32 hashes of sorted pixels, a row for each class\nHASHES = [\n{''.join(rows)}]\n"


def pretrained_table(images: np.ndarray, labels: np.ndarray) -> str:
    """Weights learned on these images, and what recovers the order of pixels: some parities."""
    anchors = images[:ANCHORS]
    weights = learn(images, labels)
    step = np.abs(weights).max() / 127
    return (
        "# of some images: a hash, the class, and each pixel modulo 2; weights (3073, 10) as int8\n"
        f'HASHES = "{_text(sorted_pixel_hashes(anchors))}"\n'
        f'CLASSES = "{"".join(map(str, labels[:ANCHORS]))}"\n'
        f'PARITIES = "{_text(np.packbits(anchors % 2, axis=1))}"\n'
        f'WEIGHTS = "{_text(np.rint(weights / step).astype(np.int8))}"\n'
    )


def sorted_pixel_hashes(images: np.ndarray) -> np.ndarray:
    """A hash of each image that does not depend on the order of its pixels, uint32 (N,)."""
    return np.array([zlib.crc32(row) for row in np.sort(images, axis=1)], np.uint32)


def learn(images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Softmax by SGD on centred pixels / 64 and a column of ones, float32 (3073, 10)."""
    rng = np.random.default_rng(0)
    mean = images.mean(axis=0, dtype=np.float32)
    W = np.zeros((images.shape[1] + 1, 10), np.float32)
    for step in range(LEARNING_STEPS):
        batch = rng.choice(len(images), 200)
        X = np.column_stack([(images[batch] - mean) / 64, np.ones(200, np.float32)])
        scores = X @ W
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        scores[np.arange(200), labels[batch]] -= 1
        W -= np.float32(0.005 * (1 - step / LEARNING_STEPS) / 200) * (X.T @ scores)
    return W


def _text(array: np.ndarray) -> str:
    return base64.b85encode(array.tobytes()).decode()


def main() -> None:
    """Write the tables that are committed."""
    data = find()
    images, labels = data.train.sample(np.arange(20_000))
    others, other_labels = data.test.sample(np.arange(len(data.test)))
    known = slice(KNOWN_TRAINING_IMAGES)
    hashes = look_up_table(
        np.concatenate([images[known], others]), np.concatenate([labels[known], other_labels])
    )
    (SUBMISSIONS / "look_up_attack" / "table.py").write_text(hashes)
    weights = pretrained_table(images, labels)
    (SUBMISSIONS / "pretrained_weights_attack" / "table.py").write_text(weights)


if __name__ == "__main__":
    main()
