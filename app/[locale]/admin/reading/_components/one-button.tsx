"use client";

import type { FormState } from "@/components/form-state";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";

/** A form of one button. `about`: what it acts on, for those who listen. */
export function OneButton({
  action,
  hidden,
  words,
  about,
}: {
  action: (previous: FormState, data: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  words: string;
  about?: string;
}) {
  return (
    <ActionForm action={action} prefix={about ?? ""} className="inline-grid gap-2">
      {({ pending }) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind={about ? "link" : "plain"} busy={pending}>
            {words}
            {about && <span className="sr-only">{about}</span>}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
