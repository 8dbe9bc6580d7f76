import os

from django.core.wsgi import get_wsgi_application

from jobsite import timeouts
from jobsite.serving.utf8 import utf8_only

# Before the settings are read.
timeouts.use("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")
application = utf8_only(get_wsgi_application())
