/** Recovery codes as they are given out, for writing down: two columns of four. */
export function RecoveryCodes({ codes, label }: { codes: readonly string[]; label: string }) {
  return (
    <ol aria-label={label} className="grid max-w-phone grid-cols-2 gap-x-8 border-y-2 border-ink py-3 font-medium">
      {codes.map((code) => (
        <li key={code} className="py-1 text-lead whitespace-nowrap" translate="no">
          {code}
        </li>
      ))}
    </ol>
  );
}
