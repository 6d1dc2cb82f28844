"""gunicorn, in local use as in production: `gunicorn --config config/gunicorn.py config.wsgi`."""

from typing import Any

from gunicorn import glogging

from config import environment, exporter, logs

interface = "127.0.0.1" if environment.is_local() else "0.0.0.0"  # noqa: S104 - it is there to be reached
bind = f"{interface}:{environment.number('PORT', 8000, least=1)}"
worker_class = "config.worker.ClinicWorker"
workers = environment.number("WEB_CONCURRENCY", 2, least=1)
threads = 16  # a slow request holds a thread, so there are many; each keeps a database connection
preload_app = True  # a wrong environment ends the start, instead of one worker after another
graceful_timeout = 20
keepalive = 75  # longer than the front server's 60, which must not hand a booking to a closed connection
control_socket_disable = True
loglevel = "warning" if environment.is_local() else "info"


class ServerLog(glogging.Logger):
    """gunicorn's own words in the form of all others. Requests have their line from the application."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(logs.formatter(local=environment.is_local()))


logger_class = ServerLog

if environment.number("METRICS_PORT", 0):
    exporter.make_folder()
    when_ready, child_exit, on_exit = exporter.when_ready, exporter.child_exit, exporter.on_exit
