/** The assembly: one readable list of what answers which address. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler } from 'express';
import type { AreaExtractRequest } from '../domain/contract/extract.ts';
import { parcels } from '../domain/layers/parcels.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { inSnapshot } from './db/snapshot.ts';
import { clientFiles } from './http/client-files.ts';
import { guardAddress, guardOrigin } from './http/guard.ts';
import type { Log } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { observe } from './http/observe.ts';
import { Problem, writeProblem } from './http/problem.ts';
import { oldAddresses } from './http/old-addresses.ts';
import { problemOf } from './http/problem-of.ts';
import { limitRate } from './http/rate-limit.ts';
import { requestIdOf } from './http/request-id.ts';
import { openData, securityHeaders } from './http/security-headers.ts';
import { ownPagesOnly } from './http/viewer.ts';
import { endWithVisitor } from './http/visitor-gone.ts';
import { enqueue, isAddress, withdraw } from './mail/outbox.ts';
import { openPost } from './mail/post.ts';
import { openPress } from './paper/press.ts';
import { followLandFacts } from './registers/land-facts.ts';
import { openAccounts } from './rooms/accounts/accounts.ts';
import { annotationExportRoutes } from './rooms/annotation-export/annotation-export.routes.ts';
import { annotationRoutes } from './rooms/annotations/annotations.routes.ts';
import { conditionsOf } from './rooms/annotations/conditions.ts';
import { areaRoutes } from './rooms/area/area.routes.ts';
import { assembliesRoutes } from './rooms/assemblies/assemblies.routes.ts';
import { attachmentRoutes } from './rooms/attachments/attachments.routes.ts';
import { originsOf } from './rooms/backgrounds/backgrounds.ts';
import { backgroundsRoutes } from './rooms/backgrounds/backgrounds.routes.ts';
import { parcelsLand } from './rooms/capacity/capacity.repository.ts';
import { capacityOn, type CapacityQuestion, capacityRoutes } from './rooms/capacity/capacity.routes.ts';
import { differenceRoutes } from './rooms/difference/difference.routes.ts';
import { documentRoutes } from './rooms/documents/documents.routes.ts';
import { extractOf, plansAt } from './rooms/extract/extract.ts';
import { openEnquiries } from './rooms/enquiries/enquiries.routes.ts';
import { areaExtract, extractRoutes, parcelExtract, placeExtract } from './rooms/extract/extract.routes.ts';
import { featuresRoutes } from './rooms/features/features.routes.ts';
import { healthRoutes } from './rooms/health/health.routes.ts';
import { landExportRoutes } from './rooms/land-export/land-export.routes.ts';
import { landSearchRoutes } from './rooms/land-search/land-search.routes.ts';
import { historyRoutes } from './rooms/lineage/history.routes.ts';
import { linkRoutes } from './rooms/links/links.routes.ts';
import { openLive } from './rooms/live/live.routes.ts';
import { openApiRoutes } from './rooms/openapi/openapi.routes.ts';
import { overlapRoutes } from './rooms/overlaps/overlaps.routes.ts';
import { findParcelFacts, parcelRoutes } from './rooms/parcels/parcels.routes.ts';
import { followDays } from './rooms/procedures/follow-days.ts';
import { procedureRoutes } from './rooms/procedures/procedures.routes.ts';
import { openSearch, searchRoutes } from './rooms/search/search.routes.ts';
import { searchFigureRoutes } from './rooms/site-desk/figures.routes.ts';
import { siteDeskRoutes } from './rooms/site-desk/site-desk.routes.ts';
import { statementRoutes } from './rooms/statements/statements.routes.ts';
import { siteReportRoutes } from './rooms/site-report/site-report.routes.ts';
import { siteOf, siteRoutes, type SiteSources } from './rooms/sites/sites.routes.ts';
import { stylesRoutes } from './rooms/styles/styles.routes.ts';
import { createTileHandler } from './rooms/tiles/tiles.handler.ts';
import { followWatches } from './rooms/watches/deliver.ts';
import { watchRoutes } from './rooms/watches/watches.routes.ts';

const PAPERS_PER_MINUTE = 60;
/** Of land: most take a thread. */
const FILES_PER_MINUTE = 60;
const CLIENT = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Reads whose queries may take long: they end with who asks. */
const LONG_READS = ['/api/investment', '/api/collections', '/api/places'];

