/** The server's time at a moment of this page's own stopwatch: browsers' clocks are often wrong. */
let heard: { server: number; stopwatch: number } | null = null;

/** Every answer of the server tells its time in its `Date` header. */
export function hearServerTime(header: string | null): void {
  const server = Date.parse(header ?? "");
  if (!Number.isNaN(server)) heard = { server, stopwatch: performance.now() };
}

/** Now by the server's clock, which runs on here by elapsed time; the browser's only until it is known. */
export function serverNow(): Date {
  return heard ? new Date(heard.server + performance.now() - heard.stopwatch) : new Date();
}
