import os

from django.core.wsgi import get_wsgi_application

from jobsite import timeouts

# Before the settings are read.
timeouts.use("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")
application = get_wsgi_application()
