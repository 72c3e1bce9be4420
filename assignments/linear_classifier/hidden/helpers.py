"""What several hidden tests share.

Conventions: W (D, C), X (N, D), y (N,), as in the handout.

Tolerances are wide enough for a solution that computes in float32.
"""

import time

import numpy as np

LECTURE_SCORES = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
LECTURE_LABELS = np.array([0, 1, 2])

# "Softmax versus SVM": the scores of the two wrong classes; the correct one has 10, and then 20.
SOFTMAX_VERSUS_SVM = np.array([[-2.0, 3.0], [9.0, 9.0], [-100.0, -100.0]])

# (N, D, C)
SHAPES = [
    (1, 4, 3),  # one example
    (6, 5, 2),  # two classes
    (6, 1, 4),  # one feature
    (20, 5, 4),  # more examples than features
    (4, 12, 3),  # fewer examples than features
    (5, 5, 5),  # nothing in the shapes tells the axes apart
]

RTOL = 1e-4
ATOL = 1e-5


def make_problem(rng, N, D, C):
    """Random W, X, y whose margins stay away from 0, where the hinge has a kink."""
    while True:
        W = rng.normal(size=(D, C)) * 2 / np.sqrt(D)
        X = rng.normal(size=(N, D))
        y = rng.integers(C, size=N)
        margins = wrong_class_margins(W, X, y)
        if np.min(np.abs(margins)) > 1e-3 and np.max(margins) > 0:
            return W, X, y


def wrong_class_margins(W, X, y):
    """The margins s_j - s_y + 1 of the wrong classes, N * (C - 1) of them."""
    scores = X @ W
    wrong = np.arange(W.shape[1]) != y[:, np.newaxis]
    margins = scores - scores[np.arange(len(y)), y][:, np.newaxis] + 1
    return margins[wrong]


def new_model(check, classifier, method):
    """A new object of the student's class, whose `method` can be called."""
    model = classifier()
    # unproven: no wrong result comes from a class whose objects have no methods
    check.that(
        callable(getattr(model, method, None)),
        en=f"The classifier must be an object with a method `{method}`.",
        ru=f"Классификатор должен быть объектом с методом `{method}`.",
    )
    return model


def lent_array(check, value, shape, name):
    """What the student's code hands to a function of the suite's: an array of `shape`."""
    # unproven: whoever hands on anything else gets a wrong result as well
    return check.array(value, shape=shape, name=name)


def checked_loss(check, value):
    """The loss of a returned (loss, dW), whatever dW is."""
    loss, _ = check.pair(value)
    return check.number(loss, name="loss")


def checked_gradient(check, value, W):
    """The gradient of a returned (loss, dW), whatever the loss is."""
    _, dW = check.pair(value)
    return check.array(dW, shape=W.shape, name="dW")


def check_losses(check, loss_function, expected_function, rng):
    """The loss without regularization is right on a problem of each shape."""
    for shape in SHAPES:
        W, X, y = make_problem(rng, *shape)
        expected, _ = expected_function(W, X, y, 0.0)
        loss = checked_loss(check, loss_function(W, X, y, 0.0))
        check.close(loss, expected, rtol=RTOL, atol=ATOL, name="loss")


def check_gradients(check, loss_function, expected_function, rng):
    """The gradient without regularization is right on a problem of each shape."""
    for shape in SHAPES:
        W, X, y = make_problem(rng, *shape)
        _, expected = expected_function(W, X, y, 0.0)
        dW = checked_gradient(check, loss_function(W, X, y, 0.0), W)
        check.close(dW, expected, rtol=RTOL, atol=ATOL, name="dW")


