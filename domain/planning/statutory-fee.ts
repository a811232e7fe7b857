/** The stamp duty for the statutory extract and excerpt (wypis i wyrys) of a local plan, estimated. Procedures of the City Hall, DOMAIN §3.5. */

/** PLN: the text up to five pages, and above. */
const TEXT_PLN = { short: 30, long: 50 } as const;
const SHEET_PLN = 20;
const DRAWING_MAX_PLN = 200;
/** The drawing of local plans, and what fits on a sheet of A4 with margins, metres on the ground. */
const SCALE = 2000;
const SHEET_M = { width: 0.19 * SCALE, height: 0.277 * SCALE } as const;
const METRES_PER_DEGREE = 111_320;

export interface FeeEstimate {
  readonly scale: number;
  /** Started sheets of A4. */
  readonly sheets: number;
  readonly drawingPln: number;
  /** How long the text is nobody knows before: from, to. */
  readonly totalPln: readonly [number, number];
  readonly textPln: readonly [number, number];
}

/** `bbox`: west, south, east, north of the parcel in degrees. A sheet may lie or stand. */
export function estimateFee([west, south, east, north]: readonly [number, number, number, number]): FeeEstimate {
  const width = (east - west) * METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const height = (north - south) * METRES_PER_DEGREE;
  const count = (across: number, up: number): number => Math.max(1, Math.ceil(width / across)) * Math.max(1, Math.ceil(height / up));
  const sheets = Math.min(count(SHEET_M.width, SHEET_M.height), count(SHEET_M.height, SHEET_M.width));
  const drawingPln = Math.min(DRAWING_MAX_PLN, SHEET_PLN * sheets);
  return { scale: SCALE, sheets, drawingPln, textPln: [TEXT_PLN.short, TEXT_PLN.long], totalPln: [TEXT_PLN.short + drawingPln, TEXT_PLN.long + drawingPln] };
}

/** The procedure in the city's public information bulletin. */
export const EXTRACT_PROCEDURE = 'https://www.bip.krakow.pl/?dok_id=14897';
