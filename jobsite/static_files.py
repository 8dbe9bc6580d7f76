"""How static files are stored for production: hashed and compressed."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = (
    (r"""(?P<matched>from "(?P<url>\./[^"]+)";)""", 'from "%(url)s";'),
    (r"""(?P<matched>import\("(?P<url>\./[^"]+)"\))""", 'import("%(url)s")'),
)


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise carries no types
    """Hashed names, also in the imports of this site's own scripts."""

    # Only in js/: scripts of packages import files that they do not ship, and collecting would fail on them.
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", IMPORTS))