def check_regularization(check, loss_function, conventions, rng):
    """What `reg` adds to the loss and to the gradient, whatever they are without it."""
    W, X, y = make_problem(rng, 7, 5, 4)
    reg = rng.uniform(0.5, 1.5)
    without, with_reg = loss_function(W, X, y, 0.0), loss_function(W, X, y, reg)
    added_loss = checked_loss(check, with_reg) - checked_loss(check, without)
    added_dW = checked_gradient(check, with_reg, W) - checked_gradient(check, without, W)

    of_loss = known_factor(added_loss, reg * np.sum(W * W))
    of_dW = known_factor(added_dW, 2 * reg * W)
    factor = l2_factor(conventions, of_loss or of_dW)
    if of_loss is not None and of_dW is not None:
        check_factors(check, of_loss, of_dW, factor)
        return
    expected_loss, expected_dW = factor * reg * np.sum(W * W), 2 * factor * reg * W
    check.close(added_loss, expected_loss, rtol=RTOL, atol=ATOL, name="regularization loss")
    check.close(added_dW, expected_dW, rtol=RTOL, atol=ATOL, name="regularization gradient")


L2_TERMS = {1.0: ("reg·ΣW²", "2·reg·W"), 0.5: ("0.5·reg·ΣW²", "reg·W")}


def known_factor(added, unit):
    """The factor of L2 with which `added` is factor * unit; None when it is neither 1 nor 0.5."""
    for factor in L2_TERMS:
        if np.allclose(added, factor * unit, rtol=RTOL, atol=ATOL):
            return factor
    return None


def l2_factor(conventions, used):
    """The factor before reg * sum(W²); where the course allows both, the one that is used."""
    factor = conventions["l2_factor"]
    return (used or 1.0) if factor == "either" else float(factor)


def check_factors(check, of_loss, of_dW, factor):
    """Two mistakes by name: factors that do not belong together, and the other convention."""
    (loss, _), (of_gradient, _), (wanted, dW) = L2_TERMS[of_loss], L2_TERMS[of_dW], L2_TERMS[factor]
    check.that(
        of_loss == of_dW,
        en=f"The loss uses {loss}, but the gradient belongs to {of_gradient}. "
        f"The gradient of {wanted} is {dW}.",
        ru=f"В потерях стоит {loss}, а градиент взят от {of_gradient}. "
        f"Градиент {wanted} равен {dW}.",
    )
    # unproven: two mistakes at once; tests/assignments/linear_classifier/test_l2_conventions.py
    check.that(
        of_loss == factor,
        en=f"Your loss and gradient agree with each other, but they use {loss}, and this "
        f"assignment uses {wanted} with the gradient {dW}.",
        ru=f"Потери и градиент согласованы друг с другом, но в них {loss}, а в этом задании "
        f"регуляризация — {wanted} с градиентом {dW}.",
    )


def check_one_is_right(check, value, expected, tolerance=1e-3):
    """For a test about something else: two finite results, of which one at least is right.

    A mistake in the loss alone, or in the gradient alone, has tests of its own.
    """
    loss, dW = checked_loss(check, value), checked_gradient(check, value, expected[1])
    check_one_of_two_is_right(check, loss, dW, expected, tolerance)


def check_one_of_two_is_right(check, loss, dW, expected, tolerance=1e-3):
    """The same for a loss and a gradient that are taken apart already."""
    expected_loss, expected_dW = expected
    loss_error = abs(loss - expected_loss) / (1 + abs(expected_loss))
    dW_error = np.max(np.abs(dW - expected_dW)) / (1 + np.max(np.abs(expected_dW)))
    check.that(
        min(loss_error, dW_error) <= tolerance,
        en="This test needs a right loss or a right gradient, and here both are wrong.",
        ru="Для этого теста нужны верные потери или верный градиент, а здесь неверны оба.",
    )


def check_arguments_unchanged(check, student, loss_function, expected_function, rng, tell):
    """W, X and y are after the call what they were before."""
    W, X, y = make_problem(rng, 8, 5, 4)
    value, after = student.call_and_inspect(loss_function, W, X, y, 0.0)
    tell(changed=changed({"W": W, "X": X, "y": y}, after))
    check_one_is_right(check, value, expected_function(W, X, y, 0.0))
    check.unchanged(after[0], W, name="W")
    check.unchanged(after[1], X, name="X")
    check.unchanged(after[2], y, name="y")


