import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { loadDemo } from "./load";

/** A test database with the demo in it, which is loaded once a run. @throws Error as `createTestDatabase`. */
export function createDemoDatabase(): Promise<TestDatabase> {
  return createTestDatabase({ name: "demo", fill: loadDemo });
}
