import { type DraftAnswers, type FilingStep, STEP_FIELDS } from "@/domain/filing";

/**
 * What was typed on each page since this tab was opened. A page that the browser brings back from its memory shows what the server knew
 * then; this is newer. Also kept in the tab's own storage while saving fails, so that a reload loses nothing.
 */
const typed = new Map<FilingStep, DraftAnswers>();
const storageKey = (step: FilingStep) => `filing-${step}`;

export function remember(step: FilingStep, answers: DraftAnswers, saved: boolean): void {
  typed.set(step, answers);
  try {
    if (saved) sessionStorage.removeItem(storageKey(step));
    else sessionStorage.setItem(storageKey(step), JSON.stringify(answers));
  } catch {
    return;
  }
}

/** Newer than the page, or null. `unsaved`: it has not reached the server. */
export function recall(step: FilingStep): { answers: DraftAnswers; unsaved: boolean } | null {
  try {
    const kept = sessionStorage.getItem(storageKey(step));
    if (kept) return { answers: JSON.parse(kept) as DraftAnswers, unsaved: true };
  } catch {
    return null;
  }
  const answers = typed.get(step);
  return answers ? { answers, unsaved: false } : null;
}

/** After a complaint was filed or thrown away. */
export function forgetTyped(): void {
  typed.clear();
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("filing-")) sessionStorage.removeItem(key);
  } catch {
    return;
  }
}

/** The fields of a page as they stand in its form. */
export function readFields(step: FilingStep, form: HTMLFormElement): DraftAnswers {
  const data = new FormData(form);
  return Object.fromEntries(
    STEP_FIELDS[step].map((field) => {
      const values = data.getAll(field).filter((value): value is string => typeof value === "string");
      return field.endsWith("[]") ? [field.slice(0, -2), values] : [field, values[0] ?? ""];
    }),
  );
}

/** Puts answers back into a form that shows older ones. */
export function writeFields(step: FilingStep, form: HTMLFormElement, answers: DraftAnswers): void {
  for (const field of STEP_FIELDS[step]) {
    const value = answers[field.replace("[]", "")] ?? "";
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`)) {
      if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio"))
        control.checked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      else if (typeof value === "string" && control.value !== value) {
        control.value = value;
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  }
}
