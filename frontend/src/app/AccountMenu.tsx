import { useTranslation } from "react-i18next";
import { signOut } from "../api/sign-out";
import type { User } from "../api/types";
import { IconLogout, IconUser } from "../ui/Icons";
import { Menu, MenuItem, MenuLink } from "../ui/Menu";
import { Monogram } from "../ui/Monogram";
import styles from "./Shell.module.css";

export function AccountMenu({ me }: { me: User }) {
  const { t } = useTranslation();
  return (
    <Menu
      label={t("account.menu")}
      face={<Monogram name={me.full_name} picture={me.profile_pic} size={36} />}
      className={styles.tool}
      head={
        <>
          <bdi>{me.full_name}</bdi>
          <small>{t(`role.${me.role}`)}</small>
        </>
      }
    >
      <MenuLink to="/profile" icon={<IconUser aria-hidden />}>
        {t("account.profile")}
      </MenuLink>
      <MenuItem icon={<IconLogout aria-hidden />} onClick={() => void signOut()}>
        {t("account.signOut")}
      </MenuItem>
    </Menu>
  );
}
