import { getTranslations } from "next-intl/server";
import type { Endpoint } from "@/app/_server/api/endpoint";
import { type Say, schemaOf } from "@/app/_server/api/openapi";
import { Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";

interface Shape {
  type?: string | string[];
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: Shape[];
  items?: Shape;
  properties?: Record<string, Shape & { description?: string }>;
  pattern?: string;
}

/** What a field may hold, in a few words. */
function kindOf(shape: Shape): string {
  if (shape.enum) return shape.enum.join(" · ");
  if (shape.anyOf) return shape.anyOf.map(kindOf).join(" · ");
  if (shape.type === "array") return `[${shape.items ? kindOf(shape.items) : ""}]`;
  if (shape.type === "object") return "{…}";
  if (shape.format) return shape.format;
  const type = Array.isArray(shape.type) ? shape.type.join(" · ") : (shape.type ?? "");
  return shape.minimum !== undefined && shape.maximum !== undefined && shape.maximum < 1e9
    ? `${shape.minimum}–${shape.maximum}`
    : type;
}

/** Fields of a record, nested ones after their parent with a dot. */
function fieldsOf(shape: Shape, path = ""): { name: string; kind: string; meaning: string }[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, field]) => {
    const inner = [field, ...(field.anyOf ?? []), field.items, ...(field.anyOf ?? []).map((s) => s.items)].find(
      (s) => s?.properties,
    );
    const name = path + key;
    return [{ name, kind: kindOf(field), meaning: field.description ?? "" }, ...(inner ? fieldsOf(inner, `${name}.`) : [])];
  });
}

/** One address: what it gives, what may be asked, what comes back. */
export async function EndpointPart({ endpoint }: { endpoint: Endpoint }) {
  const t = await getTranslations("openData");
  const say = t as unknown as Say;
  const title = say(`endpoints.${endpoint.id}.title`);
  const asked = schemaOf(endpoint.query.extend(endpoint.params.shape), "input", say) as Shape;
  const parameters = Object.entries(asked.properties ?? {});
  const fields = fieldsOf(schemaOf(endpoint.record, "output", say) as Shape);
  return (
    <Section id={endpoint.id} title={title} note={say(`endpoints.${endpoint.id}.text`)}>
      <p className="wrap-anywhere">
        <code className="text-lead font-medium">/api/v1{endpoint.path}</code>
        {!endpoint.path.includes("{") && (
          <a
            className="ml-5 text-small"
            href={`/api/v1${endpoint.path}${endpoint.example ?? (endpoint.kind === "list" ? "?limit=2" : "")}`}
          >
            {t("tryIt")}
          </a>
        )}
      </p>
      {parameters.length > 0 && (
        <div className="mt-3">
          <DataTable
            caption={t("parametersOf", { name: title })}
            columns={[
              { key: "parameter", label: t("parameter") },
              { key: "values", label: t("values") },
              { key: "meaning", label: t("meaning") },
            ]}
            rows={parameters.map(([name, shape]) => ({
              key: name,
              cells: [
                <code key="n" className="whitespace-nowrap">
                  {name}
                </code>,
                <span key="v" className="text-small">
                  {name === "clause" ? "A1.1 … D3.5" : kindOf(shape)}
                </span>,
                say.has(`params.${name}`) ? say(`params.${name}`) : "",
              ],
            }))}
          />
        </div>
      )}
      <details className="mt-3">
        <summary>{t("showFields", { n: fields.length })}</summary>
        <DataTable
          caption={t("fieldsOf", { name: title })}
          columns={[
            { key: "field", label: t("field") },
            { key: "values", label: t("values") },
            { key: "meaning", label: t("meaning") },
          ]}
          rows={fields.map((f) => ({
            key: f.name,
            cells: [
              <code key="n" className="whitespace-nowrap">
                {f.name}
              </code>,
              <span key="v" className="text-small">
                {f.name === "clause" ? "A1.1 … D3.5" : f.kind}
              </span>,
              f.meaning,
            ],
          }))}
        />
      </details>
    </Section>
  );
}
