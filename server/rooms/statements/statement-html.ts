/** A statement as a whole page of HTML without script: the same facts as the panel, for every reader and every machine. */
import type { Entry, Fact, Sentence, Statement, Topic } from '../../../domain/contract/statement.ts';
import { WORDS } from '../../../domain/statement/words.ts';
import { FORMATS } from '../../../domain/text/formats.ts';
import type { Language } from '../../../domain/text/language.ts';
import { escapeHtml as text } from '../../http/html-page.ts';
import { PAGE_WORDS } from './page-words.ts';

export const STYLE_PATH = '/tekst/styl.css';
/** Objects with a page of their own without script. */
const TWINS = /^\/(dzialka|plan|dzielnica)\//;

export interface PageLink { readonly href: string; readonly label: string }

/** Where a link of a statement leads here: to the page without script where there is one, else to the object's data. */
function twinOf(href: string, query: string): string | null {
  if (/^https?:\/\//.test(href)) return href;
  if (!href.startsWith('/')) return null;
  if (TWINS.test(href) || href.startsWith('/plany')) return `/tekst${href}${query}`;
  const [, , layer, ...key] = href.split('/');
  if (href.startsWith('/obiekt/')) return `/api/collections/${layer}/items?key=${key.join('/')}&f=html`;
  return href.startsWith('/przeznaczenie/') ? `/api/collections/zones/items?key=${href.slice('/przeznaczenie/'.length)}&f=html` : href;
}

const link = (href: string | undefined, label: string, query: string): string => {
  const to = href === undefined ? null : twinOf(href, query);
  return to ? `<a href="${text(to)}">${text(label)}</a>` : text(label);
};

const factRow = ({ label, value, note, href }: Fact, query: string): string =>
  `<div><dt>${text(label)}</dt><dd>${link(href, value, query)}${note ? ` <small>${text(note)}</small>` : ''}</dd></div>`;
const factList = (facts: readonly Fact[], query: string): string => (facts.length > 0 ? `<dl>${facts.map((fact) => factRow(fact, query)).join('')}</dl>` : '');
const sentenceItem = ({ text: sentence, paragraph }: Sentence): string => `<li>${text(sentence)}${paragraph ? ` <small>${text(paragraph)}</small>` : ''}</li>`;

const entryBlock = (entry: Entry, level: 3 | 4, query: string): string =>
  `<article><h${level}>${link(entry.href, entry.title, query)}${entry.badge ? ` <em>${text(entry.badge)}</em>` : ''}</h${level}>${factList(entry.facts, query)}`
  + `${entry.sentences.length > 0 ? `<ul class="plain">${entry.sentences.map(sentenceItem).join('')}</ul>` : ''}${entry.source ? `<p class="source">${text(entry.source)}</p>` : ''}</article>`;

function topicSection({ id, title, verdict, verdictWord, answer, facts, entries, apart, source }: Topic, lang: Language, query: string): string {
  const words = WORDS[lang];
  return `<section id="${text(id)}" data-topic="${text(id)}"${verdict ? ` data-verdict="${verdict}"` : ''}><h2>${text(title)}${verdict ? ` <em>${text(verdictWord ?? words[verdict])}</em>` : ''}</h2>`
    + `${answer ? `<p class="answer">${text(answer)}</p>` : ''}${factList(facts, query)}${entries.map((entry) => entryBlock(entry, 3, query)).join('')}`
    + (apart.length > 0 ? `<div class="apart"><h3>${text(PAGE_WORDS[lang].apart)}</h3>${apart.map((entry) => entryBlock(entry, 4, query)).join('')}</div>` : '')
    + `${source ? `<p class="source">${text(source)}</p>` : ''}</section>`;
}

/** The frame of every page without script. `body` is HTML; everything else is text. */
export function pageHtml({ lang, title, body, here }: { readonly lang: Language; readonly title: string; readonly body: string; /** Path with query, without language. */ readonly here: string }): string {
  const words = PAGE_WORDS[lang];
  const other = lang === 'pl' ? 'en' : 'pl';
  const separator = here.includes('?') ? '&' : '?';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)} | MSIP Kraków</title>`
    + `<link rel="stylesheet" href="${STYLE_PATH}"></head><body><a class="skip" href="#tresc">${text(words.skip)}</a>`
    + `<header><nav aria-label="${text(words.pages)}"><a class="mark" href="/tekst${lang === 'en' ? '?lang=en' : ''}">MSIP Kraków</a> <a href="/tekst/plany${lang === 'en' ? '?lang=en' : ''}">${text(words.plans)}</a>`
    + ` <a href="${text(`${here}${separator}lang=${other}`)}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Polski'}</a></nav></header><main id="tresc">${body}</main></body></html>`;
}

/** Asks for the same page of another day. */
export const dayForm = ({ lang, day }: Statement): string =>
  `<form method="get"><label>${text(PAGE_WORDS[lang].otherDay)} <input type="date" name="datetime" value="${day}"></label>${lang === 'en' ? '<input type="hidden" name="lang" value="en">' : ''} <button>${text(PAGE_WORDS[lang].show)}</button></form>`;

/** `links`: other forms of the same statement (map, PDF, JSON); `form`: HTML that asks for another one. */
export function statementHtml(statement: Statement, links: readonly PageLink[], form: string, today: string): string {
  const { lang, title, subtitle, day, path, notices, topics } = statement;
  const words = PAGE_WORDS[lang];
  const parameters = new URLSearchParams({ ...(lang === 'en' ? { lang } : {}), ...(day === today ? {} : { datetime: day }) }).toString();
  const query = parameters ? `?${parameters}` : '';
  const contents = topics.map((topic) => `<li><a href="#${text(topic.id)}">${text(topic.title)}</a>${topic.verdict ? ` <em data-verdict="${topic.verdict}">${text(topic.verdictWord ?? WORDS[lang][topic.verdict])}</em>` : ''}</li>`).join('');
  const body = `<h1>${text(title)}</h1><p class="subtitle">${text(subtitle)}</p><p>${text(words.asOf)} <time datetime="${day}">${text(FORMATS[lang].date(day))}</time></p>`
    + `<ul class="notices">${notices.map((notice) => `<li>${text(notice)}</li>`).join('')}</ul>`
    + `<p class="links">${links.map(({ href, label }) => `<a href="${text(href)}">${text(label)}</a>`).join(' · ')}</p>`
    + form
    + (topics.length > 1 ? `<nav aria-label="${text(words.contents)}"><ol class="contents">${contents}</ol></nav>` : '')
    + topics.map((topic) => topicSection(topic, lang, query)).join('');
  return pageHtml({ lang, title, body, here: `/tekst${path}${day === today ? '' : `?datetime=${day}`}` });
}
