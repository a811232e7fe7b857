/** The world of the test of all eyes: everything of the office that is not everybody's, each text of it a word that stands nowhere else. */
import { randomUUID } from 'node:crypto';
import { hashOf } from '../../server/rooms/accounts/tokens.ts';
import { startSession } from '../../server/rooms/accounts/sessions.repository.ts';
import type { AnnotationContent } from '../../domain/contract/office/annotation.ts';
import type { DraftZone, NewProcedure } from '../../domain/contract/office/procedure.ts';
import type { TestApp } from '../support/app.ts';
import type { Role } from '../../domain/office/roles.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';
import { pdf } from './attachments-files.ts';

export const VIEWERS = ['resident', 'disabled', 'expired', 'halfway', 'author', 'colleague', 'elsewhere', 'chief', 'admin', 'adviser'] as const;
export type Viewer = (typeof VIEWERS)[number];
export const NOBODY: readonly Viewer[] = [];
export const OFFICE: readonly Viewer[] = ['author', 'colleague', 'elsewhere', 'chief', 'admin'];
const AUTHOR: readonly Viewer[] = ['author'];
/** Who reads names of colleagues; advisers of investors read nothing else of these. */
export const COLLEAGUES: readonly Viewer[] = [...OFFICE, 'adviser'];
const ADVISER: readonly Viewer[] = ['adviser'];
/** Who may bring it back sees what was deleted. */
const RESTORERS: readonly Viewer[] = ['author', 'chief'];
const CHIEF: readonly Viewer[] = ['chief'];

/** A text and who may read it. `shown`: also that they do. */
export interface Canary { readonly text: string | RegExp; readonly eyes: readonly Viewer[]; readonly shown: boolean }
/** Something with an address; for everybody else it is as if it were not, like `nothing`. */
export interface Thing { readonly id: string; readonly nothing: string; readonly eyes: readonly Viewer[]; readonly within?: string }

/** Searches ask for this, so that what they repeat of the question is no find. */
export const beginningOf = (name: string): string => `zq${name}`;
const END = 'vuk';

export type World = Awaited<ReturnType<typeof openWorld>>;

const CORNER = { easting: 7_424_000, northing: 5_547_600 };
const PLAIN = { maxHeightM: null, maxHeightParagraph: null, minIntensity: null, maxIntensity: null, intensityParagraph: null, maxBuiltUpPct: null, builtUpParagraph: null, minBioActivePct: null,
  bioActiveParagraph: null, parkingParagraph: null } as const;

