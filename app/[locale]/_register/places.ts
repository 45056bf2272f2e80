/** Where the register is shown: at the desk and, without case content, to administrators. Below the language. */
export const REGISTER_BASES = ["/desk/companies", "/admin/companies"] as const;
export type RegisterBase = (typeof REGISTER_BASES)[number];
