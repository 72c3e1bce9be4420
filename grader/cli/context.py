"""What every command that grades needs: the assignment, its data, and the run's context."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from grader.assignment import Assignment, load_assignment
from grader.cli.console import say
from grader.cli.versions import grader_version
from grader.data.cifar10 import Cifar10
from grader.data.locate import find
from grader.errors import UsageError
from grader.language import gettext as _
from grader.model import Environment
from grader.pipeline import Grading
from grader.sandbox.contract import Sandbox
from grader.sandbox.runs import kept_secret

_POOL = 2  # times the images that one submission trains on


def find_assignment(name: str) -> Assignment:
    """The assignment at the path `name`, or of that name below `assignments/`."""
    for path in (Path(name), Path("assignments") / name):
        if path.is_file() or (path / "assignment.yaml").is_file():
            return load_assignment(path)
    raise UsageError(
        _(
            "There is no assignment {name!r}: neither {name}/assignment.yaml nor "
            "assignments/{name}/assignment.yaml exists."
        ).format(name=name),
        hint=_("call the grader from the project's root, or give the assignment's folder"),
    )


def find_data(assignment: Assignment) -> Cifar10 | None:
    """The images that the assignment asks for; says which set they are."""
    if assignment.data.cifar10 is None:
        return None
    cifar = find()
    if cifar.kind == "synthetic":
        say(
            _("CIFAR-10 is not here: grading with the synthetic set (`make data` fetches CIFAR-10)")
        )
    return cifar


def context(assignment: Assignment, sandbox: Sandbox, cifar: Cifar10 | None) -> Grading:
    """What all submissions of this run have in common."""
    course_key = kept_secret("course.key")
    return Grading(
        assignment=assignment,
        environment=Environment(
            backend=sandbox.name,
            grader=grader_version(course_key),
            python=sandbox.python,
            numpy=sandbox.numpy,
            image=sandbox.image,
        ),
        data={} if cifar is None else _named(cifar),
        course_key=course_key,
    )


def data_for_judge(assignment: Assignment, cifar: Cifar10 | None) -> dict[str, Any] | None:
    """The images that the judge gets once: a pool to train on, and its own to evaluate with."""
    wanted = assignment.data.cifar10
    if wanted is None or cifar is None:
        return None
    settings = wanted.settings
    chosen = settings.synthetic if cifar.kind == "synthetic" else settings.cifar10
    pool = min(len(cifar.train), _POOL * wanted.train)
    train_images, train_labels = cifar.train.sample(np.arange(pool))
    held_out = np.arange(min(len(cifar.test), wanted.evaluation))
    evaluation_images, evaluation_labels = cifar.test.sample(held_out)
    return {
        "settings": {name: dict(values) for name, values in chosen.items()},
        "train": wanted.train,
        "train_images": train_images,
        "train_labels": train_labels,
        "evaluation_images": evaluation_images,
        "evaluation_labels": evaluation_labels,
    }


def _named(cifar: Cifar10) -> dict[str, str]:
    if cifar.kind == "other":
        return {"cifar10": cifar.kind, "cifar10_sha256": cifar.digest}
    return {"cifar10": cifar.kind}
