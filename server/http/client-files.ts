/** The built web client: hashed files for ever, their compressed twins where built, and index.html for the client's own routes. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';
import { EMBED_PATH, PATH_WORDS } from '../../domain/paths.ts';
import { formatOf } from './negotiation.ts';
import { resource } from './resource.ts';

/** `/dzialka/126105_9.0001.580/4`: the number of a parcel holds a slash. */
const CLIENT_ROUTES = ['/', ...Object.keys(PATH_WORDS).map((word) => `/${word}/*id`), '/obiekt/*id', '/obiekty/*id', '/plany', '/biurko', '/zaproszenie/:token', EMBED_PATH];
const NOT_LISTED = new RegExp(`^(?:${EMBED_PATH}|/biurko|/zaproszenie/)`);
/** Pages with a twin without script under /tekst. */
const TWINS = /^\/(dzialka\/|plan\/|dzielnica\/|plany$)/;
const CODINGS = [['br', '.br'], ['gzip', '.gz']] as const;

/** Rewrites to the compressed twin of a file when there is one and the client takes it. */
const compressedTwin = (directory: string): RequestHandler => (req, res, next) => {
  if (!/^\/assets\/[\w.-]+\.(?:m?js|css|svg|json)$/.test(req.path)) { next(); return; }
  for (const [coding, suffix] of CODINGS) {
    if (req.acceptsEncodings(coding) === coding && existsSync(join(directory, req.path + suffix))) {
      res.type(extname(req.path)).set('Content-Encoding', coding);
      req.url = req.path + suffix;
      break;
    }
  }
  res.vary('Accept-Encoding');
  next();
};

/** Serves `directory` (dist/client). Nothing is served while it is missing: the API needs no client. */
export function clientFiles(directory: string): Router {
  const router = Router();
  if (!existsSync(join(directory, 'index.html'))) return router;
  router.use(compressedTwin(directory));
  router.use(express.static(directory, {
    index: false, redirect: false, dotfiles: 'ignore',
    setHeaders: (res, path) => { res.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'); },
  }));
  resource(router, CLIENT_ROUTES, {
    GET: (req, res, next) => {
      formatOf(req, { html: 'text/html' });
      // The map in a frame is no page of its own for search engines, the desk none for them at all.
      if (NOT_LISTED.test(req.path)) res.set('X-Robots-Tag', 'noindex');
      // The same facts without script; the page itself links to where they begin.
      if (TWINS.test(req.path)) res.set('Link', `</tekst${encodeURI(decodeURI(req.path))}>; rel="alternate"; type="text/html"`);
      const twin = CODINGS.find(([coding, suffix]) => req.acceptsEncodings(coding) === coding && existsSync(join(directory, `index.html${suffix}`)));
      res.vary('Accept-Encoding').type('html');
      if (twin) res.set('Content-Encoding', twin[0]);
      res.sendFile(`index.html${twin?.[1] ?? ''}`, { root: directory, headers: { 'Cache-Control': 'no-cache' } }, (error?: Error) => { if (error && !res.headersSent) next(error); });
    },
  });
  return router;
}
