import { useTranslation } from "react-i18next";
import { useClinic } from "../../api/query";
import type { Gender, PersonDetail } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { Card } from "../../ui/Card";
import { EmailLink } from "../../ui/EmailLink";
import { Facts } from "../../ui/Facts";
import { PhoneLink } from "../../ui/PhoneLink";

/** Who this is, and what was asked at registration. */
export function PersonFacts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation(["people", "common"]);
  const format = useFormat();
  const { time_zone } = useClinic();
  const asked = person.registration;
  return (
    <>
      <Card title={t("facts")}>
        <Facts
          facts={[
            { label: t("field.national_id"), value: <span dir="ltr">{person.national_id}</span> },
            {
              label: t("field.email"),
              value: <EmailLink address={person.email} />,
            },
            { label: t("field.phone_number"), value: <PhoneLink number={person.phone_number} /> },
            { label: t("column.joined"), value: format.instant(person.created_at, time_zone) },
          ]}
        />
      </Card>
      {asked && (
        <Card title={t("asked.title")}>
          <Facts
            facts={[
              { label: t("asked.role"), value: t(`common:role.${person.role}`) },
              asked.date_of_birth && {
                label: t("asked.born"),
                value: format.date(asked.date_of_birth, "year"),
              },
              asked.gender && {
                label: t("asked.gender"),
                value: t(`common:gender.${asked.gender as Gender}`),
              },
              asked.specialization && {
                label: t("field.specialization"),
                value: <bdi>{asked.specialization}</bdi>,
              },
              asked.license_number && {
                label: t("field.license_number"),
                value: <bdi>{asked.license_number}</bdi>,
              },
              asked.reject_reason && { label: t("asked.rejected"), value: <bdi>{asked.reject_reason}</bdi> },
            ]}
          />
        </Card>
      )}
    </>
  );
}
