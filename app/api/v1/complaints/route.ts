import { fileComplaint } from "@/app/_server/api/filing";
import { problem } from "@/app/_server/open-data";

export const dynamic = "force-dynamic";

export const POST = fileComplaint;

const wrongMethod = async () =>
  problem(405, "Method not allowed", "Complaints are filed here with POST; nobody reads them here.", { allow: "POST" });

export { wrongMethod as DELETE, wrongMethod as GET, wrongMethod as HEAD, wrongMethod as PATCH, wrongMethod as PUT };
