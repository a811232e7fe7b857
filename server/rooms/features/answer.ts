/** What the routes of this room share: the reader's language, this document's address, and sending it as JSON or as a page. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Link } from '../../../domain/contract/features.ts';
import type { Language } from '../../../domain/contract/layer-schema.ts';
import { findLayer } from '../../../domain/layers/index.ts';
import type { Layer } from '../../../domain/layers/layer.ts';
import { htmlPage } from '../../http/html-page.ts';
import { formatOf, languageOf } from '../../http/negotiation.ts';
import { Problem } from '../../http/problem.ts';
import { sendJson, sendText } from '../../http/send.ts';
import { parseQuery } from '../../http/validation.ts';
import { selfLinks } from './links.ts';

/** Documents take no other parameter. */
const DocumentQuery = z.strictObject({ f: z.enum(['json', 'html']).optional() });

/** The layer that the path names; throws `layer-not-found`. */
export function layerOf(req: Request): Layer {
  const id = String(req.params.layer);
  const layer = findLayer(id);
  if (!layer) throw new Problem('layer-not-found', `There is no layer "${id.slice(0, 100)}".`);
  return layer;
}

export const addressOf = (req: Request, publicUrl: string): string => new URL(`${publicUrl}${req.originalUrl}`).href;

interface DocumentOptions {
  /** Media type of the JSON; default application/json. */
  readonly type?: string;
  /** Parameters the address takes; default `f` alone. */
  readonly query?: z.ZodType<{ f?: 'json' | 'html' | undefined }>;
}

/** Sends a document that links to itself: `make` gets its language and its self and alternate links. */
export async function sendDocument(
  req: Request, res: Response, publicUrl: string, make: (language: Language, self: Link[]) => Promise<object> | object,
  { type = 'application/json', query = DocumentQuery }: DocumentOptions = {},
): Promise<void> {
  const formats = { json: type, html: 'text/html' };
  const format = formatOf(req, formats, parseQuery(query, req).f);
  const language = languageOf(req, res);
  const document = await make(language, selfLinks(addressOf(req, publicUrl), formats[format], formats));
  if (format === 'json') return sendJson(req, res, document, { type });
  return sendText(req, res, htmlPage((document as { title?: string }).title ?? 'MSIP Kraków', document, language), { type: 'text/html' });
}
