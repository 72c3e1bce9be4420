"""Part gradient_check: the numerical gradient, and the relative error of two gradients."""

import numpy as np
from helpers import lent_array


def make_linear(check, slopes):
    """A linear function: every scheme and every step find `slopes` as its gradient."""

    def f(x):
        return 1.25347 + float(np.sum(slopes * lent_array(check, x, slopes.shape, "x")))

    return f


def make_power(check, weights, power):
    """A power of the weighted sum of x: its slope in one coordinate depends on all the others."""

    def f(x):
        return weighted_sum(weights, lent_array(check, x, weights.shape, "x")) ** power

    return f


def weighted_sum(weights, x):
    """The sum of weights * x, a number."""
    return float(np.sum(weights * x))


def test_lecture_forward(student, check):
    """The lecture's losses 1.25347 → 1.25322, 1.25353, 1.25347 give the slopes -2.5, 0.6, 0."""
    start = np.array([0.34, -1.11, 0.78])
    losses_after_the_step = np.array([1.25322, 1.25353, 1.25347])
    slopes = (losses_after_the_step - 1.25347) / 1e-4

    def loss(W):
        return 1.25347 + float(np.sum(slopes * (lent_array(check, W, (3,), "W") - start)))

    gradient = student.gradient_check.numerical_gradient(loss, start, h=1e-4, scheme="forward")
    check.close(gradient, [-2.5, 0.6, 0.0], rtol=1e-6, atol=1e-6, name="gradient")


def test_forward(student, check, rng):
    """The forward scheme with a large step: for (Σwx)² it gives 2wΣwx + hw²."""
    x, w, h = rng.uniform(0.2, 0.5, size=4), rng.uniform(0.5, 1, size=4), 0.4
    f = make_power(check, w, 2)
    gradient = student.gradient_check.numerical_gradient(f, x, h=h, scheme="forward")
    expected = 2 * w * weighted_sum(w, x) + h * w**2
    check.close(gradient, expected, rtol=1e-6, name="gradient")


def test_central(student, check, rng):
    """The central scheme with a large step: for (Σwx)³ it gives 3w(Σwx)² + h²w³."""
    x, w, h = rng.uniform(0.2, 0.5, size=4), rng.uniform(0.5, 1, size=4), 0.4
    f = make_power(check, w, 3)
    gradient = student.gradient_check.numerical_gradient(f, x, h=h, scheme="central")
    expected = 3 * w * weighted_sum(w, x) ** 2 + h**2 * w**3
    check.close(gradient, expected, rtol=1e-6, name="gradient")


def test_default(student, check, rng):
    """Without h and scheme the step is small and the scheme is the central one."""
    x, w = rng.uniform(1, 2, size=4), rng.uniform(0.5, 1, size=4)
    f = make_power(check, w, 10)  # so curved that the forward scheme is 3e-6 off, relatively
    gradient = student.gradient_check.numerical_gradient(f, x)
    check.close(gradient, 10 * w * weighted_sum(w, x) ** 9, rtol=1e-6, atol=1e-5, name="gradient")


def test_matrix(student, reference, check, rng):
    """The numerical gradient of the softmax loss by a matrix W has the shape of W."""
    W, X = rng.normal(size=(3, 4)), rng.normal(size=(6, 3))
    y = rng.integers(4, size=6)

    def loss(weights):
        weights = lent_array(check, weights, W.shape, "x")
        return float(reference.softmax.softmax_loss_vectorized(weights, X, y, 0.1)[0])

    gradient = student.gradient_check.numerical_gradient(loss, W)
    _, expected = reference.softmax.softmax_loss_vectorized(W, X, y, 0.1)
    check.close(gradient, expected, rtol=1e-4, atol=1e-6, name="gradient")


def check_where_it_looks(student, check, rng, scheme, steps_needed):
    """f is called at x + h·e for each coordinate and each of `steps_needed`, and nowhere odd.

    The step and the coordinates are eighths, which add up exactly, also in float32.
    """
    h, x = 0.125, rng.integers(-16, 17, size=(2, 3)) / 8
    seen = set()

    def f(point):
        point = lent_array(check, point, x.shape, "x")
        seen.add(tuple(np.ravel((point - x) / h)))
        return float(np.sum(point))

    student.gradient_check.numerical_gradient(f, x, h=h, scheme=scheme)
    needed, allowed = points_at(steps_needed, x.size), points_at((-1, 0, 1), x.size)
    check.that(
        needed <= seen <= allowed,
        en=f"The {scheme} scheme must call f at every point that its formula names, and only at x "
        "and one step h away from it in one coordinate.",
        ru=f"Схема {scheme} должна вызывать f во всех точках, которые названы в её формуле, и "
        "только в точке x и на шаг h от неё по одной из координат.",
        points_needed=len(needed),
        points_seen=len(needed & seen),
        points_elsewhere=len(seen - allowed),
    )


def points_at(steps, size):
    """The points that are one of these steps away in one of `size` coordinates, as tuples."""
    return {tuple(step * e) for step in steps for e in np.eye(size)}


def test_central_calls(student, check, rng):
    """The central scheme calls f twice for each coordinate: at x + h and at x - h."""
    check_where_it_looks(student, check, rng, "central", steps_needed=(1, -1))


def test_forward_calls(student, check, rng):
    """The forward scheme calls f at x, and once for each coordinate: at x + h."""
    check_where_it_looks(student, check, rng, "forward", steps_needed=(1, 0))


def test_point_unchanged(student, check, rng, observe):
    """After the call x is where it was, with either scheme."""
    x, slopes = rng.normal(size=5), rng.uniform(1, 2, size=5)
    function = student.gradient_check.numerical_gradient
    for scheme in ("central", "forward"):
        f = make_linear(check, slopes)
        gradient, after = student.call_and_inspect(function, f, x, 1e-5, scheme)
        check.close(gradient, slopes, rtol=1e-4, name="gradient")
        moved = not np.allclose(after[1], x, rtol=0, atol=1e-12)  # x + h - h may round
        observe("gradient_check.numerical_gradient", changed=["x"] if moved else [])
        check.that(
            not moved,
            en="After the call x is not where it was; work on a copy, or put it back.",
            ru="После вызова x уже не там, где был: работайте с копией или верните его на место.",
        )


def test_relative_error_by_hand(student, check):
    """The relative error of 1 and 3 is |1 - 3| / (1 + 3) = 0.5, and that of 3 and 1 is the same."""
    for a, b, expected in [(1.0, 3.0, 0.5), (3.0, 1.0, 0.5), (-3.0, 1.0, 1.0)]:
        error = student.gradient_check.relative_error(np.array([a]), np.array([b]))
        check.close(error, expected, name="relative error")


def test_relative_error_largest(student, reference, check, rng):
    """For matrices it is the largest of the elementwise errors."""
    a = rng.normal(size=(4, 3))
    b = a * rng.uniform(0.5, 1.5, size=a.shape)
    expected = reference.gradient_check.relative_error(a, b)
    error = student.gradient_check.relative_error(a, b)
    check.close(error, expected, rtol=1e-4, name="relative error")


def test_relative_error_zeros(student, check):
    """The denominator is at least 1e-8: two zeros have the error 0, and 0 and 1e-9 have 0.1."""
    for a, b, expected in [([0.0], [0.0], 0.0), ([0.0, 2.0], [1e-9, 2.0], 0.1)]:
        error = student.gradient_check.relative_error(np.array(a), np.array(b))
        check.close(error, expected, rtol=1e-4, name="relative error")
