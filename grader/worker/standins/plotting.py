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

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *error: object) -> None:
        pass


def subplots(*args: Any, **kwargs: Any) -> tuple[Inert, Inert]:
    """(figure, axes)."""
    return Inert(), Inert()


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
