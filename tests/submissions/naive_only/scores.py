"""Scores of a linear classifier, as on the slide: f(x, W) = Wx + b.

Conventions:
    N images, D pixels, C classes.

    x: (D,), one image, or (N, D), one image a row.
    W: (C, D) float, the weights as on the slide: row c is the template of class c. In the other
        modules W is (D, C), and the bias is one more row of it.
    b: (C,) float, the bias of each class.
"""


def linear_scores(x, W, b):
    """Scores of all classes for one image or for several.

    s = Wx + b: s_c = Σ_d W_cd x_d + b_c, for each image.

    Args:
        x, W, b: see the conventions at the top of this file.

    Returns:
        The scores: (C,) for one image, (N, C) for several.

    Source: cs231n, notes on linear classification; the lecture's slide "Линейный классификатор".
        The slide prints 61.95 as the score of the ship: an erratum, its b₃ = -1.2 was forgotten.
        The score is 60.75.
    """
    return x @ W.T + b
