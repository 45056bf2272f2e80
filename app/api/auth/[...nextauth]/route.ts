import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

// The options are made on each request: they open the database and the keys, which building must not.
const handle = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, authOptions());

export { handle as GET, handle as POST };
