"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { enterAsDemo } from "./actions";

export interface DemoRole {
  key: string;
  /** Role, with the company where it is one's. */
  role: string;
  name: string;
  does: string;
}

/** Every role of the demo, one click each: the whole row is the button. */
export function DemoRoles({ roles, next }: { roles: DemoRole[]; next?: string }) {
  const t = useTranslations("people.signIn");
  return (
    <ActionForm action={enterAsDemo} prefix="demo-" className="grid">
      {({ pending }) => (
        <>
          <input type="hidden" name="next" value={next ?? ""} />
          <ul>
            {roles.map(({ key, role, name, does }) => (
              <li key={key} className="hair-b">
                <button
                  type="submit"
                  name="key"
                  value={key}
                  aria-disabled={pending}
                  className="group grid w-full cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-5 py-3 text-left wide:grid-cols-[176px_88px_minmax(0,1fr)_auto]"
                >
                  <b className="font-serif text-h3 group-hover:underline">{role}</b>
                  <span className="row-start-2 text-small text-ink-2 wide:row-start-auto">{name}</span>
                  <span className="col-span-2 text-small text-ink-2 wide:col-span-1">{does}</span>
                  <span className="col-start-2 row-start-1 text-small whitespace-nowrap text-act underline wide:col-start-auto wide:row-start-auto">
                    {t("demoEnter")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </ActionForm>
  );
}
