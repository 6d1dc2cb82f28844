import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeLanguage } from "../i18n/init";
import type { LanguageCode } from "../i18n/language";
import { api, call } from "./client";
import { meQuery } from "./query";
import { accessToken } from "./session";

/** Shows everything in another language at once; the signed-in person's profile remembers it. */
export function useChooseLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (language: LanguageCode) => {
      await changeLanguage(language);
      if (!accessToken()) return;
      // At once, or the next page would go back to the language of the profile as it was.
      queries.setQueryData(meQuery.queryKey, (me) => me && { ...me, language });
      const { data } = await call(api.PATCH("/api/auth/me/", { body: { language } }));
      queries.setQueryData(meQuery.queryKey, data);
    },
  });
}
