"""The only code that speaks HTTP outward: polite, bounded, and never to a private address."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Literal
from urllib.parse import urljoin, urlsplit

import requests
from django.conf import settings
from redis.exceptions import RedisError
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError, ReadTimeoutError

from listings.boards.base import Request, Response
from listings.fetching.robots import READ_BYTES, Robots
from listings.fetching.ssrf import BlockedAddress, check_address, check_url
from listings.fetching.throttle import NoSlot, wait_for_slot
from listings.fetching.transport import BlockedConnection, Resolver, adapter, resolve

Kind = Literal[
    "robots", "status", "timeout", "network", "too large", "private address", "redirects", "truncated", "not allowed"
]
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
CONNECT_SECONDS = 10
READ_SECONDS = 20
ANSWER_SECONDS = 60
CHUNK = 64 * 1024
LONGEST_RETRY_AFTER = timedelta(days=1)
VERSION = "1.0"


class FetchError(Exception):
    """No usable answer; the message is for an admin. `status` is None where nobody answered."""

    def __init__(
        self, kind: Kind, words: str, *, status: int | None = None, retry_after: timedelta | None = None
    ) -> None:
        super().__init__(words)
        self.kind = kind
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class HttpResult:
    """`response` is None on 304. `size` is in bytes, decompressed."""

    response: Response | None
    status: int
    etag: str
    last_modified: str
    size: int


class HttpClient:
    """Asks for one source. `delay`: pause between requests to a host; `deadline`: of time.monotonic()."""

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
        self.deadline = deadline
        self.robots = Robots(self._read_robots, self.mirror)
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.session.headers.update({"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate"})
        check: Callable[[str], None] = _loopback if self.mirror else check_address
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, adapter(resolver, check))
        if self.mirror:
            _check_mirror(self.mirror)

    def get(self, request: Request, *, etag: str = "", last_modified: str = "") -> HttpResult:
        """One answer, redirects followed. Raises FetchError."""
        headers = {"Accept": "application/json, application/rss+xml, text/html;q=0.9, */*;q=0.5"}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        url = request.url
        passed: list[str] = []
        for _ in range(MOST_REDIRECTS + 1):
            if url in passed:
                raise FetchError(
                    "redirects", f"{request.url} leads in a circle: {url} leads back to itself.", status=302
                )
            passed.append(url)
            self._may_ask(url)
            with self._send(url, headers) as raw:
                if raw.status_code in REDIRECTS and raw.headers.get("Location"):
                    url = _redirected(url, raw.headers["Location"])
                    continue
                return self._answer(request, url, raw)
        raise FetchError("redirects", f"{request.url} leads through more than {MOST_REDIRECTS} redirects.", status=302)

    def _may_ask(self, url: str) -> None:
        try:
            check_url(url)
        except BlockedAddress as error:
            raise FetchError("private address", f"{url}: {error}.") from error
        origin = _origin(url)
        host = urlsplit(url).netloc
        try:
            if not self.robots.allows(origin, url):
                reason = "cannot be read" if self.robots.unreadable(origin) else f"does not allow {url}"
                raise FetchError("robots", f"{origin}/robots.txt {reason}.")
            delay = self.delay if self.mirror else max(self.delay, self.robots.delay(origin))
            wait_for_slot(host, delay, self.deadline)
        except NoSlot as error:
            raise FetchError("timeout", f"{error}.") from error
        except RedisError as error:
            raise FetchError("not allowed", f"The pace cannot be shared, Valkey fails: {error}") from error

    def _send(self, url: str, headers: dict[str, str]) -> requests.Response:
        left = READ_SECONDS if self.deadline is None else self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError("timeout", f"The fetch's time is up before {url} was asked.")
        try:
            return self.session.get(
                self._mirrored(url),
                headers=headers,
                stream=True,
                allow_redirects=False,
                timeout=(min(CONNECT_SECONDS, left), min(READ_SECONDS, left)),
            )
        except requests.Timeout as error:
            raise FetchError("timeout", f"{url} did not answer in time.") from error
        except requests.RequestException as error:
            refused = isinstance(_reason(error), BlockedConnection)
            kind: Kind = "private address" if refused else "network"
            raise FetchError(kind, f"{url} cannot be reached: {_cause(error)}.") from error

    def _mirrored(self, url: str) -> str:
        if not self.mirror:
            return url
        parts = urlsplit(url)
        return f"{self.mirror}/{parts.netloc}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

    def _answer(self, request: Request, url: str, raw: requests.Response) -> HttpResult:
        etag, last_modified = raw.headers.get("ETag", ""), raw.headers.get("Last-Modified", "")
        if raw.status_code == HTTPStatus.NOT_MODIFIED:
            return HttpResult(None, raw.status_code, etag, last_modified, 0)
        if not 200 <= raw.status_code < 300:
            raise FetchError(
                "status",
                f"{url} answered {raw.status_code} {raw.reason or ''}".rstrip() + ".",
                status=raw.status_code,
                retry_after=retry_after(raw.headers.get("Retry-After", "")),
            )
        body = self._body(url, raw)
        response = Response(request, body, url, raw.status_code, raw.headers.get("Content-Type", ""))
        return HttpResult(response, raw.status_code, etag, last_modified, len(body))

    def _body(self, url: str, raw: requests.Response, cut: int | None = None) -> bytes:
        """All of it, or its first `cut` bytes."""
        coding = raw.headers.get("Content-Encoding", "").strip().lower()
        if coding not in CODINGS:
            raise FetchError(
                "network", f"{url} is packed as {coding}, which was not asked for.", status=raw.status_code
            )
        most = settings.MAX_ANSWER_BYTES
        ends = time.monotonic() + ANSWER_SECONDS
        parts: list[bytes] = []
        size = 0
        try:
            # read1 gives what has come: a body that drips is noticed, not waited for.
            while chunk := raw.raw.read1(CHUNK, decode_content=True):
                size += len(chunk)
                if size > most:
                    raise FetchError("too large", f"{url} sent more than {most:,} bytes.", status=raw.status_code)
                if time.monotonic() > min(ends, self.deadline or ends):
                    raise FetchError("timeout", f"{url} took too long to send its answer.", status=raw.status_code)
                parts.append(chunk)
                if cut is not None and size >= cut:
                    return b"".join(parts)[:cut]
        except ReadTimeoutError as error:
            raise FetchError("timeout", f"{url} stopped sending its answer.", status=raw.status_code) from error
        except (IncompleteRead, ProtocolError) as error:
            raise FetchError("truncated", f"{url} broke off within its answer.", status=raw.status_code) from error
        except HTTPError as error:
            words = f"{url} sent what cannot be unpacked: {error}."
            raise FetchError("truncated", words, status=raw.status_code) from error
        return b"".join(parts)

    def _read_robots(self, origin: str) -> tuple[int, bytes] | None:
        url = f"{origin}/robots.txt"
        for _ in range(MOST_REDIRECTS):
            try:
                check_url(url)
                with self._send(url, {"Accept": "text/plain"}) as raw:
                    if raw.status_code in REDIRECTS and raw.headers.get("Location"):
                        url = _redirected(url, raw.headers["Location"])
                        continue
                    return raw.status_code, self._body(url, raw, READ_BYTES)
            except (FetchError, BlockedAddress) as error:
                if isinstance(error, FetchError) and error.kind in ("network", "private address"):
                    raise
                return None
        return None


def user_agent() -> str:
    return f"ElsewhereBot/{VERSION} (+{settings.CONTACT or settings.SITE_URL})"


def retry_after(stated: str) -> timedelta | None:
    """Seconds or an HTTP date, at most a day; None where neither is stated."""
    if stated.strip().isdigit():
        return min(timedelta(seconds=int(stated.strip()[:9])), LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, TypeError):
        return None
    until = moment.astimezone(UTC) - datetime.now(UTC)
    return min(max(until, timedelta()), LONGEST_RETRY_AFTER)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _redirected(url: str, location: str) -> str:
    try:
        target = urljoin(url, location)
    except ValueError as error:
        raise FetchError("redirects", f"{url} leads to {location!r}, which is no address.", status=302) from error
    if url.startswith("https:") and target.startswith("http:"):
        raise FetchError("redirects", f"{url} leads to {target}, which is not encrypted.", status=302)
    return target


def _cause(error: requests.RequestException) -> str:
    """For admins: without the names of the classes that requests wraps the cause in."""
    return re.sub(r"^.*?(?:>|\)): ", "", str(_reason(error)), count=1) or type(error).__name__


def _reason(error: requests.RequestException) -> object:
    return getattr(error.args[0], "reason", error) if error.args else error


def _loopback(address: str) -> None:
    if address not in ("127.0.0.1", "::1"):
        raise BlockedAddress(f"{address} is not this machine's own")


def _check_mirror(mirror: str) -> None:
    parts = urlsplit(mirror)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise FetchError("not allowed", f"BOARD_MIRROR is {mirror!r}; it must be an http address of this machine.")
