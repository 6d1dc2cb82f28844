import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { ApiError } from "../api/api-error";
import { startI18n } from "../i18n/init";
import { Button } from "./Button";
import { FormError } from "./FormError";
import { TextField } from "./TextField";
import { useForm } from "./useForm";

beforeAll(startI18n);

type Values = { name: string; email: string };

function Example({ send }: { send: (values: Values) => Promise<unknown> }) {
  const form = useForm({
    initial: { name: "", email: "" },
    check: ({ name }) => ({ name: name ? undefined : "Write your name." }),
    send,
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <TextField label="Name" {...form.field("name")} />
      <TextField label="Email" {...form.field("email")} />
      <FormError error={form.error} />
      <Button type="submit" busy={form.busy}>
        Send
      </Button>
    </form>
  );
}

const refusal = (data: unknown, code = "invalid") => new ApiError(400, code, "Look again.", data);

test("what is plainly wrong is not sent, and has the focus", async () => {
  const send = vi.fn();
  render(<Example send={send} />);
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("Write your name.");
  await vi.waitFor(() => expect(screen.getByLabelText("Name")).toHaveFocus());
});

test("the server's sentence stands beside its field and goes once it is mended", async () => {
  render(<Example send={() => Promise.reject(refusal({ email: ["Taken."] }))} />);
  await userEvent.type(screen.getByLabelText("Name"), "Mercy");
  await userEvent.type(screen.getByLabelText("Email"), "m@example.org{Enter}");
  expect(await screen.findByText("Taken.")).toBeInTheDocument();
  expect(screen.getByLabelText("Email")).toBeInvalid();
  expect(screen.getByLabelText("Email")).toHaveValue("m@example.org");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Email"), "x");
  expect(screen.queryByText("Taken.")).not.toBeInTheDocument();
});

test("a refusal of the whole is a sentence of its own", async () => {
  render(<Example send={() => Promise.reject(refusal(null, "own_account"))} />);
  await userEvent.type(screen.getByLabelText("Name"), "Mercy{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Look again.");
});

test("an error at a field that the form does not have is not lost", async () => {
  render(<Example send={() => Promise.reject(refusal({ role: ["Choose a role."] }))} />);
  await userEvent.type(screen.getByLabelText("Name"), "Mercy{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Look again. Choose a role.");
});

test("a second press while sending sends nothing", async () => {
  const send = vi.fn(() => new Promise(() => undefined));
  render(<Example send={send} />);
  await userEvent.type(screen.getByLabelText("Name"), "Mercy{Enter}{Enter}");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(send).toHaveBeenCalledTimes(1);
});
