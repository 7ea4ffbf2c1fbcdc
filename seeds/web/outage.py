"""What went wrong between here and a server, in words for people. Imported only when an address is fetched."""

import ssl
from http.client import BadStatusLine, HTTPException, RemoteDisconnected
from http.client import IncompleteRead as BrokenOff
from socket import gaierror

from urllib3.exceptions import HTTPError, IncompleteRead, InvalidChunkLength, NameResolutionError
from urllib3.exceptions import SSLError as TLSError

from seeds.web.inflate import CUT, Broken

OUTAGES = (OSError, HTTPException, HTTPError, ValueError, Broken)
"""All that an exchange raises where the server or the way to it is to blame. http.client raises ValueError too."""

CONNECTION = "check the address and your connection"
LATER = "try again later, or save the page in a file and add that"
BROWSER = "open it in a browser, save the page and add the file"


SAID: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    ((NameResolutionError, gaierror), "no host called {host} was found", CONNECTION),
    ((ConnectionRefusedError,), "{host} refused the connection", CONNECTION),
    ((TimeoutError,), "{host} did not answer in time", LATER),
    ((BrokenOff, IncompleteRead, InvalidChunkLength), CUT, LATER),
    ((RemoteDisconnected, ConnectionResetError, BrokenPipeError), "{host} closed the connection too early", LATER),
    ((BadStatusLine,), "what answers at {host} is no web server", CONNECTION),
    ((ssl.SSLError, TLSError), "no secure connection to {host} could be made ({why})", BROWSER),
    ((HTTPException, HTTPError, ValueError), "the answer of {host} cannot be understood ({why})", BROWSER),
)
"""What is said of each error, the more exact ones first."""


def told(error: Exception, asked: str, host: str) -> tuple[str, str]:
    """Why nothing came, and what to do next. `asked` is the host of the page, or the proxy on the way to it."""
    if isinstance(error, Broken):
        return str(error), BROWSER
    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate of {host} cannot be trusted ({cause.verify_message.rstrip('.')})", BROWSER
    for kinds, why, remedy in SAID:
        if found := next((cause for cause in causes if isinstance(cause, kinds)), None):
            return why.format(host=asked, why=_short(found)), remedy
    return f"the connection to {asked} failed ({_short(causes[0])})", CONNECTION


def _causes(error: BaseException) -> list[BaseException]:
    """An error and what it came from, the cause first: urllib3 wraps what the system says."""
    found: list[BaseException] = []
    following: BaseException | None = error
    while following and following not in found:
        found.insert(0, following)
        following = following.__cause__ or following.__context__
    return found


def _short(error: BaseException) -> str:
    said = isinstance(error, OSError) and (getattr(error, "reason", None) or error.strerror)
    return str(said or error or type(error).__name__).lower().replace("_", " ")[:120]
