/** What browsers are told: where scripts, images and workers may come from, and that open data may be read from any page. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The map that other sites put into a frame: the one page that may stand there. */
const EMBED = /^\/embed\/?$/;

/** Who may frame the embedded map; our own pages always. */
const framers = (origins: readonly string[]): string[] => (origins.includes('*') ? ['*'] : ["'self'", ...origins.filter((origin) => origin !== 'none')]);

/** The headers of every page; `embedOrigins` may frame /embed, and nothing else. */
export function securityHeaders(publicUrl: string, mapOrigins: readonly string[] = [], embedOrigins: readonly string[] = ['*']): RequestHandler {
  const page = headersFor(publicUrl, mapOrigins, ["'self'"]);
  const embed = headersFor(publicUrl, mapOrigins, framers(embedOrigins));
  return (req, res, next) => { (EMBED.test(req.path) ? embed : page)(req, res, next); };
}

/** MapLibre's worker is a module of ours; it makes images from blobs. Nothing inline, nothing foreign but the configured `mapOrigins`, and those for pictures and data only. */
const headersFor = (publicUrl: string, mapOrigins: readonly string[], frameAncestors: readonly string[]): RequestHandler => helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:', ...mapOrigins], fontSrc: ["'self'"], connectSrc: ["'self'", ...mapOrigins],
      workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: [...frameAncestors],
      ...(publicUrl.startsWith('https:') ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  // The older header knows no list: where others may frame, frame-ancestors alone decides.
  xFrameOptions: frameAncestors.length === 1 && frameAncestors[0] === "'self'" ? { action: 'sameorigin' } : false,
  strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  // Tiles, styles and GeoJSON are open data: other sites may embed them. Pages are protected by frame-ancestors.
  crossOriginResourcePolicy: { policy: 'cross-origin' },
});

/** Open data: any page may read it; nothing here depends on cookies. */
export const openData: RequestHandler = (_req, res, next) => {
  res.set('Access-Control-Allow-Origin', '*').set('Access-Control-Expose-Headers', 'Content-Crs, ETag, Link, OGC-NumberMatched, Retry-After, X-Request-Id');
  next();
};
