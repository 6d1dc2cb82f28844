import { createLink } from "@tanstack/react-router";
import { type ComponentProps, type ReactNode, type ToggleEvent, useId, useRef } from "react";
import styles from "./Menu.module.css";

type Props = {
  /** The button's name for screen readers. */
  label: string;
  /** What the button shows. */
  face: ReactNode;
  className?: string | undefined;
  head?: ReactNode;
  children: ReactNode;
};

/** A small menu in the browser's own popover: closes on Escape, on a press beside it, and on a choice. */
export function Menu({ label, face, className, head, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  function place(event: ToggleEvent<HTMLDivElement>): void {
    if (event.newState === "open") placeUnder(button.current, menu.current);
  }

  return (
    <>
      <button ref={button} type="button" className={className} popoverTarget={id}>
        <span className="heard">{label}</span>
        {face}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the choices inside are the controls; this only closes after one. */}
      <div
        ref={menu}
        id={id}
        popover="auto"
        className={styles.menu}
        onToggle={place}
        onClick={(event) => {
          if (event.target !== event.currentTarget) menu.current?.hidePopover();
        }}
      >
        {head && <div className={styles.head}>{head}</div>}
        {children}
      </div>
    </>
  );
}

/** One choice of a menu. */
export function MenuItem({
  icon,
  danger,
  children,
  ...rest
}: ComponentProps<"button"> & { icon?: ReactNode; danger?: boolean }) {
  return (
    <button type="button" {...rest} className={`${styles.item} ${danger ? styles.itemDanger : ""}`}>
      {icon}
      {children}
    </button>
  );
}

function Anchor({ icon, children, ...rest }: ComponentProps<"a"> & { icon?: ReactNode }) {
  return (
    <a {...rest} className={styles.item}>
      {icon}
      {children}
    </a>
  );
}

/** A choice that leads to a page. */
export const MenuLink = createLink(Anchor);

const GAP = 8;

function placeUnder(button: HTMLElement | null, menu: HTMLElement | null): void {
  if (!button || !menu) return;
  const from = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = from.bottom + GAP + height < window.innerHeight;
  menu.style.left = `${Math.max(GAP, Math.min(from.right - width, window.innerWidth - width - GAP))}px`;
  menu.style.top = `${below ? from.bottom + GAP : Math.max(GAP, from.top - GAP - height)}px`;
}
