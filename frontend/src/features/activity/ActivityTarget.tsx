import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { personQuery } from "../../api/people";

/** On whom or what, with the way there; things without a page are left to the sentence. */
export function ActivityTarget({ target }: { target: string }) {
  const { t } = useTranslation("activity");
  const [kind, number] = target.split(":");
  const id = Number(number);
  if (!Number.isSafeInteger(id)) return null;
  if (kind === "user" || kind === "patient") return <TargetPerson id={id} />;
  if (kind === "appointment")
    return (
      <Link to="/visits/$id" params={{ id }}>
        {t("visit", { id })}
      </Link>
    );
  return null;
}

/** The log names people by id, so that erasing a person leaves it whole; names are looked up here. */
function TargetPerson({ id }: { id: number }) {
  const { t } = useTranslation("activity");
  const person = useQuery({ ...personQuery(id), staleTime: 5 * 60_000 }).data;
  return (
    <Link to="/people/$id" params={{ id }}>
      <bdi>{person?.full_name ?? t("person", { id })}</bdi>
    </Link>
  );
}
