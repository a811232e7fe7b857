/** One address and its methods: whatever is not listed is answered 405 with Allow, OPTIONS says what is. */
import type { IRouter, RequestHandler } from 'express';
import { Problem } from './problem.ts';

export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', RequestHandler | RequestHandler[]>>;

/**
 * Registers `path` with its handlers; HEAD comes with GET.
 * @example resource(router, '/api/search', { GET: searchHandler })
 */
export function resource(router: IRouter, path: string | string[], methods: Methods): void {
  const allow = [...Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');
  const route = router.route(path);
  for (const [method, handlers] of Object.entries(methods)) route[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](handlers);
  route.options((_req, res) => { res.set('Allow', allow).set('Access-Control-Allow-Methods', allow).status(204).end(); });
  route.all((req) => { throw new Problem('method-not-allowed', `${req.method} is not possible here.`, undefined, { Allow: allow }); });
}
