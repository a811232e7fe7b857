/** Inter for paper: complete static fonts, because a cut of a variable font in several files cannot be embedded as one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type Weight = 'regular' | 'semibold';

/** TrueType bytes by weight; read once, a PDF embeds only the letters that it uses. */
export const FONTS: Readonly<Record<Weight, Buffer>> = {
  regular: readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
  semibold: readFileSync(require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
};
