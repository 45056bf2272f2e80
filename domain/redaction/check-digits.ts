const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);

/** Check digit of an 18-digit identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function hasIdCheckDigit(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return "10X98765432"[sum % 11] === id[17]?.toUpperCase();
}

/** Check digit of an identity number of Taiwan: the letter counts as two digits, in the order the counties were numbered. */
export function hasTaiwanCheckDigit(id: string): boolean {
  const letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(id.charAt(0)) + 10;
  const sum = [...id.slice(1)].reduce((total, digit, i) => total + Number(digit) * Math.max(1, 8 - i), 0);
  return letter >= 10 && (Math.floor(letter / 10) + (letter % 10) * 9 + sum) % 10 === 0;
}

/** Does an identity number begin with a province and hold a day of birth that exists? 15 digits (born 19xx) or 18. */
export function hasIdShape(id: string): boolean {
  const born = id.length === 15 ? `19${id.slice(6, 12)}` : id.slice(6, 14);
  const [year, month, day] = [Number(born.slice(0, 4)), Number(born.slice(4, 6)), Number(born.slice(6, 8))];
  if (!PROVINCES.has(id.slice(0, 2)) || year < 1900 || year > 2099 || month < 1 || month > 12) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Luhn's check over all digits (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** Does a number begin and measure like one of a card network in use here: UnionPay, Visa, Mastercard, JCB, Amex, Diners. */
export function hasIssuer(digits: string): boolean {
  const size = digits.length;
  if (/^(62|81|60[0-9]|64|65|9558|955880)/.test(digits)) return size >= 16 && size <= 19;
  if (/^4/.test(digits)) return size === 13 || size === 16 || size === 19;
  if (/^(5[1-5]|2[2-7]|35)/.test(digits)) return size === 16;
  if (/^3[47]/.test(digits)) return size === 15;
  return /^3[068]/.test(digits) && size === 14;
}
