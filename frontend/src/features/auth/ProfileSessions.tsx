import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Session } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { deviceOf } from "../../lib/device";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Faces } from "../../ui/Faces";
import { FormError } from "../../ui/FormError";
import { IconDeviceDesktop } from "../../ui/Icons";
import { Pill } from "../../ui/Pill";
import { SkeletonList } from "../../ui/Skeleton";
import { toast } from "../../ui/toast";
import styles from "./Profile.module.css";
import { endOneSession, sessionsQuery } from "./sessions";

/** Every place where one is signed in, to be ended one by one. */
export function ProfileSessions() {
  const { t } = useTranslation("auth");
  const sessions = useQuery(sessionsQuery);
  return (
    <Card title={t("profile.sessions")}>
      <Faces query={sessions} skeleton={<SkeletonList rows={2} height={56} />}>
        {(rows) => (
          <ul className={styles.rows}>
            {rows.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Faces>
    </Card>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("auth");
  const queries = useQueryClient();
  const format = useFormat();
  const { time_zone } = useClinic();
  const known = deviceOf(session.device ?? "");
  const device = known ? t("profile.device", known) : session.device || t("profile.sessionUnknown");
  const end = useMutation({
    mutationFn: () => endOneSession(session.id),
    onSuccess: () => {
      toast(t("profile.ended"));
      return queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  const seen = {
    since: format.instant(session.created_at, time_zone),
    seen: format.instant(session.last_seen, time_zone),
  };
  return (
    <li className={styles.row}>
      <IconDeviceDesktop size={22} aria-hidden />
      <div className={styles.grow}>
        <p>
          {device} {session.address && <span className={styles.muted}>({session.address})</span>}
        </p>
        <p className={styles.muted}>{t("profile.sessionSeen", seen)}</p>
        <FormError error={end.error} />
      </div>
      {session.current ? (
        <Pill tone="ok">{t("profile.sessionHere")}</Pill>
      ) : (
        <Button
          aria-label={t("profile.endThis", { device })}
          busy={end.isPending}
          onClick={() => end.mutate()}
        >
          {t("profile.end")}
        </Button>
      )}
    </li>
  );
}
