/** What planners may send to their desk; SAFETY.md. */

/** Vertices of one geometry. */
export const PLANNER_VERTICES = 10_000;
/** A boundary and some hundred events and documents. */
export const PROCEDURE_BYTES = 2 * 1024 * 1024;
/** Zones written together, the geometry of each within the limit of vertices. */
export const ZONES_BYTES = 8 * 1024 * 1024;
/** Of a draft, drawn or imported. */
export const DRAFT_ZONES = 5_000;
export const FILE_BYTES = 10 * 1024 * 1024;
/** Of a zip, all entries together. */
export const INFLATED_BYTES = 64 * 1024 * 1024;
/** Longest silence of the reading thread. */
export const SILENCE_MS = 60_000;
