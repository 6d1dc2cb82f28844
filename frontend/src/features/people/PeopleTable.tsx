import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClinic, useMe } from "../../api/query";
import type { Person } from "../../api/types";
import { useFormat } from "../../i18n/use-format";
import { wallClock } from "../../lib/clinic-time";
import { formatPhone } from "../../lib/phone";
import { Card } from "../../ui/Card";
import { Monogram } from "../../ui/Monogram";
import { PersonStatePill } from "../../ui/StatusPill";
import type { Offer } from "../../ui/useUndo";
import styles from "./People.module.css";
import { PersonActs } from "./PersonActs";

type Props = { rows: Person[]; offer: Offer };

/** People on a desktop, one a line. */
export function PeopleTable({ rows, offer }: Props) {
  const { t } = useTranslation(["people", "common"]);
  const format = useFormat();
  const { time_zone } = useClinic();
  const me = useMe();
  return (
    <Card padded={false}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("column.name")}</th>
            <th scope="col">{t("column.role")}</th>
            <th scope="col">{t("column.phone")}</th>
            <th scope="col">{t("column.joined")}</th>
            <th scope="col">{t("column.state")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Who person={person} />
              </th>
              <td>{t(`common:role.${person.role}`)}</td>
              <td className={styles.nowrap} dir="ltr">
                {formatPhone(person.phone_number)}
              </td>
              <td className={styles.nowrap}>
                {format.date(wallClock(time_zone, person.created_at).date, "year")}
              </td>
              <td>
                <PersonStatePill state={person.state} />
              </td>
              <td>
                <PersonActs person={person} own={person.id === me.id} offer={offer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** People on a phone, each on a card. */
export function PeopleCards({ rows, offer }: Props) {
  const { t } = useTranslation("common");
  const me = useMe();
  return (
    <ul className={styles.cards}>
      {rows.map((person) => (
        <li key={person.id}>
          <Card className={styles.personCard}>
            <Who person={person}>
              <span className={styles.pills}>
                {t(`role.${person.role}`)} <PersonStatePill state={person.state} />
              </span>
            </Who>
            <PersonActs person={person} own={person.id === me.id} offer={offer} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Who({ person, children }: { person: Person; children?: React.ReactNode }) {
  return (
    <span className={styles.who}>
      <Monogram name={person.full_name} picture={person.profile_pic} size={40} />
      <span className={styles.whoText}>
        <Link to="/people/$id" params={{ id: person.id }} className={styles.name}>
          <bdi>{person.full_name}</bdi>
        </Link>
        <span className={styles.email}>{person.email}</span>
        {children}
      </span>
    </span>
  );
}