def changed(before, after):
    """The names of the arguments (name → value) that are not `after` the call what they were."""
    pairs = zip(before.items(), after, strict=False)
    return [name for (name, value), now in pairs if not np.array_equal(now, value)]


def numbers_only(history):
    """The history where it is a list of numbers, otherwise None."""
    try:
        array = np.asarray(history, dtype=np.float64)
    except (TypeError, ValueError):
        return None
    return array.ravel() if array.ndim and array.size == len(array) else None


def check_history(check, history, length, tell):
    """The history holds the losses 1, 2, 3 …, one of each step."""
    numbers = numbers_only(history)
    tell(history=numbers, num_iters_asked=length)
    found = history if numbers is None else numbers
    check.close(found, np.arange(1, length + 1), name="loss history")


def check_float32(check, loss_function, expected_function, rng):
    """float32 W and X are accepted."""
    W, X, y = make_problem(rng, 8, 5, 4)
    value = loss_function(W.astype(np.float32), X.astype(np.float32), y, 0.0)
    check_one_is_right(check, value, expected_function(W, X, y, 0.0))


def check_agreement(check, naive, vectorized, expected_function, rng):
    """Two functions return the same loss and gradient; `reg` has tests of its own."""
    W, X, y = make_problem(rng, 9, 6, 4)
    one, other = naive(W, X, y, 0.0), vectorized(W, X, y, 0.0)
    check_one_is_right(check, one, expected_function(W, X, y, 0.0))
    check.close(
        checked_loss(check, other), checked_loss(check, one), rtol=RTOL, atol=ATOL, name="loss"
    )
    check.close(
        checked_gradient(check, other, W),
        checked_gradient(check, one, W),
        rtol=RTOL,
        atol=ATOL,
        name="dW",
    )


def check_divergence(check, divergence, expected_divergence, rng):
    """`divergence` of random distributions p and q, none of them 0 anywhere."""
    for C in (2, 3, 10):
        p, q = np.exp(rng.normal(size=(2, C)))
        p, q = p / np.sum(p), q / np.sum(q)
        check.close(divergence(p, q), expected_divergence(p, q), rtol=RTOL, atol=ATOL, name="value")


def check_divergence_zeros(check, divergence, expected_divergence, rng):
    """`divergence` where p is 0, and where p and q both are."""
    share, other = rng.uniform(0.2, 0.4, size=2)
    p = np.array([share, 0.0, 1 - share, 0.0])
    q = np.array([other, 0.3, 0.7 - other, 0.0])
    check.close(divergence(p, q), expected_divergence(p, q), rtol=RTOL, atol=ATOL, name="value")


def check_speed(check, student, loss_function, expected_function, rng, tell):
    """On many images the function takes about the time of the reference.

    A Python loop over the images takes over 70 times the reference's time, the slowest vectorized
    code that we know 13 times.
    """
    W, X, y = make_problem_with_many_images(rng)
    expected, reference_seconds = fastest_of_three(expected_function, W, X, y)
    ratios = []
    while len(ratios) < 3 and min(ratios, default=np.inf) > 30:
        value, seconds = student.call_and_time(loss_function, W, X, y, 0.0)
        check_one_is_right(check, value, expected)
        ratios.append(seconds / reference_seconds)
    tell(ratio=min(ratios))
    check.that(
        min(ratios) <= 30,
        en="Too slow: this takes as long as a Python loop over the images.",
        ru="Слишком медленно: столько работает цикл Python по изображениям.",
    )


def make_problem_with_many_images(rng):
    """W, X, y with so many images that a loop over them shows, and little work for each."""
    N, D, C = 20_000, 8, 5
    return rng.normal(size=(D, C)), rng.normal(size=(N, D)), rng.integers(C, size=N)


def fastest_of_three(function, W, X, y):
    """(result, CPU seconds) of the fastest of three calls."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        result = function(W, X, y, 0.0)
        seconds.append(time.process_time() - start)
    return result, min(seconds)
