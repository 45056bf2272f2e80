import { useTranslations } from "next-intl";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { StateMark } from "@/components/case/marks";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { Phrases } from "@/components/ui/phrases";
import type { ComplaintRow } from "@/db/queries/cases";
import type { CompanyDuty } from "@/domain/company-duties";
import { dayOf } from "@/domain/day";
import type { State } from "@/domain/procedure";
import { Matter, useMatter } from "../../desk/_components/matter";

/** A case in the company's list: what it is about, where it stands, and what the company owes next with its deadline. */
export function CaseLine({ row, duties = [] }: { row: ComplaintRow; duties?: readonly CompanyDuty[] }) {
  const t = useTranslations("companyPortal");
  const [next, ...more] = duties;
  return (
    <li className="hair-b grid items-start gap-x-8 gap-y-3 py-4 wide:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="grid gap-1">
        <LocalLink href={`/company/cases/${row.reference}`} className="font-medium">
          <Matter facts={{ ...row, narrative: null }} most={2} />
        </LocalLink>
        <p className="flex flex-wrap gap-x-5 text-small text-ink-2">
          <span>{row.reference}</span>
          {row.servedAt && (
            <span>
              {t("servedOn")} <DateText day={dayOf(row.servedAt)} form="date" />
            </span>
          )}
          <StateMark state={row.state as State} />
        </p>
      </div>
      {next && (
        <div className="grid gap-2">
          <DeadlineMark clock={next.clock} label={t(`duty.${next.kind}`)} how={false} />
          {more.length > 0 && (
            <p className="text-small text-ink-2">
              {t("alsoOwed", { what: more.map((d) => t(`duty.${d.kind}`)).join(t("comma")) })}
            </p>
          )}
        </div>
      )}
    </li>
  );
}

/** What a case is about as a heading: never in the complainant's own words, which need consent. */
export function CaseTitle({ row }: { row: ComplaintRow }) {
  return <Phrases text={useMatter()({ ...row, narrative: null }, 2)} />;
}
