import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { twoStepQuery } from "../../api/query";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { Pill } from "../../ui/Pill";
import { Sheet } from "../../ui/Sheet";
import { Skeleton } from "../../ui/Skeleton";
import { SwitchOffTwoStep } from "./SwitchOffTwoStep";
import styles from "./TwoStep.module.css";
import { TwoStepSetUp } from "./TwoStepSetUp";

/** Whether signing in takes a code beside the password, and the way to change it. */
export function ProfileTwoStep() {
  const { t } = useTranslation("auth");
  const query = useQuery(twoStepQuery);
  const [open, setOpen] = useState<"set up" | "switch off">();
  const close = () => setOpen(undefined);
  return (
    <Card
      title={t("twoStep.title")}
      subtitle={t("twoStep.text")}
      actions={query.data?.on && <Pill tone="ok">{t("twoStep.on")}</Pill>}
    >
      <Faces query={query} skeleton={<Skeleton height={44} />}>
        {({ on, recovery_codes_left: count }) =>
          on ? (
            <div className={styles.step}>
              <p className={styles.muted}>{t("twoStep.left", { count })}</p>
              <Button onClick={() => setOpen("switch off")}>{t("twoStep.switchOff")}</Button>
            </div>
          ) : (
            <Button variant="quiet" onClick={() => setOpen("set up")}>
              {t("twoStep.switchOn")}
            </Button>
          )
        }
      </Faces>
      {open === "set up" && (
        <Sheet title={t("twoStep.title")} onClose={close}>
          <TwoStepSetUp onDone={close} />
        </Sheet>
      )}
      {open === "switch off" && <SwitchOffTwoStep onClose={close} />}
    </Card>
  );
}
