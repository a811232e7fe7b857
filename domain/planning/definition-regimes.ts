/** Which legal definitions the figures of a plan follow (art. 2 upzp; transitional rule of the 2023 reform). */
import type { CodedValue } from '../layers/layer.ts';

export const DEFINITION_REGIMES = [
  { value: 'OWN', label: { pl: 'definicje własne planu', en: "the plan's own definitions" } },
  { value: 'PRE_2023', label: { pl: 'definicje sprzed reformy z 2023 r.', en: 'definitions from before the 2023 reform' } },
  { value: 'ACT_2023', label: { pl: 'definicje ustawowe (reforma z 2023 r.)', en: 'statutory definitions (2023 reform)' } },
] as const satisfies readonly CodedValue[];

export type DefinitionRegime = (typeof DEFINITION_REGIMES)[number]['value'];
