/** The legend of a printed map: of each layer only the classes that are on the picture. */
import { LAYERS } from '../../domain/layers/index.ts';
import type { Layer } from '../../domain/layers/layer.ts';
import { legendClasses } from '../../domain/style/compose-style.ts';
import type { Palette } from '../../domain/style/palette.ts';
import { type DrawnClass, OTHER, type ZoneMode } from '../../domain/style/symbol-classes.ts';

export interface LegendGroup {
  readonly layer: Layer;
  readonly classes: readonly DrawnClass[];
  /** Its name is a line above its classes; else its one class goes by its name. */
  readonly headed: boolean;
}

type Attributes = Readonly<Record<string, unknown>>;

/** The value of the class an object belongs to, as `DrawnClass.value`; undefined when no class takes it. */
export function classOf({ symbology: { field, kind, classes, other } }: Layer, attributes: Attributes): string | undefined {
  if (field === null) return String(classes[0]?.value);
  const value = attributes[field];
  if (kind === 'steps') return String((classes.findLast((step) => Number(step.value) <= Number(value ?? 0)) ?? classes[0])?.value);
  const named = classes.find((one) => String(one.value) === String(value));
  return named ? String(named.value) : other ? OTHER : undefined;
}

/** Groups from the top of the map down, the base last; `room`: how many lines there are. What does not fit is counted in `left`. */
export function legendOf(drawn: ReadonlyMap<string, readonly Attributes[]>, palette: Palette, zoneMode: ZoneMode, room: number): { readonly groups: readonly LegendGroup[]; readonly left: number } {
  const present = LAYERS.filter(({ id }) => drawn.has(id)).toReversed().sort((one, other) => Number(one.subject === 'base') - Number(other.subject === 'base'));
  const groups: LegendGroup[] = [];
  let lines = room;
  let left = 0;
  for (const layer of present) {
    const values = new Set(drawn.get(layer.id)!.map((attributes) => classOf(layer, attributes)));
    const classes = legendClasses(layer, palette, zoneMode).filter(({ value }) => values.has(value));
    // A group of several classes has a line for its name.
    const headed = classes.length > 1;
    const heading = headed ? 1 : 0;
    const fitting = classes.slice(0, Math.max(0, lines - heading));
    left += classes.length - fitting.length;
    if (fitting.length === 0) continue;
    lines -= fitting.length + heading;
    groups.push({ layer, classes: fitting, headed });
  }
  return { groups, left };
}
