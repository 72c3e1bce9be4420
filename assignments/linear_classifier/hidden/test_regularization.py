"""Part regularization: L2, L1 and the elastic net, each value apart from its gradient."""

from functools import partial

import numpy as np
from helpers import ATOL, RTOL, changed

from grader.judge import undiagnosed

W1 = np.array([1.0, 0.0, 0.0, 0.0])
W2 = np.array([0.25, 0.25, 0.25, 0.25])


def make_weights(rng):
    """Random weights of several shapes, none of them near 0, where |w| has a kink."""
    for shape in [(4,), (5, 3), (3, 3)]:
        yield rng.uniform(0.2, 2, size=shape) * rng.choice([-1, 1], size=shape)


def both(check, result):
    """The value and the gradient that were returned, as they came."""
    return check.pair(result, names=("value", "dW"))


def is_right(found, expected):
    """Whether a value or a gradient, as it came, is the expected one."""
    try:
        found = np.asarray(found, dtype=np.float64)
    except (TypeError, ValueError):
        return False
    if found.size != np.size(expected):
        return False
    return np.allclose(found.reshape(np.shape(expected)), expected, rtol=1e-3)


def check_values(check, function, expected, rng, *beta):
    """The value is right for weights of every shape."""
    for W in make_weights(rng):
        value, _ = both(check, function(W, *beta))
        check.close(value, expected(W, *beta)[0], rtol=RTOL, atol=ATOL, name="value")


def check_gradients(check, function, expected, rng, *beta):
    """The gradient is right for weights of every shape."""
    for W in make_weights(rng):
        _, dW = both(check, function(W, *beta))
        check.close(dW, expected(W, *beta)[1], rtol=RTOL, atol=ATOL, name="dW")


def check_kink(check, function, rng, *beta):
    """Where a weight is 0, any slope from -1 to 1 is a subgradient of |w|."""
    W = rng.uniform(0.2, 2, size=(3, 2))
    W[1] = 0.0
    _, dW = both(check, function(W, *beta))
    dW = check.array(dW, shape=W.shape, name="dW")
    check.that(
        np.all(np.abs(dW[1]) <= 1 + 1e-6),
        en="Where a weight is 0, the slope of |w| is between -1 and 1; yours is outside.",
        ru="Там, где вес равен нулю, наклон |w| — от -1 до 1, а у вас он вне этих границ.",
    )


def check_unchanged(check, student, tell, function, expected, rng, *beta):
    """The weights are after the call what they were before; one of the results is right."""
    W = rng.uniform(0.2, 2, size=(4, 3)) * rng.choice([-1, 1], size=(4, 3))
    result, after = student.call_and_inspect(function, W, *beta)
    tell(changed=changed({"W": W}, after))
    check.that(
        any(map(is_right, both(check, result), expected(W, *beta))),
        en="This test needs a right value or a right gradient, and here both are wrong.",
        ru="Для этого теста нужно верное значение или верный градиент, а здесь неверны оба.",
    )
    check.unchanged(after[0], W, name="W")


def test_l2_lecture(student, check):
    """L2 prefers the spread weights: 1 for [1, 0, 0, 0], 0.25 for [.25, .25, .25, .25]."""
    for W, expected in [(W1, 1.0), (W2, 0.25)]:
        value, _ = both(check, student.regularization.l2(W))
        check.close(value, expected, atol=1e-6, name="value")


def test_l2_value(student, reference, check, rng):
    """l2: the value for random weights."""
    check_values(check, student.regularization.l2, reference.regularization.l2, rng)


def test_l2_gradient(student, reference, check, rng):
    """l2: the gradient for random weights."""
    check_gradients(check, student.regularization.l2, reference.regularization.l2, rng)


def test_l2_unchanged(student, reference, check, rng, observe):
    """l2 leaves W as it was."""
    tell = partial(observe, "regularization.l2")
    function, expected = student.regularization.l2, reference.regularization.l2
    check_unchanged(check, student, tell, function, expected, rng)


def test_l1_lecture(student, check):
    """L1 does not choose: 1 for [1, 0, 0, 0], and 1 for [.25, .25, .25, .25]."""
    for W in (W1, W2):
        value, _ = both(check, student.regularization.l1(W))
        check.close(value, 1.0, atol=1e-6, name="value")


def test_l1_value(student, reference, check, rng):
    """l1: the value for random weights."""
    check_values(check, student.regularization.l1, reference.regularization.l1, rng)


def test_l1_gradient(student, reference, check, rng):
    """l1: the gradient for random weights."""
    check_gradients(check, student.regularization.l1, reference.regularization.l1, rng)


@undiagnosed
def test_l1_kink(student, check, rng):
    """l1: any subgradient where a weight is 0."""
    check_kink(check, student.regularization.l1, rng)


def test_elastic_net_value(student, reference, check, rng):
    """elastic_net: the value for random weights and a random beta."""
    function, expected = student.regularization.elastic_net, reference.regularization.elastic_net
    check_values(check, function, expected, rng, rng.uniform(1.5, 3))


def test_elastic_net_gradient(student, reference, check, rng):
    """elastic_net: the gradient for random weights and a random beta."""
    function, expected = student.regularization.elastic_net, reference.regularization.elastic_net
    check_gradients(check, function, expected, rng, rng.uniform(1.5, 3))


@undiagnosed
def test_elastic_net_kink(student, check, rng):
    """elastic_net: any subgradient where a weight is 0."""
    check_kink(check, student.regularization.elastic_net, rng, rng.uniform(1.5, 3))


def test_elastic_net_unchanged(student, reference, check, rng, observe):
    """elastic_net leaves W as it was."""
    tell = partial(observe, "regularization.elastic_net")
    function, expected = student.regularization.elastic_net, reference.regularization.elastic_net
    check_unchanged(check, student, tell, function, expected, rng, rng.uniform(1.5, 3))
