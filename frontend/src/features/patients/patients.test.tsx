import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { NOW, users, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  return () => vi.useRealTimers();
});

const written = (text: string) => ({
  ...users.patient,
  patient_profile: { ...users.patient.patient_profile, medical_history: text },
});

test("patients are searched and paged by the address", async () => {
  server.use(
    http.get(path("patients/"), ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const rows = asked.get("search") === "nobody" ? [] : [users.patient];
      return list(rows, { page: Number(asked.get("page")), page_size: 20, total: rows.length && 21 });
    }),
  );
  const { user, router } = await renderApp("/patients", { as: "doctor" });
  expect(await screen.findByRole("link", { name: /Mercy Wambui/ })).toHaveAttribute("href", "/patients/1");
  await user.click(screen.getByRole("button", { name: "Next" }));
  expect(router.state.location.search).toEqual({ page: 2 });
  await user.type(screen.getByRole("searchbox"), "nobody{Enter}");
  expect(await screen.findByRole("heading", { name: "Nobody was found" })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ q: "nobody" });
  await user.click(screen.getByRole("button", { name: "Show everyone" }));
  expect(await screen.findByRole("link", { name: /Mercy Wambui/ })).toBeInTheDocument();
});

test("a list that fails can be tried again", async () => {
  server.use(http.get(path("patients/"), () => refused(500, "server_error", "The server has a problem.")));
  await renderApp("/patients", { as: "doctor" });
  expect(await screen.findByText("The server has a problem.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Try again" })).toBeInTheDocument();
});

test("one patient: who, visits with me, a way to book", async () => {
  server.use(
    http.get(path("appointments/"), ({ request }) => {
      const asked = new URL(request.url).searchParams;
      expect(asked.get("patient")).toBe("1");
      return list(asked.get("when") === "past" ? [] : [visit()]);
    }),
  );
  await renderApp("/patients/1", { as: "doctor" });
  expect(await screen.findByRole("heading", { level: 1, name: "Mercy Wambui" })).toBeInTheDocument();
  expect(screen.getByText("34 years · Female")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "+254 711 000 104" })).toHaveAttribute("href", "tel:+254711000104");
  expect(await screen.findByRole("link", { name: /16 Nov 2026, 14:20/ })).toHaveAttribute(
    "href",
    "/schedule?date=2026-11-16&visit=41",
  );
  expect(await screen.findByText("No visits with you so far.")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Book for this patient" })).toHaveAttribute(
    "href",
    "/schedule?book=1",
  );
});

test("a patient who does not exist is not found", async () => {
  server.use(http.get(path("patients/:id/"), () => refused(404, "not_found", "There is no such patient.")));
  await renderApp("/patients/99", { as: "doctor" });
  expect(await screen.findByText("There is no such patient.")).toBeInTheDocument();
});

test("the medical history is written, and nothing typed is lost where it is refused", async () => {
  const sent = vi.fn();
  let refuse = true;
  server.use(
    http.patch(path("patients/1/"), async ({ request }) => {
      const body = (await request.json()) as { medical_history: string };
      sent(body);
      if (refuse)
        return refused(400, "invalid", "Some fields need another look.", { medical_history: ["Too long."] });
      return ok(written(body.medical_history));
    }),
  );
  const { user } = await renderApp("/patients/1", { as: "doctor" });
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const box = screen.getByRole("textbox", { name: "Medical history" });
  await user.type(box, " Asthma.");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Too long.")).toBeInTheDocument();
  expect(box).toHaveValue("Penicillin allergy. Asthma.");
  refuse = false;
  server.use(http.get(path("patients/:id/"), () => ok(written("Penicillin allergy. Asthma."))));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Medical history saved")).toBeInTheDocument();
  expect(screen.getByText("Penicillin allergy. Asthma.")).toBeInTheDocument();
  expect(sent).toHaveBeenLastCalledWith({ medical_history: "Penicillin allergy. Asthma." });
});

test("every version says who wrote it and when, on the clinic's clock", async () => {
  server.use(
    http.get(path("patients/1/medical-history/"), () =>
      list([
        {
          id: 2,
          text: "Penicillin allergy.",
          written_by: 2,
          written_by_name: "Dr Achieng Odhiambo",
          written_at: "2026-11-10T06:15:00Z",
        },
      ]),
    ),
  );
  const { user } = await renderApp("/patients/1", { as: "doctor" });
  const summary = await screen.findByText(/10 Nov 2026, 09:15/);
  expect(summary).toHaveTextContent("Dr Achieng Odhiambo");
  await user.click(summary);
  expect(
    within(summary.closest("details") as HTMLElement).getByText("Penicillin allergy."),
  ).toBeInTheDocument();
});
