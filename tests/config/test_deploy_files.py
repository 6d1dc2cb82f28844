"""The files that other people's machines read: right in form, and true of this clinic."""

import json
import re
from pathlib import Path

import pytest
import yaml
from django.utils.csp import build_policy
from jsonschema import Draft202012Validator

from config.csp import policy
from config.environment import ROOT

SCHEMAS = Path(__file__).parent / "schemas"
NEEDED = {"SECRET_KEY", "JWT_SIGNING_KEY", "DATABASE_URL", "ALLOWED_HOSTS"}


def against(name, document):
    schema = json.loads((SCHEMAS / name).read_text())
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


@pytest.fixture
def render():
    return yaml.safe_load((ROOT / "render.yaml").read_text())


@pytest.fixture
def web(render):
    return service(render, "web")


@pytest.fixture
def worker(render):
    return service(render, "worker")


def service(render, kind):
    [found] = [service for service in render["services"] if service["type"] == kind]
    return found


@pytest.fixture
def variables(web):
    return variables_of(web)


def variables_of(service):
    return {variable["key"]: variable for variable in service["envVars"]}


@pytest.fixture
def vercel():
    return json.loads((ROOT / "frontend" / "vercel.json").read_text())


def rewritten(vercel, path):
    """Where Vercel sends a path that is no file of the build: the first rule that fits it whole."""
    for rule in vercel["rewrites"]:
        if found := re.fullmatch(rule["source"], path):
            return rule["destination"].replace("$1", found[1])
    return None


def headers(vercel, path):
    fitting = [rule["headers"] for rule in vercel["headers"] if re.fullmatch(rule["source"], path)]
    return {header["key"]: header["value"] for rule in fitting for header in rule}


def test_render_reads_the_blueprint(render):
    assert against("render.json", render) == []


def test_vercel_reads_its_file(vercel):
    assert against("vercel.json", vercel) == []


def test_everything_the_settings_insist_on_is_given(variables):
    assert variables.keys() >= NEEDED


def test_secrets_are_made_there_and_stand_in_no_file(variables):
    assert variables["SECRET_KEY"] == {"key": "SECRET_KEY", "generateValue": True}
    assert variables["JWT_SIGNING_KEY"] == {"key": "JWT_SIGNING_KEY", "generateValue": True}
    assert "CLINIC_LOCAL" not in variables


def test_the_database_is_the_one_declared_and_of_our_version(render, variables):
    [database] = render["databases"]

    assert database["postgresMajorVersion"] == "18"
    assert variables["DATABASE_URL"]["fromDatabase"] == {
        "name": database["name"],
        "property": "connectionString",
    }


def test_migrations_come_before_the_start_and_health_decides(web):
    assert web["preDeployCommand"] == "python manage.py migrate --no-input"
    assert web["startCommand"] == "gunicorn --config config/gunicorn.py config.wsgi"
    assert web["healthCheckPath"] == "/api/health/ready/"


def test_the_worker_has_the_same_database_and_the_same_secrets(web, worker, variables):
    of_worker = variables_of(worker)

    assert of_worker.keys() >= NEEDED
    assert of_worker["DATABASE_URL"] == variables["DATABASE_URL"]
    for name in NEEDED - {"DATABASE_URL"}:
        of_web = {"type": "web", "name": web["name"], "envVarKey": name}
        assert of_worker[name] == {"key": name, "fromService": of_web}


def test_the_worker_is_started_by_its_command(worker):
    assert worker["startCommand"] == "python manage.py run_worker"
    assert "preDeployCommand" not in worker  # the web service migrates, and one is enough


@pytest.mark.parametrize("path", ["/api/auth/login/", "/api/doctors/me/slots/", "/api/"])
def test_the_api_is_asked_at_the_back_end_with_its_last_slash(vercel, web, path):
    assert rewritten(vercel, path) == f"https://{web['name']}.onrender.com{path}"


@pytest.mark.parametrize("path", ["/", "/visits", "/visits/12", "/sign-in/"])
def test_every_other_path_is_the_page(vercel, path):
    assert rewritten(vercel, path) == "/index.html"


def test_a_missing_file_is_not_the_page(vercel):
    assert rewritten(vercel, "/assets/missing.js") is None


def test_the_pages_are_as_guarded_there_as_here(vercel, settings):
    page = headers(vercel, "/visits")

    assert page["Content-Security-Policy"] == build_policy(policy(ROOT / "frontend" / "index.html"))
    assert page["X-Frame-Options"] == settings.X_FRAME_OPTIONS
    assert page["Referrer-Policy"] == settings.SECURE_REFERRER_POLICY
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_hashed_files_are_kept_for_a_year(vercel):
    assert headers(vercel, "/assets/app-1a2b.js")["Cache-Control"] == "public, max-age=31536000, immutable"
