"""A server in front of the live service that fails as told, and passes on what is left."""

from __future__ import annotations

import http.client
import http.server
import os
import threading
import urllib.parse
from collections.abc import Callable

ADDRESS = os.environ["PASSERELLE_URL"]

Fault = Callable[["Proxy"], None]


def status(code: int, headers: dict[str, str] | None = None, body: bytes = b"") -> Fault:
    """That status instead of the answer."""

    def answer(proxy: Proxy) -> None:
        proxy.answer(code, headers or {}, body)

    return answer


def changed(before: bytes, after: bytes) -> Fault:
    """The answer with one text in place of another."""

    def answer(proxy: Proxy) -> None:
        code, headers, body = proxy.ask()
        proxy.answer(code, headers, body.replace(before, after))

    return answer


def broken(proxy: Proxy) -> None:
    """The connection ends without an answer."""
    proxy.close_connection = True
    proxy.connection.close()


def cut(proxy: Proxy) -> None:
    """The connection ends in the middle of the answer."""
    proxy.send_response(200)
    proxy.send_header("Content-Type", "application/json")
    proxy.send_header("Content-Length", "1000")
    proxy.end_headers()
    proxy.wfile.write(b'{"items": [')
    broken(proxy)


def dribble(proxy: Proxy) -> None:
    """An answer that never ends, byte by byte, until the other side leaves."""
    proxy.send_response(200)
    proxy.send_header("Content-Type", "application/json")
    proxy.send_header("Content-Length", "100000")
    proxy.end_headers()
    proxy.close_connection = True
    try:
        while not proxy.server.leaving.wait(0.05):
            proxy.wfile.write(b" ")
            proxy.wfile.flush()
    except OSError:
        pass


class Proxy(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultProxy

    def handle_any(self) -> None:
        self.sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append(self)
        fault = self.server.faults.pop(0) if self.server.faults else None
        if fault is None:
            code, headers, body = self.ask()
            self.answer(code, headers, body)
        else:
            fault(self)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def ask(self) -> tuple[int, dict[str, str], bytes]:
        """What the live service answers."""
        service = urllib.parse.urlsplit(ADDRESS)
        connection = http.client.HTTPConnection(service.hostname or "", service.port, timeout=60)
        passed = {name: value for name, value in self.headers.items() if name not in ("Host", "Accept-Encoding")}
        connection.request(self.command, self.path, self.sent or None, passed)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        kept = ("Content-Type", "ETag", "Cache-Control", "Retry-After")
        return response.status, {name: value for name, value in response.getheaders() if name in kept}, body

    def answer(self, code: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        if code != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if code != 304:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class FaultProxy(http.server.ThreadingHTTPServer):
    """Answers with each fault once, in order."""

    daemon_threads = True

    def __init__(self, *faults: Fault) -> None:
        super().__init__(("127.0.0.1", 0), Proxy)
        self.faults = list(faults)
        self.seen: list[Proxy] = []
        self.leaving = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> FaultProxy:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leaving.set()
        self.shutdown()
        self.server_close()
