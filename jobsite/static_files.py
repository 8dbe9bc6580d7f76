from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = (r"""(?P<matched>from "(?P<url>\./[^"]+)";)""", 'from "%(url)s";')


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise carries no types
    """Names with a hash, in the imports of this site's own scripts as well."""

    # Not in the scripts of packages: some import what they do not bring.

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", (IMPORTS,)))
