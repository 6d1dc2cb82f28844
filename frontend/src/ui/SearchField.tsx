import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconSearch, IconX } from "./Icons";
import styles from "./SearchField.module.css";

const PAUSE = 250;

type Props = { label: string; value: string; onChange: (value: string) => void };

/** Tells of a search once the typing pauses; Enter and clearing tell at once. */
export function SearchField({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  const say = useCallback((next: string): void => {
    if (next.trim() === told.current) return;
    told.current = next.trim();
    tell.current(told.current);
  }, []);

  useEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);

  useEffect(() => {
    const timer = setTimeout(() => say(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, say]);

  function clear(): void {
    setText("");
    say("");
    input.current?.focus();
  }

  return (
    <search className={styles.search}>
      <IconSearch aria-hidden />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={label}
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && say(text)}
      />
      {text && (
        <button type="button" className={styles.clear} aria-label={t("act.clear")} onClick={clear}>
          <IconX aria-hidden />
        </button>
      )}
    </search>
  );
}
