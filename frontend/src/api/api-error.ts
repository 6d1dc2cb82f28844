type Envelope = { success: boolean; message: string; code?: string; data: unknown };

/** A refusal or failure, in the words of the server's envelope. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly data: unknown = null,
    readonly requestId: string | null = null,
    /** Seconds to wait, from `Retry-After`. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }

  /** Sentences by field, of a 400 `invalid`; empty for every other refusal. */
  get fieldErrors(): Record<string, string> {
    if (this.code !== "invalid" || !this.data || typeof this.data !== "object") return {};
    return Object.fromEntries(Object.entries(this.data).map(([field, said]) => [field, sentence(said)]));
  }

  static of(response: Response, body: unknown): ApiError {
    const {
      message = "",
      code = "server_error",
      data = null,
    } = (isEnvelope(body) ? body : {}) as Partial<Envelope>;
    const seconds = Number(response.headers.get("Retry-After"));
    return new ApiError(
      response.status,
      code,
      message,
      data,
      response.headers.get("X-Request-ID"),
      Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    );
  }
}

/** The server could not be reached at all. */
export class OfflineError extends Error {
  override name = "OfflineError";
}

/** True for a refusal with one of these codes: `isRefusal(error, "time_taken", "patient_busy")`. */
export function isRefusal(error: unknown, ...codes: string[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
}

function isEnvelope(body: unknown): body is Envelope {
  return typeof body === "object" && body !== null && "success" in body;
}

/** Nested errors (rows of a list, say) are read out one after another. */
function sentence(said: unknown): string {
  if (typeof said === "string") return said;
  if (said && typeof said === "object") return Object.values(said).map(sentence).filter(Boolean).join(" ");
  return "";
}
