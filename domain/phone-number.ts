/**
 * A telephone number as typed, in the form it is stored: mainland mobile ("13800138000") and landline with area code ("02161234567"),
 * service lines ("4008001234"), others with "+" and country code. Null when nobody could be reached on it.
 */
export function readPhone(typed: string): string | null {
  const bare = typed.normalize("NFKC").replace(/[\s\-()—–.·]/g, "");
  const local = bare.replace(/^(\+|00)86/, "");
  if (/^1[3-9]\d{9}$/.test(local)) return local;
  if (/^0\d{2,3}[2-9]\d{6,7}$/.test(local)) return local;
  if (/^[48]00\d{7}$/.test(local)) return local;
  const abroad = bare.replace(/^00/, "+");
  return /^\+[1-9]\d{6,14}$/.test(abroad) && !abroad.startsWith("+86") ? abroad : null;
}
