import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveSession, sessionsOf } from "@/db/queries/sessions";
import { adminEvents, mails, sessions, users } from "@/db/schema";
import { totpSecretFor } from "@/platform/one-time-code";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { changePassword } from "./change-password";
import { changeRole } from "./change-role";
import { checkSignIn, SIGN_IN_LIMITS } from "./check-sign-in";
import { disablePerson, enablePerson } from "./disable-person";
import { endOtherSessions, endSession } from "./end-sessions";
import { invitePerson } from "./invite-person";
import { renewAccess } from "./renew-access";
import { revokeInvitation } from "./revoke-invitation";
import { codeAt, later, NOW, openSignInBench, PASSWORD, type SignInBench, waiting } from "./sign-in.fixture";
import { startSession } from "./start-session";

let bench: SignInBench;
beforeAll(async () => {
  bench = await openSignInBench();
});
afterAll(() => bench.close());

const refused = (code: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const enter = (email: string, code: string, at: Date, password = PASSWORD, network = "192.0.2.1") =>
  checkSignIn({ email, password, code, network }, NOW, at);

describe("an invitation", () => {
  it("is used once, by whoever proves the second factor", async () => {
    const { invitationId, token } = await invitePerson(
      bench.admin,
      { email: "once@answered.example", name: "", role: "officer", locale: "en" },
      NOW,
    );
    const code = codeAt(totpSecretFor(invitationId), NOW);
    const input = { token, name: "One Person", password: PASSWORD, code };
    await expect(acceptInvitation({ ...input, code: "000000" }, NOW, NOW)).rejects.toEqual(refused("invalid", { field: "code" }));
    await expect(acceptInvitation({ ...input, password: "short" }, NOW, NOW)).rejects.toEqual(
      refused("invalid", { field: "password" }),
    );
    await expect(acceptInvitation({ ...input, password: "once is my password" }, NOW, NOW)).rejects.toEqual(
      refused("invalid", { message: "passwordGuessable" }),
    );
    expect((await readInvitation(token, NOW))?.state).toBe("open");
    const results = await Promise.allSettled([acceptInvitation(input, NOW, NOW), acceptInvitation(input, NOW, NOW)]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    expect((await readInvitation(token, NOW))?.state).toBe("used");
    await expect(acceptInvitation(input, NOW, NOW)).rejects.toEqual(refused("already_done"));
  });

  it("ends after seven days, when it is taken back, and when a newer one replaces it", async () => {
    const wish = { email: "late@answered.example", name: "", role: "editor", locale: "en" };
    const first = await invitePerson(bench.admin, wish, NOW);
    const second = await invitePerson(bench.admin, wish, NOW);
    expect((await readInvitation(first.token, NOW))?.state).toBe("ended");
    expect(await waiting(bench, wish.email)).toBe(1);
    expect((await readInvitation(second.token, later(7 * 86_400)))?.state).toBe("ended");
    await revokeInvitation(bench.admin, second.invitationId, NOW);
    expect((await readInvitation(second.token, NOW))?.state).toBe("ended");
    expect(await readInvitation("made up", NOW)).toBeNull();
  });

  it("comes from administrators only, for addresses without an account, to registered companies", async () => {
    const wish = { email: "x@answered.example", name: "", role: "officer", locale: "en" };
    await expect(invitePerson({ role: "supervisor", userId: bench.admin.userId ?? "" }, wish, NOW)).rejects.toEqual(
      refused("forbidden"),
    );
    await expect(invitePerson(bench.admin, { ...wish, email: "admin@answered.example" }, NOW)).rejects.toEqual(
      refused("invalid", { message: "emailTaken" }),
    );
    await expect(invitePerson(bench.admin, { ...wish, role: "complainant" }, NOW)).rejects.toEqual(
      refused("invalid", { field: "role" }),
    );
    await expect(invitePerson(bench.admin, { ...wish, role: "company", companyId: "nonsense" }, NOW)).rejects.toEqual(
      refused("invalid", { field: "companyId" }),
    );
  });

  it("writes a letter in the language chosen, without a name in its subject", async () => {
    await invitePerson(
      bench.admin,
      { email: "letter@answered.example", name: "Lee Person", role: "supervisor", locale: "en" },
      NOW,
    );
    const [letter] = await bench.test.db.select().from(mails).where(eq(mails.to, "letter@answered.example"));
    expect(letter?.subject).toBe("Please set up your account");
    expect(letter?.body).toMatch(/a supervisor.*\/en\/invite\//s);
  });
});

describe("signing in with password and code", () => {
  it("takes a code once", async () => {
    const person = await bench.enrol("totp@answered.example");
    // The code that proved the set-up is spent.
    await expect(enter(person.email, codeAt(person.secret, NOW), NOW)).rejects.toEqual(refused("invalid", { message: "signIn" }));
    const soon = later(60);
    const code = codeAt(person.secret, soon);
    const tries = await Promise.allSettled([enter(person.email, code, soon), enter(person.email, code, soon)]);
    expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
    await expect(enter(person.email, code, later(61))).rejects.toEqual(refused("invalid"));
    expect(await enter(person.email.toUpperCase(), codeAt(person.secret, later(120)), later(120))).toEqual({
      id: person.id,
      role: "officer",
    });
  });

  it("takes a recovery code once, and tells the owner", async () => {
    const person = await bench.enrol("spare@answered.example");
    const [spare = ""] = person.codes;
    expect((await enter(person.email, spare.toUpperCase().replaceAll("-", ""), NOW)).id).toBe(person.id);
    await expect(enter(person.email, spare, NOW)).rejects.toEqual(refused("invalid", { message: "signIn" }));
    const letters = await bench.test.db.select().from(mails).where(eq(mails.to, person.email));
    expect(letters.map((l) => l.template)).toContain("recovery_code_used");
  });

  it("answers the same for whatever is wrong", async () => {
    const person = await bench.enrol("same@answered.example");
    const good = codeAt(person.secret, later(60));
    const gone = await bench.enrol("gone@answered.example");
    await disablePerson(bench.admin, gone.id, NOW);
    await bench.test.db.insert(users).values({ email: "consumer@answered.example", role: "complainant" });
    const wrong = [
      () => enter("nobody@answered.example", good, later(60)),
      () => enter("not an address", good, later(60)),
      () => enter(person.email, good, later(60), "wrong password"),
      () => enter(person.email, "000000", later(60)),
      () => enter(person.email, "aaaa-bbbb-cccc", later(60)),
      () => enter(gone.email, codeAt(gone.secret, later(60)), later(60)),
      () => enter("consumer@answered.example", good, later(60)),
    ];
    for (const attempt of wrong) await expect(attempt()).rejects.toEqual(refused("invalid", { message: "signIn" }));
    // A wrong password has not used the code up.
    expect((await enter(person.email, good, later(60))).id).toBe(person.id);
  });

  it("stops guessing at one account from one network, and lets the owner in from another", async () => {
    const person = await bench.enrol("guess@answered.example");
    const { max } = SIGN_IN_LIMITS.accountFromNetwork;
    for (let n = 0; n < max; n += 1)
      await expect(enter(person.email, "000000", NOW, "guess", "203.0.113.9")).rejects.toEqual(refused("invalid"));
    const code = codeAt(person.secret, later(60));
    await expect(enter(person.email, code, later(60), PASSWORD, "203.0.113.9")).rejects.toEqual(
      refused("limit_reached", { message: "tooMany" }),
    );
    expect((await enter(person.email, code, later(60), PASSWORD, "198.51.100.4")).id).toBe(person.id);
  });
});

describe("sessions", () => {
  const start = (id: string) => startSession({ id, role: "officer" }, "Mozilla/5.0 (iPhone) Safari/604");

  it("die with the account, at once", async () => {
    const person = await bench.enrol("dies@answered.example");
    const session = await start(person.id);
    expect(await liveSession(bench.test.db, session)).toMatchObject({ userId: person.id, role: "officer" });
    await disablePerson(bench.admin, person.id, NOW);
    expect(await liveSession(bench.test.db, session)).toBeNull();
    await enablePerson(bench.admin, person.id, NOW);
    expect(await liveSession(bench.test.db, session)).toBeNull();
  });

  it("are listed and ended by their owner only", async () => {
    const [one, other] = [await bench.enrol("own@answered.example"), await bench.enrol("other@answered.example")];
    const [here, there, foreign] = [await start(one.id), await start(one.id), await start(other.id)];
    const actor = { role: "officer", userId: one.id } as const;
    expect((await sessionsOf(bench.test.db, one.id)).map((s) => s.device)).toEqual(["Safari · iPhone", "Safari · iPhone"]);
    await expect(endSession(actor, foreign)).rejects.toEqual(refused("not_found"));
    expect(await endOtherSessions(actor, here)).toBe(1);
    expect(await liveSession(bench.test.db, there)).toBeNull();
    expect(await liveSession(bench.test.db, here)).not.toBeNull();
    expect(await liveSession(bench.test.db, foreign)).not.toBeNull();
  });

  it("run out by real time, whatever the portal's clock says", async () => {
    const person = await bench.enrol("ends@answered.example");
    const session = await start(person.id);
    await bench.test.db
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.id, session));
    expect(await liveSession(bench.test.db, session)).toBeNull();
  });

  it("end elsewhere when the password changes, and everywhere when the role does", async () => {
    const person = await bench.enrol("change@answered.example");
    const [here, there] = [await start(person.id), await start(person.id)];
    const actor = { role: "officer", userId: person.id } as const;
    await expect(
      changePassword(actor, { current: "not it", next: "another good sentence", sessionId: here }, NOW),
    ).rejects.toEqual(refused("invalid", { field: "current" }));
    await changePassword(actor, { current: PASSWORD, next: "another good sentence", sessionId: here }, NOW);
    expect(await liveSession(bench.test.db, there)).toBeNull();
    expect(await liveSession(bench.test.db, here)).not.toBeNull();
    await changeRole(bench.admin, { personId: person.id, role: "supervisor" }, NOW);
    expect(await liveSession(bench.test.db, here)).toBeNull();
    const events = await bench.test.db.select().from(adminEvents).where(eq(adminEvents.subjectId, person.id));
    expect(events.map((e) => e.type)).toContain("role:officer:supervisor");
  });

  it("end when access is set up again, and the old password with them", async () => {
    const person = await bench.enrol("renew@answered.example");
    const session = await start(person.id);
    const { token } = await renewAccess(bench.admin, person.id, NOW);
    const seen = await readInvitation(token, NOW);
    expect((await enter(person.email, codeAt(person.secret, later(60)), later(60))).id).toBe(person.id);
    await acceptInvitation(
      { token, name: "某人", password: "ein ganz neuer Satz", code: codeAt(seen?.totpSecret ?? "", NOW) },
      NOW,
      NOW,
    );
    expect(await liveSession(bench.test.db, session)).toBeNull();
    await expect(enter(person.email, codeAt(person.secret, later(120)), later(120))).rejects.toEqual(refused("invalid"));
    expect((await enter(person.email, codeAt(seen?.totpSecret ?? "", later(120)), later(120), "ein ganz neuer Satz")).id).toBe(
      person.id,
    );
  });
});

describe("administrators", () => {
  it("cannot shut themselves out, nor the last of them", async () => {
    const self = bench.admin.userId ?? "";
    await expect(disablePerson(bench.admin, self, NOW)).rejects.toEqual(refused("same_person"));
    await expect(changeRole(bench.admin, { personId: self, role: "officer" }, NOW)).rejects.toEqual(refused("same_person"));
    const second = await bench.enrol("second@answered.example", "admin");
    const other = { role: "admin", userId: second.id } as const;
    await disablePerson(other, self, NOW);
    await expect(disablePerson(bench.admin, second.id, NOW)).rejects.toEqual(refused("limit_reached", { message: "lastAdmin" }));
    await enablePerson(other, self, NOW);
  });

  it("do not touch consumers, nor make a company's person an officer", async () => {
    const [consumer] = await bench.test.db
      .insert(users)
      .values({ email: "c2@answered.example", role: "complainant" })
      .returning();
    await expect(disablePerson(bench.admin, consumer?.id ?? "", NOW)).rejects.toEqual(refused("not_found"));
    const [company] = await bench.test.db.insert(users).values({ email: "co@answered.example", role: "company" }).returning();
    await expect(changeRole(bench.admin, { personId: company?.id ?? "", role: "officer" }, NOW)).rejects.toEqual(
      refused("not_found"),
    );
  });
});
