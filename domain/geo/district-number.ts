/** Numbers of the city's 18 districts: Roman in the register, Arabic where people type. */

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII'];

/** `8`, `viii`, `VIII` → `VIII`, the key of the district; null when there is no such number. */
export function romanDistrict(text: string): string | null {
  const upper = text.toUpperCase();
  return ROMAN[Number(text) - 1] ?? (ROMAN.includes(upper) ? upper : null);
}
