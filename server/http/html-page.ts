/** A JSON document as a plain, readable page for a person who opened a machine's address in a browser. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is shown as text, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

interface Linklike { readonly href: string; readonly rel?: string; readonly title?: string; readonly type?: string }
const isLink = (value: unknown): value is Linklike => typeof value === 'object' && value !== null && typeof (value as Linklike).href === 'string';

/** Only http(s) becomes a link. */
function anchor(href: string, text: string): string {
  return /^https?:\/\//.test(href) ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

function render(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return anchor(value, value);
  if (typeof value !== 'object') return escapeHtml(String(value));
  if (isLink(value)) return `${anchor(value.href, value.title ?? value.href)} <small>${escapeHtml([value.rel, value.type].filter(Boolean).join(', '))}</small>`;
  if (Array.isArray(value)) {
    return value.every((part) => typeof part !== 'object') ? value.map(render).join(', ') : `<ul>${value.map((part) => `<li>${render(part)}</li>`).join('')}</ul>`;
  }
  const rows = Object.entries(value).map(([name, part]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${render(part)}</td></tr>`);
  return `<table>${rows.join('')}</table>`;
}

/** The whole page; every text of the document is escaped. */
export function htmlPage(title: string, document: object, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>`
    + `<body><main><h1>${escapeHtml(title)}</h1>${render(document)}</main></body></html>`;
}
