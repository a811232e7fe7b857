/** Fills an SQL template with names of the catalogue. Values never come this way: they travel as parameters. */
import type { Field, Layer } from '../domain/layers/layer.ts';

const NAME = /^[a-z][a-z0-9_-]*$/;

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is not a name of the catalogue`);
  return name;
}

/** `layer.zones` → `"layer"."zones"`. */
export const relation = (name: string): string => name.split('.').map((part) => `"${checked(part)}"`).join('.');

export const literal = (name: string): string => `'${checked(name)}'`;

/**
 * What a field is on the day that `day` (an expression) names. A view shows fields that change with the day as they are today; only for
 * other days the slower function is asked.
 */
export const valueOn = (layer: Layer, { name, byDay }: Field, day: string): string => (byDay
  ? `CASE WHEN ${day} = (now() AT TIME ZONE 'Europe/Warsaw')::date THEN ${relation(name)} ELSE ${relation(`${layer.view}_${name}_on`)}(id, ${day}) END`
  : relation(name));

export const columnList = (layer: Layer, fields: readonly Field[], day: string): string =>
  fields.map((field) => (field.byDay ? `${valueOn(layer, field, day)} AS ${relation(field.name)}` : relation(field.name))).join(', ');

/** Replaces each `${name}` and drops comment lines. Throws when the template names something that is not given. */
export function fill(template: string, constants: Readonly<Record<string, string>>): string {
  return template.replaceAll(/^--.*\n/gm, '').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = constants[name];
    if (value === undefined) throw new Error(`the template asks for "${name}"`);
    return value;
  });
}
