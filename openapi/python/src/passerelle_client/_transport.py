"""Sends requests: with the headers of the client, confirmed from its cache, again where it is worth it."""

from __future__ import annotations

import dataclasses
import time
from typing import Any, TypeVar

from passerelle_client import models
from passerelle_client._cache import ConditionalCache, confirmed
from passerelle_client._request import Answer, Call
from passerelle_client._retries import RetryBudget, retry_after, wait_after
from passerelle_client._values import decode
from passerelle_client._wire import Wire
from passerelle_client.errors import ProblemError, UnexpectedAnswer, Unreachable, problem_error

T = TypeVar("T")

# Refused for now, by the service or by a server before it.
_PASSING = frozenset({429, 502, 503, 504})


@dataclasses.dataclass(frozen=True)
class Settings:
    """How a client behaves."""

    address: str
    user_agent: str
    key: str | None
    language: str | None
    timeout: float
    retries: int
    first_backoff: float
    cache_bytes: int


class Transport:
    """The way to one service, safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._wire = Wire(settings.address)
        self._cache = ConditionalCache(settings.cache_bytes)
        self._budget = RetryBudget()

    def close(self) -> None:
        self._wire.close()

    def value(self, kind: Any, call: Call) -> Any:
        """What the service answers, as a value of that type.

        :raises ProblemError: when the service refuses the request
        :raises Unreachable: when there is no answer, or none in time
        :raises UnexpectedAnswer: when the answer is not one of a Passerelle
        """
        answer = self.answer(call)
        if kind is type(None):
            return None
        if kind is bytes:
            return answer.body
        if kind is str:
            return answer.text()
        if answer.media_type and not answer.media_type.endswith("json"):
            raise UnexpectedAnswer(f"An answer of type {answer.media_type} is not JSON: ask for it by raw")
        try:
            return decode(kind, answer.json())
        except ValueError as wrong:
            raise UnexpectedAnswer(f"Not a {getattr(kind, '__name__', kind)} in JSON: {wrong}") from wrong

    def answer(self, call: Call) -> Answer:
        """What the service answers, with status, headers and bytes; raises as value does."""
        request = f"{call.method} {self._settings.address}{call.target}"
        longest = self._settings.timeout if call.timeout is None else call.timeout
        deadline = time.monotonic() + longest
        failures = 0
        while True:
            asked = None
            error: Exception
            try:
                answer = self._attempt(call, deadline - time.monotonic())
                if answer.status not in _PASSING:
                    self._budget.earn()
                    return self._accepted(request, answer)
                error = self._problem(request, answer)
                asked = retry_after(answer.headers.get("Retry-After"))
            except TimeoutError as late:
                raise Unreachable(f"No answer to {request} within {longest:g} s", timeout=True) from late
            except OSError as broken:
                error = Unreachable(f"No answer to {request}: {broken}", timeout=False)
                error.__cause__ = broken
            failures += 1
            wait = wait_after(failures, asked, self._settings.first_backoff)
            again = failures <= self._settings.retries and call.idempotent and time.monotonic() + wait < deadline
            if not again or not self._budget.spend():
                raise error
            time.sleep(wait)

    def _attempt(self, call: Call, within: float) -> Answer:
        headers = self._headers(call)
        key = f"{call.target}\n{sorted(headers.items())}"
        kept = self._cache.find(key) if call.method == "GET" else None
        if kept is not None and kept.etag:
            headers["If-None-Match"] = kept.etag
        sent = call.sent
        if sent is not None:
            headers["Content-Type"] = sent.media_type
        answer = self._wire.exchange(
            call.method,
            self._path + call.target,
            headers,
            sent.data if sent is not None else None,
            within=within,
            reuse=call.idempotent,
        )
        if answer.status == 304 and kept is not None:
            answer = confirmed(kept, answer.headers)
        if call.method == "GET":
            self._cache.keep(key, answer)
        return answer

    @property
    def _path(self) -> str:
        """Path of the service at its origin; empty where it is all of it."""
        after = self._settings.address.split("://", 1)[1]
        return "/" + after.split("/", 1)[1] if "/" in after else ""

    def _headers(self, call: Call) -> dict[str, str]:
        headers = {
            "User-Agent": self._settings.user_agent,
            "Accept": "application/json, application/problem+json;q=0.9, */*;q=0.1",
            "Accept-Encoding": "gzip",
        }
        if self._settings.key is not None:
            headers["Authorization"] = "Bearer " + self._settings.key
        if self._settings.language is not None:
            headers["Accept-Language"] = self._settings.language
        headers.update({name: str(value) for name, value in call.headers.items() if value is not None})
        return headers

    def _accepted(self, request: str, answer: Answer) -> Answer:
        if answer.status >= 400:
            raise self._problem(request, answer)
        if answer.status >= 300:
            # A key goes where it was meant to go, and nowhere else.
            where = answer.headers.get("Location", "elsewhere")
            raise UnexpectedAnswer(f"{request} is answered by {answer.status} to {where}: use that address")
        return answer

    @staticmethod
    def _problem(request: str, answer: Answer) -> ProblemError:
        said: dict[str, Any] = {}
        if answer.media_type.endswith("json"):
            try:
                read = answer.json()
                said = read if isinstance(read, dict) else {}
            except ValueError:
                pass  # A server in between may say anything.
        said = {
            "type": "about:blank",
            "title": "HTTP",
            "detail": "The answer does not say why",
            "instance": "",
            **said,
            "status": answer.status,
        }
        return problem_error(request, decode(models.Problem, said), retry_after(answer.headers.get("Retry-After")))
