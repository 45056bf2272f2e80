import { type Candidate, candidate } from "./candidate";

const WORDS = "(?:[A-Z][A-Za-z']+ ){1,4}";
const ROAD =
  "(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Highway|Drive|Terrace|Path|Crescent|Square|Plaza)\\b\\.?(?: (?:East|West|North|South|Central)\\b)?";
const PLACES = "(?:, ?(?:[A-Z][a-z'][A-Za-z']*(?: [A-Z][a-z'][A-Za-z']*){0,2}|PRC|HK|NT|SAR)(?![A-Za-z]))*";
const UNIT = "(?:Room|Rm\\.?|Unit|Apt\\.?|Apartment|Flat|Suite|Shop|House|Villa) ?#?\\w{1,6}(?:-\\w{1,5}){0,2}";
const FLOOR = "(?:Floor \\d{1,3}|G\\/F|\\d{1,3}(?:st|nd|rd|th)? ?(?:Floor|\\/F|F))";
const BLOCK = "(?:Building|Block|Tower|Bldg\\.?) \\w{1,4}";
const LANE = "(?:Lane|Alley|Section|Sec\\.?) \\d{1,5}";
const HOUSE =
  "(?:Building|Bldg\\.?|Tower|Mansion|Court|House|Gardens?|Centre|Center|Villas?|Estate|Compound|Apartments?|Residences?)";

// A road with its number, or with the lane it is counted from; or a flat in a compound, counted as it is in Chinese: 5-2-1101, Rose Garden.
const CORE = new RegExp(
  `(?:No\\.? ?)?\\d{1,5}(?:-\\d{1,4})?[A-Z]?,? ${WORDS}${ROAD}(?:, ?${UNIT})?${PLACES}|${LANE},? ${WORDS}${ROAD}(?:, ?${UNIT})?${PLACES}|(?<![\\d-])\\d{1,3}-\\d{1,2}-\\d{3,4}, ?${WORDS}${HOUSE}${PLACES}`,
  "g",
);
// What stands before a road in the same address, each with its comma.
const BEFORE = new RegExp(`(?:${UNIT}|${FLOOR}|${BLOCK}|${LANE}|No\\.? ?\\d{1,5}|${WORDS}${HOUSE}),? ?$`);

/** Addresses in English: a road with a number, and the floors, blocks and lanes named before it. */
export function englishAddresses(text: string): Candidate[] {
  return [...text.matchAll(CORE)].map((match) => {
    let start = match.index;
    for (let steps = 0; steps < 6; steps++) {
      const part = BEFORE.exec(text.slice(Math.max(0, start - 48), start))?.[0];
      if (!part) break;
      start -= part.length;
    }
    return candidate("ADDRESS", "house_number", start, match.index + match[0].trimEnd().length, 30);
  });
}
