/** Which representation to send: the parameter `f` first, then Accept; 406 when nothing fits. */
import type { Request, Response } from 'express';
import type { Language } from '../../domain/contract/layer-schema.ts';
import { Problem } from './problem.ts';

/** Media types by the value of `f`, in order of preference. */
export type Formats<Format extends string> = Readonly<Record<Format, string>>;

/**
 * The format to answer in; `wanted` is the checked value of `f`.
 * @example formatOf(req, { json: 'application/geo+json', html: 'text/html' }, query.f)
 */
export function formatOf<Format extends string>(req: Request, formats: Formats<Format>, wanted?: Format): Format {
  if (wanted !== undefined) return wanted;
  const names = Object.keys(formats) as Format[];
  // Plain JSON readers are content with every +json type.
  const offers = names.flatMap((name) => (formats[name].endsWith('+json') || formats[name].includes('+json;') ? [[name, formats[name]], [name, 'application/json']] : [[name, formats[name]]]) as [Format, string][]);
  const accepted = req.accepts(offers.map(([, type]) => type));
  if (accepted === false) throw new Problem('not-acceptable', `This can be served as ${[...new Set(offers.map(([, type]) => type))].join(', ')}.`);
  return offers.find(([, type]) => type === accepted)?.[0] ?? names[0]!;
}

/** Throws `not-acceptable` when the client takes no JSON. */
export function acceptsJson(req: Request): void {
  formatOf(req, { json: 'application/json' });
}

/** Polish unless the reader prefers English; says so in the headers of the answer. */
export function languageOf(req: Request, res: Response): Language {
  const language = req.acceptsLanguages('pl', 'en') === 'en' ? 'en' : 'pl';
  res.vary('Accept-Language').set('Content-Language', language);
  return language;
}
