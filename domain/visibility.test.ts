import { describe, expect, it } from "vitest";
import type { Actor } from "./actors";
import { type EvidenceCase, mayReadDraftFile, mayReadEvidence } from "./visibility";

const given = new Set(["share_with_company"]);
const of = (more: Partial<EvidenceCase> = {}): EvidenceCase => ({
  id: "c1",
  userId: "u1",
  companyId: "k1",
  served: true,
  consents: given,
  ...more,
});
const theirs = { side: "complainant" };
const own = { side: "company" };
const company: Actor = { role: "company", userId: "x", companyId: "k1" };

describe("who may read a file of a case", () => {
  it.each([
    ["the complainant with an account", { role: "complainant", userId: "u1" }, theirs, of(), true],
    ["the complainant with a receipt", { role: "complainant", complaintId: "c1" }, theirs, of({ userId: null }), true],
    ["another complainant", { role: "complainant", userId: "u2", complaintId: "c2" }, theirs, of(), false],
    ["a person without account at a case without account", { role: "complainant" }, theirs, of({ userId: null }), false],
    ["an officer", { role: "officer", userId: "o" }, theirs, of(), true],
    ["a supervisor", { role: "supervisor", userId: "s" }, theirs, of(), true],
    ["the company with consent, served", company, theirs, of(), true],
    ["the company without consent", company, theirs, of({ consents: new Set() }), false],
    ["the company before service", company, theirs, of({ served: false }), false],
    ["the company its own file without consent", company, own, of({ consents: new Set() }), true],
    ["another company", { role: "company", companyId: "k2" }, own, of(), false],
    ["the holder of a one-time link", { role: "company", companyId: "k1", complaintId: "c1" }, theirs, of(), true],
    ["the holder of a link to another case", { role: "company", companyId: "k1", complaintId: "c2" }, theirs, of(), false],
    ["a company's user without company", { role: "company" }, own, of({ companyId: null }), false],
    ["an admin", { role: "admin", userId: "a" }, theirs, of(), false],
    ["an editor", { role: "editor", userId: "e" }, theirs, of(), false],
    ["the public", { role: "public" }, theirs, of(), false],
    ["the clocks", { role: "system" }, theirs, of(), false],
  ] as const)("%s", (_who, actor, file, which, may) => {
    expect(mayReadEvidence(actor as Actor, file, which)).toBe(may);
  });
});

it("gives files of a draft to its holder alone, and those of a case to nobody this way", () => {
  expect(mayReadDraftFile("d1", { draftId: "d1", complaintId: null })).toBe(true);
  expect(mayReadDraftFile("d1", { draftId: "d2", complaintId: null })).toBe(false);
  expect(mayReadDraftFile(null, { draftId: null, complaintId: null })).toBe(false);
  expect(mayReadDraftFile("d1", { draftId: "d1", complaintId: "c1" })).toBe(false);
});
