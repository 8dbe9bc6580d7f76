from jobsite.celery import app

__all__ = ["app"]
