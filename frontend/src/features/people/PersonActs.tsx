import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/types";
import { Button } from "../../ui/Button";
import { FormError } from "../../ui/FormError";
import { IconDots, IconUserCheck, IconUserX, IconX } from "../../ui/Icons";
import { Menu, MenuItem } from "../../ui/Menu";
import { Sheet } from "../../ui/Sheet";
import { StepUp } from "../../ui/StepUp";
import { TouchedVisits } from "../../ui/TouchedVisits";
import { toast } from "../../ui/toast";
import { useActivation } from "../../ui/useActivation";
import type { Offer } from "../../ui/useUndo";
import styles from "./People.module.css";
import { RejectDialog } from "./RejectDialog";
import { useDeactivation } from "./useDeactivation";

type Props = { person: Person; own: boolean; offer: Offer; large?: boolean };

/** What can be done with an account as it stands, with any refusal beneath. Nobody shuts himself out. */
export function PersonActs({ person, own, offer, large }: Props) {
  const { t } = useTranslation(["people", "common"]);
  const activation = useActivation(person, offer);
  const shutting = useDeactivation(person, offer, toast);
  const [rejecting, setRejecting] = useState(false);
  const { state, full_name: name } = person;
  const reject = () => setRejecting(true);
  const deactivate = () => shutting.deactivate(undefined);
  const canDeactivate = state === "active" && !own;
  const hasMenu = !large && (state === "pending" || canDeactivate);
  return (
    <div className={large ? styles.pageActs : styles.acts}>
      <div className={styles.actRow}>
        {(state === "pending" || state === "deactivated") && (
          <Button
            variant={large ? "primary" : "quiet"}
            icon={large && <IconUserCheck aria-hidden />}
            busy={activation.busy}
            aria-label={t("activateName", { name })}
            onClick={activation.activate}
          >
            {t("activate")}
          </Button>
        )}
        {large && state === "pending" && <Button onClick={reject}>{t("reject.open")}</Button>}
        {large && canDeactivate && (
          <Button variant="danger" busy={shutting.busy} onClick={deactivate}>
            {t("deactivate")}
          </Button>
        )}
        {hasMenu && (
          <Menu label={t("more", { name })} face={<IconDots size={20} aria-hidden />} className={styles.dots}>
            {state === "pending" ? (
              <MenuItem icon={<IconX aria-hidden />} danger onClick={reject}>
                {t("reject.open")}
              </MenuItem>
            ) : (
              <MenuItem icon={<IconUserX aria-hidden />} danger onClick={deactivate}>
                {t("deactivate")}
              </MenuItem>
            )}
          </Menu>
        )}
      </div>
      <FormError error={activation.error ?? shutting.error} />
      {activation.stepUp && <StepUp onShown={activation.activate} onClose={activation.forget} />}
      {rejecting && <RejectDialog person={person} onClose={() => setRejecting(false)} />}
      {shutting.touched && (
        <Sheet title={t("deactivateName", { name })} onClose={shutting.forget}>
          <TouchedVisits refusal={shutting.touched} busy={shutting.busy} onChoose={shutting.deactivate} />
        </Sheet>
      )}
    </div>
  );
}
