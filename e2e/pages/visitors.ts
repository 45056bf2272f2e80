/** Who knocks: the roles of RULES §2, a second company, and the holder of the receipt of the case `bozhou`. */
export const VISITORS = {
  public: "public",
  complainant: "complainant",
  receipt: "public",
  company: "company-bozhou",
  jingge: "company-jingge",
  officer: "officer-zhou",
  supervisor: "supervisor",
  editor: "editor",
  publisher: "publisher",
  admin: "admin",
} as const;
export type Visitor = keyof typeof VISITORS;
const ALL = Object.keys(VISITORS) as Visitor[];

/** A status, "sign-in" (led there), or the beginning of the path it leads to. */
export type Answer = number | "sign-in" | (string & {});
export type Answers = Readonly<Record<Visitor, Answer>>;

export interface Row {
  /** As the folder says it, groups left out: "/[locale]/rulings/[number]". */
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  /** Names of examples stand in braces. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

export const all = (answer: Answer): Answers => Object.fromEntries(ALL.map((visitor) => [visitor, answer])) as unknown as Answers;
/** In for some; the others find nothing, and whoever has no account is asked to sign in. */
export const only = (...visitors: Visitor[]): Answers => ({
  ...all(404),
  public: "sign-in",
  receipt: "sign-in",
  ...Object.fromEntries(visitors.map((visitor) => [visitor, 200])),
});
export const page = (route: string, path: string, answers: Answers): Row => ({
  route: `/[locale]${route}`,
  method: "GET",
  path: `/zh-Hans${path}`,
  answers,
});
export const handler = (route: string, method: Row["method"], path: string, answers: Answers): Row => ({
  route: `/api${route}`,
  method,
  path: `/api${path}`,
  answers,
});
/** A public page whose address is its folder. */
export const open = (route: string): Row => page(route, route, all(200));
