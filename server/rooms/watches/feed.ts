/** The Atom feed of a watch (RFC 4287). Every text that came from outside stands as text, in the XML and in the HTML within. */
import type { WatchEvent } from '../../../domain/contract/investment/watch.ts';
import { eventLines, eventTitle } from '../../../domain/investment/watch-words.ts';
import { objectPath } from '../../../domain/paths.ts';
import { defineTexts } from '../../../domain/text/language.ts';
import { escapeHtml } from '../../http/html-page.ts';
import type { Watch } from './watches.repository.ts';

/** As many entries as a reader that looks in rarely needs; the newest. */
export const MOST_ENTRIES = 100;

const TEXTS = defineTexts({
  pl: {
    subtitle: 'Zmiany w ofercie terenów inwestycyjnych, które spełniają zapisane warunki.', author: 'MSIP Kraków', open: 'Karta terenu',
    broken: 'Tego zapisanego wyszukiwania nie można już sprawdzić', brokenWhy: (why: string) => `Zmieniły się pola, o które pytają jego warunki (${why}). Od tej chwili kanał nie powie o żadnej zmianie. Zapisz wyszukiwanie na nowo.`,
  },
  en: {
    subtitle: 'Changes of the investment sites on offer that meet the saved conditions.', author: 'MSIP Kraków', open: 'Page of the site',
    broken: 'This saved search can no longer be asked', brokenWhy: (why: string) => `Fields that its conditions ask for have changed (${why}). From now on the feed will tell of no change. Save the search anew.`,
  },
});

/** Signs that XML 1.0 has no place for are left out. */
export const xmlText = (text: string): string => escapeHtml(text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));

export interface Feed {
  readonly watch: Pick<Watch, 'id' | 'name' | 'lang' | 'createdAt' | 'filter'>;
  /** In the order in which they were told. */
  readonly events: readonly WatchEvent[];
  /** Why nothing can be told any more; null: it can. */
  readonly broken: { readonly why: string; readonly at: Date } | null;
  /** Base of absolute links. */
  readonly publicUrl: string;
}

interface Entry { readonly id: string; readonly updated: string; readonly title: string; readonly href: string; readonly category: string; readonly html: string }

const list = (lines: readonly string[]): string => (lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>` : '');

const entryXml = ({ id, updated, title, href, category, html }: Entry): string =>
  `  <entry>\n    <id>${xmlText(id)}</id>\n    <title>${xmlText(title)}</title>\n    <updated>${updated}</updated>\n    <published>${updated}</published>\n`
  + `    <link rel="alternate" type="text/html" href="${xmlText(href)}"/>\n    <category term="${category}"/>\n    <content type="html">${xmlText(html)}</content>\n  </entry>\n`;

export function atomFeed({ watch: { id, name, lang, createdAt, filter }, events, broken, publicUrl }: Feed): string {
  const texts = TEXTS[lang];
  const tag = `tag:${new URL(publicUrl).hostname},2026:msip/watch/${id}`;
  const search = `${publicUrl}/?door=investor&tool=land&need=${encodeURIComponent(filter)}`;
  const told = events.slice(-MOST_ENTRIES).toReversed().map((event): Entry => {
    const href = `${publicUrl}${objectPath('investment-sites', event.key)}`;
    return {
      id: `${tag}/${event.seq}`, updated: event.at, title: eventTitle(event, lang), href, category: event.kind,
      html: `${list(eventLines(event, lang))}<p><a href="${escapeHtml(href)}">${escapeHtml(texts.open)}</a></p>`,
    };
  });
  const entries = broken === null ? told : [{ id: `${tag}/broken`, updated: broken.at.toISOString(), title: texts.broken, href: search, category: 'broken', html: `<p>${escapeHtml(texts.brokenWhy(broken.why))}</p>` }, ...told];
  const updated = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), createdAt.toISOString());
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">\n  <id>${xmlText(tag)}</id>\n  <title>${xmlText(name)}</title>\n  <subtitle>${xmlText(texts.subtitle)}</subtitle>\n`
    + `  <updated>${updated}</updated>\n  <author><name>${xmlText(texts.author)}</name></author>\n  <generator>MSIP Kraków</generator>\n`
    + `  <link rel="self" type="application/atom+xml" href="${xmlText(`${publicUrl}/api/investment/watches/${id}/feed.atom`)}"/>\n  <link rel="alternate" type="text/html" href="${xmlText(search)}"/>\n${entries.map(entryXml).join('')}</feed>\n`;
}
