/** How every route is called by the test of all eyes: a route that is not here fails it. */
import { randomUUID } from 'node:crypto';
import { LAYERS } from '../../domain/layers/index.ts';
import { beginningOf, type Thing, type Viewer, VIEWERS, type World } from './eyes-world.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it is about; who may not see that is answered as by `nothing`, which is about something that is not there. */
  readonly thing?: Thing;
  readonly nothing?: Pick<Call, 'path' | 'body'>;
  /** Only they ask this; default: everybody. */
  readonly by?: readonly Viewer[];
  /** Names of canaries that this answer may tell to whoever knew the address. */
  readonly tells?: readonly string[];
  /** Ends sessions: done last. */
  readonly last?: boolean;
  /** An endless answer is read until then. */
  readonly until?: string;
  /** The answer tells a time, or is another file each time. */
  readonly passing?: boolean;
}

type Calls = (world: World, viewer: Viewer) => readonly Call[];
const get = (path: string, more: Partial<Call> = {}): Call => ({ method: 'GET', path, ...more });
const gets = (...paths: string[]): Calls => () => paths.map((path) => get(path));

/** A call about each of these things: `of` says how, given its id and how far up it is addressed. */
const about = (names: readonly string[], of: (id: string, thing: Thing, version: number) => Omit<Call, 'thing' | 'nothing'>): Calls => ({ things }, viewer) => names.map((name) => {
  const thing = things[name]!;
  // Whoever sees it is not to change it: theirs is a version that does not stand.
  const version = thing.eyes.includes(viewer) ? 999 : 1;
  return { ...of(thing.id, thing, version), thing, nothing: of(thing.nothing, thing, version) };
});
const every = (...all: Calls[]): Calls => (world, viewer) => all.flatMap((calls) => calls(world, viewer));
const matching = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

const ANNOTATIONS = ['mine', 'office', 'wasmine', 'wasoffice', 'goneoffice', 'gonemine', 'gonepublic', 'public'];
const PROCEDURES = ['draft', 'withdrawn', 'bare', 'standing'];
/** Asked of lists and searches. */
const SOUGHT = ['minetitle', 'officetitle', 'goneofficetitle', 'wasminebeforetitle', 'publicbeforetitle', 'draftplan', 'withdrawnplan', 'bareplan', 'standingplan', 'nameauthor', 'loginchief', 'draftdesignation', 'sitedraftname', 'sitelatername', 'enquirymessage'];
const DAYS = ['', '1990-06-01', '2026-11-01', '2027-03-01', '2100-01-01'];
const content = { title: 'x', text: '', category: 'note', tags: [], priority: 'low', dueOn: null, assignee: null, visibility: 'office', geometry: null, subjects: [] };

/** Questions to lists: about what the author alone sees, each with a question about nothing. */
const listed = (path: string, more: string): Calls => ({ parcels, zones, plans, places, canaries }, viewer) => {
  const only = ['author'] as const;
  const key = (of: readonly string[], at: number) => encodeURIComponent(of[at]!);
  const ask = (query: string, other: string, eyes: readonly Viewer[]): Call => {
    const thing: Thing = { id: query, nothing: other, eyes };
    return get(`${path}?${more}${query}`, { thing, nothing: { path: `${path}?${more}${other}` } });
  };
  const box = ([lon, lat]: readonly [number, number]): string => `bbox=${[lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4].join(',')}`;
  const first = `${path}?${more}`;
  // Files that take a thread to write: what is in them is what is in the list.
  if (/f=(gpkg|xlsx)/.test(more)) return [get(first), ask(`q=${beginningOf('minetitle')}`, `q=${beginningOf('nothing')}`, only), ask(`parcel=${key(parcels, 0)}`, `parcel=${key(parcels, 2)}`, only)];
  return [
    get(first), get(`${path}?${more}plan=${key(plans, 1)}`), get(`${path}?${more}parcel=${key(parcels, 1)}`), get(`${path}?${more}status=open,in-review,decided,closed`),
    ...['mine', 'office', 'public'].map((visibility) => get(`${path}?${more}visibility=${visibility}`)),
    ...(VIEWERS.indexOf(viewer) < 4 ? [] : ['deleted', 'mine', 'assigned', 'mentioned', 'review'].map((flag) => get(`${path}?${more}${flag}=true`))),
    ask(`parcel=${key(parcels, 0)}`, `parcel=${key(parcels, 2)}`, only), ask(`zone=${key(zones, 0)}`, `zone=${key(zones, 2)}`, only), ask(box(places.mine), box([20.2, 50.1]), only),
    ...['minetitle', 'officetitle', 'wasofficebeforetitle', 'minecomment'].map((name) => ask(`q=${beginningOf(name)}`, `q=${beginningOf('nothing')}`, canaries.get(name)!.eyes)),
    ask(`tag=${canaries.get('minetag')!.text as string}`, 'tag=nic', only),
  ];
};
const annotations = (rest: string, method: string, body?: () => unknown, last = false): Calls =>
  about(ANNOTATIONS, (id, _thing, version) => ({ method, path: `/api/annotations/${id}${rest}`, ...(body ? { body: body() } : {}), headers: matching(version), last }));
