"""The only code that sends HTTP requests: polite, bounded, and never to a private address."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Literal
from urllib.parse import urljoin, urlsplit

import requests
from django.conf import settings
from redis.exceptions import RedisError
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError, ReadTimeoutError

from listings.boards.base import Request, Response
from listings.boards.bounds import is_indexable, is_keepable, readable
from listings.fetching import headers as trusted
from listings.fetching.error_responses import MAX_BODY, MAX_RESPONSES, ErrorAnswer, telling_headers
from listings.fetching.robots import MAX_BYTES as MAX_ROBOTS_BYTES
from listings.fetching.robots import PRODUCT_TOKEN, Robots
from listings.fetching.ssrf import PORTS, BlockedAddress, check_ip_address, check_url
from listings.fetching.throttle import NoSlot, wait_for_slot
from listings.fetching.transport import BlockedConnection, Resolver, TimeLimit, build_adapter, resolve

Kind = Literal[
    "robots", "status", "timeout", "network", "too large", "private address", "redirects", "truncated", "not allowed"
]
REDIRECTS = (301, 302, 303, 307, 308)
# These ask for the same request at another address; after the others, browsers turn a POST into a GET.
REPEATING_REDIRECTS = (307, 308)
MAX_REDIRECTS = 5
# Hosts of one source, each with a robots.txt to be read: a list and its redirects may name any number of them.
MAX_ORIGINS = 20
# What urllib3 decodes; another coding would be stored as if it were text.
CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
CONNECT_SECONDS = 10
READ_SECONDS = 20
RESPONSE_SECONDS = 60
# For all redirects of a request together, with the pauses between them: an ad's author may have chosen each.
REDIRECTS_SECONDS = 90
# Of processor time, for a response and its decompression: the largest take a second. After so many that took more,
# their client requests nothing else.
RECEIVING_SECONDS, MAX_COSTLY = 4.0, 3
# For the body of an error, which only admins read.
ERROR_SECONDS = 5
CHUNK_BYTES = 64 * 1024
# Of an address that a message quotes.
MAX_QUOTED = 200
VERSION = "1.0"


class FetchError(Exception):
    """No usable response. The message is a sentence for admins. `status` is None if the host sent no response.

    `answer`: what it sent instead, of the first errors of a client. `is_elsewhere`: a redirect had led to another
    host.
    """

    is_elsewhere = False

    def __init__(
        self,
        kind: Kind,
        message: str,
        *,
        status: int | None = None,
        retry_after: timedelta | None = None,
        answer: ErrorAnswer | None = None,
    ) -> None:
        # It may quote the host, and is stored.
        super().__init__(readable(message))
        self.kind = kind
        self.status = status
        self.retry_after = retry_after
        self.answer = answer


class PacingFailed(FetchError):
    """Our own Valkey, by which all workers keep the pauses between requests, cannot be used. No host is to blame."""


@dataclass(frozen=True, slots=True)
class HttpResult:
    """`response` is None for a 304. `size`: bytes after decompression."""

    response: Response | None
    status: int
    etag: str
    last_modified: str
    size: int


class UnfollowingSession(requests.Session):
    """requests prepares the next request even where it is not to follow it: it would read the body of a redirect as a
    whole, however large, and fail on a Location that is no address.
    """

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        return None


class HttpClient:
    """A client for one source. `delay`: pause between requests to one host. `deadline`: of time.monotonic()."""

    def __init__(
        self,
        *,
        delay: timedelta,
        mirror: str = "",
        deadline: float | None = None,
        resolver: Resolver = resolve,
    ) -> None:
        self.mirror = (mirror or settings.BOARD_MIRROR).rstrip("/")
        self.delay = timedelta(seconds=settings.MIRROR_DELAY) if self.mirror else delay
        self.deadline = float("inf") if deadline is None else deadline
        # The same for the request that is redirected.
        self.redirects_end = float("inf")
        self.origins: set[str] = set()
        self.robots_bytes = 0
        self.answers_left = MAX_RESPONSES
        self.robots = Robots(self._read_robots, self.mirror)
        self.session = UnfollowingSession()
        # Proxies and .netrc of the environment would send requests past the address checks, and passwords with them.
        self.session.trust_env = False
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.session.headers.update({"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate"})
        check: Callable[[str], None] = _loopback if self.mirror else check_ip_address
        self.limit = TimeLimit()
        self.costly_responses = 0
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, build_adapter(resolver, check, self.limit))
        if self.mirror:
            _check_mirror(self.mirror)

    def get(self, request: Request, *, etag: str = "", last_modified: str = "") -> HttpResult:
        """The response after all redirects; a 304 if the validators are still current. Raises FetchError.

        A request with a body is posted, and without validators: HTTP has a 304 for GET alone.
        """
        headers = {"Accept": "application/json, application/rss+xml, text/html;q=0.9, */*;q=0.5"}
        if request.body:
            headers["Content-Type"] = "application/json"
            etag = last_modified = ""
        # Again: rows may hold what was stored before validators were checked.
        etag, last_modified = trusted.etag(etag), trusted.last_modified(last_modified)
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        url = request.url
        visited: list[str] = []
        self.redirects_end = float("inf")
        for _ in range(MAX_REDIRECTS + 1):
            if url in visited:
                raise FetchError("redirects", f"{request.url} redirects in a loop, back to {url}.", status=302)
            visited.append(url)
            try:
                answer = self._hop(request, url, headers, is_conditional=bool(etag or last_modified))
            except FetchError as error:
                error.is_elsewhere = _is_elsewhere(url, request.url)
                raise
            if isinstance(answer, HttpResult):
                return answer
            url = answer
            self.redirects_end = min(self.redirects_end, time.monotonic() + REDIRECTS_SECONDS)
        raise FetchError("redirects", f"{request.url} redirects more than {MAX_REDIRECTS} times.", status=302)

    def _hop(self, request: Request, url: str, headers: dict[str, str], *, is_conditional: bool) -> HttpResult | str:
        """The response, or the address that it redirects to."""
        # For each hop: a redirect may lead to another host, with a robots.txt and a pace of its own.
        self._check_allowed(url)
        with self._send(url, headers, request.body) as raw:
            if raw.status_code in REDIRECTS and raw.headers.get("Location"):
                if request.body and raw.status_code not in REPEATING_REDIRECTS:
                    message = f"{url} redirects a POST with {raw.status_code}, which would make a GET of it."
                    raise FetchError("redirects", message, status=raw.status_code)
                return _redirected(url, raw.headers["Location"])
            if raw.status_code == HTTPStatus.NOT_MODIFIED and not is_conditional:
                message = f"{url} returned 304 (not modified), though it was not told what we have."
                raise FetchError("status", message, status=raw.status_code)
            return self._result(request, url, raw)

    @property
    def _ends(self) -> float:
        return min(self.deadline, self.redirects_end)

    def _check_allowed(self, url: str) -> None:
        """Wait for the host's next slot. Raises FetchError if the address, robots.txt or the deadline forbid it."""
        try:
            check_url(url)
        except BlockedAddress as error:
            raise FetchError("private address", f"{url}: {error}.") from error
        origin = _origin(url)
        if origin not in self.origins and len(self.origins) >= MAX_ORIGINS:
            raise FetchError("not allowed", f"{url} was not requested: its host is one too many ({MAX_ORIGINS}).")
        self.origins.add(origin)
        host = urlsplit(origin).netloc
        try:
            if not self.robots.allows(origin, url):
                reason = "is unreachable" if self.robots.is_unreachable(origin) else f"disallows {url}"
                raise FetchError("robots", f"{origin}/robots.txt {reason}.")
            delay = self.delay if self.mirror else max(self.delay, self.robots.delay(origin))
            wait_for_slot(host, delay, self._ends)
        except NoSlot as error:
            raise FetchError("timeout", f"{url} was not requested: {error}.") from error
        except RedisError as error:
            raise PacingFailed(
                "not allowed", f"{url} was not requested: Valkey, which paces requests, failed: {error}"
            ) from error

    def _send(self, url: str, headers: dict[str, str], body: str = "") -> requests.Response:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchError("timeout", f"Time ran out before {url} was requested.")
        if self.costly_responses >= MAX_COSTLY:
            raise FetchError(
                "timeout", f"{url} was not requested: {MAX_COSTLY} responses took too much processor time."
            )
        self.limit.processor_ends = time.thread_time() + RECEIVING_SECONDS
        self.limit.ends = min(time.monotonic() + RESPONSE_SECONDS, self._ends)
        try:
            return self.session.request(
                "POST" if body else "GET",
                self._mirrored(url),
                data=body.encode() or None,
                headers=headers,
                stream=True,
                allow_redirects=False,
                timeout=(min(CONNECT_SECONDS, left), min(READ_SECONDS, left)),
            )
        except requests.Timeout as error:
            raise self._timeout(url, "timed out") from error
        except requests.RequestException as error:
            # By its class: a message can hold any text, even a host's own.
            blocked = isinstance(_reason(error), BlockedConnection)
            kind: Kind = "private address" if blocked else "network"
            raise FetchError(kind, f"{url} is unreachable: {_cause(error)}.") from error

    def _mirrored(self, url: str) -> str:
        if not self.mirror:
            return url
        parts = urlsplit(url)
        return f"{self.mirror}/{parts.netloc}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

    def _result(self, request: Request, url: str, raw: requests.Response) -> HttpResult:
        etag = trusted.etag(raw.headers.get("ETag", ""))
        last_modified = trusted.last_modified(raw.headers.get("Last-Modified", ""))
        content_type = trusted.content_type(raw.headers.get("Content-Type", ""))
        if raw.status_code == HTTPStatus.NOT_MODIFIED:
            return HttpResult(None, raw.status_code, etag, last_modified, 0)
        if not 200 <= raw.status_code < 300:
            raise FetchError(
                "status",
                f"{url} returned {raw.status_code} {raw.reason or ''}".rstrip() + ".",
                status=raw.status_code,
                retry_after=trusted.retry_after(raw.headers.get("Retry-After", "")),
                answer=self._error_answer(url, raw),
            )
        body = self._body(url, raw)
        response = Response(request, body, url, raw.status_code, content_type)
        return HttpResult(response, raw.status_code, etag, last_modified, len(body))

    def _error_answer(self, url: str, raw: requests.Response) -> ErrorAnswer | None:
        if not self.answers_left:
            return None
        self.answers_left -= 1
        self.limit.ends = min(self.limit.ends, time.monotonic() + ERROR_SECONDS)
        try:
            body, is_cut = self._body(url, raw, MAX_BODY + 1), False
        except FetchError as error:
            # The error that it explains counts, not this one.
            body, is_cut = str(error).encode(), True
        headers = telling_headers(raw.headers)
        return ErrorAnswer(url, raw.status_code, headers, body[:MAX_BODY], is_cut or len(body) > MAX_BODY)

    def _body(self, url: str, raw: requests.Response, max_bytes: int | None = None) -> bytes:
        """The decompressed body, or its first `max_bytes`."""
        status = raw.status_code
        coding = raw.headers.get("Content-Encoding", "").strip().lower()
        if coding not in CODINGS:
            raise FetchError("network", f"{url} is compressed as {coding}, which was not accepted.", status=status)
        parts: list[bytes] = []
        size = 0
        try:
            # read1 returns what has arrived: read would wait for a whole chunk of a body that drips, past every limit.
            while chunk := raw.raw.read1(CHUNK_BYTES, decode_content=True):
                size += len(chunk)
                # Counted after decompression: a bomb is small on the wire.
                if size > settings.MAX_ANSWER_BYTES:
                    message = f"The response from {url} is larger than {settings.MAX_ANSWER_BYTES:,} bytes."
                    raise FetchError("too large", message, status=status)
                if time.monotonic() > self.limit.ends:
                    raise self._timeout(url, "took too long to send its response", status)
                parts.append(chunk)
                if max_bytes is not None and size >= max_bytes:
                    return b"".join(parts)[:max_bytes]
        except ReadTimeoutError as error:
            raise self._timeout(url, "stopped sending in the middle of its response", status) from error
        except (IncompleteRead, ProtocolError) as error:
            message = f"{url} closed the connection in the middle of its response."
            raise FetchError("truncated", message, status=status) from error
        except HTTPError as error:
            message = f"The response from {url} cannot be decompressed: {error}."
            raise FetchError("truncated", message, status=status) from error
        return b"".join(parts)

    def _timeout(self, url: str, trouble: str, status: int | None = None) -> FetchError:
        if self.limit.is_costly:
            self.costly_responses += 1
            trouble = f"sent a response that takes more than {RECEIVING_SECONDS:.0f} s of processor time to receive"
        return FetchError("timeout", f"{url} {trouble}.", status=status)

    def _read_robots(self, origin: str) -> tuple[int, bytes] | None:
        """Status and body; None if it is unreachable. Raises FetchError if the host itself is, or had no time."""
        url = f"{origin}/robots.txt"
        for _ in range(MAX_REDIRECTS):
            is_spent = self.costly_responses >= MAX_COSTLY
            is_hurried = is_spent or time.monotonic() + RESPONSE_SECONDS > self._ends
            try:
                check_url(url)
                with self._send(url, {"Accept": "text/plain"}) as raw:
                    if raw.status_code in REDIRECTS and raw.headers.get("Location"):
                        url = _redirected(url, raw.headers["Location"])
                        continue
                    body = self._body(url, raw, MAX_ROBOTS_BYTES)
                    self.robots_bytes += len(body)
                    return raw.status_code, body
            except (FetchError, BlockedAddress) as error:
                # Otherwise an admin would read that robots.txt is unreachable, and look for the fault there.
                # Our haste says nothing of a host: a list may lead to another source's when its time is nearly up.
                if isinstance(error, FetchError) and (
                    error.kind in ("network", "private address") or (is_hurried and error.kind == "timeout")
                ):
                    raise
                return None
        return None


