/**
 * The one value of that name in this process. Pages, route handlers and start-up are bundled apart, each with a copy of every module: what is large or
 * must be shared (facets of all cases, search, dictionaries) would be held three times, and warming it at the start would warm the wrong one.
 */
export function onceAProcess<T>(name: string, make: () => T): T {
  const all = globalThis as unknown as { answeredOnce?: Map<string, unknown> };
  all.answeredOnce ??= new Map();
  if (!all.answeredOnce.has(name)) all.answeredOnce.set(name, make());
  return all.answeredOnce.get(name) as T;
}
