import { ENDPOINTS } from "@/app/_server/api/endpoints";
import { serve } from "@/app/_server/api/serve";

export const dynamic = "force-dynamic";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(ENDPOINTS.badges);
