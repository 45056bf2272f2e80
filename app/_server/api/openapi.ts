import { z } from "zod";
import { type Endpoint, formatField, pageQuery } from "./endpoint";
import { FILE_LIMIT, READ_LIMIT } from "./limit";

/** Words of the file: openData in messages. `has`: a field without words of its own stays bare. */
export interface Say {
  (key: string): string;
  has(key: string): boolean;
}

type Json = Record<string, unknown>;

/** A zod schema as JSON Schema of OpenAPI 3.1 (draft 2020-12), each field with its meaning. */
export function schemaOf(schema: z.ZodType, io: "input" | "output", say: Say): Json {
  const made = z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any" }) as Json;
  delete made.$schema;
  explain(made, say);
  return made;
}

function explain(node: unknown, say: Say): void {
  if (typeof node !== "object" || node === null) return;
  const { properties } = node as { properties?: Record<string, Json> };
  for (const [name, child] of Object.entries(properties ?? {}))
    if (say.has(`fields.${name}`)) child.description ??= say(`fields.${name}`);
  for (const child of Object.values(node)) explain(child, say);
}

const problemRef = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
const LIMIT_HEADERS = {
  "RateLimit-Policy": { schema: { type: "string" }, description: "IETF draft-ietf-httpapi-ratelimit-headers" },
  RateLimit: { schema: { type: "string" }, description: "r: requests left, t: seconds until they are renewed" },
  ETag: { schema: { type: "string" }, description: "Send it as If-None-Match to be answered 304" },
};

function parametersOf(endpoint: Endpoint, say: Say): Json[] {
  const from = (shape: z.ZodObject, place: "path" | "query") =>
    Object.entries(shape.shape).map(([name, field]) => {
      const { default: _default, ...schema } = schemaOf(field as z.ZodType, "input", say);
      const required = place === "path" || !(field as z.ZodType).safeParse(undefined).success;
      return {
        name,
        in: place,
        required,
        schema: _default === undefined ? schema : { ...schema, default: _default },
        ...(say.has(`params.${name}`) ? { description: say(`params.${name}`) } : {}),
      };
    });
  const paging = endpoint.kind === "list" ? from(pageQuery, "query") : [];
  return [
    ...from(endpoint.params, "path"),
    ...from(endpoint.query, "query"),
    ...paging,
    ...from(z.object({ format: formatField }), "query"),
  ];
}

const nameOf = (endpoint: Endpoint): string =>
  (endpoint.kind === "list" ? endpoint.id.replace(/ies$/, "y").replace(/s$/, "") : endpoint.id).replace(/^./, (c) =>
    c.toUpperCase(),
  );

function operation(endpoint: Endpoint, say: Say): Json {
  const ref = { $ref: `#/components/schemas/${nameOf(endpoint)}` };
  const list = {
    type: "object",
    required: ["data", "next"],
    properties: {
      data: { type: "array", items: ref },
      next: { type: ["string", "null"], description: say("fields.next") },
    },
  };
  return {
    operationId: endpoint.id,
    summary: say(`endpoints.${endpoint.id}.title`),
    description: say(`endpoints.${endpoint.id}.text`),
    parameters: parametersOf(endpoint, say),
    responses: {
      "200": {
        description: say("openapi.ok"),
        headers: LIMIT_HEADERS,
        content: {
          "application/json": { schema: endpoint.kind === "list" ? list : ref },
          "text/csv": { schema: { type: "string" } },
        },
      },
      "304": { description: say("openapi.notModified") },
      "400": problemRef(say("openapi.badRequest")),
      ...(Object.keys(endpoint.params.shape).length > 0 ? { "404": problemRef(say("openapi.notFound")) } : {}),
      "429": problemRef(say("openapi.tooMany")),
    },
  };
}

const PROBLEM: Json = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["detail"],
        properties: { parameter: { type: "string" }, pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};

/** The OpenAPI 3.1 file of these addresses; `extra`: operations that are no reading of lists, and the schemas they name. */
export function openApi(
  endpoints: readonly Endpoint[],
  say: Say,
  base: string,
  extra: { paths: Json; schemas: Json; securitySchemes: Json } = { paths: {}, schemas: {}, securitySchemes: {} },
): Json {
  const schemas: Json = { Problem: PROBLEM };
  const paths: Json = {};
  for (const endpoint of endpoints) {
    schemas[nameOf(endpoint)] ??= schemaOf(endpoint.record, "output", say);
    paths[endpoint.path] = { get: operation(endpoint, say) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: say("openapi.title"),
      version: "1.0.0",
      description: say("openapi.text"),
      license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: `${base}/api/v1` }],
    "x-rate-limits": [READ_LIMIT, FILE_LIMIT],
    paths: { ...paths, ...extra.paths },
    components: { schemas: { ...schemas, ...extra.schemas }, securitySchemes: extra.securitySchemes },
  };
}
