import { useTranslation } from "react-i18next";
import type { Gender } from "../../api/types";
import { SelectField } from "../../ui/SelectField";

const GENDERS: Gender[] = ["female", "male", "other", "undisclosed"];

type Props = {
  id?: string;
  name?: string;
  value: Gender | "";
  error?: string | undefined;
  onChange: (gender: Gender) => void;
};

export function GenderField(props: Props) {
  const { t } = useTranslation(["auth", "common"]);
  const options = GENDERS.map((value) => ({ value, label: t(`common:gender.${value}`) }));
  return (
    <SelectField
      label={t("field.gender")}
      placeholder={t("common:field.choose")}
      options={options}
      {...props}
    />
  );
}