const detached = (id: string, thing: Thing, who: (viewer: Viewer) => boolean): Call => ({ method: 'DELETE', path: `/api/annotations/${thing.within}/attachments/${id}`, by: VIEWERS.filter(who) });
const procedures = (rest: string, method: string, body?: (id: string) => unknown): Calls =>
  about(PROCEDURES, (id, _thing, version) => ({ method, path: `/api/procedures/${id}${rest}`, ...(body ? { body: body(id) } : {}), headers: matching(version) }));
const deskSites = (rest: string, method: string, body?: object): Calls =>
  about(['sitedraft', 'sitestanding'], (id, _thing, version) => ({ method, path: `/api/investment/desk/sites/${id}${rest}`, ...(body ? { body } : {}), headers: matching(Math.max(version, 900)) }));
const parcel = (rest: string, more: Partial<Call> = {}): Calls => ({ parcels: [one] }) => [get(`/api/parcels/${encodeURIComponent(one)}${rest}`, more)];
const plan = (of: (key: string) => string): Calls => about(PROCEDURES, (id) => get(of(id)));
const area = (path: string, more: object = {}): Calls => ({ area: geometry }) => ['2100-01-01', undefined].map((datetime) => ({ method: 'POST', path, body: { geometry, ...(datetime && !('from' in more) ? { datetime } : {}), ...more } }));
const pages = (path: string): Calls => about(PROCEDURES, (id) => get(path.replace('*id', id), { headers: { accept: 'text/html' } }));

