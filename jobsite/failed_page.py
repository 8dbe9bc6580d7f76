"""What a visitor sees of an error."""

from __future__ import annotations

import logging
import sys

from django.http import HttpRequest, HttpResponse

from jobsite import outages
from listings.web.refusals import UNAVAILABLE
from listings.web.views import errors

LOG = logging.getLogger(__name__)
RETRY_SECONDS = 30


def failed(request: HttpRequest) -> HttpResponse:
    """Django calls this while it handles the error, whether a view or a middleware raised it."""
    error = sys.exception()
    if error and (outage := outages.sentence(error)):
        LOG.warning("%s is answered by 503. %s", request.path, outage)
        return UNAVAILABLE.response(request, RETRY_SECONDS)
    return errors.failed(request)
