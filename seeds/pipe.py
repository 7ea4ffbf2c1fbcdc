"""Read a named pipe to its end without waiting for ever for somebody to write to it.

Opening a pipe to read blocks until there is a writer; so it is opened without blocking, and looked at until one has
come. POSIX does not tell a reader that a writer came and said nothing: on some systems such a one goes unseen.
"""

import os
import select
import time
from pathlib import Path

GLANCE = 0.05
"""Seconds between two looks for a writer."""


def read_pipe(path: Path, wait: float, limit: int) -> bytes | None:
    """What writers put into the pipe until the last of them closed it; None if none came within `wait` seconds.

    Reads little more than `limit` bytes. Raises OSError as the system does.
    """
    end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(end, "rb", buffering=0) as pipe:
        first = _first_bytes(end, time.monotonic() + wait)
        if first is None:
            return None
        os.set_blocking(end, True)
        parts, size = [first], len(first)
        while size <= limit and (part := pipe.read(1 << 20)):
            parts.append(part)
            size += len(part)
    return b"".join(parts)


def _first_bytes(end: int, deadline: float) -> bytes | None:
    """What stands in the pipe once there is a writer, b"" if it has said nothing so far."""
    poll = select.poll()
    poll.register(end, select.POLLIN)
    while True:
        try:
            first = os.read(end, 1 << 16)
        except BlockingIOError:
            return b""
        left = deadline - time.monotonic()
        if first or left <= 0:
            return first or None
        if any(event & select.POLLHUP for _, event in poll.poll(min(GLANCE, left) * 1000)):
            return os.read(end, 1 << 16)