export async function openWorld(app: TestApp) {
  const { db } = app.database;
  const canaries = new Map<string, Canary>();
  const word = (name: string, eyes: readonly Viewer[], shown = true): string => {
    const text = `${beginningOf(name)}${END}`;
    canaries.set(name, { text, eyes, shown });
    return text;
  };

  const person = (who: string, role: Role, keys: readonly string[], eyes = COLLEAGUES): Promise<Person> =>
    signIn(app, { login: word(`login${who}`, eyes), name: `Jan ${word(`name${who}`, eyes)}`, role, areas: keys.map((key) => ({ kind: 'district', key })) });
  const people: Record<Exclude<Viewer, 'resident'>, Person> = {
    author: await person('author', 'planner', ['I']), colleague: await person('colleague', 'planner', ['I', 'VII']), elsewhere: await person('elsewhere', 'planner', ['XVIII']),
    chief: await person('chief', 'chief-planner', []), admin: await person('admin', 'administrator', []), adviser: await person('adviser', 'investor-adviser', []),
    disabled: await person('disabled', 'planner', ['I'], ['admin']), expired: await person('expired', 'planner', ['I']), halfway: await person('halfway', 'planner', ['I']),
  };
  canaries.set('loginhalfway', { text: people.halfway.login, eyes: [...COLLEAGUES, 'halfway'], shown: true });
  await db.none('UPDATE office.account SET disabled_at = now() WHERE id = $1', [people.disabled.id]);
  await db.none("UPDATE office.session SET seen_at = now() - interval '13 hours', started_at = now() - interval '13 hours', ends_at = now() - interval '1 hour' WHERE account_id = $1", [people.expired.id]);
  await db.none("UPDATE office.session SET state = 'second-factor', ends_at = now() + interval '10 minutes' WHERE account_id = $1", [people.halfway.id]);
  const fetchAs: Record<Viewer, Person['fetch']> = { resident: asBrowser(app), ...Object.fromEntries(Object.entries(people).map(([who, { fetch }]) => [who, fetch])) } as Record<Viewer, Person['fetch']>;

  // oxlint-disable-next-line typescript/no-explicit-any
  const send = async (who: Viewer, method: string, path: string, body?: unknown, version?: number): Promise<any> => {
    const response = await fetchAs[who](path, {
      method, ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body as never : JSON.stringify(body) }), headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };

  // Secrets of accounts, which no answer holds.
  await db.none('UPDATE office.account SET password_hash = $2, oidc_issuer = $3, oidc_subject = $4 WHERE id = $1', [people.colleague.id, `$argon2id$${word('hash', NOBODY)}`, word('issuer', NOBODY), word('subject', NOBODY)]);
  const device = await startSession(db, { accountId: people.author.id, state: 'signed-in', signedInBy: 'password', device: word('device', AUTHOR), idToken: word('idtoken', NOBODY) }, app.now(), app.config.session);
  await db.one("SELECT audit.append($1, 'session.refused', 'account', $2, $3)", [people.author.id, String(people.author.id), JSON.stringify({ reason: word('audit', NOBODY) })]);
  const invited = await db.one<{ id: number }>("INSERT INTO office.account (login, name, role, whole_city) VALUES ($1, $2, 'planner', true) RETURNING id", [word('logininvited', COLLEAGUES), word('nameinvited', COLLEAGUES)]);
  const invitation = randomUUID().replaceAll('-', '').padEnd(43, 'x');
  await db.none("INSERT INTO office.invitation VALUES ($1, $2, now() + interval '1 day')", [invited.id, hashOf(invitation)]);

  const square = async (east: number, north: number, width: number, height: number): Promise<DraftZone['geometry']> =>
    (await db.one<{ geometry: DraftZone['geometry'] }>('SELECT ST_AsGeoJSON(ST_Transform(ST_MakeEnvelope($1, $2, $3, $4, 2178), 4326), 10)::json AS geometry',
      [CORNER.easting + east, CORNER.northing + north, CORNER.easting + east + width, CORNER.northing + north + height])).geometry;
  const at = async (east: number, north: number): Promise<[number, number]> =>
    (await db.one<{ at: [number, number] }>('SELECT ARRAY[round(ST_X(p)::numeric, 8), round(ST_Y(p)::numeric, 8)]::float[] AS at FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 2178), 4326) AS p) AS place',
      [CORNER.easting + east, CORNER.northing + north])).at;
  /** A place is told by its first six decimals, both together. */
  const place = (name: string, [lon, lat]: readonly [number, number], eyes: readonly Viewer[]): void => {
    const start = (value: number) => String(Math.floor(value * 1e6) / 1e6).replace('.', String.raw`\.`);
    canaries.set(name, { text: new RegExp(String.raw`${start(lon)}\d*,\s*${start(lat)}\d*`), eyes, shown: true });
  };

  const parcels = await db.map("SELECT parcel.key FROM cadastre.parcel JOIN city.district ON district.key = 'I' AND ST_Contains(district.geom, parcel.geom) WHERE upper_inf(parcel.valid) ORDER BY parcel.geom <-> ST_SetSRID(ST_MakePoint($1, $2), 2178), parcel.key LIMIT 3",
    [CORNER.easting + 50, CORNER.northing + 50], ({ key }: { key: string }) => key) as [string, string, string];
  const zones = await db.map("SELECT zone.key FROM planning.zone JOIN planning.plan ON plan.key = plan_key AND upper_inf(plan.valid) WHERE upper_inf(zone.valid) AND plan.kind = 'MPZP' AND position('/' IN zone.key) = 0 ORDER BY zone.key LIMIT 3", [], ({ key }: { key: string }) => key) as [string, string, string];
  const plans = await db.map("SELECT key FROM planning.plan WHERE upper_inf(valid) AND kind = 'MPZP' ORDER BY key LIMIT 3", [], ({ key }: { key: string }) => key) as [string, string, string];

  // Annotations. The author's own note alone is about the first parcel, zone and plan; the others about the second; nothing is about the third.
  const note = (name: string, eyes: readonly Viewer[], point: [number, number], on: 0 | 1, change: Partial<AnnotationContent> = {}): AnnotationContent => ({
    title: `Notatka ${word(`${name}title`, eyes)}`, text: `**Treść** ${word(`${name}text`, eyes)}`, category: 'question', tags: [word(`${name}tag`, eyes)], priority: 'normal', dueOn: null, assignee: null, visibility: 'office',
    geometry: { type: 'Point', coordinates: point }, subjects: [{ kind: 'parcel', key: parcels[on] }, { kind: 'zone', key: zones[on] }, { kind: 'plan', key: plans[on] }, { kind: 'paragraph', key: plans[on], paragraph: word(`${name}paragraph`, eyes) }], ...change,
  });
  const things: Record<string, Thing> = {};
  const made = async (name: string, content: AnnotationContent, eyes: readonly Viewer[], knownBy = eyes): Promise<string> => {
    const id = randomUUID();
    await send('author', 'POST', '/api/annotations', { id, ...content });
    things[name] = { id, nothing: randomUUID(), eyes };
    // Of those that are gone live events tell the id.
    canaries.set(`${name}id`, { text: id, eyes: knownBy, shown: true });
    return id;
  };
  const answered = async (name: string, eyes: readonly Viewer[]): Promise<void> => {
    const [id, comment, attachment] = [things[name]!.id, randomUUID(), randomUUID()];
    await send('author', 'POST', `/api/annotations/${id}/comments`, { id: comment, text: `${eyes === AUTHOR ? '' : `@${people.chief.login} `}${word(`${name}comment`, eyes)}` });
    await send('author', 'POST', `/api/annotations/${id}/attachments?id=${attachment}&name=${word(`${name}file`, eyes)}.pdf`, pdf(`/Title (${word(`${name}content`, eyes)})`));
    things[`${name}comment`] = { id: comment, nothing: randomUUID(), eyes, within: id };
    things[`${name}attachment`] = { id: attachment, nothing: randomUUID(), eyes, within: id };
    for (const kind of ['comment', 'attachment']) canaries.set(`${name}${kind}id`, { text: things[`${name}${kind}`]!.id, eyes, shown: true });
  };
  const versionOf = async (id: string): Promise<number> => (await db.one<{ version: number }>('SELECT version FROM office.annotation WHERE id = $1', [id])).version;

  const [minePlace, officePlace] = [await at(433.7, 211.3), await at(617.9, 377.1)];
  place('mineplace', minePlace, AUTHOR);
  place('officeplace', officePlace, OFFICE);
  await made('mine', note('mine', AUTHOR, minePlace, 0, { visibility: 'mine' }), AUTHOR);
  await answered('mine', AUTHOR);
  const office = await made('office', note('office', OFFICE, officePlace, 1, { assignee: people.colleague.id }), OFFICE);
  await answered('office', OFFICE);
  await send('author', 'POST', `/api/annotations/${office}/status`, { to: 'in-review', note: word('statusnote', OFFICE) }, await versionOf(office));

  const shown = await made('public', note('publicbefore', OFFICE, await at(600, 300), 1), VIEWERS);
  await answered('public', OFFICE);
  await send('chief', 'PUT', `/api/annotations/${shown}`, note('public', VIEWERS, await at(600, 300), 1, { visibility: 'public', assignee: people.colleague.id, subjects: [] }), await versionOf(shown));
  // Paragraphs stand in subjects, which this one has none of.
  canaries.delete('publicparagraph');

  const laterOffice = await made('wasmine', note('wasminebefore', AUTHOR, await at(560, 300), 1, { visibility: 'mine' }), OFFICE);
  await send('author', 'PUT', `/api/annotations/${laterOffice}`, note('wasmine', OFFICE, await at(560, 300), 1), 1);
  const laterMine = await made('wasoffice', note('wasofficebefore', AUTHOR, await at(433, 200), 0), AUTHOR, OFFICE);
  await send('author', 'PUT', `/api/annotations/${laterMine}`, note('wasoffice', AUTHOR, await at(433, 200), 0, { visibility: 'mine' }), 1);
  for (const [name, eyes, visibility] of [['goneoffice', RESTORERS, 'office'], ['gonemine', AUTHOR, 'mine']] as const) {
    const id = await made(name, note(name, eyes, await at(580, 300), visibility === 'mine' ? 0 : 1, { visibility }), eyes, visibility === 'mine' ? AUTHOR : OFFICE);
    await answered(name, eyes);
    await send('author', 'DELETE', `/api/annotations/${id}`, undefined, await versionOf(id));
  }

  // What was everybody's is the chief planner's to take away, and to bring back.
  const gonePublic = await made('gonepublic', note('gonepublicbefore', CHIEF, await at(590, 300), 1), CHIEF, OFFICE);
  await answered('gonepublic', CHIEF);
  await send('chief', 'PUT', `/api/annotations/${gonePublic}`, note('gonepublic', CHIEF, await at(590, 300), 1, { visibility: 'public' }), await versionOf(gonePublic));
  await send('chief', 'DELETE', `/api/annotations/${gonePublic}`, undefined, await versionOf(gonePublic));

  // Procedures at one place: a draft never published, one published and withdrawn, one without a draft, and one that stands published with a later draft.
  const zone = (name: string, symbol: string, eyes: readonly Viewer[], geometry: DraftZone['geometry']): DraftZone => {
    canaries.set(`${name}symbol`, { text: symbol, eyes, shown: true });
    return { ...PLAIN, symbol, zoneClass: 'ZN', designation: word(`${name}designation`, eyes), paragraph: word(`${name}zoneparagraph`, eyes), parking: word(`${name}parking`, eyes), geometry };
  };
  const procedure = async (name: string, eyes: readonly Viewer[]): Promise<string> => {
    const key = word(`${name}key`, eyes);
    const event = { stage: 'INITIATION' as const, untilDate: null };
    const body: NewProcedure = {
      key, name: word(`${name}plan`, eyes), kind: 'MPZP', procedure: 'NEW', definitionRegime: 'ACT_2023', lead: people.author.id, boundary: await square(0, 0, 200, 100), replaces: null,
      documents: [{ kind: 'initiation', title: word(`${name}document`, eyes), number: word(`${name}number`, eyes), dated: '2026-01-14', url: `https://example.org/${word(`${name}url`, eyes)}` }],
      events: [
        { ...event, title: word(`${name}event`, eyes), dueOn: null, onDate: '2026-01-14', document: word(`${name}act`, eyes) },
        { ...event, stage: 'CONSULTATION', title: word(`${name}due`, OFFICE), dueOn: '2027-01-14', onDate: null, document: null },
      ],
    };
    await send('author', 'POST', '/api/procedures', body);
    things[name] = { id: key, nothing: key.replace('zq', 'zw'), eyes };
    return `/api/procedures/${key}`;
  };
  const draft = async (path: string, name: string, note_: string, zone_: DraftZone): Promise<void> => {
    const { number } = await send('author', 'POST', `${path}/drafts`, { from: 'empty', note: word(`${name}${note_}`, OFFICE) });
    await send('author', 'POST', `${path}/drafts/${number}/zones`, { remove: [], write: [zone_] }, 1);
  };
  const publishes = async (path: string, deed: 'publication' | 'withdrawal', body: object): Promise<unknown> => send('chief', 'POST', `${path}/${deed}`, body, (await send('chief', 'GET', path)).version);

  const whole = await square(0, 0, 200, 100);
  const half = await square(0, 0, 113.7, 100);
  place('draftcorner', (half.coordinates as number[][][])[0]![2] as [number, number], OFFICE);
  const drafted = await procedure('draft', OFFICE);
  await draft(drafted, 'draft', 'note', zone('draft', 'ZN.77311', OFFICE, half));
  const { findings: [gap] } = await send('author', 'GET', `${drafted}/drafts/1/checks`);
  await send('author', 'POST', `${drafted}/drafts/1/overrulings`, { finding: gap.id, reason: `Powód ${word('overruling', OFFICE)}` });
  const withdrawn = await procedure('withdrawn', OFFICE);
  await draft(withdrawn, 'withdrawn', 'note', zone('withdrawn', 'ZN.77312', OFFICE, whole));
  await publishes(withdrawn, 'publication', { draft: 1, draftVersion: 2 });
  await publishes(withdrawn, 'withdrawal', { reason: `Powód ${word('withdrawal', OFFICE)}` });
  await procedure('bare', OFFICE);
  const standing = await procedure('standing', VIEWERS);
  await draft(standing, 'standing', 'note', zone('standing', 'ZN.77313', VIEWERS, whole));
  await publishes(standing, 'publication', { draft: 1, draftVersion: 2 });
  await draft(standing, 'standing', 'notelater', zone('standinglater', 'ZN.77314', OFFICE, whole));

  // Sites of the Investor Service Centre: one never published, one published with a later draft; and what somebody asked.
  const [land] = await db.map("SELECT parcel.key FROM cadastre.parcel JOIN city.district ON district.key = 'XVIII' AND ST_Contains(district.geom, parcel.geom) WHERE upper_inf(parcel.valid) AND registration_group = 4 ORDER BY parcel.key LIMIT 1", [], ({ key }: { key: string }) => key) as [string];
  const offer = (name: string, eyes: readonly Viewer[], files: object[] = []) => ({ name: word(`${name}name`, eyes, eyes === ADVISER), status: 'available', strategic_area: 'other', offer_form: 'sale', price_pln: null, by_tender: true, parcels: [land], utilities: [], power_kw: null,
    road_access: word(`${name}road`, eyes, eyes === ADVISER), rail_access: null, contact: word(`${name}contact`, eyes, eyes === ADVISER), files });
  const site = async (name: string, eyes: readonly Viewer[]): Promise<string> => {
    const [key, id] = [word(`${name}key`, eyes, eyes === ADVISER), randomUUID()];
    await send('adviser', 'POST', '/api/investment/desk/sites', { key, content: offer(name, eyes) });
    await send('adviser', 'POST', `/api/investment/desk/sites/${key}/files?id=${id}&name=${word(`${name}file`, ADVISER)}.pdf`, pdf(`/Title (${word(`${name}filecontent`, ADVISER)})`));
    things[name] = { id: key, nothing: key.replace('zq', 'zw'), eyes };
    things[`${name}file`] = { id, nothing: randomUUID(), eyes: ADVISER, within: key };
    return key;
  };
  const draftSite = await site('sitedraft', ADVISER);
  await send('adviser', 'PUT', `/api/investment/desk/sites/${draftSite}`, offer('sitedraft', ADVISER, [{ id: things['sitedraftfile']!.id, title: word('sitedraftfiletitle', ADVISER) }]), 1);
  const shownSite = await site('sitestanding', VIEWERS);
  await send('adviser', 'POST', `/api/investment/desk/sites/${shownSite}/publication`, {}, 1);
  await send('adviser', 'PUT', `/api/investment/desk/sites/${shownSite}`, offer('sitelater', ADVISER, [{ id: things['sitestandingfile']!.id, title: word('sitelaterfiletitle', ADVISER) }]), 2);
  const enquiry = await db.one<{ id: number }>("INSERT INTO office.enquiry (reference, site_key, site_name, name, email, phone, company, message, note, sameness, received_at) VALUES ('ZI-0123456789', $1, 'Teren', $2, $3, '+48 12 616 00 00', $4, $5, $6, sha256(''), now()) RETURNING id",
    [shownSite, word('enquiryname', ADVISER), `${word('enquiryemail', ADVISER)}@example.org`, word('enquirycompany', ADVISER), word('enquirymessage', ADVISER), word('enquirynote', ADVISER)]);
  things['enquiry'] = { id: String(enquiry.id), nothing: '999999', eyes: ADVISER };

  // A word on an overlap: everybody reads it in the extract, its writer's name stays in the office.
  const overruled = await send('author', 'POST', '/api/overlaps/overrulings', { parcel: parcels[0], layer: 'zones', zone: `${things['standing']!.id}:ZN.77313`, says: 'does-not-apply', reason: `Powód ${word('overlap', VIEWERS)}` });

  const link = await send('author', 'POST', '/api/links', { target: `/adnotacja/${office}` });
  const emptyLink = await send('author', 'POST', '/api/links', { target: `/adnotacja/${things['office']!.nothing}` });
  return {
    app, people, fetchAs, canaries, things, parcels, zones, plans, invitation, invited: invited.id, deviceSession: device.id, overruling: overruled.id as number, area: whole, places: { mine: minePlace, office: officePlace, plan: await at(50, 50) },
    links: { office: link.code as string, nothing: emptyLink.code as string },
  };
}
