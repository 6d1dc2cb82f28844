import type { QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "@tanstack/react-router";
import { resumeSession } from "../api/client";
import { clinicQuery, meQuery, twoStepQuery } from "../api/query";
import { accessToken, wasSignedIn } from "../api/session";
import type { Role, User } from "../api/types";
import { changeLanguage, openStaffTexts } from "../i18n/init";
import { currentLanguage } from "../i18n/language";
import { HOME } from "../lib/home";

export type RouterContext = { queryClient: QueryClient };
type Entry = { context: RouterContext; location: { href: string } };

/** Thrown where a page belongs to another role; the error page says so. */
export class NoAccess extends Error {
  override name = "NoAccess";
}

/** For every page: the clinic's settings, and the session of an earlier visit. */
async function arrive({ context }: Entry): Promise<User | null> {
  const clinic = context.queryClient.ensureQueryData(clinicQuery);
  if (!accessToken() && wasSignedIn()) await resumeSession();
  const me = accessToken() ? await context.queryClient.ensureQueryData(meQuery) : null;
  if (me && me.language !== currentLanguage()) await changeLanguage(me.language);
  await clinic;
  return me;
}

/** Pages for everyone. */
export async function anyone(entry: Entry): Promise<void> {
  await arrive(entry);
}

/** Pages that make no sense once signed in: on to where the person was going. */
export async function onlySignedOut(entry: Entry & { search: { to?: string } }): Promise<void> {
  const me = await arrive(entry);
  if (me) throw redirect({ href: entry.search.to ?? HOME[me.role], replace: true });
}

/** Pages about one's own account, open also to who still owes the clinic two-step sign-in. */
export async function signedIn(entry: Entry): Promise<User> {
  const me = await arrive(entry);
  if (!me) throw redirect({ to: "/sign-in", search: { to: entry.location.href }, replace: true });
  if (me.role !== "patient") await openStaffTexts();
  return me;
}

/** Pages of these roles; of everyone signed in where none is named. */
export const only =
  (...roles: Role[]) =>
  async (entry: Entry & { params: object }): Promise<void> => {
    const me = await signedIn(entry);
    if (Object.values(entry.params).some(Number.isNaN)) throw notFound();
    if (roles.length > 0 && !roles.includes(me.role)) throw new NoAccess();
    await demandTwoStep(me, entry);
  };

/** The clinic may require it of a role; until it is on, nothing else of the clinic answers. */
async function demandTwoStep(me: User, { context, location }: Entry): Promise<void> {
  const { two_step_required_for } = await context.queryClient.ensureQueryData(clinicQuery);
  if (!two_step_required_for.some((role) => role === me.role)) return;
  const { on } = await context.queryClient.ensureQueryData(twoStepQuery);
  if (!on) throw redirect({ to: "/two-step", search: { to: location.href }, replace: true });
}
