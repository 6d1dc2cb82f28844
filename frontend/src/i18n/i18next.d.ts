import "i18next";
import type everyone from "./locales/en";
import type staff from "./locales/en-staff";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof everyone & typeof staff;
  }
}
