"""Whether each check of the suite is needed, and no tolerance could be a thousand times wider.

A check is needed when some known mistake fails it alone, in a test that must catch the mistake:
without the check, that test would pass. Its tolerance is held when a result that is slightly off
fails it alone, and would pass with the tolerance a thousand times wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from grader.language import Message
from grader.language import gettext as _
from grader.model import Outcome
from grader.proofs.bench import Outcomes
from grader.proofs.cases import Case
from grader.proofs.sites import CheckSite, site_at
from grader.proofs.verdicts import Calls, caught_tests

Surveyed = Mapping[Case, Outcomes]


def unneeded(found: Sequence[CheckSite], surveyed: Surveyed, calls: Calls) -> Iterator[Message]:
    """The checks that no known mistake fails alone, and that no comment excuses."""
    needed = {
        site
        for case, outcomes in surveyed.items()
        if case.mistake is not None
        for test in caught_tests(case.mistake, case.function, calls)
        if (site := _alone(found, outcomes[test])) is not None
    }
    for site in found:
        if site not in needed and site.reason is None:
            yield _("{site}: no known mistake is rejected by this check alone").format(site=site)


def loose(found: Sequence[CheckSite], surveyed: Surveyed, calls: Calls) -> Iterator[Message]:
    """The tolerances that could be a thousand times wider, and that no comment excuses."""
    held = {
        site
        for case, outcomes in surveyed.items()
        for test, outcome in outcomes.items()
        if case.function in calls[test]
        and (site := _alone(found, outcome)) is not None
        and all(failed.soft for failed in outcome.failed_checks)
    }
    for site in found:
        if site.method == "close" and site not in held and site.reason is None:
            yield _("{site}: its tolerance could be a thousand times wider unnoticed").format(
                site=site
            )


def excused(found: Iterable[CheckSite]) -> list[Message]:
    """The checks that nothing proves, with their reasons."""
    return [
        _("excused: {site}: {reason}").format(site=site, reason=site.reason)
        for site in found
        if site.reason is not None
    ]


def _alone(found: Sequence[CheckSite], outcome: Outcome) -> CheckSite | None:
    """The one check of the suite that failed in this test."""
    sites = {site_at(found, failed.file, failed.line) for failed in outcome.failed_checks}
    return sites.pop() if len(sites) == 1 else None
