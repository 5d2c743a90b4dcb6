"""What can go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from passerelle_client import models


class PasserelleError(Exception):
    """A request that brought no answer of use."""


class Unreachable(PasserelleError):
    """The service did not answer: no connection, one that broke, or no answer in time."""

    def __init__(self, message: str, *, timeout: bool) -> None:
        super().__init__(message)
        self.is_timeout = timeout
        """Whether the time given for the request ran out."""


class UnexpectedAnswer(PasserelleError):
    """An answer that is not what the contract says: another server's page, a redirect, broken JSON."""


class ProblemError(PasserelleError):
    """The service refused a request and said why (RFC 9457)."""

    def __init__(self, request: str, problem: models.Problem, retry_after: float | None) -> None:
        errors = "".join(f"\n  {each.pointer}: {each.detail}" for each in problem.errors)
        super().__init__(f"{problem.status} {problem.title} ({request}): {problem.detail}{errors}")
        self.problem = problem
        """All that the service said."""
        self.type = problem.type
        """Address that names this kind of problem, and has a page about it."""
        self.kind = problem.type.rsplit("/", 1)[-1]
        """The last word of the type, e.g. unknown-code."""
        self.title = problem.title
        """A few words for the kind of problem."""
        self.status = problem.status
        """Status of the answer, e.g. 404."""
        self.detail = problem.detail
        """What is wrong here and what to do about it."""
        self.errors = problem.errors
        """What breaks which rule, each with a pointer to its place."""
        self.retry_after = retry_after
        """Seconds that the service asks to wait, if it does."""


class Unauthorized(ProblemError):
    """A key is needed, or the one that was sent is not known (401)."""


class Forbidden(ProblemError):
    """The key does not allow this (403)."""


class NotFound(ProblemError):
    """There is no such thing (404)."""


class RateLimited(ProblemError):
    """The quota is used up (429)."""


class Unavailable(ProblemError):
    """The service cannot answer now (503)."""


def problem_error(request: str, problem: models.Problem, retry_after: float | None) -> ProblemError:
    kinds = {401: Unauthorized, 403: Forbidden, 404: NotFound, 429: RateLimited, 503: Unavailable}
    return kinds.get(problem.status, ProblemError)(request, problem, retry_after)
