"""What is said when something is not fetched."""

import socket
import ssl
from typing import TypeVar

import httpcore

from caseboard.capture.fetching.body import Body, Cut
from caseboard.capture.fetching.fetched import NotFetched
from caseboard.i18n import _, ngettext

E = TypeVar("E", bound=BaseException)


def of_error(error: Exception, host: str, *, by_proxy: bool) -> NotFetched:
    """What a failure of the network means for the one who waits for `host`."""
    insecure = _first(error, ssl.SSLError)
    if insecure is not None:
        return _insecure(insecure, host)
    if isinstance(error, httpcore.ProxyError):
        return _of_proxy(error)
    if isinstance(error, httpcore.ConnectError | httpcore.ConnectTimeout):
        return _not_reached(error, host, by_proxy=by_proxy)
    if isinstance(error, TimeoutError | httpcore.TimeoutException):
        return NotFetched(
            _("{host} did not answer in time.").format(host=host),
            _("Try again later, or allow more time in the settings."),
        )
    if isinstance(error, httpcore.RemoteProtocolError) and "disconnected" not in str(error):
        return NotFetched(
            _("What {host} answered is not HTTP.").format(host=host),
            _("Look at the address: it may lead to something that is no web site."),
        )
    return NotFetched(
        _("{host} closed the connection without an answer.").format(host=host),
        _("Try again later. Some sites do so to programs: then save the page in a browser."),
    )


def _insecure(error: ssl.SSLError, host: str) -> NotFetched:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return NotFetched(
            _("No secure connection to {host} could be made.").format(host=host),
            _("The site may be set up wrongly. Try the address with http:// in front."),
        )
    return NotFetched(
        _("{host} could not prove that it is {host}: {problem}. Nothing was asked of it.").format(
            host=host, problem=error.verify_message
        ),
        _("Check the date of this machine. Otherwise somebody may be listening in."),
    )


def _of_proxy(error: Exception) -> NotFetched:
    return NotFetched(
        _("The proxy did not let the request through: {problem}").format(problem=error),
        _("Look whether the proxy runs, and at its address in the settings."),
    )


def _not_reached(error: Exception, host: str, *, by_proxy: bool) -> NotFetched:
    if by_proxy:
        return NotFetched(
            _("The proxy could not be reached."),
            _("Look whether the proxy runs, and at its address in the settings."),
        )
    if isinstance(error, httpcore.ConnectTimeout):
        return NotFetched(
            _("{host} could not be reached in time.").format(host=host),
            _("Try again later, or allow more time in the settings."),
        )
    if _first(error, UnicodeError) is not None or _is_unknown(error):
        return NotFetched(
            _("There is no site {host}, or its name cannot be looked up now.").format(host=host),
            _("Look at the address, and whether this machine is connected."),
        )
    return NotFetched(
        _("{host} could not be reached.").format(host=host),
        _("Look whether this machine is connected, or try again later."),
    )


def shortfall(body: Body, most: int) -> str:
    """Why not all of an answer is there; empty where it is whole."""
    if body.cut is Cut.LENGTH:
        return _("Only the first {size} were taken; more was sent.").format(size=size(body.size))
    if body.cut is Cut.TIME:
        return _("Only {size} came in the time there was.").format(size=size(body.size))
    if body.cut is Cut.DISCONNECT:
        return _("The connection broke after {size}.").format(size=size(body.size))
    if body.is_over:
        return _("Unpacked it is longer than {size}; the rest was left out.").format(
            size=size(most)
        )
    if body.is_damaged:
        return _("It was sent packed, and could not be unpacked to its end.")
    return ""


def too_long(host: str, length: int, most: int) -> NotFetched:
    """More is announced than is taken."""
    return NotFetched(
        _("What {host} sends is {length} long; no more than {most} are fetched.").format(
            host=host, length=size(length), most=size(most)
        ),
        _("Allow more in the settings, or save the file with a browser and add it."),
    )


def not_whole(host: str, reason: str) -> NotFetched:
    """What came is of no use without the rest."""
    return NotFetched(
        _("The file from {host} did not come whole. {reason} What came is kept in the archive.")
        .format(host=host, reason=reason),
        _("Fetch it again, or save the file with a browser and add it."),
    )  # fmt: skip


def empty(host: str, status: int, reason: str) -> NotFetched:
    """An answer without anything in it."""
    return NotFetched(
        _("{host} answered {status} with nothing in it.").format(
            host=host, status=f"{status} {reason}".strip()
        ),
        _("Open the address in a browser to see whether the page is still there."),
    )


def no_web_address(address: str) -> NotFetched:
    """Something else than http or https."""
    return NotFetched(
        _("“{address}” is no address of the web.").format(address=address[:200]),
        _("Only addresses that begin with http:// or https:// are fetched."),
    )


def leads_out(host: str, address: str) -> NotFetched:
    """A redirect to something else than http or https."""
    return NotFetched(
        _("{host} sends on to “{address}”, which is no address of the web.").format(
            host=host, address=address[:200]
        ),
        _("Only addresses that begin with http:// or https:// are fetched."),
    )


def in_circles(host: str) -> NotFetched:
    """A redirect that came by already."""
    return NotFetched(
        _("{host} sends on in circles, from one address to the next and back.").format(host=host),
        _("Such sites often want cookies of a browser: save the page there and add the file."),
    )


def too_many_redirects(most: int) -> NotFetched:
    """More redirects than are followed."""
    return NotFetched(
        ngettext(
            "The address sends on again and again; no more than {n} redirect is followed.",
            "The address sends on again and again; no more than {n} redirects are followed.",
            most,
        ),
        _("Open the address in a browser and copy the one it ends at."),
    )


def no_time(host: str) -> NotFetched:
    """The time for the whole page is over."""
    return NotFetched(
        _("{host} took longer than a page may take.").format(host=host),
        _("Try again later, or allow more time in the settings."),
    )


def wrong_proxy(proxy: str) -> NotFetched:
    """A setting that names no proxy."""
    return NotFetched(
        _("“{proxy}” is no address of a proxy. Nothing was asked.").format(proxy=proxy[:200]),
        _("Write it as socks5://127.0.0.1:9050 or http://127.0.0.1:8080 in the settings."),
    )


def size(count: int) -> str:
    """A number of bytes, for people."""
    if count < 1_000:
        return ngettext("{n} byte", "{n} bytes", count)
    if count < 1_000_000:
        return _("{n} kB").format(n=count // 1_000)
    return _("{n} MB").format(n=count // 1_000_000)


def _is_unknown(error: Exception) -> bool:
    return _first(error, socket.gaierror) is not None


def _first(error: BaseException | None, kind: type[E]) -> E | None:
    """The first of `kind` among what led to `error`."""
    for _step in range(10):
        if error is None or isinstance(error, kind):
            return error
        error = error.__cause__ or error.__context__
    return None
