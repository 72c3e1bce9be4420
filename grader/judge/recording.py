"""What the tests of one submission called and observed, written down for the diagnosis.

Only calls with small arguments and results are kept, as copies: a test may change its arrays
afterwards. Nothing is compared here, so a passing submission pays for the copies alone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.diagnosis import Call, Observation, Past, Record, Set
from grader.protocol import Handle, Unsupported

MOST_NUMBERS = 50_000
"""Numbers, or letters, in the arguments of a call that is recorded, or in its result."""

_MOST_RECORDS = 5_000
_MOST_OF_ALL = 20_000_000
"""Numbers, or letters, in all the records of a submission together."""
_MOST_OBSERVED = 5_000_000
"""The same in the facts of one observation."""


class Unrecorded(Exception):
    """A value that is not kept: too large, or an object whose past is not known."""


class Remote:
    """What lives in the worker and can be used from here; `_life` is what is known of its past."""

    _life: Life | None = None


class Recorder:
    """Everything that one submission's tests called and observed."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.observations: list[Observation] = []
        self.room = _MOST_OF_ALL
        self.called: dict[str, set[str]] = {}
        """The functions that each test called, whether the calls were recorded or not."""

    def observe(self, test: str, function: str, facts: Mapping[str, Any]) -> None:
        """Note what `test` observed of `function`, unless it is more than there is room for."""
        with contextlib.suppress(Unrecorded):
            copier = _Copier(_MOST_OBSERVED)
            copy = copier.copy(dict(facts))
            self._take(copier.used)
            self.observations.append(Observation(test, function, copy))

    def note(self, record: Record, numbers: int) -> None:
        """Keep `record`, which holds so many `numbers`, if there is room; or raise Unrecorded."""
        self._take(numbers)
        if len(self.records) < _MOST_RECORDS:
            self.records.append(record)

    def _take(self, numbers: int) -> None:
        self.room -= numbers
        if self.room < 0:
            raise Unrecorded


class TestRecorder:
    """The records of one test; `on` is false where its calls are not to be diagnosed."""

    __test__ = False  # not a test class of pytest's

    def __init__(self, recorder: Recorder, test: str, *, on: bool) -> None:
        self.recorder = recorder
        self.test = test
        self.on = on

    def begin(
        self,
        function: str,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        owner: Life | None = None,
    ) -> Draft | None:
        """Copy the arguments of a call that begins; None if it is not recorded."""
        past = None if owner is None else owner.past
        if owner is not None and past is None:
            return None
        if past is not None:
            function = f"{past.kind}.{function}"
        self.recorder.called.setdefault(self.test, set()).add(function)
        if not self.on:
            return None
        try:
            copier = _Copier()
            copies = copier.copy(args), copier.copy(dict(kwargs))
            return Draft(self, function, *copies, past, copier.used)
        except Unrecorded:
            return None


@dataclass(frozen=True)
class Draft:
    """A call that has begun."""

    recorder: TestRecorder
    function: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    past: Past | None
    numbers: int
    """In the arguments."""

    def returned(self, value: Any) -> None:
        """The call returned `value`; too large a value is not kept, and the call is not either."""
        test = self.recorder.test
        with contextlib.suppress(Unrecorded):
            copier = _Copier()
            copy = copier.copy(value)
            record = Record(test, self.function, self.args, self.kwargs, copy, self.past)
            self.recorder.recorder.note(record, self.numbers + copier.used)


class Life:
    """The past of one object that lives in the worker, as far as it is known."""

    def __init__(self, draft: Draft | None) -> None:
        self.past: Past | None = None
        if draft is not None and draft.past is None:
            self.past = Past(draft.function, draft.args, draft.kwargs)

    def set(self, name: str, value: Any) -> None:
        """An attribute was set."""
        self._add(lambda: Set(name, _Copier().copy(value)))

    def called(self, method: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        """A method was called."""
        self._add(lambda: Call(method, *_copied_call(args, kwargs)))

    def lost(self) -> None:
        """Something may have happened to the object that nobody saw."""
        self.past = None

    def _add(self, event: Callable[[], Set | Call]) -> None:
        past = self.past
        if past is not None:
            try:
                self.past = Past(past.kind, past.args, past.kwargs, (*past.events, event()))
            except Unrecorded:
                self.past = None


def _copied_call(
    args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    copier = _Copier()
    return copier.copy(args), copier.copy(dict(kwargs))


class _Copier:
    """Copies values of one call as long as they are small together."""

    def __init__(self, most_numbers: int = MOST_NUMBERS) -> None:
        self.most = self.left = most_numbers

    @property
    def used(self) -> int:
        """The numbers and letters copied so far."""
        return self.most - self.left

    def copy(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            self._take(value.size)
            return value.copy(order="K")
        if isinstance(value, (list, tuple)):
            self._take(len(value))
            items = [self.copy(item) for item in value]
            return tuple(items) if isinstance(value, tuple) else items
        if isinstance(value, dict):
            self._take(len(value))
            return {self.copy(key): self.copy(item) for key, item in value.items()}
        if isinstance(value, (str, bytes)):
            self._take(len(value))
            return value
        if isinstance(value, Handle):
            return Unsupported(value.type)
        return _past_of(value) if isinstance(value, Remote) else value

    def _take(self, numbers: int) -> None:
        self.left -= numbers
        if self.left < 0:
            raise Unrecorded


def _past_of(remote: Remote) -> Past:
    life = object.__getattribute__(remote, "_life")
    if life is None or life.past is None:
        raise Unrecorded
    past: Past = life.past
    return past
