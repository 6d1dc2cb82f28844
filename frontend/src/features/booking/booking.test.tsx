import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { list, ok, refused } from "../../test/answers";
import { doctor, doctors, NOW, slotDays, TODAY, visit } from "../../test/clinic-data";
import { renderApp } from "../../test/renderApp";
import { path, server } from "../../test/server";

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

type Sent = { key: string | null; body: Record<string, unknown> };

/** Answers bookings in turn, and keeps what was sent. */
function bookings(...answers: (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.post(path("appointments/"), async ({ request }) => {
      const body = (await request.json()) as Sent["body"];
      sent.push({ key: request.headers.get("Idempotency-Key"), body });
      return answers[Math.min(sent.length, answers.length) - 1]?.() ?? HttpResponse.error();
    }),
  );
  return sent;
}

const booked = () => ok(visit({ id: 77, appointment_time: "10:20:00" }), 201);
const confirm = () => screen.getByRole("button", { name: "Confirm booking" });

async function chosen(time = "10:20") {
  const app = await renderApp("/book/2", { as: "patient" });
  await app.user.click(await screen.findByRole("radio", { name: time }));
  return app;
}

describe("the directory", () => {
  test("three taps book a visit: doctor, time, confirm", async () => {
    const sent = bookings(booked);
    server.use(
      http.get(path("appointments/:id/"), () =>
        ok({ ...visit({ id: 77, appointment_time: "10:20:00" }), history: [] }),
      ),
    );
    const { user, router } = await renderApp("/book", { as: "patient" });
    await user.click(await screen.findByRole("link", { name: /Achieng Odhiambo/ }));
    await user.click(await screen.findByRole("radio", { name: "10:20" }));
    await user.click(confirm());
    expect(await screen.findByRole("heading", { name: "You’re booked" })).toBeInTheDocument();
    expect(await screen.findByText("10:20")).toBeInTheDocument();
    expect(router.state.location.pathname).toBe("/booked/77");
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[\da-f]{32}$/),
        body: { doctor: 2, appointment_date: TODAY, appointment_time: "10:20", reason: "" },
      },
    ]);
  });

  test("each doctor says when they are next free, or why not", async () => {
    server.use(
      http.get(path("doctors/"), () =>
        list([
          ...doctors,
          { ...doctor, id: 5, full_name: "Dr Kiprono Langat", availability: false, next_open: null },
          { ...doctor, id: 6, full_name: "Dr Moraa Nyaboke", next_open: null },
        ]),
      ),
    );
    await renderApp("/book", { as: "patient" });
    const said = async (name: RegExp) => screen.findByRole("link", { name });
    expect(await said(/Achieng/)).toHaveTextContent("Next free: Today 10:00");
    expect(await said(/Kamau/)).toHaveTextContent("Next free: Tomorrow 08:30");
    expect(await said(/Langat/)).toHaveTextContent("Not taking bookings");
    expect(await said(/Nyaboke/)).toHaveTextContent("No open times");
  });

  test("search and specialization stand in the address, and what finds nobody can be left", async () => {
    const asked: string[] = [];
    server.use(
      http.get(path("doctors/"), ({ request }) => {
        const { search } = new URL(request.url);
        asked.push(search);
        return list(search.includes("search=") ? [] : doctors);
      }),
    );
    const { user, router } = await renderApp("/book", { as: "patient" });
    await user.click(await screen.findByRole("radio", { name: "Paediatrics" }));
    await user.type(screen.getByRole("searchbox"), "zz{Enter}");
    expect(await screen.findByText("No doctor found")).toBeInTheDocument();
    expect(router.state.location.search).toEqual({ q: "zz", specialization: "Paediatrics" });
    expect(asked.at(-1)).toBe("?page=1&search=zz&specialization=Paediatrics");
    await user.click(screen.getByRole("button", { name: "Show all doctors" }));
    expect(await screen.findByRole("link", { name: /Achieng/ })).toBeInTheDocument();
    expect(router.state.location.search).toEqual({});
  });

  test("what could not be loaded can be tried again", async () => {
    server.use(
      http.get(path("doctors/"), () => refused(500, "server_error", "Something broke here."), { once: true }),
    );
    const { user } = await renderApp("/book", { as: "patient" });
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: /Achieng/ })).toBeInTheDocument();
  });
});

