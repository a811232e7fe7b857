/** The start page, the results of a search and the list of plans, without script. */
import type { SearchAnswer } from '../../../domain/contract/search.ts';
import type { Statement } from '../../../domain/contract/statement.ts';
import { plans } from '../../../domain/layers/plans.ts';
import { objectPath } from '../../../domain/paths.ts';
import { PLAN_STATUSES } from '../../../domain/planning/stages.ts';
import type { PlanListQuery } from '../../../domain/statement/district-statement.ts';
import type { Language } from '../../../domain/text/language.ts';
import { escapeHtml as text } from '../../http/html-page.ts';
import { PAGE_WORDS } from './page-words.ts';
import { pageHtml } from './statement-html.ts';

const hidden = (lang: Language): string => (lang === 'en' ? '<input type="hidden" name="lang" value="en">' : '');
const suffix = (lang: Language, separator: '?' | '&' = '?'): string => (lang === 'en' ? `${separator}lang=en` : '');

const searchForm = (lang: Language, value = ''): string => {
  const words = PAGE_WORDS[lang];
  return `<form method="get" action="/tekst/szukaj" role="search"><label>${text(words.search)} <input name="q" type="search" required maxlength="100" value="${text(value)}"></label>${hidden(lang)} <button>${text(words.find)}</button></form>`;
};

export function startPage(lang: Language, districts: readonly { readonly key: string; readonly name: string }[]): string {
  const words = PAGE_WORDS[lang];
  const list = districts.map(({ key, name }) => `<li><a href="/tekst${objectPath('districts', key)}${suffix(lang)}">${text(key)} ${text(name)}</a></li>`).join('');
  return pageHtml({ lang, title: words.start, here: '/tekst', body: `<h1>${text(words.start)}</h1><p>${text(words.lead)}</p>${searchForm(lang)}<h2>${text(words.districts)}</h2><ul class="columns">${list}</ul>` });
}

/** Parcels, plans and districts lead to their pages; everything else to what applies at its place. */
export function resultsPage(lang: Language, query: string, { results }: SearchAnswer): string {
  const words = PAGE_WORDS[lang];
  const target = ({ layer, key, point }: SearchAnswer['results'][number]): string =>
    (['parcels', 'plans', 'districts'].includes(layer) ? `/tekst${objectPath(layer, key)}${suffix(lang)}` : `/tekst/miejsce?lat=${point[1].toFixed(6)}&lon=${point[0].toFixed(6)}${suffix(lang, '&')}`);
  const list = results.map((one) => `<li><a href="${text(target(one))}">${text(one.label)}</a> <small>${text(one.context)}</small></li>`).join('');
  return pageHtml({
    lang, title: `${words.results}: ${query}`, here: `/tekst/szukaj?q=${encodeURIComponent(query)}`,
    body: `<h1>${text(words.results)}: ${text(query)}</h1>${searchForm(lang, query)}${results.length > 0 ? `<ol>${list}</ol>` : `<p>${text(words.nothing)}</p>`}`,
  });
}

/** Put above the list of plans: filters and order as a form. */
export function planFilters({ lang, day }: Statement, { status, kind, text: wanted, order }: PlanListQuery): string {
  const words = PAGE_WORDS[lang];
  const option = (value: string, label: string, chosen: string | null) => `<option value="${value}"${value === (chosen ?? '') ? ' selected' : ''}>${text(label)}</option>`;
  const kinds = plans.fields.find(({ name }) => name === 'kind')!.codes!;
  return `<form method="get" class="filters"><label>${text(words.text)} <input name="q" value="${text(wanted ?? '')}" maxlength="100"></label>`
    + ` <label>${text(words.status)} <select name="status">${option('', words.all, status)}${PLAN_STATUSES.map(({ value, label }) => option(value, label[lang], status)).join('')}</select></label>`
    + ` <label>${text(words.kind)} <select name="kind">${option('', words.all, kind)}${kinds.map(({ value, label }) => option(value, label[lang], kind)).join('')}</select></label>`
    + ` <label>${text(words.order)} <select name="order">${option('name', words.byName, order)}${option('area', words.byArea, order)}${option('next', words.byNext, order)}${option('since', words.bySince, order)}</select></label>`
    + ` <label>${text(words.otherDay)} <input type="date" name="datetime" value="${day}"></label>${hidden(lang)} <button>${text(words.show)}</button></form>`;
}
