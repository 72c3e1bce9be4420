"""Public tests of gradient_check.py."""

import gradient_check
import numpy as np
import pytest


def test_forward_difference_of_the_lecture():
    # A linear loss with the slide's values: 1.25347, and 1.25322, 1.25353, 1.25347 after a step.
    start = np.array([0.34, -1.11, 0.78])

    def loss(w):
        return 1.25347 + np.array([-2.5, 0.6, 0.0]) @ (w - start)

    np.testing.assert_allclose(
        gradient_check.numerical_gradient(loss, start, h=1e-4, scheme="forward"),
        [-2.5, 0.6, 0.0],
        atol=1e-6,
        err_msg="(f(x + h) - f(x)) / h, for each coordinate in turn"
        " / (f(x + h) - f(x)) / h, для каждой координаты по очереди",
    )


def test_central_difference():
    np.testing.assert_allclose(
        gradient_check.numerical_gradient(lambda x: np.sum(x**2), np.array([1.0, -2.0]), h=0.5),
        [2, -4],
        atol=1e-9,
        err_msg="(f(x + h) - f(x - h)) / (2 * h) is exact for a parabola: is each coordinate put"
        " back before the next? / (f(x + h) - f(x - h)) / (2 * h) для параболы даёт точный ответ:"
        " возвращаете ли вы координату на место перед следующей?",
    )


def test_gradient_has_the_shape_of_x():
    x = np.arange(6.0).reshape(2, 3)
    np.testing.assert_allclose(
        gradient_check.numerical_gradient(lambda x: np.sum(x**3), x),
        3 * x**2,
        atol=1e-6,
        err_msg="x may have any shape / форма x может быть любой",
    )


@pytest.mark.parametrize("scheme", ["central", "forward"])
def test_x_is_not_changed(scheme):
    x = np.array([0.1, 0.2, 0.3])
    gradient_check.numerical_gradient(np.sum, x, scheme=scheme)
    np.testing.assert_array_equal(
        x, [0.1, 0.2, 0.3], err_msg="work on a copy of x / работайте с копией x"
    )


def test_unknown_scheme():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        gradient_check.numerical_gradient(np.sum, np.zeros(2), scheme="backward")


def test_relative_error():
    error = gradient_check.relative_error(np.array([1.0, 1.0]), np.array([1.0, 3.0]))
    assert error == pytest.approx(0.5), (
        "|a - b| / (|a| + |b|), and the largest over the elements: |1 - 3| / (1 + 3)"
        " / |a - b| / (|a| + |b|) и максимум по элементам: |1 - 3| / (1 + 3)"
    )


def test_relative_error_of_zeros():
    error = gradient_check.relative_error(np.zeros(2), np.zeros(2))
    assert error == 0, (
        "let the denominator be at least 1e-8 / знаменатель должен быть не меньше 1e-8"
    )