def user_agent() -> str:
    return f"{PRODUCT_TOKEN}/{VERSION} (+{settings.CONTACT or settings.SITE_URL})"


def _origin(url: str) -> str:
    """One for all spellings of a host: each would have a pace of its own, and no host asks for twenty of them."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(f":{PORTS.get(parts.scheme)}").rstrip(".")
    return f"{parts.scheme}://{host}"


def _is_elsewhere(url: str, requested: str) -> bool:
    try:
        return _origin(url) != _origin(requested)
    except ValueError:
        # "https://[bad/", from a redirect.
        return True


def _redirected(url: str, location: str) -> str:
    invalid = f"{url} redirects to {location[:MAX_QUOTED]!r}, which is not a valid URL."
    try:
        target = urljoin(url, location)
    except ValueError as error:
        raise FetchError("redirects", invalid, status=302) from error
    # The links of a page are joined to its address, each in the time that its length takes.
    if not is_keepable(target) or not is_indexable(target):
        raise FetchError("redirects", invalid, status=302)
    if url.startswith("https:") and target.startswith("http:"):
        raise FetchError("redirects", f"{url} redirects to {target}, which is not encrypted.", status=302)
    return target


def _cause(error: requests.RequestException) -> str:
    """For admins: without the class names that urllib3 puts before its messages."""
    return re.sub(r"^.*?(?:>|\)): ", "", str(_reason(error)), count=1) or type(error).__name__


def _reason(error: requests.RequestException) -> object:
    """What urllib3 raised: requests wraps it in a MaxRetryError, and that in an error of its own."""
    return getattr(error.args[0], "reason", error) if error.args else error


def _loopback(address: str) -> None:
    if address not in ("127.0.0.1", "::1"):
        raise BlockedAddress(f"{address} is not a loopback address")


def _check_mirror(mirror: str) -> None:
    parts = urlsplit(mirror)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise FetchError("not allowed", f"BOARD_MIRROR is {mirror!r}, but must be an http:// URL on this machine.")
