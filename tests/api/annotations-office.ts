/** An office for suites of annotations: people with their areas, and what they send. */
import { randomUUID } from 'node:crypto';
import { Annotation, type AnnotationContent } from '../../domain/contract/office/annotation.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { asBrowser, type Person, signIn } from '../support/people.ts';

/** Rynek Główny in district I, and a place in district VII. */
export const IN_ONE = [19.9373, 50.0617] as const;
export const IN_SEVEN = [19.8800, 50.0600] as const;

export const point = ([longitude, latitude]: readonly [number, number]): AnnotationContent['geometry'] => ({ type: 'Point', coordinates: [longitude, latitude] });
export const content = (change: Partial<AnnotationContent> = {}): AnnotationContent => ({
  title: 'Wysokość zabudowy', text: 'Do sprawdzenia z rysunkiem.', category: 'question', tags: ['wysokość'], priority: 'normal', dueOn: null, assignee: null, visibility: 'office',
  geometry: point(IN_ONE), subjects: [], ...change,
});

export type Who = 'resident' | 'anna' | 'bogdan' | 'chief' | 'admin';
// Each suite parses what it looks at, or compares it whole.
// oxlint-disable-next-line typescript/no-explicit-any
export interface Reply { readonly status: number; readonly etag: string | null; readonly body: any; readonly headers: Headers }

export interface Office {
  readonly app: TestApp;
  readonly people: Readonly<Record<Exclude<Who, 'resident'>, Person>>;
  /** Keys of plans in the register. */
  readonly plans: readonly string[];
  ask(who: Who, method: string, path: string, body?: unknown, version?: number | string): Promise<Reply>;
  /** Makes one and reads it by the contract. */
  made(who: Who, change?: Partial<AnnotationContent>): Promise<Annotation>;
  close(): Promise<void>;
}

/** Anna may write in district I, Bogdan in districts I and VII, the chief and the administrator everywhere. */
export async function openOffice(): Promise<Office> {
  const app = await startTestApp({ database: 'seeded' });
  const area = (...keys: string[]) => keys.map((key) => ({ kind: 'district' as const, key }));
  const people = {
    anna: await signIn(app, { login: 'anna', name: 'Anna Lis', role: 'planner', areas: area('I') }),
    bogdan: await signIn(app, { login: 'bogdan', name: 'Bogdan Sroka', role: 'planner', areas: area('I', 'VII') }),
    chief: await signIn(app, { login: 'chief', name: 'Celina Wilk', role: 'chief-planner' }),
    admin: await signIn(app, { login: 'admin', name: 'Daria Ryś', role: 'administrator' }),
  };
  const resident = asBrowser(app);
  const ask: Office['ask'] = async (who, method, path, body, version) => {
    const send = who === 'resident' ? resident : people[who].fetch;
    const response = await send(path, {
      method, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: version === undefined ? {} : { 'if-match': typeof version === 'number' ? `"${version}"` : version },
    });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), body: text === '' ? null : JSON.parse(text), headers: response.headers };
  };
  const plans = await app.database.db.map('SELECT key FROM planning.plan WHERE upper_inf(valid) ORDER BY key', [], ({ key }: { key: string }) => key);
  return {
    app, people, plans, ask,
    async made(who, change) {
      const { status, body } = await ask(who, 'POST', '/api/annotations', { id: randomUUID(), ...content(change) });
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return Annotation.parse(body);
    },
    close: () => app.close(),
  };
}
