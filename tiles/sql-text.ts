/** Fills an SQL template with names of the catalogue. Values never come this way: they travel as parameters. */
import type { Field } from '../domain/layers/layer.ts';

const NAME = /^[a-z][a-z0-9_-]*$/;

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is not a name of the catalogue`);
  return name;
}

/** `layer.zones` → `"layer"."zones"`. */
export const relation = (name: string): string => name.split('.').map((part) => `"${checked(part)}"`).join('.');

export const literal = (name: string): string => `'${checked(name)}'`;

export const columnList = (fields: readonly Field[]): string => fields.map((field) => relation(field.name)).join(', ');

/** Replaces each `${name}` and drops comment lines. Throws when the template names something that is not given. */
export function fill(template: string, constants: Readonly<Record<string, string>>): string {
  return template.replaceAll(/^--.*\n/gm, '').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = constants[name];
    if (value === undefined) throw new Error(`the template asks for "${name}"`);
    return value;
  });
}
