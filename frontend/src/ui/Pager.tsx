import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { IconChevronLeft, IconChevronRight } from "./Icons";
import styles from "./Pager.module.css";

type Props = { meta: { page: number; page_size: number; total: number }; onPage: (page: number) => void };

/** Steps through a list; nothing where one page holds it all. */
export function Pager({ meta, onPage }: Props) {
  const { t } = useTranslation();
  const { page, page_size: size, total } = meta;
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1 && page === 1) return null;
  const from = Math.min((page - 1) * size + 1, total);
  return (
    <nav className={styles.pager} aria-label={t("page.pages")}>
      <span>{t("page.of", { from, to: Math.min(page * size, total), total })}</span>
      <span className={styles.steps}>
        <Button
          icon={<IconChevronLeft aria-hidden />}
          aria-label={t("page.previous")}
          disabled={page <= 1}
          onClick={() => onPage(Math.min(page - 1, pages))}
        />
        <Button
          icon={<IconChevronRight aria-hidden />}
          aria-label={t("page.next")}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        />
      </span>
    </nav>
  );
}
