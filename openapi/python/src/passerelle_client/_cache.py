"""Earlier answers, confirmed by the service before they are told again."""

from __future__ import annotations

import collections
import copy
import dataclasses
import email.message
import threading

from passerelle_client._request import Answer


class ConditionalCache:
    """Earlier answers by request (RFC 9110, 13), the least used leaving first."""

    def __init__(self, most: int) -> None:
        """:param most: bytes of bodies that it holds"""
        self._most = most
        self._held = 0
        self._answers: collections.OrderedDict[str, Answer] = collections.OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: str) -> Answer | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def keep(self, key: str, answer: Answer) -> None:
        if answer.status != 200 or answer.etag is None or "no-store" in answer.headers.get("Cache-Control", "").lower():
            return
        with self._lock:
            before = self._answers.pop(key, None)
            self._answers[key] = answer
            self._held += len(answer.body) - (len(before.body) if before else 0)
            while self._held > self._most and self._answers:
                _, eldest = self._answers.popitem(last=False)
                self._held -= len(eldest.body)


def confirmed(kept: Answer, newer: email.message.Message) -> Answer:
    """What was kept, with the headers that came with the confirmation (RFC 9111, 3.2)."""
    headers = copy.copy(kept.headers)
    headers._headers = list(kept.headers.items())  # type: ignore[attr-defined]
    for name in set(newer.keys()):
        if not name.lower().startswith("content-"):
            del headers[name]
            for value in newer.get_all(name, []):
                headers[name] = value
    return dataclasses.replace(kept, headers=headers, unchanged=True)
