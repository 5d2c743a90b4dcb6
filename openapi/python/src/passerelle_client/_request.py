"""Requests and answers."""

from __future__ import annotations

import dataclasses
import email.message
import json
import urllib.parse
from typing import Any

from passerelle_client._values import encode


@dataclasses.dataclass(frozen=True)
class Body:
    """What a request sends, with its media type, e.g. ``Body(data, "text/csv")``."""

    data: bytes
    media_type: str


@dataclasses.dataclass(frozen=True)
class Answer:
    """An answer with its status, headers and bytes."""

    status: int
    headers: email.message.Message
    """Headers, of which names are not sensitive to case."""
    body: bytes
    unchanged: bool = False
    """Whether the service said 304: the body is the one that came before."""

    @property
    def etag(self) -> str | None:
        """Tag of these bytes."""
        return self.headers.get("ETag")

    @property
    def media_type(self) -> str:
        """Media type without its parameters; empty where there is none."""
        return self.headers.get("Content-Type", "").split(";")[0].strip().lower()

    def text(self) -> str:
        """The body as text."""
        return self.body.decode(self.headers.get_content_charset("utf-8"))

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


@dataclasses.dataclass(frozen=True)
class Call:
    """An operation with its parameters."""

    method: str
    template: str
    path: dict[str, Any]
    query: dict[str, Any]
    body: Any = None
    form: dict[str, Any] | None = None
    headers: dict[str, Any] = dataclasses.field(default_factory=dict)
    timeout: float | None = None

    @property
    def target(self) -> str:
        """Path and query, in which anything but unreserved characters is escaped (RFC 3986)."""
        path = self.template
        for name, value in self.path.items():
            path = path.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
        query = _form(self.query)
        return f"{path}?{query}" if query else path

    @property
    def sent(self) -> Body | None:
        """The body as it is sent."""
        if self.form is not None:
            return Body(_form(self.form).encode(), "application/x-www-form-urlencoded")
        if self.body is None or isinstance(self.body, Body):
            return self.body
        return Body(json.dumps(encode(self.body), ensure_ascii=False).encode(), "application/json")

    @property
    def idempotent(self) -> bool:
        """Whether sending it twice does what sending it once does (RFC 9110, 9.2.2)."""
        return self.method != "POST" or self.headers.get("Idempotency-Key") is not None


def _form(fields: dict[str, Any]) -> str:
    given = {name: _text(value) for name, value in fields.items() if value is not None}
    return urllib.parse.urlencode(given, quote_via=urllib.parse.quote, safe="")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
