"""`manage.py doctor`: whether every part of a site does its work, and what to do if not."""
