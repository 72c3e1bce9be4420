"""What the tests of `train` and of `sgd` share: data and losses that reveal the minibatches.

A recorded minibatch is (row numbers, y_batch, …), and what else the loss was given.
"""

import numpy as np


def make_numbered_rows(rng, N):
    """X, y where the first feature of a row is its number, and labels 0 to 3 are in no order."""
    X = np.column_stack([np.arange(N), rng.normal(size=N), np.ones(N)])
    return X, rng.permutation(np.arange(N) % 4)


def checked_minibatch(check, X_batch, y_batch):
    """X_batch (B, 3) and y_batch (B,) as arrays of numbers, B at least 1."""
    # unproven: whatever rows a mistake takes are rows of the data, here and below
    X_batch = check.array(X_batch, name="X_batch")
    # unproven: as above
    check.that(
        X_batch.ndim == 2 and X_batch.shape[1] == 3 and len(X_batch) > 0,
        en="X_batch must be a matrix: some rows of X with all their features.",
        ru="X_batch должен быть матрицей: несколько строк X со всеми признаками.",
    )
    # unproven: as above, and their labels are labels
    return X_batch, check.labels(y_batch, shape=(len(X_batch),), name="y_batch")


def numbered_minibatch(check, X_batch, y_batch, tell):
    """(row numbers, y_batch) of a minibatch of `make_numbered_rows`."""
    if np.ndim(y_batch) == 1 and len(y_batch) != len(X_batch):
        tell(labels_match=[False])
    X_batch, y_batch = checked_minibatch(check, X_batch, y_batch)
    # unproven: as above
    return check.labels(X_batch[:, 0], shape=y_batch.shape, name="row numbers"), y_batch


def check_sizes(check, minibatches, batch_size, tell):
    """Every minibatch has batch_size rows."""
    sizes = [len(numbers) for numbers, *_ in minibatches]
    tell(sizes=sizes, batch_size=batch_size)
    check.that(
        all(size == batch_size for size in sizes),
        en="Every minibatch must have batch_size rows.",
        ru="В каждом мини-батче должно быть batch_size строк.",
        batch_size=batch_size,
        sizes=sizes,
    )


def check_labels(check, minibatches, y, tell):
    """y_batch holds the labels of the very rows in X_batch."""
    for numbers, y_batch, *_ in minibatches:
        # unproven: as above
        check.that(
            np.all((numbers >= 0) & (numbers < len(y))),
            en="X_batch has rows that are not rows of X.",
            ru="В X_batch есть строки, которых нет в X.",
        )
        tell(labels_match=[np.array_equal(y_batch, y[numbers])])
        check.equal_labels(y_batch, y[numbers], name="y_batch")


def check_randomness(check, minibatches, tell):
    """Ten minibatches of 20 of 100 rows differ, together cover the data, and not in its order."""
    tell(rows=[numbers for numbers, *_ in minibatches], num_examples=100)
    numbers = np.concatenate([numbers for numbers, *_ in minibatches])
    check.that(
        len(np.unique(numbers)) >= 50,  # about 87 if drawn with replacement
        en="The minibatches use only a small part of the data.",
        ru="Мини-батчи используют лишь малую часть данных.",
        different_rows=len(np.unique(numbers)),
    )
    _, counts = np.unique(np.diff(numbers), return_counts=True)
    check.that(
        np.max(counts) < len(numbers) / 2,
        en="The minibatches take the rows in order instead of at random.",
        ru="Мини-батчи берут строки по порядку, а не случайно.",
    )


def check_same_seed(check, first, again, other, tell):
    """Two runs with one seed are the same, and a third with another is not."""
    tell(repeats=np.array_equal(first, again), varies=not np.array_equal(first, other))
    check.that(
        np.array_equal(first, again),
        en="With the same seed the results differ: take all randomness from rng.",
        ru="При одном и том же seed результаты различаются: берите случайные числа только из rng.",
    )
    check.that(
        not np.array_equal(first, other),
        en="With another seed the results are the same: take all randomness from rng.",
        ru="При другом seed результаты те же: берите случайные числа только из rng.",
    )
