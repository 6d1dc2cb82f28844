"""The process that serves people: gunicorn's threads, but for the way it shuts its door."""

from typing import Any

from gunicorn.workers.gthread import ThreadWorker


class ClinicWorker(ThreadWorker):
    def set_accept_enabled(self, enabled: bool) -> None:
        """When it stops, the worker lets in whoever has come to the door, and shuts it at once.

        Gunicorn's own leaves it ajar until its last request is answered: the kernel takes in whoever comes
        meanwhile, nobody serves him, and in the end he is cut off.
        """
        super().set_accept_enabled(enabled)
        if self.alive:
            return
        for listener in self.sockets:
            self.let_in_who_waits(listener)
            listener.close()

    def let_in_who_waits(self, listener: Any) -> None:
        let_in = -1
        while let_in != self.nr_conns:
            let_in = self.nr_conns
            self.accept(listener)
