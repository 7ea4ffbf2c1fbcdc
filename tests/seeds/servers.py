"""Servers on 127.0.0.1 that answer exactly what a test says, in threads, and are gone when it is over."""

import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from socket import socket
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread

import pytest
import trustme

Write = Callable[[bytes], object]
Answer = bytes | Callable[[Write, Event], None]
"""What goes over the wire, whole; or something that writes it until the event says that the test is over."""

TLS_HELLO = b"\x16"
"""How a client begins that takes this for a server over TLS."""


@dataclass
class Served:
    """A server at work: its address without a path, what was asked of it, and whether a client left it talking."""

    address: str
    asked: list[str] = field(default_factory=list)
    left: Event = field(default_factory=Event)


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An answer as a server gives it; the connection's end is the end of the body."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


def leading(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads on."""
    return page(b"", f"Location: {location}", status=status)


def without_end(start: bytes, again: bytes) -> Answer:
    """An answer that begins so, and then says a little more again and again."""

    def answer(write: Write, over: Event) -> None:
        write(start)
        while not over.wait(0.01):
            write(again)

    return answer


@cache
def zeros(size: int) -> bytes:
    """So many bytes of nothing, packed by gzip a piece at a time."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    piece = bytes(1 << 20)
    return b"".join(packer.compress(piece) for _ in range(size >> 20)) + packer.flush()


@contextmanager
def serving(answers: Mapping[str, Answer], tls: Path | None = None) -> Iterator[Served]:
    """A server that answers each path so; over TLS where `tls` is a folder, in which it puts what it is known by."""
    over = Event()

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            head = self.rfile.read(1)
            if head == TLS_HELLO:
                self.wfile.write(page(b"", status="400 Bad Request"))
                return
            while (line := self.rfile.readline()).strip():
                head += line
            served.asked.append(head.decode())
            answer = answers[head.decode().split(" ")[1]] if head else b""
            try:
                self.wfile.write(answer) if isinstance(answer, bytes) else answer(self.wfile.write, over)
            except OSError:
                served.left.set()

    with _Server(("127.0.0.1", 0), Handler) as server:
        served = Served(f"http{'s' if tls else ''}://127.0.0.1:{server.server_address[1]}")
        server.tls = _secured(tls) if tls else None
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield served
        finally:
            over.set()
            server.shutdown()
            thread.join()


def without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask these servers straight, whatever the machine at hand wants."""
    for scheme in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{scheme}_proxy", raising=False)
        monkeypatch.delenv(f"{scheme}_proxy".upper(), raising=False)


class _Server(ThreadingTCPServer):
    daemon_threads = True
    tls: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket, object]:
        wire, client = self.socket.accept()
        wire.settimeout(5)
        return (self.tls.wrap_socket(wire, server_side=True) if self.tls else wire), client

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that leave."""


def _secured(folder: Path) -> ssl.SSLContext:
    """A context of an authority made for the occasion, whose certificate is put into the folder."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "identity.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context
