// @ts-check
// Plain JavaScript, because the web server (script/web.mjs) reads it without anything that knows types.

/** The fields of `statisticsQuery` (app/_server/statistics-view.ts); a test holds them together. */
export const STATISTICS_CHOICES = ["measure", "by", "sector", "company", "clause", "channel", "group", "from", "to"];

const STATISTICS = /^(\/(?:zh-Hans|zh-Hant|en)\/statistics)\?(.*)$/;

/**
 * The address by which the pages know what was asked for. The statistics as they are first seen are kept ready; only a choice in the address is
 * counted for its reader. A rule of Next.js would be read for every page there is.
 * @param {string} asked path and query
 */
export function addressWithin(asked) {
  const [, path, query = ""] = STATISTICS.exec(asked) ?? [];
  if (!path) return asked;
  const given = new URLSearchParams(query);
  return STATISTICS_CHOICES.some((key) => given.has(key)) ? `${path}/chosen?${query}` : asked;
}
