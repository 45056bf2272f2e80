import { ScrollRegion } from "./table";

/** Commands and answers to copy, as they are typed; scrolls by key where it is wider than the page. */
export function CodeLines({ label, children, className = "" }: { label?: string; children: string; className?: string }) {
  return (
    <ScrollRegion label={label} className={`bg-paper-2 ${className}`}>
      <pre className="w-max min-w-full px-3 py-2 text-small">
        <code>{children}</code>
      </pre>
    </ScrollRegion>
  );
}
