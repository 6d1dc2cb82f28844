/**
 * Who is signed in, in this browser. The access token lives in memory; the refresh token in a cookie that
 * scripts cannot read. A refresh token is good once, so one tab refreshes for all: a promise within the
 * tab, a Web Lock across tabs, and a channel on which every tab hears the new token and the sign-out.
 */

const HINT = "signed-in";
const LOCK = "session-refresh";
const CHANNEL = "session";

type News =
  | { is: "token"; access: string }
  | { is: "signed-in"; access: string }
  | { is: "signed-out" }
  | { is: "echo"; of: number };

export type SessionChange = "signed-in" | "signed-out" | "ended";
export type Refresher = () => Promise<{ access: string } | "ended">;

let access: string | null = null;
let running: Promise<string | null> | null = null;
const listeners = new Set<(change: SessionChange) => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);

channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
  if (data.is === "token") access = data.access;
  if (data.is === "signed-in") begin(data.access);
  if (data.is === "signed-out" && access) finish("signed-out");
});

export const accessToken = (): string | null => access;
export const wasSignedIn = (): boolean => remembered(() => localStorage.getItem(HINT)) !== null;

export function onSession(listener: (change: SessionChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** After a sign-in: this tab and the others go on with the new token. */
export function startSession(token: string): void {
  remembered(() => localStorage.setItem(HINT, "1"));
  tell({ is: "signed-in", access: token });
  begin(token);
}

/** After a password change: the same person, a new token. */
export function renewSession(token: string): void {
  access = token;
  tell({ is: "token", access: token });
}

export function endSession(): void {
  tell({ is: "signed-out" });
  finish("signed-out");
}

/**
 * A fresh access token, or null when the session is over. `stale` is the token that was refused: where
 * another tab has brought a newer one meanwhile, that one serves.
 */
export function refreshSession(stale: string | null, refresher: Refresher): Promise<string | null> {
  running ??= underLock(async () => {
    await caughtUp();
    if (access && access !== stale) return access;
    const answer = await refresher();
    if (answer === "ended") {
      tell({ is: "signed-out" });
      finish("ended");
      return null;
    }
    renewSession(answer.access);
    return access;
  }).finally(() => {
    running = null;
  });
  return running;
}

function underLock<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, act) : act();
}

/**
 * What other tabs have said so far is heard once this resolves. A lock may be granted before the news that
 * was sent ahead of its release arrives; messages among themselves come in order, so one's own comes last.
 */
function caughtUp(): Promise<void> {
  const echo = { is: "echo", of: Math.random() } as const;
  return new Promise((resolve) => {
    if (!channel) return resolve();
    const voice = new BroadcastChannel(CHANNEL);
    channel.addEventListener("message", function hear({ data }: MessageEvent<News>) {
      if (data.is !== "echo" || data.of !== echo.of) return;
      channel.removeEventListener("message", hear);
      voice.close();
      resolve();
    });
    voice.postMessage(echo);
  });
}

function begin(token: string): void {
  access = token;
  for (const listener of listeners) listener("signed-in");
}

function finish(change: "signed-out" | "ended"): void {
  access = null;
  remembered(() => localStorage.removeItem(HINT));
  for (const listener of listeners) listener(change);
}

function tell(news: News): void {
  channel?.postMessage(news);
}

/** Storage may be switched off; then a reload simply asks to sign in again. */
function remembered<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
