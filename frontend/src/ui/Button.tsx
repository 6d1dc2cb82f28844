import { createLink } from "@tanstack/react-router";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import styles from "./Button.module.css";

type Look = {
  /** One `primary` a screen; `quiet` beside it, `plain` for text, `danger` for what cannot be undone. */
  variant?: "primary" | "quiet" | "outline" | "plain" | "danger" | "dangerFilled";
  /** `main` is the 50 px button of the screen's one next step. */
  size?: "usual" | "main";
  icon?: ReactNode;
  block?: boolean;
};

function classOf({ variant = "outline", size = "usual", block, icon }: Look, children: ReactNode): string {
  const square = icon && !children ? styles.square : "";
  return [styles.button, styles[variant], size === "main" && styles.main, block && styles.block, square]
    .filter(Boolean)
    .join(" ");
}

/** `busy` shows that the act is under way and takes no second press. An icon alone needs an `aria-label`. */
export function Button(props: Look & { busy?: boolean } & ComponentProps<"button">) {
  const { variant, size, icon, block, busy, children, onClick, className, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      className={`${classOf({ variant, size, icon, block }, children)} ${className ?? ""}`}
      onClick={press}
    >
      {busy ? <span className={styles.spinner} aria-hidden /> : icon}
      {children}
    </button>
  );
}

/** An ordinary link that looks like a button: to a file, or to another app. */
export function ButtonAnchor({ variant, size, icon, block, children, ...rest }: Look & ComponentProps<"a">) {
  return (
    <a {...rest} className={classOf({ variant, size, icon, block }, children)}>
      {icon}
      {children}
    </a>
  );
}

/** A link that looks like a button: `<ButtonLink to="/book" variant="primary">`. */
export const ButtonLink = createLink(ButtonAnchor);
