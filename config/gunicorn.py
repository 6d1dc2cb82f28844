"""gunicorn, in local use as in production: `gunicorn --config config/gunicorn.py config.wsgi`."""

from config import environment

interface = "127.0.0.1" if environment.is_local() else "0.0.0.0"  # noqa: S104 - it is there to be reached
bind = f"{interface}:{environment.number('PORT', 8000, least=1)}"
worker_class = "gthread"
workers = environment.number("WEB_CONCURRENCY", 2, least=1)
threads = 16  # a slow request holds a thread, so there are many; each keeps a database connection
preload_app = True  # a wrong environment ends the start, instead of one worker after another
graceful_timeout = 20
control_socket_disable = True
loglevel = "warning" if environment.is_local() else "info"
