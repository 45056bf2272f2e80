"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { acceptInvitation } from "@/services/accept-invitation";

/** Sets name, password and second factor; answers the recovery codes, once. */
export const setUpAccount = formAction(
  {
    roles: "anyone",
    schema: z.object({
      token: z.string(),
      name: z.string().trim().min(1, "required").max(60, "tooLong"),
      password: z.string().min(1, "required"),
      code: z.string().min(1, "required"),
    }),
    secret: ["token", "password", "code"],
  },
  async ({ input, now }) => {
    const { recoveryCodes } = await acceptInvitation(input, now, new Date());
    return { result: { codes: recoveryCodes.join(" ") } };
  },
);
