/** Files that people of the office bring and others read: a body taken as it is within a limit, and an answer that no browser takes for a page. */
import express, { type Request, type RequestHandler, type Response } from 'express';
import { Problem } from '../http/problem.ts';
import { dispositionOf } from './file-name.ts';

const LIMIT_MB = 10;
const raw = express.raw({ limit: LIMIT_MB * 1024 * 1024, type: () => true, inflate: false });

/** Leaves the bytes in `req.body`: 413, 415, 400 otherwise. */
export const readFile: RequestHandler = (req, res, next) => {
  raw(req, res, (error?: unknown) => {
    const status = (error as { status?: number } | undefined)?.status;
    if (status === 413) next(new Problem('too-large', `An attachment may be ${LIMIT_MB} MB large.`));
    else if (status === 415) next(new Problem('unsupported-media-type', 'Send the file as it is, without Content-Encoding.'));
    else next(status === 400 ? new Problem('invalid-body', 'The body did not arrive as announced.') : error);
  });
};
export const fileBytes = (req: Request): Buffer => (Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0));

/** Pictures are shown, documents are saved; nothing in either runs. */
export function sendFile(req: Request, res: Response, { name, mediaType, data }: { readonly name: string; readonly mediaType: string; readonly data: Buffer }): void {
  res.status(200).set({
    'Content-Type': mediaType, 'Content-Length': String(data.length), 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': `default-src 'none'; sandbox`,
    'Content-Disposition': dispositionOf(mediaType === 'application/pdf' ? 'attachment' : 'inline', name),
  }).end(req.method === 'HEAD' ? undefined : data);
}
