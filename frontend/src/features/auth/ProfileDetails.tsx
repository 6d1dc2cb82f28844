import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { meQuery, useClinic } from "../../api/query";
import type { Gender, User } from "../../api/types";
import { useClinicNow } from "../../api/useClinicNow";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FormError } from "../../ui/FormError";
import { DateField, TextField } from "../../ui/TextField";
import { toast } from "../../ui/toast";
import { useForm } from "../../ui/useForm";
import { GenderField } from "./GenderField";
import styles from "./Profile.module.css";

/** What a person may change freely. */
export function ProfileDetails({ me }: { me: User }) {
  const { t } = useTranslation(["auth", "common"]);
  const queries = useQueryClient();
  const { date: today } = useClinicNow();
  const { show_pictures } = useClinic();
  const patient = me.patient_profile;
  const form = useForm({
    initial: {
      full_name: me.full_name,
      profile_pic: me.profile_pic,
      date_of_birth: patient?.date_of_birth ?? "",
      gender: (patient?.gender ?? "") as Gender | "",
    },
    send: async ({ full_name, profile_pic, date_of_birth, gender }) => {
      const own = patient && gender ? { date_of_birth, gender } : {};
      return (await call(api.PATCH("/api/auth/me/", { body: { full_name, profile_pic, ...own } }))).data;
    },
    onSent: (user) => {
      queries.setQueryData(meQuery.queryKey, user);
      toast(t("profile.detailsSaved"));
    },
  });
  return (
    <Card title={t("profile.details")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextField
          label={t("field.fullName")}
          autoComplete="name"
          maxLength={100}
          {...form.field("full_name")}
        />
        {patient && (
          <>
            <DateField
              label={t("field.dateOfBirth")}
              autoComplete="bday"
              max={today}
              {...form.field("date_of_birth")}
            />
            <GenderField {...form.field("gender")} />
          </>
        )}
        {show_pictures && (
          <TextField
            label={t("field.picture")}
            hint={t("field.pictureHint")}
            type="url"
            optional
            autoCapitalize="none"
            {...form.field("profile_pic")}
          />
        )}
        <FormError error={form.error} />
        <Button type="submit" variant="quiet" busy={form.busy}>
          {t("common:act.save")}
        </Button>
      </form>
    </Card>
  );
}
