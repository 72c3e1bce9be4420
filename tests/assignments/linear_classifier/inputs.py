"""Random arguments for each function of the assignment."""

from types import SimpleNamespace

import numpy as np


def svm(rng, kinks):
    """W, X, y, reg; with `kinks` whole numbers, so that many margins are exactly 0."""
    N, D, C = rng.integers(1, 8), rng.integers(1, 7), rng.integers(2, 6)
    y, reg = rng.integers(C, size=N), rng.choice([0.0, rng.uniform(0.1, 2)])
    if kinks:
        return rng.integers(-2, 3, (D, C)) * 1.0, rng.integers(-1, 2, (N, D)) * 1.0, y, reg
    while True:
        W, X = rng.normal(size=(D, C)) * 2 / np.sqrt(D), rng.normal(size=(N, D))
        scores = X @ W
        if np.abs(scores - scores[np.arange(N), y][:, np.newaxis] + 1).min() > 1e-3:
            return W, X, y, reg


def softmax(rng, kinks):
    """W, X, y, reg; some with large scores: of all images, of some, or of single classes."""
    W, X, y, reg = svm(rng, kinks)
    kind = rng.integers(6)
    if kind == 0:
        W = W * 1e4
    if kind in (1, 2):
        offsets = rng.choice([[1000.0, 1000.0], [-1000.0, 1000.0]], size=1)[0]
        X = np.column_stack([X, rng.choice(offsets, size=len(X))])
        W = np.vstack([W, np.ones(W.shape[1])])
    return W, X, y, reg


def probabilities(rng, kinks):
    """scores of one image or of several; some of them large."""
    C = rng.integers(2, 6)
    shape = (C,) if rng.integers(4) == 0 else (rng.integers(1, 7), C)
    scores = rng.normal(size=shape) * 2
    if rng.integers(4) == 0:
        scores = scores + 1000 * rng.integers(-1, 2, size=(*shape[:-1], 1))
    return (scores,)


def numerical_gradient(rng, kinks):
    """f, x, h, scheme; f ties the coordinates of x together."""
    shape = tuple(rng.integers(1, 4, size=rng.integers(1, 3)))
    weights = rng.uniform(0.5, 1.5, size=shape)
    x = rng.uniform(0.2, 0.5, size=shape)

    def f(point):
        return float(np.sum(weights * np.reshape(point, shape)) ** 3)

    return f, x, rng.choice([0.1, 0.5]), rng.choice(["central", "forward"])


def relative_error(rng, kinks):
    """a, b of one shape; some elements are 0 in both, or tiny."""
    shape = tuple(rng.integers(1, 5, size=rng.integers(1, 3)))
    a = rng.normal(size=shape)
    b = a * rng.uniform(0.5, 1.5, size=shape) * rng.choice([1, 1, -1], size=shape)
    zeros = rng.integers(3, size=shape) == 0
    if rng.integers(2):
        a, b = np.where(zeros, 0, a), np.where(zeros, rng.choice([0, 1e-9]), b)
    return a, b


def predict(rng, kinks):
    """self with W, and X."""
    N, D, C = rng.integers(1, 8), rng.integers(1, 6), rng.integers(2, 6)
    return SimpleNamespace(W=rng.normal(size=(D, C))), rng.normal(size=(N, D))


def scores(rng, kinks):
    """x, W, b: one image or several."""
    D, C = rng.integers(1, 6), rng.integers(2, 6)
    shape = (D,) if rng.integers(2) else (rng.integers(1, 6), D)
    return rng.normal(size=shape), rng.normal(size=(C, D)), rng.normal(size=C)


def svm_losses(rng, kinks):
    """scores, y, delta, squared, include_correct, reduction."""
    W, X, y, _ = svm(rng, kinks)
    flags = bool(rng.integers(2)), bool(rng.integers(2))
    return X @ W, y, rng.choice([1.0, 0.5, 2.5]), *flags, str(rng.choice(["sum", "mean"]))


def distributions(rng, kinks):
    """p and q; p, or both, 0 for some classes."""
    C = rng.integers(2, 6)
    p, q = np.exp(rng.normal(size=(2, C)))
    kind = rng.integers(3)
    if kind:
        p[rng.integers(C)] = 0.0
    if kind == 2:
        q[p == 0] = 0.0
    return p / p.sum(), q / q.sum()


def weights(rng, kinks):
    """W of any shape."""
    shape = tuple(rng.integers(1, 5, size=rng.integers(1, 3)))
    return (rng.uniform(0.2, 2, size=shape) * rng.choice([-1, 1], size=shape),)


def weights_and_beta(rng, kinks):
    """W and the share of L2."""
    return *weights(rng, kinks), rng.uniform(0.2, 3)


def bowl(rng):
    """A loss_and_grad of W, and a W."""
    curvature, target, start = rng.uniform(0.5, 1.5, size=(3, 2, 3))

    def loss_and_grad(W, *_):
        return float(np.sum(curvature * (W - target) ** 2) / 2), curvature * (W - target)

    return loss_and_grad, start


def gradient_descent(rng, kinks):
    """loss_and_grad, W, learning_rate, num_steps."""
    return *bowl(rng), rng.uniform(0.1, 0.5), int(rng.integers(1, 6))


def sgd(rng, kinks):
    """The same, with data that the loss ignores, a batch size and a generator."""
    loss_and_grad, W, learning_rate, num_steps = gradient_descent(rng, kinks)
    data = rng.normal(size=(6, 3)), rng.integers(3, size=6)
    seed = rng.integers(2**32)
    return loss_and_grad, W, *data, learning_rate, 2, num_steps, np.random.default_rng(seed)


def random_search(rng, kinks):
    """loss, shape, num_tries, scale, rng."""
    loss_and_grad, _ = bowl(rng)
    generator = np.random.default_rng(rng.integers(2**32))
    return lambda W: loss_and_grad(W)[0], (2, 3), int(rng.integers(1, 8)), 0.5, generator


OF = {
    "scores.linear_scores": scores,
    "linear_svm.svm_losses": svm_losses,
    "softmax.cross_entropy": distributions,
    "softmax.kl_divergence": distributions,
    "regularization.l2": weights,
    "regularization.l1": weights,
    "regularization.elastic_net": weights_and_beta,
    "optimization.random_search": random_search,
    "optimization.gradient_descent": gradient_descent,
    "optimization.sgd": sgd,
    "linear_svm.svm_loss_naive": svm,
    "linear_svm.svm_loss_vectorized": svm,
    "softmax.softmax_probabilities": probabilities,
    "softmax.softmax_loss_naive": softmax,
    "softmax.softmax_loss_vectorized": softmax,
    "gradient_check.numerical_gradient": numerical_gradient,
    "gradient_check.relative_error": relative_error,
    "linear_classifier.LinearClassifier.predict": predict,
}


def arguments(function, count, seed, kinks=False):
    """`count` tuples of arguments of the function with this dotted name."""
    rng = np.random.default_rng(seed)
    return [OF[function](rng, kinks) for _ in range(count)]