export const CALLS: Readonly<Record<string, Calls>> = {
  '/healthz': gets('/healthz'), '/readyz': gets('/readyz'),
  '/api/session': every(gets('/api/session'), () => [
    ...['author', 'halfway', 'disabled'].map((name): Call => ({ method: 'POST', path: '/api/session', by: ['resident'], body: { login: beginningOf(`login${name}`) + 'vuk', password: 'To nie jest hasło.' },
      thing: { id: `${beginningOf(`login${name}`)}vuk`, nothing: 'nikt', eyes: [] }, nothing: { path: '/api/session', body: { login: 'nikt', password: 'To nie jest hasło.' } } })),
    { method: 'DELETE', path: '/api/session', last: true },
  ]),
  ...Object.fromEntries(['/api/session/recovery-codes', '/api/session/authenticator', '/api/session/authenticator/confirmation'].map((path) => [path, () => [{ method: 'POST', path, body: { code: '000000' } }]])),
  '/api/session/second-factor': () => [{ method: 'POST', path: '/api/session/second-factor', body: { code: '000000' }, last: true }],
  '/api/session/enrolment': () => [{ method: 'POST', path: '/api/session/enrolment' }],
  '/api/session/enrolment/confirmation': () => [{ method: 'POST', path: '/api/session/enrolment/confirmation', body: { code: '000000' } }],
  '/api/session/password': () => [{ method: 'POST', path: '/api/session/password', body: { current: 'To nie jest hasło.', password: 'Ani to nie jest hasło.' }, by: VIEWERS.filter((viewer) => viewer !== 'colleague') }],
  '/api/session/oidc': gets('/api/session/oidc?return=/biurko'),
  '/api/session/oidc/callback': gets('/api/session/oidc/callback?code=x&state=y'),
  '/api/sessions': every(gets('/api/sessions'), () => [{ method: 'DELETE', path: '/api/sessions', last: true }]),
  '/api/sessions/:id': ({ deviceSession }) => [{ method: 'DELETE', path: `/api/sessions/${deviceSession}`, by: VIEWERS.filter((viewer) => viewer !== 'author'), thing: { id: String(deviceSession), nothing: '99999', eyes: [] }, nothing: { path: '/api/sessions/99999' } }],
  '/api/invitations/:token': ({ invitation }) => [get(`/api/invitations/${invitation}`, { tells: ['nameinvited'], by: ['resident'] }), get(`/api/invitations/${'x'.repeat(43)}`, { by: ['resident', 'colleague'] })],
  '/api/invitations': () => [{ method: 'POST', path: '/api/invitations', body: { token: 'x'.repeat(43), password: 'Ani to nie jest hasło.' }, by: ['resident', 'colleague'] }],
  '/api/accounts': every(gets('/api/accounts'), () => [{ method: 'POST', path: '/api/accounts', body: { login: `x${randomUUID()}`, name: 'x', role: 'administrator', wholeCity: true, areas: [] } }]),
  '/api/accounts/:id': ({ people }, viewer) => [{ method: 'PATCH', path: `/api/accounts/${people.author.id}`, body: viewer === 'admin' ? {} : { disabled: true }, thing: { id: String(people.author.id), nothing: '99999', eyes: ['admin'] }, nothing: { path: '/api/accounts/99999', body: { disabled: true } } }],
  '/api/accounts/:id/invitation': ({ people }) => [{ method: 'POST', path: `/api/accounts/${people.halfway.id}/invitation`, by: VIEWERS.filter((viewer) => viewer !== 'admin'), thing: { id: String(people.halfway.id), nothing: '99999', eyes: [] }, nothing: { path: '/api/accounts/99999/invitation' } },
    { method: 'POST', path: '/api/accounts/99999/invitation' }],
  '/api/colleagues': gets('/api/colleagues'),

  '/api/investment/enquiries/token': about(['sitedraft'], (id) => get(`/api/investment/enquiries/token?site=${id}`)),
  '/api/investment/enquiries': about(['sitedraft'], (id) => ({ method: 'POST', path: '/api/investment/enquiries', body: { token: 'x', site: id, name: 'x', email: 'x@example.org', message: 'x', website: '', consent: true } })),
  '/api/investment/desk/enquiries': gets('/api/investment/desk/enquiries', '/api/investment/desk/enquiries?status=new'),
  '/api/investment/desk/enquiries/:id': every(about(['enquiry'], (id) => get(`/api/investment/desk/enquiries/${id}`)), about(['enquiry'], (id) => ({ method: 'PATCH', path: `/api/investment/desk/enquiries/${id}`, body: { status: 'spam' }, headers: matching(999) }))),
  '/api/investment/desk/search-figures': gets('/api/investment/desk/search-figures', '/api/investment/desk/search-figures?days=7'),
  '/api/investment/desk/sites': every(gets('/api/investment/desk/sites'), () => [{ method: 'POST', path: '/api/investment/desk/sites', body: {} }], about(['sitedraft'], (id) => get(`/api/investment/sites/${id}`))),
  '/api/investment/desk/sites/:key': every(deskSites('', 'GET'), deskSites('', 'PUT', { name: 'x', status: 'available', strategic_area: 'other', offer_form: 'sale', price_pln: null, by_tender: true, parcels: ['126105_9.0001.1'], utilities: [], power_kw: null, road_access: null, rail_access: null, contact: null, files: [] })),
  '/api/investment/desk/sites/:key/history': deskSites('/history', 'GET'),
  '/api/investment/desk/sites/:key/publication': deskSites('/publication', 'POST', {}),
  '/api/investment/desk/sites/:key/withdrawal': deskSites('/withdrawal', 'POST', { reason: 'x' }),
  '/api/investment/desk/sites/:key/restoration': deskSites('/restoration', 'POST', { version: 1 }),
  '/api/investment/desk/sites/:key/files': deskSites(`/files?id=${randomUUID()}&name=x`, 'POST', {}),
  '/api/investment/desk/sites/:key/files/:file': about(['sitedraftfile', 'sitestandingfile'], (id, { within }) => get(`/api/investment/desk/sites/${within}/files/${id}`)),
  '/api/investment/sites/:key/files/:file': about(['sitedraftfile', 'sitestandingfile'], (id, { within }) => get(`/api/investment/sites/${within}/files/${id}`)),

  '/api/annotations/events': () => ['0', undefined].map((last) => get('/api/annotations/events', { until: 'event: hello', passing: true, ...(last === undefined ? {} : { headers: { 'last-event-id': last } }) })),
  '/api/annotations/export': every(...['geojson', 'gpkg', 'xlsx'].map((f) => listed('/api/annotations/export', `f=${f}&`))),
  '/api/annotations/map': every(listed('/api/annotations/map', 'full=true&'), listed('/api/annotations/map', '')),
  '/api/annotations': every(listed('/api/annotations', 'limit=500&'), listed('/api/annotations', 'sort=title&limit=500&'), ({ parcels }) => [{ method: 'POST', path: '/api/annotations', body: { id: randomUUID(), ...content, subjects: [{ kind: 'parcel', key: parcels[1] }] } }],
    // With the id of another's: it is taken, and no more is told.
    ({ things, parcels }) => ['mine', 'goneoffice'].map((name) => ({ method: 'POST', path: '/api/annotations', by: VIEWERS.filter((viewer) => viewer !== 'author'), body: { ...content, id: things[name]!.id, subjects: [{ kind: 'parcel', key: parcels[1] }] } }))),
  '/api/annotations/bulk': about(ANNOTATIONS, (id, _thing, version) => ({ method: 'POST', path: '/api/annotations/bulk', body: { annotations: [{ id, version }], change: { priority: 'low' } } })),
  '/api/annotations/:id': every(annotations('', 'GET'), annotations('', 'PUT', () => content), annotations('', 'DELETE')),
  '/api/annotations/:id/status': annotations('/status', 'POST', () => ({ to: 'in-review', note: 'x' })),
  '/api/annotations/:id/restore': annotations('/restore', 'POST', () => ({ version: 1 })),
  '/api/annotations/:id/reviews': annotations('/reviews', 'POST', () => ({ parcel: 'x', parcels: [] })),
  '/api/annotations/:id/versions': annotations('/versions', 'GET'),
  '/api/annotations/:id/comments': every(annotations('/comments', 'POST', () => ({ id: randomUUID(), text: 'Czy widać?' })),
    ({ things }) => [{ method: 'POST', path: `/api/annotations/${things['office']!.id}/comments`, by: VIEWERS.filter((viewer) => viewer !== 'author'), body: { id: things['minecomment']!.id, text: 'Czy jest?' } }]),
  '/api/annotations/:id/comments/:comment': about(['minecomment', 'officecomment', 'publiccomment', 'goneofficecomment', 'gonepubliccomment'], (id, thing) => ({ method: 'DELETE', path: `/api/annotations/${thing.within}/comments/${id}`, by: VIEWERS.filter((viewer) => viewer !== 'author') })),
  '/api/annotations/:id/attachments': about(ANNOTATIONS, (id) => ({ method: 'POST', path: `/api/annotations/${id}/attachments?id=${randomUUID()}&name=x.pdf`, body: '%PDF-x' })),
  '/api/annotations/:id/attachments/:attachment': every(about(['mineattachment', 'officeattachment', 'publicattachment', 'goneofficeattachment', 'gonemineattachment', 'gonepublicattachment'], (id, thing) => get(`/api/annotations/${thing.within}/attachments/${id}`)),
    about(['mineattachment', 'gonemineattachment'], (id, thing) => detached(id, thing, (viewer) => viewer !== 'author')),
    about(['officeattachment', 'publicattachment', 'goneofficeattachment', 'gonepublicattachment'], (id, thing) => detached(id, thing, (viewer) => !['author', 'colleague', 'chief'].includes(viewer)))),

  '/api/procedures': every(gets('/api/procedures'), ({ things }) => [{ method: 'POST', path: '/api/procedures', body: { key: things['draft']!.id } }]),
  '/api/procedures/:key': every(procedures('', 'GET'), procedures('', 'PUT', () => ({ name: 'x' }))),
  '/api/procedures/:key/history': procedures('/history', 'GET'),
  '/api/procedures/:key/drafts': procedures('/drafts', 'POST', () => ({ from: 'empty', note: 'x' })),
  '/api/procedures/:key/drafts/import': procedures('/drafts/import?name=x.geojson', 'POST', () => ({ type: 'FeatureCollection', features: [] })),
  '/api/procedures/:key/drafts/:number': every(procedures('/drafts/1', 'GET'), procedures('/drafts/2', 'GET'), procedures('/drafts/1', 'DELETE')),
  '/api/procedures/:key/drafts/:number/zones': procedures('/drafts/1/zones', 'POST', () => ({ write: [], remove: [1] })),
  '/api/procedures/:key/drafts/:number/checks': procedures('/drafts/1/checks', 'GET'),
  '/api/procedures/:key/drafts/:number/overrulings': procedures('/drafts/1/overrulings', 'POST', () => ({ finding: 'gap-x', reason: 'Powód jest długi.' })),
  '/api/procedures/:key/publication': procedures('/publication', 'POST', () => ({ draft: 1, draftVersion: 1 })),
  '/api/procedures/:key/withdrawal': procedures('/withdrawal', 'POST', () => ({ reason: 'Powód jest długi.' })),
  '/api/overlaps/overrulings': ({ parcels: [one] }) => [get(`/api/overlaps/overrulings?parcel=${encodeURIComponent(one)}`), { method: 'POST', path: '/api/overlaps/overrulings', body: { parcel: 'x', layer: 'zones', zone: 'x:y', says: 'applies', reason: 'Powód jest długi.' } }],
  '/api/overlaps/overrulings/:id': ({ overruling }) => [{ method: 'DELETE', path: `/api/overlaps/overrulings/${overruling}`, by: VIEWERS.filter((viewer) => !['author', 'colleague', 'chief'].includes(viewer)) }],

  '/api': gets('/api', '/api?f=html'), '/api/conformance': gets('/api/conformance'), '/api/openapi.json': gets('/api/openapi.json'), '/api/sources': gets('/api/sources'),
  '/api/collections': gets('/api/collections', '/api/collections?f=html'),
  '/api/collections/:layer': gets('/api/collections/plans', '/api/collections/zones'),
  '/api/collections/:layer/queryables': gets('/api/collections/plans/queryables', '/api/collections/zones/queryables'),
  '/api/collections/:layer/schema': gets('/api/collections/plans/schema', '/api/collections/zones/schema'),
  '/api/collections/:layer/items': every(
    ({ places: { plan: [lon, lat] } }, viewer) => ['plans', 'zones'].flatMap((layer) => ['json', 'html', 'csv'].flatMap((f) => [...DAYS, '../..', '2026-01-01/..'].map((day) =>
      get(`/api/collections/${layer}/items?f=${f}&limit=500&bbox=${lon - 0.002},${lat - 0.002},${lon + 0.002},${lat + 0.002}${day && `&datetime=${day}`}`)))).concat(
      viewer === 'resident' || viewer === 'author' ? LAYERS.map(({ id }) => get(`/api/collections/${id}/items?limit=100&bbox=${lon - 0.001},${lat - 0.001},${lon + 0.001},${lat + 0.001}`)) : []),
    () => ['draftplan', 'withdrawnplan', 'bareplan'].map((name) => get(`/api/collections/plans/items?filter=${encodeURIComponent(`name LIKE '${beginningOf(name)}%'`)}`, {
      thing: { id: beginningOf(name), nothing: beginningOf('nothing'), eyes: [] }, nothing: { path: `/api/collections/plans/items?filter=${encodeURIComponent(`name LIKE '${beginningOf('nothing')}%'`)}` }, passing: true })),
    about(PROCEDURES, (id) => get(`/api/collections/zones/items?plan=${id}`, { passing: true })),
  ),
  '/api/collections/:layer/items/:id': () => [1, 2, 3].flatMap((id) => ['plans', 'zones'].map((layer) => get(`/api/collections/${layer}/items/${id}`))),
  '/api/search': () => SOUGHT.flatMap((name) => [get(`/api/search?q=${beginningOf(name)}`), get(`/api/search?q=${beginningOf(name)}&lang=en`)]).concat(['ZN.77311', 'ZN.77312', 'ZN.77314'].map((symbol) => get(`/api/search?q=${symbol.slice(0, -1)}`))),
  '/api/search/area': ({ area: geometry }) => [undefined, '2100-01-01'].map((datetime) => ({ method: 'POST', path: '/api/search/area', body: { area: { type: 'geometry', geometry }, layers: ['plans', 'zones', 'parcels'], ...(datetime ? { datetime } : {}) } })),
  '/api/parcels/*identifier': parcel(''), '/api/parcels/*identifier/extract': every(parcel('/extract'), parcel('/extract?datetime=2100-01-01')), '/api/parcels/*identifier/history': parcel('/history'),
  '/api/parcels/*identifier/statement': every(parcel('/statement'), parcel('/statement?lang=en&datetime=2100-01-01')), '/api/parcels/*identifier/document': parcel('/document'),
  '/api/parcels/*identifier/records': ({ parcels: [one] }) => [{ method: 'POST', path: `/api/parcels/${encodeURIComponent(one)}/records` }],
  '/api/parcels/*identifier/extract.pdf': parcel('/extract.pdf', { passing: true, by: ['resident', 'author'] }),
  '/api/parcels/*identifier/difference': every(parcel('/difference?from=2015-01-01&to=2100-01-01'), (world, viewer) => about(PROCEDURES, (id) => get(`/api/parcels/${encodeURIComponent(world.parcels[0])}/difference?draft=${id}`))(world, viewer)),
  '/api/plans/:key/difference': plan((key) => `/api/plans/${key}/difference`),
  '/api/areas/difference': every(area('/api/areas/difference', { from: '2015-01-01', to: '2100-01-01' }), ({ area: geometry, things }) => PROCEDURES.map((name) => ({ method: 'POST', path: '/api/areas/difference', body: { geometry, draft: things[name]!.id } }))),
  '/api/areas/extract': area('/api/areas/extract'), '/api/areas/statement': ({ area: geometry }) => [{ method: 'POST', path: '/api/areas/statement?lang=pl', body: { geometry } }],
  '/api/places/extract': ({ places: { plan: [lon, lat] } }) => DAYS.map((day) => get(`/api/places/extract?lon=${lon}&lat=${lat}${day && `&datetime=${day}`}`)),
  '/api/places/statement': ({ places: { plan: [lon, lat] } }) => [get(`/api/places/statement?lon=${lon}&lat=${lat}`)],
  '/api/investment/export': gets('/api/investment/export?format=csv&filter=area_ha%20%3E%203', '/api/investment/export?format=geojson&kinds=site&crs=EPSG:2178', '/api/investment/export?format=dxf&kinds=site'),
  '/api/investment/assemblies': gets('/api/investment/assemblies?area_min=0.5', '/api/investment/assemblies?area_min=0.1&max_parcels=3&filter=flood_pct%20%3D%200'),
  '/api/investment/search': gets('/api/investment/search?limit=100', '/api/investment/search?filter=motorway_m%20%3C%203000&weights=area_ha:1&relax=true', '/api/investment/search?filter=name%20LIKE%20%27%25%27&facets=false'),
  '/api/investment/watches': () => [{ method: 'POST', path: '/api/investment/watches', body: { name: 'x', filter: '', notify: 'feed', lang: 'pl' }, passing: true }, { method: 'POST', path: '/api/investment/watches', body: { name: 'x', filter: "name = 'x'", notify: 'email', email: 'a@example.org', lang: 'pl' } }],
  '/api/investment/watches/preview': () => ['', "status = 'available'"].map((filter) => ({ method: 'POST', path: '/api/investment/watches/preview', body: { filter }, passing: true })), '/api/investment/watches/ways': gets('/api/investment/watches/ways'),
  '/api/investment/watches/:id/feed.atom': gets(`/api/investment/watches/${'x'.repeat(22)}/feed.atom`),
  ...Object.fromEntries(['confirm', 'end'].map((what) => [`/api/investment/watches/${what}`, () => ['GET', 'POST'].map((method): Call => ({ method, path: `/api/investment/watches/${what}?token=${'x'.repeat(43)}` }))])),
  '/api/investment/sites/:key': every(about(['sitedraft', 'sitestanding'], (id) => get(`/api/investment/sites/${id}`)), gets('/api/investment/sites/ti-nowa-huta-01', '/api/investment/sites/ti-nowa-huta-01?datetime=2100-01-01')),
  '/api/investment/report.pdf': every(about(['sitedraft'], (id) => get(`/api/investment/report.pdf?sites=${id}`, { passing: true, by: ['resident', 'adviser'] })), () => [get('/api/investment/report.pdf?sites=ti-nowa-huta-01&lang=en', { passing: true, by: ['resident'] })]),
  '/api/investment/capacity': ({ parcels: [one, two] }) => [get(`/api/investment/capacity?parcels=${encodeURIComponent(one)},${encodeURIComponent(two)}`), get(`/api/investment/capacity?parcels=${encodeURIComponent(one)}&datetime=2100-01-01`)],
  '/api/plans/statement': every(gets('/api/plans/statement', '/api/plans/statement?status=in-preparation&datetime=2100-01-01'), () => SOUGHT.map((name) => get(`/api/plans/statement?q=${beginningOf(name)}`))),
  '/api/plans/*key/statement': plan((key) => `/api/plans/${key}/statement`),
  '/api/districts/*key/statement': gets('/api/districts/I/statement', '/api/districts/I/statement?datetime=2100-01-01'),
  '/tekst': gets('/tekst'), '/tekst/szukaj': () => SOUGHT.map((name) => get(`/tekst/szukaj?q=${beginningOf(name)}`)), '/tekst/plany': gets('/tekst/plany', '/tekst/plany?datetime=2100-01-01&order=next'),
  '/tekst/dzialka/*identifier': ({ parcels: [one] }) => [get(`/tekst/dzialka/${one}`)], '/tekst/miejsce': ({ places: { plan: [lon, lat] } }) => [get(`/tekst/miejsce?lon=${lon}&lat=${lat}`)],
  '/tekst/plan/*key': plan((key) => `/tekst/plan/${key}`), '/tekst/dzielnica/*key': gets('/tekst/dzielnica/I'), '/tekst/styl.css': gets('/tekst/styl.css'),
  '/api/verify/:hash': gets(`/api/verify/${'0'.repeat(64)}`), '/verify/:hash': gets(`/verify/${'0'.repeat(64)}`),
  '/api/links': ({ things }) => [{ method: 'POST', path: '/api/links', body: { target: `/plan/${things['draft']!.id}` } }],
  '/l/:code': ({ links, things }) => [get(`/l/${links.office}`, { tells: ['officeid'], thing: { id: things['office']!.id, nothing: things['office']!.nothing, eyes: [] }, nothing: { path: `/l/${links.nothing}` } })],
  '/styles/backgrounds.json': gets('/styles/backgrounds.json'),
  ...Object.fromEntries(['light', 'dark', 'contrast'].flatMap((id) => [`/styles/${id}.json`, ...['', '@2x'].flatMap((ratio) => [`/styles/sprites/${id}${ratio}.json`, `/styles/sprites/${id}${ratio}.png`])]).map((path) => [path, gets(path)])),

  // Pages of the client: they hold nothing; what they show they ask for.
  ...Object.fromEntries(['/', '/plany', '/biurko', '/embed'].map((path) => [path, gets(path)])),
  '/plan/*id': pages('/plan/*id'), '/teren/*id': pages('/teren/*id'), '/przeznaczenie/*id': pages('/przeznaczenie/*id'), '/dzielnica/*id': gets('/dzielnica/I'), '/obiekt/*id': pages('/obiekt/plans/*id'), '/obiekty/*id': pages('/obiekty/plans/*id'), '/dzialka/*id': ({ parcels: [one] }) => [get(`/dzialka/${one}`)],
  '/adnotacja/*id': about(ANNOTATIONS, (id) => get(`/adnotacja/${id}`)), '/zaproszenie/:token': ({ invitation }) => [get(`/zaproszenie/${invitation}`)],
};

/** What stands beside the router: the door of tiles, old addresses, addresses of nobody. */
export const BESIDE: Calls = ({ places: { plan: [lon, lat] } }) => {
  const tile = (z: number): string => {
    const [x, y] = [((lon + 180) / 360) * 2 ** z, ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z];
    return `${z}/${Math.floor(x)}/${Math.floor(y)}.mvt`;
  };
  return [
    ...LAYERS.map(({ id }) => get(`/tiles/${id}.json`)), get('/tiles/annotations.json'), get('/tiles/procedures.json'),
    ...[10, 12, 14, 16, 18].flatMap((z) => ['plans', 'zones', 'plans,zones'].flatMap((layers) => DAYS.map((day) => get(`/tiles/${layers}/${tile(z)}${day && `?datetime=${day}`}`)))),
    get(`/tiles/annotations/${tile(14)}`), get('/nic-takiego'), get('/api/nic-takiego'), get('/api/annotations/nic'), get('/metrics'), get('/.env'),
  ];
};
