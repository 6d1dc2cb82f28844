import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/query";
import type { VisitDetail } from "../../api/types";
import { Button, ButtonLink } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { toast } from "../../ui/toast";
import { CancelVisit } from "./CancelVisit";
import styles from "./VisitPage.module.css";
import { VisitRule } from "./VisitRule";
import { type Note, useNote } from "./visit-acts";

/** What this reader can do with the visit now, and the rule where that is less than one might hope. */
export function VisitActs({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation("visits");
  const me = useMe();
  const [cancelling, setCancelling] = useState(false);
  const note = useNote(visit.id, (done) => toast(t(`done.${done}`)));
  const { id } = visit;
  const open = new Set(visit.can);
  if (visit.checked_in_at) open.delete("check-in");

  const noting = (act: Note, variant: "primary" | "outline") =>
    open.has(act) && (
      <Button
        variant={variant}
        busy={note.isPending && note.variables === act}
        onClick={() => !note.isPending && note.mutate(act)}
      >
        {t(`act.${act}`)}
      </Button>
    );

  return (
    <div className={styles.acts}>
      <FormError error={note.error} />
      <div className={styles.buttons}>
        {noting("complete", "primary")}
        {noting("check-in", open.has("complete") ? "outline" : "primary")}
        {noting("no-show", "outline")}
        {open.has("reschedule") && (
          <ButtonLink
            to="/visits/$id/change"
            params={{ id }}
            variant={me.role === "patient" ? "quiet" : "outline"}
          >
            {t("act.reschedule")}
          </ButtonLink>
        )}
        {open.has("cancel") && (
          <Button variant="danger" onClick={() => setCancelling(true)}>
            {t("act.cancel")}
          </Button>
        )}
        {me.role === "patient" && visit.status !== "scheduled" && (
          <ButtonLink to="/book/$doctorId" params={{ doctorId: visit.doctor }} variant="quiet">
            {t("again")}
          </ButtonLink>
        )}
      </div>
      <VisitRule visit={visit} />
      {cancelling && <CancelVisit visit={visit} onClose={() => setCancelling(false)} />}
    </div>
  );
}