/** Every one is kept for ever: a person makes a few. */
const LINKS_PER_MINUTE = 60;
/** Each is kept for two years, or sends a letter. */
const WATCHES_PER_MINUTE = 20;

export interface AppDeps {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** The built client; default dist/client. */
  readonly clientDirectory?: string;
  /** The clock of sessions and second factors; tests move it. */
  readonly now?: () => Date;
}

export interface App {
  /** The listener of an http server. Never throws. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** From now on /readyz says 503, so that no new visitors are sent here. */
  drain(): void;
  /** Frees what the app holds; the database is the caller's. */
  close(): Promise<void>;
}

export function createApp({ config, database, log, clientDirectory = CLIENT, now = () => new Date() }: AppDeps): App {
  let draining = false;
  const metrics = createMetrics(database);
  metrics.listen(config.metricsPort, config.host, log);
  const tiles = createTileHandler({ config, database, log, registry: metrics.registry });

  const press = openPress();

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false).set('case sensitive routing', true).set('trust proxy', config.trustProxy);
  app.use(securityHeaders(config.publicUrl, originsOf(config.backgrounds), config.embedOrigins));
  app.use(healthRoutes({ database, draining: () => draining }));
  app.use(['/api', '/styles'], openData);
  const accounts = openAccounts({ config, database, log, now });
  // The one keeps a row for each sign-in that is begun, the other takes one of two threads: both are open to residents.
  app.use(['/api/session/oidc', '/api/annotations/export'], limitRate(config.searchesPerMinute));
  app.use('/api', accounts.recognise);
  app.use(LONG_READS, endWithVisitor);
  app.use(accounts.routes);
  const live = openLive({ database, log });
  // Before those of single annotations: "events" is no annotation.
  app.use(live.routes);
  app.use(attachmentRoutes({ database }));
  app.use(annotationExportRoutes({ database, conditionsOf }));
  app.use('/api/annotations', ownPagesOnly);
  app.use(annotationRoutes({ database, publicUrl: config.publicUrl }));
  app.use(featuresRoutes({ config, database }));
  app.use(openApiRoutes({ config }));
  const find = openSearch(database);
  app.use(searchRoutes({ find }));
  app.post('/api/search/area', limitRate(config.searchesPerMinute));
  app.use(areaRoutes({ database }));
  app.use(differenceRoutes({ config, database }));
  app.use(['/api/places', '/api/areas'], limitRate(config.searchesPerMinute));
  app.use(extractRoutes({ database }));
  app.use('/api/investment/capacity', limitRate(config.searchesPerMinute));
  app.use(capacityRoutes({ database, plansAt }));
  const siteSources: SiteSources = { landExtract: (t, land, day, accuracyM) => extractOf(t, { kind: 'area' }, land, day, accuracyM) };
  app.use('/api/investment/sites', limitRate(config.searchesPerMinute));
  app.use(siteRoutes({ database, sources: siteSources }));
  app.use('/api/investment/report.pdf', limitRate(Math.min(config.searchesPerMinute, PAPERS_PER_MINUTE)));
  const reportSources = {
    site: (key: string, day: string) => siteOf(database.db, siteSources, key, day),
    capacity: (subject: CapacityQuestion, day: string) => capacityOn(database.db, plansAt, subject, day),
    parcelsExtract: (identifiers: readonly string[], day: string) => (identifiers.length === 1 ? parcelExtract(database.db, identifiers[0]!, day)
      : inSnapshot(database.db, async (t) => extractOf(t, { kind: 'area' }, await parcelsLand(t, identifiers, day), day, parcels.accuracyM!))),
  };
  app.use(siteReportRoutes({ database, sources: reportSources, press, publicUrl: config.publicUrl, now }));
  app.use('/api/investment/export', limitRate(Math.min(config.searchesPerMinute, FILES_PER_MINUTE)));
  app.use(landExportRoutes({ database }));
  app.use('/api/investment/assemblies', limitRate(config.searchesPerMinute));
  app.use(assembliesRoutes({ database }));
  app.use('/api/investment/search', limitRate(config.searchesPerMinute));
  app.use(landSearchRoutes({ database, log }));
  const sources = {
    parcel: (identifier: string, day: string) => findParcelFacts(database.db, identifier, day),
    parcelExtract: (identifier: string, day: string) => parcelExtract(database.db, identifier, day),
    placeExtract: (lon: number, lat: number, day: string) => placeExtract(database.db, lon, lat, day),
    areaExtract: (geometry: AreaExtractRequest['geometry'], day: string) => areaExtract(database.db, geometry, day),
    search: (text: string, lang: 'pl' | 'en') => find(text, null, 20, lang),
  };
  app.use(statementRoutes({ database, publicUrl: config.publicUrl, sources }));
  app.use(['/verify', '/api/verify'], limitRate(config.searchesPerMinute));
  // Each keeps a document and takes a thread: nobody needs one every second.
  app.use(['/api/parcels/*identifier/extract.pdf', '/api/parcels/*identifier/records'], limitRate(Math.min(config.searchesPerMinute, PAPERS_PER_MINUTE)));
  app.use(documentRoutes({ database, publicUrl: config.publicUrl, sources, press }));
  app.use(historyRoutes({ database }));
  app.use(parcelRoutes({ database }));
  app.use(backgroundsRoutes({ config }));
  app.use(stylesRoutes({ config }));
  app.post('/api/links', limitRate(Math.min(config.searchesPerMinute, LINKS_PER_MINUTE)));
  app.use(linkRoutes({ config, database }));
  app.use('/api/investment/watches', limitRate(config.searchesPerMinute));
  app.post('/api/investment/watches', limitRate(Math.min(config.searchesPerMinute, WATCHES_PER_MINUTE)));
  const watchMail = config.mail && { enqueue, withdraw, isAddress };
  app.use(watchRoutes({ config, database, now, mail: watchMail }));
  const watches = followWatches({ database, publicUrl: config.publicUrl, mail: watchMail, log, now });
  app.use(procedureRoutes({ database }));
  const enquiries = openEnquiries({ config, database, log, now });
  app.use(enquiries.routes);
  app.use(siteDeskRoutes({ database }));
  app.use(searchFigureRoutes({ database }));
  const post = config.mail && openPost({ db: database.db, mail: config.mail, log });
  const days = followDays({ database, log, now });
  const facts = followLandFacts({ database, log, now });
  app.use(overlapRoutes({ database }));
  app.use(oldAddresses());
  app.use(clientFiles(clientDirectory));
  app.use((req) => { throw new Problem('not-found', `Nothing is served at ${req.path.slice(0, 200)}.`); });
  app.use(((error: unknown, req, res, _next) => { fail(req, res, error); }) satisfies ErrorRequestHandler);

  function fail(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    // Nobody reads it any more; what was cut off for that is no fault of ours.
    if (res.closed && !res.writableFinished && problemOf(error).code === 'query-timeout') return;
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ requestId: requestIdOf(req), err: error }, problem.code);
    writeProblem(req, res, problem);
  }

  return {
    handle(req, res) {
      observe(req, res, log, metrics);
      try {
        guardAddress(req);
        guardOrigin(req, config.publicUrl);
        res.setHeader('X-Request-Id', requestIdOf(req));
        if (!tiles.handle(req, res)) app(req, res);
      } catch (error) {
        fail(req, res, error);
      }
    },
    drain() {
      draining = true;
      live.drain();
    },
    async close() { await Promise.all([days.stop(), facts.stop(), watches.stop(), enquiries.stop(), post?.stop(), live.close(), tiles.close(), metrics.close(), press.close()]); },
  };
}
