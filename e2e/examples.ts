import { DEMO_PEOPLE } from "@/db/seed/demo-people";
import { dialPlanRows } from "@/db/seed/dial-tests";
import { drawPlan } from "@/domain/dial-tests/plan";
import { portalDatabase } from "./fixtures";

/** One of each thing of the demo, to put into addresses. References, ids and slugs. */
interface Named {
  /** A case of the demo's complainant. */
  readonly own: string;
  /** Served cases of the two companies of the demo that have accounts, neither filed by that complainant. */
  readonly bozhou: string;
  readonly jingge: string;
  /** Evidence in `bozhou` that its complainant lets the company see, and the same for `jingge`. */
  readonly bozhouFile: string;
  readonly jinggeFile: string;
  /** A picture handed in with a case that is neither of those companies' nor that complainant's. */
  readonly picture: string;
  readonly ruling: string;
  readonly quarter: string;
  readonly version: string;
  /** Ids of that report and of a case study in it. */
  readonly report: string;
  readonly study: string;
  readonly person: string;
  /** A contact of the running quarter's draw that nobody made yet, and a test that was made. */
  readonly contact: string;
  readonly dialTest: string;
  /** A special check. */
  readonly check: string;
}

/** What the demo does not hold is missing. */
export type Examples = { readonly [name in keyof Named]: string | undefined };

type One = Record<string, string>;

export async function examples(): Promise<Examples> {
  const sql = portalDatabase();
  const complainant = DEMO_PEOPLE.find((person) => person.key === "complainant")?.id ?? "";
  const caseOf = async (slug: string) => {
    const [row] = await sql<One[]>`
      select c.reference, e.id as file from complaints c
      join companies o on o.id = c.company_id and o.slug = ${slug}
      join evidence_files e on e.complaint_id = c.id and e.side = 'complainant'
      join consents k on k.complaint_id = c.id and k.kind = 'share_with_company' and k.withdrawn_at is null
      where c.served_at is not null and c.user_id is distinct from ${complainant}
      order by c.reference limit 1`;
    return row ?? {};
  };
  try {
    const [own] = await sql<One[]>`
      select reference from complaints where user_id = ${complainant} order by reference limit 1`;
    const [ruling] = await sql<One[]>`select number from published_rulings order by number limit 1`;
    const [report] = await sql<One[]>`
      select id, quarter, version from reports where state = 'published' order by quarter desc limit 1`;
    const [study] = await sql<One[]>`select id from case_studies where report_id = ${report?.id ?? null} limit 1`;
    const [bozhou, jingge] = [await caseOf("bozhou"), await caseOf("jingge")];
    const [picture] = await sql<One[]>`
      select e.id from evidence_files e
      join complaints c on c.id = e.complaint_id and c.user_id is distinct from ${complainant}
      join companies o on o.id = c.company_id and o.slug not in ('bozhou', 'jingge')
      where e.side = 'complainant' and e.kind = 'image' and e.status = 'received' order by e.id limit 1`;
    const made = await sql<One[]>`select contact_key as key, id from dial_tests where voided_at is null`;
    const closed = await sql<One[]>`select contact_key as key from dial_contacts_closed`;
    const gone = new Set([...made, ...closed].map((row) => row.key));
    const plan = dialPlanRows().at(-1);
    const contacts = plan ? drawPlan(plan.quarter, plan.seed, plan.panel) : [];
    const [check] = await sql<One[]>`select number from special_checks order by number limit 1`;
    const found = {
      contact: contacts.find((one) => !gone.has(one.key))?.key,
      dialTest: made[0]?.id,
      check: check?.number,
      own: own?.reference,
      bozhou: bozhou.reference,
      bozhouFile: bozhou.file,
      picture: picture?.id,
      jingge: jingge.reference,
      jinggeFile: jingge.file,
      ruling: ruling?.number,
      quarter: report?.quarter,
      version: report?.version,
      report: report?.id,
      study: study?.id,
      person: DEMO_PEOPLE.find((person) => person.key === "officer-zhou")?.id,
    };
    return found;
  } finally {
    await sql.end();
  }
}
