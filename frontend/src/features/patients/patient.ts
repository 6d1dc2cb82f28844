import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, call } from "../../api/client";
import { patientQuery } from "../../api/patients";

/** A patient's visits with the doctor who asks: what is to come, or what has been. */
export const visitsWithMeQuery = (patient: number, when: "upcoming" | "past", page = 1) =>
  queryOptions({
    queryKey: ["appointments", "patient", patient, when, page],
    queryFn: async ({ signal }) => {
      const params = { query: { patient, when, page, page_size: when === "past" ? 10 : 100 } };
      const { data, meta } = await call(api.GET("/api/appointments/", { params, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });

export const versionsQuery = (patient: number, page: number) =>
  queryOptions({
    queryKey: ["patients", patient, "versions", page],
    queryFn: async ({ signal }) => {
      const params = { path: { id: patient }, query: { page, page_size: 10 } };
      const { data, meta } = await call(api.GET("/api/patients/{id}/medical-history/", { params, signal }));
      return { rows: data, meta };
    },
    placeholderData: keepPreviousData,
  });

export function useWriteHistory(patient: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (medical_history: string) =>
      (
        await call(
          api.PATCH("/api/patients/{id}/", { params: { path: { id: patient } }, body: { medical_history } }),
        )
      ).data,
    onSuccess: (user) => {
      queries.setQueryData(patientQuery(patient).queryKey, user);
      void queries.invalidateQueries({ queryKey: ["patients", patient, "versions"] });
    },
  });
}
