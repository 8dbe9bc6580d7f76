"""Share pictures as they are served: kept for a while, and drawn by one thread of a process at a time.

Drawing holds a thread for a tenth of a second. Who waits too long for their turn gets the picture of the site.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from listings.web.share_image import ShareText, picture

SITE = ShareText(
    "Remote jobs, stated plainly", "Many boards, each job once", ("Each fact as the ad states it. Nobody is tracked.",)
)
# Some thirty kilobytes each.
KEPT = 200
MAX_WAIT = 1.0
drawing = Lock()


_of_site: dict[str, bytes] = {}


def picture_of(site: str, text: ShareText) -> tuple[bytes, bool]:
    """(the PNG, whether it is that of the text). A changed text is another picture, so nothing goes stale.

    b"" where not even the site's picture has been drawn yet.
    """
    if not drawing.acquire(timeout=MAX_WAIT):
        return _of_site.get(site, b""), False
    try:
        # First, for all who will not wait.
        if site not in _of_site:
            _of_site[site] = picture(site, SITE)
        return (_of_site[site] if text == SITE else _kept(site, text.fitting())), True
    finally:
        drawing.release()


@lru_cache(maxsize=KEPT)
def _kept(site: str, text: ShareText) -> bytes:
    return picture(site, text)
