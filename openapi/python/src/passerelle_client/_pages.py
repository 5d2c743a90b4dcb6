"""Lists that come in pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from passerelle_client._request import Call
from passerelle_client._transport import Transport

P = TypeVar("P")
T = TypeVar("T")


class Pages(Generic[P, T]):
    """A list that is asked for page by page while it is walked.

    ``for item in pages`` walks all items; ``limit`` is the size of pages and not of the list. Nothing is asked before
    the walk begins, and each walk asks anew.
    """

    def __init__(self, transport: Transport, kind: type[P], call: Call) -> None:
        self._transport = transport
        self._kind = kind
        self._call = call

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items  # type: ignore[attr-defined]

    def page(self) -> P:
        """The page that ``cursor`` names, else the first."""
        return next(self.pages())

    def pages(self) -> Iterator[P]:
        """The pages, from the one that ``cursor`` names, else the first."""
        call = self._call
        while True:
            page: Any = self._transport.value(self._kind, call)
            yield page
            if page.next is None or page.next == call.query.get("cursor"):
                return
            call = dataclasses.replace(call, query={**call.query, "cursor": page.next})
