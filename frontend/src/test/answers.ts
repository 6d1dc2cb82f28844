import { HttpResponse } from "msw";

/** Answers in the server's envelope. */
export const ok = (data: unknown, status = 200) =>
  HttpResponse.json({ success: true, message: "", data }, { status });

export const list = (rows: unknown[], meta = { page: 1, page_size: 20, total: rows.length }) =>
  HttpResponse.json({ success: true, message: "", data: rows, meta });

export const refused = (
  status: number,
  code: string,
  message: string,
  data: unknown = null,
  headers: Record<string, string> = {},
) => HttpResponse.json({ success: false, message, code, data }, { status, headers });
