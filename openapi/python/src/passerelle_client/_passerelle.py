"""The way in."""

from __future__ import annotations

import urllib.parse

from passerelle_client import groups, raw
from passerelle_client._transport import Settings, Transport
from passerelle_client._version import VERSION


class Passerelle(groups.Groups):
    """A Passerelle: the way into all that it publishes.

    It is safe to share between threads, and one is enough for an application.
    """

    def __init__(
        self,
        address: str,
        *,
        key: str | None = None,
        language: str | None = None,
        application: str | None = None,
        timeout: float = 30.0,
        retries: int = 4,
        first_backoff: float = 0.5,
        cache_bytes: int = 16 << 20,
    ) -> None:
        """:param address: of the service, e.g. https://donnees.example.org
        :param key: a key of the installation: for deposits, and for larger quotas
        :param language: languages of labels and problems, the preferred first, e.g. ``fr, en;q=0.5``
        :param application: name and version of the application, e.g. ``portal/2.1``
        :param timeout: seconds that an answer may take, all attempts included
        :param retries: how many attempts follow one that failed for a passing reason
        :param first_backoff: longest wait in seconds before the second attempt, doubled for each after it
        :param cache_bytes: bytes of earlier answers that are kept, to be confirmed by the service; 0 for none
        """
        url = urllib.parse.urlsplit(address)
        if url.scheme not in ("http", "https") or not url.hostname or url.query or url.fragment:
            raise ValueError(f"Not the address of a service, e.g. https://donnees.example.org: {address}")
        client = f"passerelle-python/{VERSION}"
        transport = Transport(
            Settings(
                address=address.rstrip("/"),
                user_agent=f"{application} {client}" if application else client,
                key=key,
                language=language,
                timeout=timeout,
                retries=retries,
                first_backoff=first_backoff,
                cache_bytes=cache_bytes,
            )
        )
        super().__init__(transport)
        self.raw = raw.Groups(transport)
        """The same operations, answered with status, headers and bytes: for formats that are not JSON."""
        self._transport = transport

    def close(self) -> None:
        """Closes connections that are kept."""
        self._transport.close()

    def __enter__(self) -> Passerelle:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()
