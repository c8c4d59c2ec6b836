"""In CI nothing may be skipped: with KPU_DOCS_CI set, a skipped test or test file counts as failed.

What hypothesis tries is the same in every run; `--hypothesis-profile=default` looks elsewhere.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

IN_CI = bool(os.environ.get("KPU_DOCS_CI"))


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"may not be skipped in CI: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse skipped tests; an expected failure (xfail) stays what it is."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Refuse files that skip themselves while they are imported."""
    report = yield
    _refuse_skip(report)
    return report


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--tulis-golden` writes goldens that are missing; to change one, delete it first."""
    parser.addoption("--tulis-golden", action="store_true", help="write the goldens that are missing")
