FROM python:3.13-slim AS packages
RUN python -m venv /venv
COPY requirements.lock .
RUN /venv/bin/pip install --no-cache-dir --no-compile --require-hashes --no-deps -r requirements.lock \
    && /venv/bin/pip uninstall -y pip

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin elsewhere \
    && install -d -o elsewhere -m 0700 /data /data/index /data/sitemaps
COPY --from=packages /venv /venv
WORKDIR /app
COPY manage.py NOTICE ./
COPY jobsite jobsite
COPY listings listings
COPY guides guides
COPY templates templates
COPY static static
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 DJANGO_SETTINGS_MODULE=jobsite.settings \
    DATA_DIR=/data STATIC_ROOT=/app/staticfiles HOST=0.0.0.0 PORT=8000
# Settings need a secret key, static files do not; the key created here is removed in the same layer.
RUN DATA_DIR=/tmp/build python manage.py collectstatic --no-input -v 0 && rm -rf /tmp/build
USER elsewhere
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "jobsite.wsgi", "--config", "python:jobsite.serving.config"]
