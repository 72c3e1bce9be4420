"""gradient_descent: W stays where it started."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = 0
TITLE = {
    "en": "W is never updated",
    "ru": "W не обновляется",
}
HINT = {
    "en": "The W you return is the one you got: the moved weights go into another variable, "
    "and the next step starts from the old W again. Assign them to W itself.",
    "ru": "Вы возвращаете ту же W, что получили: сдвинутые веса попадают в другую переменную, "
    "и следующий шаг снова начинается со старой W. Присваивайте их самой W.",
}
CAUGHT_BY = [
    "optimization/test_gradient_descent_steps",
    "optimization/test_gradient_descent_unchanged",
]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        moved = W - learning_rate * dW
        history.append(loss + 0 * np.sum(moved))
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    losses = np.zeros(num_steps)
    for k in range(num_steps):
        copy = W.copy()
        losses[k], slope = loss_and_grad(copy)
        copy -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, learning_rate, num_steps):
    return W, [loss_and_grad(W)[0] for _ in range(num_steps)]
