import type { ComplaintFact } from "./dataset";

/** Of complaints that are the same the first received, in the order of day and id. */
export function distinctComplaints(complaints: readonly ComplaintFact[]): ComplaintFact[] {
  const first = new Map<string, ComplaintFact>();
  for (const complaint of complaints) {
    const before = first.get(complaint.distinctKey);
    if (!before || isBefore(complaint, before)) first.set(complaint.distinctKey, complaint);
  }
  return complaints.filter((complaint) => first.get(complaint.distinctKey) === complaint);
}

function isBefore(a: ComplaintFact, b: ComplaintFact): boolean {
  return a.receivedOn < b.receivedOn || (a.receivedOn === b.receivedOn && a.id < b.id);
}
