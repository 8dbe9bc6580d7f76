"""All settings, read from the environment; .env.example lists and explains each variable."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from jobsite import timeouts, valkey_urls
from jobsite.admin_theme import admin_theme
from jobsite.allinone.paths import DataPaths
from jobsite.environment import Environment, Networks, load_or_create_secret
from jobsite.logs import logging_settings
from jobsite.page_style import csp_source

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(BASE_DIR / os.environ.get("ENV_FILE", ".env"))

# Paths and addresses --------------------------------------------------------------------------------------------
DATA_DIR = Path(os.path.normpath(BASE_DIR / env.text("DATA_DIR", "var")))
DATA_PATHS = DataPaths(DATA_DIR, explicit=DATA_DIR != BASE_DIR / "var")
INDEX_DIR = BASE_DIR / env.text("INDEX_DIR", str(DATA_DIR / "index"))
SITE_NAME = "Elsewhere"
HOST = env.text("HOST", "127.0.0.1")
PORT = env.number("PORT", 8000, min_value=1, max_value=65535)
SITE_URL = env.url("SITE_URL", f"http://localhost:{PORT}")
HTTPS = SITE_URL.startswith("https:")
CONTACT = env.text("CONTACT")
SECURITY_CONTACT = env.text("SECURITY_CONTACT", CONTACT)

# Database, broker, cache ----------------------------------------------------------------------------------------
EMBEDDED_DATABASE = not env.is_set("DATABASE_URL")
EMBEDDED_VALKEY = not env.is_set("VALKEY_URL")
EMBEDDED_DURABLE = env.flag("EMBEDDED_DURABLE", default=True)
DATABASE_TIMEOUTS = timeouts.read(env)
DATABASE = DATA_PATHS.database_settings if EMBEDDED_DATABASE else env.database("DATABASE_URL")
DATABASES = {
    "default": {
        **timeouts.applied(DATABASE, DATABASE_TIMEOUTS),
        "CONN_MAX_AGE": env.number("CONN_MAX_AGE", 60),
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
VALKEY_URL = valkey_urls.valkey(env, DATA_PATHS.valkey_url)
CELERY_BROKER_URL = valkey_urls.broker(env, VALKEY_URL)
CACHE_URL = valkey_urls.cache(env, VALKEY_URL, CELERY_BROKER_URL)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": CACHE_URL}}

# Secrets and security -------------------------------------------------------------------------------------------
DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY")
if not SECRET_KEY and EMBEDDED_DATABASE:
    SECRET_KEY = load_or_create_secret(DATA_PATHS)
elif not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY: must be set together with DATABASE_URL, to some 50 random characters.")
ALLOWED_HOSTS = env.strings("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", urlsplit(SITE_URL).hostname or ""])
CSRF_TRUSTED_ORIGINS = env.strings("CSRF_TRUSTED_ORIGINS", [SITE_URL])
TLS_HEADER = env.text("TLS_HEADER")
if TLS_HEADER:
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{TLS_HEADER.upper().replace('-', '_')}", "https")
# Without the proxy's header every request looks like plain HTTP, and the redirect would never end.
SECURE_SSL_REDIRECT = HTTPS and bool(TLS_HEADER)
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Both ask for HSTS on all subdomains, or its preloading. Those names may not be this site's to decide about.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, csp_source()],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# The admin's theme uses inline styles and evaluates expressions (Alpine); everything still comes from this site.
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
}

# Application ----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "jobsite",
    "listings",
    "guides",
]
MIDDLEWARE = [
    "jobsite.security.health_first",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "listings.web.conditional_get.unchanged_first",
    "listings.web.spending.SpendingMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "jobsite.security.permissions",
    "csp.middleware.CSPMiddleware",
    "jobsite.security.admin_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "listings.display.locale_format.middleware",
]
ROOT_URLCONF = "jobsite.urls"
WSGI_APPLICATION = "jobsite.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "jobsite.templating.environment",
            "context_processors": ["listings.web.context_processors.site"],
        },
    },
    # The admin's.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-us"

# Static files ---------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [f"django.contrib.staticfiles.finders.{name}Finder" for name in ("FileSystem", "AppDirectories")]
STATICFILES_FINDERS += ["jobsite.stylesheets.StyleSheetFinder"]
STATIC_ROOT = BASE_DIR / env.text("STATIC_ROOT", str(DATA_DIR / "static"))
# If off, files are served from their folders under their own names: nothing to collect in development and tests.
STATIC_HASHED = env.flag("STATIC_HASHED", default=not DEBUG)
HASHED, PLAIN = (
    "jobsite.static_files.StaticFiles",
    "django.contrib.staticfiles.storage.StaticFilesStorage",
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": HASHED if STATIC_HASHED else PLAIN},
}
WHITENOISE_USE_FINDERS = not STATIC_HASHED
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# The admin ------------------------------------------------------------------------------------------------------
LOGIN_REDIRECT_URL = "admin:index"
OTP_TOTP_ISSUER = SITE_NAME
UNFOLD = admin_theme(SITE_NAME)

# Mail and logging -----------------------------------------------------------------------------------------------
globals().update(env.mail("EMAIL_URL", "consolemail://"))
ADMINS = env.mailboxes("ADMINS")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", f"{SITE_NAME} <noreply@{urlsplit(SITE_URL).hostname}>")
LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOG_STYLE = env.choice("LOG_STYLE", "TEXT", ("TEXT", "JSON"))
LOGGING = logging_settings(LOG_LEVEL, mails=bool(ADMINS), style=LOG_STYLE)

# Gathering ------------------------------------------------------------------------------------------------------
BOARD_MIRROR = env.url("BOARD_MIRROR", "")
MIRROR_DELAY = env.seconds("MIRROR_DELAY", 0)
FETCH_TIME_LIMIT = env.number("FETCH_TIME_LIMIT", 600, min_value=30, max_value=86_400)
# Parsing takes up to ten times as much memory. The largest list that is known has 20 MB.
MAX_ANSWER_BYTES = env.number("MAX_ANSWER_BYTES", 32 * 1024 * 1024, min_value=1024 * 1024)
# Retention in days. Whoever reads the change feed may be a month behind.
SNAPSHOT_DAYS = env.number("SNAPSHOT_DAYS", 30, min_value=1)
FETCH_DAYS = env.number("FETCH_DAYS", 90, min_value=1)
CHANGE_DAYS = env.number("CHANGE_DAYS", 30, min_value=30)
# The guide ------------------------------------------------------------------------------------------------------
GUIDE_CONTENT = BASE_DIR / "guides" / "content"
GUIDE_BOARDS = "jobsite.guide_boards.CATALOGUE"

# The web server, what one client may ask of it, and processes of `manage.py up` ---------------------------------
WEB_WORKERS = env.number("WEB_WORKERS", 2, min_value=1, max_value=64)
WEB_THREADS = env.number("WEB_THREADS", 4, min_value=2, max_value=64)
WEB_CONNECTIONS = env.number("WEB_CONNECTIONS", 1000, min_value=10, max_value=50_000)
WORKERS = env.number("WORKERS", 2, min_value=1, max_value=64)
# Where a proxy on this machine, or in the same network of containers, connects from.
LOCAL_NETWORKS = ["127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
TRUSTED_PROXIES: Networks = env.networks("TRUSTED_PROXIES", LOCAL_NETWORKS if TLS_HEADER else [])
# Who may read /metrics; empty: only requests from this machine itself.
METRICS_TOKEN = env.text("METRICS_TOKEN")
CLIENT_BURST = env.number("CLIENT_BURST", 20, min_value=1, max_value=3600)
CLIENT_SHARE = env.number("CLIENT_SHARE", 10, max_value=100)
SITEMAP_DIR: Path = BASE_DIR / env.text("SITEMAP_DIR", str(DATA_DIR / "sitemaps"))
