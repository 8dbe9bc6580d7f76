class Refused(Exception):
    """An operation that cannot be done now. The message tells the admin why."""
