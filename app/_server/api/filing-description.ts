import { FilingByKey } from "@/services/file-by-key";
import { filedRecord } from "./filing";
import { type Say, schemaOf } from "./openapi";

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** POST /complaints as OpenAPI says it, from the schema that checks the form too. */
export function filingDescription(say: Say) {
  return {
    schemas: { Complaint: schemaOf(FilingByKey, "input", say), Filed: schemaOf(filedRecord, "output", say) },
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
    paths: {
      "/complaints": {
        post: {
          operationId: "fileComplaint",
          summary: say("endpoints.complaints.title"),
          description: say("endpoints.complaints.text"),
          security: [{ key: [] }],
          parameters: [
            {
              name: "Idempotency-Key",
              in: "header",
              required: true,
              schema: { type: "string", minLength: 8, maxLength: 200 },
              description: say("openapi.idempotency"),
            },
          ],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Complaint" } } },
          },
          responses: {
            "201": {
              description: say("openapi.created"),
              content: { "application/json": { schema: { $ref: "#/components/schemas/Filed" } } },
            },
            "400": problem(say("openapi.badRequest")),
            "401": problem(say("openapi.unauthorized")),
            "422": problem(say("openapi.unprocessable")),
            "429": problem(say("openapi.tooMany")),
          },
        },
      },
    },
  };
}
