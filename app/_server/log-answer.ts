/** An answer of the public log: anybody may read it, from any page. */
export function logAnswer(body: BodyInit, type: string, caching: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "cache-control": caching,
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
    },
  });
}

export const notInLog = (): Response =>
  new Response("not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "access-control-allow-origin": "*" },
  });
