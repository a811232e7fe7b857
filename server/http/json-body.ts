/** Reads a JSON body within limits: its type, its size before and after inflating, its depth, no `__proto__`. */
import express, { type Request, type RequestHandler } from 'express';
import { Problem } from './problem.ts';

/** 500 vertices take about 20 kB; nothing that people send is larger. */
export const BODY_LIMIT_BYTES = 128 * 1024;
/** A MultiPolygon inside a request is nested 8 deep. */
const MAX_DEPTH = 24;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** Depth of brackets outside strings; JSON.parse itself would build all of it. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (quoted) {
      if (character === 92) i++; // a backslash and what it escapes
      else if (character === 34) quoted = false;
    } else if (character === 34) quoted = true;
    else if (character === 91 || character === 123) deepest = Math.max(deepest, ++depth);
    else if (character === 93 || character === 125) depth--;
  }
  return deepest;
}

function parse(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-body', 'The body is not valid UTF-8.');
  }
  if (depthOf(text) > MAX_DEPTH) throw new Problem('invalid-body', `The body is nested more than ${MAX_DEPTH} levels deep.`);
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new Problem('invalid-body', 'The name "__proto__" is not taken.');
      // A NUL in a text would break the connection to the database.
      if (key.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw new Problem('invalid-body', 'A text in the body holds a NUL character.');
      return value;
    });
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid-body', 'The body is not valid JSON.');
  }
}

/** What body-parser's http-errors mean to the client. */
function problemOfReading(error: { status?: number; type?: string }, limitBytes: number): unknown {
  switch (error.status) {
    case 413: return new Problem('too-large', `The body may be ${Math.floor(limitBytes / 1024)} kB, inflated.`);
    case 415: return new Problem('unsupported-media-type', 'The body must be UTF-8 JSON, plain or compressed with gzip, deflate or br.');
    case 400: return new Problem('invalid-body', 'The body did not arrive as announced.');
    default: return error;
  }
}

/** Middleware that leaves the parsed body in `req.body`: 415, 413 or 400 otherwise. */
export function readJson(limitBytes = BODY_LIMIT_BYTES): RequestHandler[] {
  const raw = express.raw({ limit: limitBytes, type: () => true, inflate: true });
  const checkType = (req: Request): void => {
    const type = req.headers['content-type'] ?? '';
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1] ?? 'utf-8';
    if (!/^(utf-?8|us-ascii)$/i.test(charset)) throw new Problem('unsupported-media-type', 'The body must be UTF-8 JSON.');
    if (!JSON_TYPE.test(type)) throw new Problem('unsupported-media-type', 'The body must be application/json.');
  };
  return [
    (req, res, next) => {
      checkType(req);
      raw(req, res, (error?: unknown) => { next(error ? problemOfReading(error as { status?: number }, limitBytes) : undefined); });
    },
    (req, _res, next) => {
      req.body = parse(Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0));
      next();
    },
  ];
}
