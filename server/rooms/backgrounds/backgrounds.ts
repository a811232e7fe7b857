/** Reads the backgrounds an administrator offers. Addresses come from here only, never from a reader. */
import { readFileSync } from 'node:fs';
import { type Background, Backgrounds } from '../../../domain/contract/backgrounds.ts';

/** `setting`: a JSON list, or the path of a file that holds it; undefined: none. Throws an Error that names what is wrong. */
export function readBackgrounds(setting: string | undefined): readonly Background[] {
  if (setting === undefined) return [];
  const parsed = Backgrounds.safeParse(JSON.parse(setting.trimStart().startsWith('[') ? setting : readFileSync(setting, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.') || 'list'}: ${issue?.message ?? 'wrong value'}`);
}

/** Origins that browsers must be allowed to read for them, each once: `https://mapy.example`. */
export const originsOf = (backgrounds: readonly Background[]): readonly string[] =>
  [...new Set(backgrounds.flatMap((one) => (one.kind === 'raster' ? [one.tiles.replace(/[{}]/g, '')] : [one.style, ...one.origins])).map((url) => new URL(url).origin))];
