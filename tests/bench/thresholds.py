"""Distribution of the reference's accuracy over seeds, from which thresholds are chosen.

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.thresholds linear_classifier --runs 500
    OPENBLAS_NUM_THREADS=1 python -m tests.bench.thresholds knn --runs 250

Every run has a secret of its own (images, mixing) and a seed of its own (start, batches), as every
submission has. Prints one row for each setting and data set.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.assignment import Assignment
from grader.cli.context import data_for_judge, find_assignment
from grader.data import synthetic
from grader.data.locate import find
from grader.judge.cifar10 import MixedCifar10
from tests.bench.accuracy import MEASURES


@dataclass
class Workbench:
    """What every process keeps between runs."""

    assignment: Assignment
    data: dict[str, Any]


_bench: Workbench


def prepare(name: str, kind: str) -> None:
    """Load the assignment and its images once in each process."""
    global _bench  # noqa: PLW0603  (one for each process of the pool)
    assignment = find_assignment(name)
    sys.path.insert(0, str(assignment.reference_path))
    cifar = synthetic.cifar10() if kind == "synthetic" else find()
    data = data_for_judge(assignment, cifar)
    assert data is not None
    _bench = Workbench(assignment, data)


def run(seed: int) -> list[tuple[str, float, float]]:
    """Each setting with its accuracy and CPU seconds, with one seed."""
    measure = MEASURES[_bench.assignment.name]
    return list(measure(MixedCifar10(_bench.data, seed), seed))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignment", choices=MEASURES)
    parser.add_argument("--runs", type=int, default=500)
    arguments = parser.parse_args()
    kinds = ["cifar10", "synthetic"] if os.environ.get("CIFAR10_DIR") else ["synthetic"]
    print("| data | setting | runs | mean | sd | smallest | mean − 4 sd | CPU s |")
    print("|---|---|---|---|---|---|---|---|")
    for kind in kinds:
        with ProcessPoolExecutor(
            os.cpu_count(), initializer=prepare, initargs=(arguments.assignment, kind)
        ) as pool:
            found = list(pool.map(run, range(arguments.runs), chunksize=5))
        for setting in zip(*found, strict=True):
            name = setting[0][0]
            accuracy = np.array([one for _, one, _ in setting])
            cpu = float(np.mean([seconds for _, _, seconds in setting]))
            mean, sd = accuracy.mean(), accuracy.std(ddof=1)
            print(
                f"| {kind} | {name} | {len(found)} | {mean:.4f} | {sd:.4f} | "
                f"{accuracy.min():.4f} | {mean - 4 * sd:.4f} | {cpu:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
