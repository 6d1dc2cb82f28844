import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Visit } from "../../api/types";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import styles from "./Drawer.module.css";
import { VisitCancel } from "./VisitCancel";
import { type PlainAct, useAct } from "./visit";

const PLAIN: PlainAct[] = ["check-in", "complete", "no-show"];

/** The acts that the visit allows now, the likely next one first. A refusal stands with them. */
export function VisitActs({ visit, onMove }: { visit: Visit; onMove: () => void }) {
  const { t } = useTranslation("schedule");
  const act = useAct(visit.id);
  const [cancelling, setCancelling] = useState(false);
  const can = new Set(visit.can);
  // Saying "arrived" again would change nothing.
  const plain = PLAIN.filter((name) => can.has(name) && !(name === "check-in" && visit.checked_in_at));
  return (
    <div className={styles.acts}>
      <FormError error={act.error} />
      {plain.map((name, index) => (
        <Button
          key={name}
          variant={index === 0 ? "primary" : "outline"}
          size={index === 0 ? "main" : "usual"}
          block
          busy={act.isPending && act.variables === name}
          onClick={() => !act.isPending && act.mutate(name)}
        >
          {t(`act.${name}`)}
        </Button>
      ))}
      {can.has("reschedule") && (
        <Button block onClick={onMove}>
          {t("act.reschedule")}
        </Button>
      )}
      {can.has("cancel") && (
        <Button variant="danger" block onClick={() => setCancelling(true)}>
          {t("act.cancel")}
        </Button>
      )}
      {cancelling && <VisitCancel visit={visit} onClose={() => setCancelling(false)} />}
    </div>
  );
}
