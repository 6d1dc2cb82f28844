import { api, call } from "../../api/client";

/** A secret for an authenticator app. It counts once a code of it is confirmed. */
export const prepareTwoStep = async () => (await call(api.POST("/api/auth/two-step/"))).data;

/** The recovery codes, which nobody can read a second time. */
export const confirmTwoStep = async (code: string): Promise<string[]> =>
  (await call(api.POST("/api/auth/two-step/confirm/", { body: { code } }))).data.recovery_codes;

export const switchOffTwoStep = (body: { password: string; code: string }) =>
  call(api.DELETE("/api/auth/two-step/", { body }));

/** In fours, as people read it over to a telephone. */
export const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");
