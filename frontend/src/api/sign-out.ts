import { api } from "./client";
import { endSession } from "./session";

/** Ends this session on the server and in every tab; without the server at least here. */
export async function signOut(): Promise<void> {
  await api.POST("/api/auth/logout/").catch(() => null);
  endSession();
}
