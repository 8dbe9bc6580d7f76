"""Names of Celery's queues. A worker that serves several takes from the first before the second."""

# Celery's default: fetches of boards, what an admin asked for, upkeep.
BOARDS = "celery"
# Looks at employers. Thousands a day, and none is in a hurry.
EMPLOYERS = "employers"
IN_ORDER = (BOARDS, EMPLOYERS)
