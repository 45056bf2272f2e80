import { problem } from "@/app/_server/open-data";

/** Nothing is here: said as a problem, like everything that goes wrong with open data. */
const nothing = async () => problem(404, "Not found", "There is no such address. /api/v1/openapi.json lists what there is.");

export { nothing as DELETE, nothing as GET, nothing as HEAD, nothing as PATCH, nothing as POST, nothing as PUT };
