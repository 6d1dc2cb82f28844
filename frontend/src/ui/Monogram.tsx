import { type CSSProperties, useState } from "react";
import { initials, tintOf } from "../lib/names";
import styles from "./Monogram.module.css";

type Props = { name: string; picture?: string; size?: number };

/** A person's picture, or their initials. The name stands beside it, so it is hidden from screen readers. */
export function Monogram({ name, picture, size = 44 }: Props) {
  const [broken, setBroken] = useState("");
  const shown = picture?.startsWith("https://") && picture !== broken;
  return (
    <span
      className={`${styles.monogram} ${styles[tintOf(name)]}`}
      style={{ "--measure": `${size}px` } as CSSProperties}
      aria-hidden
    >
      {shown ? (
        <img
          src={picture}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setBroken(picture ?? "")}
        />
      ) : (
        initials(name)
      )}
    </span>
  );
}
