/** Quarter and version as they stand in addresses: 2026Q2, v1.1. */
export interface ReportAddress {
  readonly quarter: string;
  readonly version: string;
}

/** Reads them, or null where they are none. */
export function reportAddress(quarter: string, version: string): ReportAddress | null {
  const number = /^v(\d{1,3}\.\d{1,3})$/.exec(version)?.[1];
  return isQuarter(quarter) && number ? { quarter, version: number } : null;
}

export function isQuarter(value: string): boolean {
  return /^20\d{2}Q[1-4]$/.test(value);
}

/** Where the data of a version lie, without a slash at the end. */
export function reportDataPath({ quarter, version }: ReportAddress): string {
  return `/api/v1/reports/${quarter}/v${version}`;
}
