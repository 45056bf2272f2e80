import type { Role } from "@/domain/actors";

export interface DemoPerson {
  /** What the one-click sign-in sends. */
  readonly key: string;
  /** Fixed, so that fixtures and stories may name the person. */
  readonly id: string;
  readonly role: Exclude<Role, "public" | "system">;
  readonly name: string;
  readonly email: string;
  readonly companySlug?: string;
}

const id = (n: number) => `0199c0de-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Who one may be in the demo. All invented; the addresses end in the reserved `.example`. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: "complainant", id: id(1), role: "complainant", name: "程晓禾", email: "cheng.xiaohe@answered.example" },
  {
    key: "company-bozhou",
    id: id(11),
    role: "company",
    name: "贺知舟",
    email: "he.zhizhou@bozhou.example",
    companySlug: "bozhou",
  },
  {
    key: "company-jingge",
    id: id(12),
    role: "company",
    name: "林听澜",
    email: "lin.tinglan@jingge.example",
    companySlug: "jingge",
  },
  { key: "officer-zhou", id: id(21), role: "officer", name: "周启明", email: "zhou.qiming@answered.example" },
  { key: "officer-xu", id: id(22), role: "officer", name: "许青岚", email: "xu.qinglan@answered.example" },
  { key: "supervisor", id: id(31), role: "supervisor", name: "韩立行", email: "han.lixing@answered.example" },
  { key: "officer-he", id: id(23), role: "officer", name: "何念慈", email: "he.nianci@answered.example" },
  { key: "supervisor-su", id: id(32), role: "supervisor", name: "苏明远", email: "su.mingyuan@answered.example" },
  { key: "editor", id: id(41), role: "editor", name: "顾言之", email: "gu.yanzhi@answered.example" },
  { key: "publisher", id: id(51), role: "publisher", name: "沈澄", email: "shen.cheng@answered.example" },
  { key: "admin", id: id(61), role: "admin", name: "陆平野", email: "lu.pingye@answered.example" },
];

/** The person of a key, or null. */
export function demoPerson(key: string): DemoPerson | null {
  return DEMO_PEOPLE.find((person) => person.key === key) ?? null;
}
