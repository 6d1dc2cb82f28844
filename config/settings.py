"""The one settings file. It reads the environment and says no in one line (see config/environment.py)."""

from datetime import timedelta

from config import environment, gateways, logs
from config.csp import policy
from config.local import address_of

LOCAL = environment.is_local()
BASE_DIR = environment.ROOT
DATA_DIR = environment.data_dir()
PORT = environment.number("PORT", 8000, least=1)

# Errors answer in the envelope and are told in the log, on every machine alike.
DEBUG = False
SECRET_KEY = environment.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS", "")
JWT_SIGNING_KEY = environment.secret("JWT_SIGNING_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if LOCAL else None)
HOME = f"http://localhost:{PORT}" if LOCAL else f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
FRONTEND_URL = environment.address("FRONTEND_URL", HOME)
REGISTRATIONS_PER_HOUR = environment.number("REGISTRATIONS_PER_HOUR", 600)
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",  # for its password rules, and because SimpleJWT imports its models
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "rest_framework",
    "corsheaders",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "procrastinate.contrib.django",
    "config",  # for its commands
    "clinic",
    "activity",
    "notifications",
    "accounts",
    "doctors",
    "appointments",
]

# There is no session and no CSRF middleware: nothing is done on the strength of a cookie alone. The one
# cookie, the refresh token's, counts only beside the header X-Refresh-Cookie, which no foreign page can send.
MIDDLEWARE = [
    "config.edge.RequestEdge",
    "config.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.spa.SinglePage",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.edge.BodyLimit",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False  # an unknown path is 404, not a redirect
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

DATABASES = {
    "default": environment.database(
        environment.text("DATABASE_URL", address_of(DATA_DIR) if LOCAL else None),
    )
    | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
}
# The figures of a request. manage.py lifts the first: a migration may take its time.
TIMEOUTS = {
    "statement_timeout": environment.number("STATEMENT_TIMEOUT_MS", 15_000),
    "lock_timeout": environment.number("LOCK_TIMEOUT_MS", 5_000),
    "idle_in_transaction_session_timeout": environment.number("IDLE_IN_TRANSACTION_TIMEOUT_MS", 30_000),
}
DATABASES["default"]["OPTIONS"] = {
    "application_name": "clinic",
    "connect_timeout": 2,
    "options": " ".join(f"-c {name}={milliseconds}" for name, milliseconds in TIMEOUTS.items()),
    **DATABASES["default"]["OPTIONS"],
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TIME_ZONE = "UTC"
USE_TZ = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("sw", "Kiswahili")]
LOCALE_PATHS = [BASE_DIR / "clinic" / "locale"]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS: list[str] = []  # people sign in through accounts.authentication alone
PASSWORD_HASHERS = ["accounts.hashers.ClinicArgon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "accounts.password_rules.MaximumLengthValidator", "OPTIONS": {"max_length": 128}},
    {
        "NAME": "accounts.password_rules.GuessablePasswordValidator",
        "OPTIONS": {"user_attributes": ("national_id", "email", "phone_number", "full_name")},
    },
]
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(hours=1),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=1),
    "ALGORITHM": "HS256",
    "SIGNING_KEY": JWT_SIGNING_KEY,
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.permissions.SignedIn"],
    "DEFAULT_RENDERER_CLASSES": ["config.api.EnvelopeRenderer"],
    "DEFAULT_PARSER_CLASSES": ["clinic.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "config.schema.EnvelopeAutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "config.api.answer_exception",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Clinic API",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/",
    "SCHEMA_COERCE_PATH_PK_SUFFIX": True,  # so that a path's {time_off_pk} is {time_off_id} there
    "PATH_CONVERTER_OVERRIDES": {
        "doctor": {"oneOf": [{"type": "integer"}, {"type": "string", "enum": ["me"]}]},
    },
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.schema_refusals.share_refusals",
    ],
    "ENUM_NAME_OVERRIDES": {
        "LanguageEnum": LANGUAGES,
        "StateEnum": "accounts.models.State",
        "MessageStateEnum": "notifications.models.State",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

CORS_ALLOWED_ORIGINS = environment.origins("CORS_ALLOWED_ORIGINS")
CORS_ALLOW_CREDENTIALS = True
CORS_ALLOW_HEADERS = [
    "accept",
    "accept-language",
    "authorization",
    "content-type",
    "idempotency-key",
    "x-refresh-cookie",
]
CORS_EXPOSE_HEADERS = ["retry-after", "x-request-id"]
CORS_URLS_REGEX = r"^/api/"

FRONTEND_BUILD = BASE_DIR / "frontend" / "dist"
STATIC_URL = "/static/"
WHITENOISE_ROOT = FRONTEND_BUILD if FRONTEND_BUILD.is_dir() else None
WHITENOISE_USE_FINDERS = True  # the few static files (those of /api/docs/) need no collecting
WHITENOISE_ALLOW_ALL_ORIGINS = False

SECURE_CSP = policy(FRONTEND_BUILD / "index.html")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not LOCAL:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^api/health/"]  # asked from inside, without TLS
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SILENCED_SYSTEM_CHECKS = [
    "mail.W001",  # see MAILERS; that mails wait is told by /api/health/ready/
    "auth.W004",  # national_id is unique among people who are not rejected, by a partial constraint
    "security.W003",  # no CSRF middleware: see MIDDLEWARE
    "security.W009",  # a secret of 32 random bytes is long enough; a shorter one does not start
]

# Without a mail server mails wait for one. In local use all messages also land as files in DATA_DIR/mail.
MAIL_SERVER = gateways.mail_server("EMAIL_URL")
MAILERS = {"default": {"OPTIONS": MAIL_SERVER.options}} if MAIL_SERVER else {}
DEFAULT_FROM_EMAIL = MAIL_SERVER.sender if MAIL_SERVER else "clinic@localhost"
SMS_URL = gateways.sms_gateway("SMS_URL")
MAIL_DIR = DATA_DIR / "mail" if LOCAL else None

# Statements of jobs have the same limits as those of requests, or none where manage.py lifted them.
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": 4,
    "delete_jobs": "successful",
    "shutdown_graceful_timeout": 10,
}

METRICS_PORT = environment.number("METRICS_PORT", 0)
SENTRY_DSN = environment.text("SENTRY_DSN", "")
if SENTRY_DSN:
    from config import sentry

    sentry.start(SENTRY_DSN)
LOG_LEVEL = environment.one_of("LOG_LEVEL", ("INFO", "WARNING", "ERROR"), "WARNING" if LOCAL else "INFO")
LOGGING = logs.configuration(local=LOCAL, level=LOG_LEVEL, sentry=bool(SENTRY_DSN))
