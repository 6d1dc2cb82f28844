import { useTranslation } from "react-i18next";
import { Button, ButtonAnchor } from "../../ui/Button";
import { IconDownload } from "../../ui/Icons";
import { Notice } from "../../ui/Notice";
import styles from "./TwoStep.module.css";

/** Shown once: nobody can read them again, here or on the server. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation("auth");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join("\n")}\n`)}`;
  return (
    <div className={styles.steps}>
      <Notice tone="ok" title={t("twoStep.onNow")}>
        {t("twoStep.keep")}
      </Notice>
      <ul className={styles.codes} aria-label={t("twoStep.codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <ButtonAnchor href={file} download="recovery-codes.txt" icon={<IconDownload size={20} aria-hidden />}>
          {t("twoStep.download")}
        </ButtonAnchor>
        <Button variant="primary" onClick={onKept}>
          {t("twoStep.kept")}
        </Button>
      </div>
    </div>
  );
}
