/** Country codes of two digits that a clinic here is likely to meet; all others are taken as three, +1 and +7 as one. */
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "2547858523627" is stored, "+254 785 852 3627" is shown. */
export function formatPhone(digits: string): string {
  if (!/^\d{8,15}$/.test(digits)) return digits;
  const code = /^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
  const rest = digits.slice(code).replace(/(\d{3})(?=\d{3})/g, "$1 ");
  return `+${digits.slice(0, code)} ${rest}`;
}
