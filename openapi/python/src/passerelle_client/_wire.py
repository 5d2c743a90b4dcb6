"""Connections that are kept and used again."""

from __future__ import annotations

import base64
import gzip
import http.client
import queue
import ssl
import time
import urllib.parse
import urllib.request
import zlib

from passerelle_client._request import Answer

_CHUNK = 1 << 16


class Wire:
    """Connections to one service, directly or by the proxy that the environment names."""

    def __init__(self, address: str) -> None:
        url = urllib.parse.urlsplit(address)
        self._host, self._port, self._secure = url.hostname or "", url.port, url.scheme == "https"
        self._origin = f"{url.scheme}://{url.netloc}"
        self._tls = ssl.create_default_context() if self._secure else None
        proxy = urllib.request.getproxies().get(url.scheme)
        bypassed = urllib.request.proxy_bypass(self._host)
        self._proxy = urllib.parse.urlsplit(proxy) if proxy and not bypassed else None
        self._idle: queue.LifoQueue[http.client.HTTPConnection] = queue.LifoQueue(maxsize=16)

    def exchange(
        self, method: str, target: str, headers: dict[str, str], body: bytes | None, *, within: float, reuse: bool
    ) -> Answer:
        """One attempt, bounded in seconds.

        :param reuse: whether a connection that turns out to be closed may be made anew, the request being sent again
        :raises TimeoutError: when the time ran out
        :raises OSError: when the connection failed
        """
        deadline = time.monotonic() + within
        connection = self._take() if reuse else None
        if connection is not None:
            try:
                return self._on(connection, method, target, headers, body, deadline)
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                pass  # Closed by the service meanwhile.
        return self._on(self._connection(), method, target, headers, body, deadline)

    def _on(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        target: str,
        headers: dict[str, str],
        body: bytes | None,
        deadline: float,
    ) -> Answer:
        try:
            connection.timeout = _left(deadline)
            if connection.sock is None:
                connection.connect()
            socket = connection.sock
            socket.settimeout(_left(deadline))
            if self._proxy and not self._secure:
                target = self._origin + target
                headers = {**headers, **self._authorization()}
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            chunks = []
            while chunk := response.read1(_CHUNK):
                chunks.append(chunk)
                socket.settimeout(_left(deadline))
            if response.length:
                raise http.client.IncompleteRead(b"", response.length)
            # Python 3.11 does not see by itself that read1 came to the end, and would refuse the next request.
            response.close()
            data = b"".join(chunks)
            if data and response.headers.get("Content-Encoding") == "gzip":
                data = gzip.decompress(data)
            if not response.will_close:
                self._give(connection)
            return Answer(response.status, response.headers, data)
        except http.client.RemoteDisconnected:
            connection.close()
            raise
        except (http.client.HTTPException, EOFError, zlib.error) as broken:
            connection.close()
            raise OSError(f"{type(broken).__name__}: {broken}") from broken
        except BaseException:
            connection.close()
            raise

    def _connection(self) -> http.client.HTTPConnection:
        host, port = (self._proxy.hostname, self._proxy.port) if self._proxy else (self._host, self._port)
        if self._tls is None:
            return http.client.HTTPConnection(host or "", port)
        connection = http.client.HTTPSConnection(host or "", port, context=self._tls)
        if self._proxy:
            connection.set_tunnel(self._host, self._port, self._authorization())
        return connection

    def _authorization(self) -> dict[str, str]:
        if not self._proxy or self._proxy.username is None:
            return {}
        pair = f"{urllib.parse.unquote(self._proxy.username)}:{urllib.parse.unquote(self._proxy.password or '')}"
        return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}

    def _take(self) -> http.client.HTTPConnection | None:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return None

    def _give(self, connection: http.client.HTTPConnection) -> None:
        try:
            self._idle.put_nowait(connection)
        except queue.Full:
            connection.close()

    def close(self) -> None:
        while connection := self._take():
            connection.close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left
