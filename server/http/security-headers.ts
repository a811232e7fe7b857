/** What browsers are told: where scripts, images and workers may come from, and that open data may be read from any page. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** MapLibre's worker is a module of ours; it makes images from blobs. Nothing inline, nothing foreign but the configured `mapOrigins`, and those for pictures and data only. */
export const securityHeaders = (publicUrl: string, mapOrigins: readonly string[] = []): RequestHandler => helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:', ...mapOrigins], fontSrc: ["'self'"], connectSrc: ["'self'", ...mapOrigins],
      workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'self'"],
      ...(publicUrl.startsWith('https:') ? { upgradeInsecureRequests: [] } : {}),
    },
  },
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
