"""In the place of matplotlib and all its modules: every call is accepted, and nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__path__: list[str] = []  # a package, so that `matplotlib.pyplot` can be imported from it


class Inert:
    """Has every attribute and item, can be called, and does nothing."""

    def __getattr__(self, name: str) -> Inert:
        if name.startswith("__"):
            raise AttributeError(name)
        return Inert()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return Inert()

    def __getitem__(self, key: Any) -> Inert:
        return Inert()

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Inert]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def plot(self, *args: Any, **kwargs: Any) -> list[Inert]:
        """One line."""
        return [Inert()]

    def hist(self, *args: Any, **kwargs: Any) -> tuple[Inert, Inert, Inert]:
        """(counts, bins, patches)."""
        return Inert(), Inert(), Inert()

    def subplots(self, nrows: int = 1, ncols: int = 1, **kwargs: Any) -> Any:
        """Axes as `subplots` gives them, without the figure."""
        return _axes(nrows, ncols)

    def __add__(self, other: Any) -> Inert:
        return Inert()

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __add__
    __neg__ = __enter__ = lambda self: self

    def __exit__(self, *error: object) -> None:
        pass


class Axes(list[Any]):
    """Axes in rows, as NumPy's array of them would be used."""

    @property
    def flat(self) -> list[Any]:
        """All of them in one list."""
        return [one for row in self for one in (row if isinstance(row, list) else [row])]

    def ravel(self) -> list[Any]:
        """All of them in one list."""
        return self.flat

    flatten = ravel

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, tuple):
            row, column = key
            return list.__getitem__(self, row)[column]
        return list.__getitem__(self, key)


def subplots(nrows: int = 1, ncols: int = 1, **kwargs: Any) -> tuple[Inert, Any]:
    """(figure, axes): one alone, a row or column of them, or rows of them."""
    return Inert(), _axes(nrows, ncols)


def _axes(rows: int, columns: int) -> Any:
    if rows == columns == 1:
        return Inert()
    if 1 in (rows, columns):
        return Axes(Inert() for _ in range(rows * columns))
    return Axes(Axes(Inert() for _ in range(columns)) for _ in range(rows))


def plot(*args: Any, **kwargs: Any) -> list[Inert]:
    """One line."""
    return [Inert()]


def hist(*args: Any, **kwargs: Any) -> tuple[Inert, Inert, Inert]:
    """(counts, bins, patches)."""
    return Inert(), Inert(), Inert()


def __getattr__(name: str) -> Inert:
    if name.startswith("__"):
        raise AttributeError(name)
    return Inert()
