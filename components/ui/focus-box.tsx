"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** An alert that takes the focus when it appears, so that nobody is left at the foot of the page. */
export function FocusBox({ children, className, focus }: { children: ReactNode; className?: string; focus: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
