import { Fragment } from "react";

const ADDRESS = /(https?:\/\/[^\s，。；）)]+)/;

/** A letter as it was written; addresses can be followed, those of the portal wherever it is reached. */
export function LetterText({ text, origin }: { text: string; origin: string }) {
  return (
    <p className="max-w-measure whitespace-pre-line wrap-anywhere">
      {text.split(ADDRESS).map((part, i) => {
        const key = `${i}${part}`;
        if (i % 2 === 0) return <Fragment key={key}>{part}</Fragment>;
        const href = part.startsWith(`${origin}/`) ? part.slice(origin.length) : part;
        return (
          <a key={key} href={href} rel="noreferrer">
            {part}
          </a>
        );
      })}
    </p>
  );
}
