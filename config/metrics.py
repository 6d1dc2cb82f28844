"""What Prometheus is told of each request; imported only where METRICS_PORT is set."""

from typing import Any

from prometheus_client import Counter, Gauge, Histogram

ASKED = ("method", "route")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
STATEMENTS = (0, 1, 2, 4, 6, 8, 12, 20, 50)

in_progress = Gauge("clinic_http_requests_in_progress", "Requests under way.", multiprocess_mode="livesum")
requests = Counter("clinic_http_requests", "Requests answered.", (*ASKED, "status"))
duration = Histogram("clinic_http_request_duration_seconds", "Time to answer.", ASKED, buckets=SECONDS)
statements = Histogram(
    "clinic_http_request_statements", "Statements sent to the database.", ASKED, buckets=STATEMENTS
)
refusals = Counter("clinic_refusals", "Refusals, by the code in the answer.", ("code",))
acts = Counter("clinic_acts", "What was done, by the words of the activity log.", ("act",))


def count(told: dict[str, Any], seconds: float) -> None:
    """One request, as the line in the log tells it."""
    asked = told["method"], told["route"]
    in_progress.dec()
    requests.labels(*asked, told["status"]).inc()
    duration.labels(*asked).observe(seconds)
    statements.labels(*asked).observe(told["statements"])
    if told["code"]:
        refusals.labels(told["code"]).inc()
    for act in told["acts"] or ():
        acts.labels(act).inc()
