"""Scores of a linear classifier, as on the slide: f(x, W) = Wx + b.

Conventions:
    N images, D pixels, C classes.

    x: (D,), one image, or (N, D), one image a row.
    W: (C, D) float, the weights as on the slide: row c is the template of class c. In the other
        modules W is (D, C), and the bias is one more row of it.
    b: (C,) float, the bias of each class.
"""

import numpy as np


def linear_scores(x, W, b):
    """Scores of all classes for one image or for several.

    s = Wx + b: s_c = Σ_d W_cd x_d + b_c, for each image.

    An erratum: for the example with four pixels the slide prints the scores -96.8, 437.9, 61.95.
    The third forgets its bias, b₃ = -1.2. The right scores are -96.8, 437.9, 60.75.
    (На слайде опечатка: в третьей оценке забыли прибавить b₃ = -1.2. Верно 60.75, а не 61.95.)

    Hint: the images are the rows of x, so transpose W instead of x. Then one product serves for one
    image and for several, and b is added to every row by itself.

    Args:
        x, W, b: see the conventions at the top of this file. Do not change them.

    Returns:
        The scores: (C,) for one image, (N, C) for several.
    """
    raise NotImplementedError(
        "linear_scores is not implemented yet: write it in scores.py"
        " / пока не реализовано: допишите в scores.py"
    )