describe("days and times", () => {
  test("the next free day is chosen already; another day keeps the reason", async () => {
    const { user, router } = await chosen();
    expect(screen.getByRole("radio", { name: /^Monday 16 November/ })).toBeChecked();
    expect(screen.getByText("Times are in Nairobi (GMT+3)")).toBeInTheDocument();
    expect(within(screen.getByRole("group", { name: /Morning/ })).getAllByRole("radio")).toHaveLength(2);
    await user.type(screen.getByLabelText(/Reason/), "Travel vaccines");
    await user.click(screen.getByRole("radio", { name: /^Tuesday 17 November/ }));
    expect(await screen.findByText("Times on Tuesday 17 November")).toBeInTheDocument();
    expect(confirm()).toBeDisabled();
    expect(screen.getByLabelText(/Reason/)).toHaveValue("Travel vaccines");
    expect(router.state.location.search).toEqual({ date: "2026-11-17" });
  });

  test("a day without times says why and leads to the next that has some", async () => {
    const { user } = await renderApp("/book/2?date=2026-11-22", { as: "patient" });
    expect(await screen.findByText("The doctor does not work on this day.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Go to Monday 23 November" }));
    expect(await screen.findByRole("radio", { name: "10:00" })).toBeInTheDocument();
  });

  test("a closed day names its holiday", async () => {
    server.use(
      http.get(path("doctors/:id/slots/"), ({ request }) => {
        const { searchParams } = new URL(request.url);
        const days = slotDays(searchParams.get("date") ?? "", Number(searchParams.get("days")));
        const closed = { times: [], why_none: "closed", closed_name: "Jamhuri Day" };
        return ok(days.map((day) => (day.date === "2026-11-18" ? { ...day, ...closed } : day)));
      }),
    );
    await renderApp("/book/2?date=2026-11-18", { as: "patient" });
    expect(await screen.findByText("The clinic is closed: Jamhuri Day.")).toBeInTheDocument();
  });

  test("a month can be asked for", async () => {
    const { user } = await chosen();
    await user.click(screen.getByRole("button", { name: "Month" }));
    await user.click(screen.getByRole("button", { name: "Next month" }));
    await user.click(await screen.findByRole("button", { name: "Tuesday 1 December, has open times" }));
    expect(await screen.findByText("Times on Tuesday 1 December")).toBeInTheDocument();
  });

  test("a chosen time that someone else took meanwhile is told at once", async () => {
    const { queryClient } = await chosen();
    server.use(
      http.get(path("doctors/:id/slots/"), () =>
        ok([{ date: TODAY, times: ["10:00"], why_none: null, closed_name: null }]),
      ),
    );
    await queryClient.invalidateQueries({ queryKey: ["slots"] });
    expect(await screen.findByText(/^10:20 has just been taken/)).toBeInTheDocument();
    expect(confirm()).toBeDisabled();
  });

  test("a doctor who has left is no fault: there are others", async () => {
    server.use(http.get(path("doctors/:id/"), () => refused(404, "not_found", "There is nothing here.")));
    await renderApp("/book/9", { as: "patient" });
    expect(await screen.findByText("This doctor is not here any more")).toBeInTheDocument();
  });
});

describe("refusals", () => {
  test("a taken time: its sentence, fresh times, the nearest as buttons, the reason still there", async () => {
    const nearest = [{ date: TODAY, time: "13:00" }];
    const taken = () => refused(409, "time_taken", "That time has just been taken.", { nearest });
    const sent = bookings(taken, booked);
    let asked = 0;
    server.use(
      http.get(path("doctors/:id/slots/"), () => {
        asked += 1;
        return ok([{ date: TODAY, times: ["10:00", "10:20", "13:00"], why_none: null, closed_name: null }]);
      }),
    );
    const { user, router } = await chosen();
    await user.type(screen.getByLabelText(/Reason/), "Travel vaccines");
    await user.click(confirm());
    expect(await screen.findByRole("alert")).toHaveTextContent("That time has just been taken.");
    await waitFor(() => expect(asked).toBe(2));
    expect(confirm()).toBeDisabled();
    expect(screen.getByLabelText(/Reason/)).toHaveValue("Travel vaccines");
    await user.click(screen.getByRole("button", { name: "Today 13:00" }));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    await user.click(confirm());
    await waitFor(() => expect(router.state.location.pathname).toBe("/booked/77"));
    expect(sent[1]?.body).toMatchObject({ appointment_time: "13:00", reason: "Travel vaccines" });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  test("after a lost connection the same booking goes out with the same key", async () => {
    const sent = bookings(() => HttpResponse.error(), booked);
    const { user, router } = await chosen();
    await user.click(confirm());
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not reach the clinic");
    await user.click(confirm());
    await waitFor(() => expect(router.state.location.pathname).toBe("/booked/77"));
    expect(sent[1]).toEqual(sent[0]);
  });

  test("too many visits ahead lead to them", async () => {
    bookings(() => refused(409, "too_many_upcoming", "There are as many visits as the clinic allows."));
    const { user } = await chosen();
    await user.click(confirm());
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("There are as many visits as the clinic allows.");
    expect(within(alert).getByRole("link", { name: "See my visits" })).toHaveAttribute("href", "/visits");
    expect(screen.getByRole("radio", { name: "10:20" })).toBeChecked();
  });

  test("a reason that cannot be is told beside it", async () => {
    bookings(() =>
      refused(400, "invalid", "Some fields need another look.", { reason: ["That sign cannot be used."] }),
    );
    const { user } = await chosen();
    await user.type(screen.getByLabelText(/Reason/), "odd");
    await user.click(confirm());
    await waitFor(() => expect(screen.getByLabelText(/Reason/)).toBeInvalid());
    expect(screen.getByLabelText(/Reason/)).toHaveAccessibleDescription("That sign cannot be used.");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});
