/** Who asks: set once a request by the accounts room, read by every room that shows or writes something of the office. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { type Account, isAdviser, isChief, isOfPlanning, isPlanner, RESIDENT, type Viewer } from '../../domain/office/roles.ts';
import { Problem } from './problem.ts';

const viewers = new WeakMap<IncomingMessage, Viewer>();
const checks = new WeakMap<IncomingMessage, () => Promise<boolean>>();

/** `still` asks whether the session of the request lives on, in the same role. */
export const setViewer = (req: IncomingMessage, viewer: Viewer, still: () => Promise<boolean>): void => {
  viewers.set(req, viewer);
  checks.set(req, still);
};

/** For answers that last (live events): whether whoever asked is still signed in as what they were. */
export const stillSignedIn = (req: IncomingMessage): Promise<boolean> => checks.get(req)?.() ?? Promise.resolve(false);

const whoAsks = (req: IncomingMessage): Viewer => viewers.get(req) ?? RESIDENT;

/** Who asks, to annotations and procedures: a resident, unless somebody of planning is signed in with all factors. Advisers of investors are residents to them. */
export const viewerOf = (req: IncomingMessage): Viewer => {
  const viewer = whoAsks(req);
  return isOfPlanning(viewer) ? viewer : RESIDENT;
};

/** The account that asks; throws `unauthorized` (401) for residents. */
export function accountOf(req: IncomingMessage): Account {
  const viewer = whoAsks(req);
  if (viewer.kind === 'resident') throw new Problem('unauthorized', 'This is for signed-in people of the office.');
  return viewer;
}

/** Whoever reads what is the planners'; throws 401 for residents, 403 for advisers of investors. */
export function planningAccountOf(req: IncomingMessage): Account {
  const account = accountOf(req);
  if (!isOfPlanning(account)) throw new Problem('forbidden', 'This is for the planning office.');
  return account;
}

/** Throws 401 for residents, 403 for those who are not advisers of investors. */
export function adviserOf(req: IncomingMessage): Account {
  const account = accountOf(req);
  if (!isAdviser(account)) throw new Problem('forbidden', 'This is for advisers of investors.');
  return account;
}

/** Throws 401 for residents, 403 for those who are not planners. */
export function plannerOf(req: IncomingMessage): Account {
  const account = accountOf(req);
  if (!isPlanner(account)) throw new Problem('forbidden', 'This is for planners.');
  return account;
}

/** Throws 401 for residents, 403 for those who are not the chief planner. */
export function chiefOf(req: IncomingMessage): Account {
  const account = accountOf(req);
  if (!isChief(account)) throw new Problem('forbidden', 'This is for the chief planner.');
  return account;
}

/** Throws 401 for residents, 403 for those who are not administrators. */
export function administratorOf(req: IncomingMessage): Account {
  const account = accountOf(req);
  if (account.role !== 'administrator') throw new Problem('forbidden', 'This is for administrators.');
  return account;
}

/** What depends on who asks: never stored, never for other sites' pages. */
export const ownPagesOnly: RequestHandler = (_req, res, next) => {
  res.removeHeader('Access-Control-Allow-Origin');
  res.removeHeader('Access-Control-Expose-Headers');
  res.set('Cache-Control', 'no-store').set('Cross-Origin-Resource-Policy', 'same-origin').vary('Cookie');
  next();
};
