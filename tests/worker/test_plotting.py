"""What takes the place of matplotlib can be unpacked and indexed as matplotlib's own can."""

import grader.worker.standins.plotting as plt


def test_axes_have_the_shape_that_was_asked_for() -> None:
    _, (left, right) = plt.subplots(1, 2)
    _, column = plt.subplots(3)
    _, grid = plt.subplots(2, 3, figsize=(4, 4))
    (line,) = left.plot([1, 2])
    line.set_label("loss")
    right.hist([1])
    column[2].plot([1])
    grid[1, 2].imshow([[1]])
    grid[1][2].axis("off")
    assert len(grid.ravel()) == len(list(grid.flat)) == 6
    assert [len(row) for row in grid] == [3, 3]


def test_one_axis_alone_is_no_list() -> None:
    figure, axis = plt.subplots()
    counts, bins, patches = axis.hist([1])
    assert not isinstance(axis, list)
    assert len(figure) == 0
    for result in (bins * 2, -counts, 1 + patches, counts / 3):
        assert isinstance(result, plt.Inert)
    with plt.style.context("any"):
        plt.savefig("loss.png")
