import type { Answer, Answers, Row } from "./visitors";

/** Addresses of the public log, outside of languages and /api: everybody's. */
export function logRows(all: (answer: Answer) => Answers): Row[] {
  const row = (route: string, path: string, answer: Answer): Row => ({ route, method: "GET", path, answers: all(answer) });
  return [
    row("/log", "/log", "/zh-Hans/log"),
    row("/log/checkpoint", "/log/checkpoint", 200),
    row("/log/vkey", "/log/vkey", 200),
    row("/log/rulings/[number]", "/log/rulings/{ruling}", 200),
    row("/log/rulings/[number]", "/log/rulings/2019-99999", 404),
    row("/log/tile/[...path]", "/log/tile/0/000", 200),
    row("/log/tile/[...path]", "/log/tile/entries/000", 200),
    row("/log/tile/[...path]", "/log/tile/0/x999/000", 404),
  ];
}
