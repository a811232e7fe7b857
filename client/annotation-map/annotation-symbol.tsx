/** The symbol of an annotation in lists, cards and the legend: what the map draws, as SVG. Words beside it say the same. */
import { usePalette } from '../theme/theme.ts';
import { GRID, type SymbolFacts, symbolParts } from './symbol.ts';
import { symbolColours } from './symbol-colours.ts';

export function AnnotationSymbol({ facts, className }: { readonly facts: SymbolFacts; readonly className?: string | undefined }) {
  const colours = symbolColours(usePalette(), facts.category);
  return (
    <svg viewBox={`0 0 ${GRID} ${GRID}`} width="1.75rem" height="1.75rem" aria-hidden className={className} strokeLinejoin="round" strokeLinecap="round">
      {symbolParts(facts).map(({ d, fill, stroke }, at) => (
        <path key={at} d={d} fill={fill ? colours[fill] : 'none'} {...(stroke ? { stroke: colours[stroke.colour], strokeWidth: stroke.width, ...(stroke.dash ? { strokeDasharray: stroke.dash.join(' ') } : {}) } : {})} />
      ))}
    </svg>
  );
}
