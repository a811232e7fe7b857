/** The set of (label, value) of a statement, however it is shown. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Fact, Statement } from '../../domain/contract/statement.ts';
import type { Database } from '../../server/db/database.ts';

const written = ({ label, value }: Pick<Fact, 'label' | 'value'>): string => `${label} = ${value}`;

/** Every fact of every topic and entry. */
export const factsIn = ({ topics }: Statement): Set<string> =>
  new Set(topics.flatMap(({ facts, entries, apart }) => [...facts, ...[...entries, ...apart].flatMap((entry) => entry.facts)]).map(written));

const textWithout = (element: Element, name: string): string =>
  Array.from(element.childNodes).filter((node) => node.nodeName !== name).map((node) => node.textContent ?? '').join('').trim();

/** The same set read from the lists of a page; notes stand in <small>. */
export function htmlFacts(html: string): Set<string> {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>') + 7).replaceAll(/<input([^>]*)>/g, '<input$1/>').replaceAll(/ (required|selected)(?=[ >/])/g, ' $1="$1"');
  const document = new DOMParser().parseFromString(body, 'application/xml');
  return new Set(Array.from(document.getElementsByTagName('dt')).map((term) => {
    const description = (term.parentNode as Element).getElementsByTagName('dd')[0]!;
    return written({ label: (term.textContent ?? '').trim(), value: textWithout(description, 'small') });
  }));
}

/** Parcels from all over the register, the same on every machine. */
export const someParcels = async (database: Database, count: number): Promise<string[]> =>
  (await database.db.any<{ key: string }>('SELECT key FROM cadastre.parcel WHERE upper_inf(valid) ORDER BY md5(key) LIMIT $1', [count])).map(({ key }) => key);
