import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { clinicQuery } from "../api/query";
import { IconArrowLeft } from "./Icons";
import styles from "./Page.module.css";

type Props = {
  /** The heading, and the first part of the browser's title. */
  title: string;
  /** Where the heading shows more than words; `title` still names the page. */
  heading?: ReactNode;
  subtitle?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  /** The way back, above the title. */
  back?: { label: string; link: Pick<LinkProps, "to" | "params" | "search"> };
  width?: "usual" | "wide" | "narrow" | "form";
  /** Hides the heading from the eye where the content says it larger. */
  headingHidden?: boolean;
  children: ReactNode;
};

/** Every page: one h1, which has the focus after a change of page. */
export function Page({
  title,
  heading,
  subtitle,
  actions,
  back,
  width = "usual",
  headingHidden,
  children,
}: Props) {
  useTitle(title);
  return (
    <div className={`${styles.page} ${width === "usual" ? "" : styles[width]}`}>
      {back && (
        <Link {...back.link} className={styles.back}>
          <IconArrowLeft aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={headingHidden ? "heard" : styles.head}>
        <div>
          <h1 tabIndex={-1} className={styles.title}>
            {heading ?? title}
          </h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

function useTitle(title: string): void {
  // An error page may stand here because the clinic could not be loaded: its name is no condition.
  const name = useQuery({ ...clinicQuery, enabled: false }).data?.name;
  useEffect(() => {
    document.title = [title, name]
      .filter((part, index, all) => part && all.indexOf(part) === index)
      .join(" · ");
  }, [title, name]);
}
