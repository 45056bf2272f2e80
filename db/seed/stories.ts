/** The demo's story material: companies, matters, situations and the words of every step. All of it is invented. */
export { COMPANIES, demoCompany } from "./stories/companies";
export { type DemoCompany, EXPOSURE_QUARTERS, type Temperament } from "./stories/company-types";
export { DECLINES } from "./stories/declines";
export { findingTexts } from "./stories/findings";
export { MATTERS, mattersOf } from "./stories/matters";
export * from "./stories/procedure";
export * from "./stories/rectifications";
export { SITUATIONS, situation } from "./stories/situations";
export { fill, type Slots, slots } from "./stories/slots";
export type * from "./stories/types";
export * from "./stories/wishes";
