/** The pages behind the links of letters: opening one changes nothing – programs that look at mail open links too –, its button does. */
import { defineTexts, type Language } from '../../../domain/text/language.ts';
import { escapeHtml as text } from '../../http/html-page.ts';

const TEXTS = defineTexts({
  pl: {
    confirm: { title: 'Potwierdź obserwację', lead: (name: string) => `Po potwierdzeniu będziemy pisać na ten adres, gdy coś się zmieni wśród terenów zapisanych jako „${name}”. W każdej wiadomości będzie przycisk, który to kończy.`, button: 'Potwierdzam' },
    end: { title: 'Zakończ obserwację', lead: (name: string) => `Obserwacja „${name}” zostanie usunięta razem ze wszystkim, co o niej wiemy – także z adresem e-mail, jeśli był podany. Kanał przestanie istnieć.`, button: 'Zakończ i usuń' },
    confirmed: { title: 'Potwierdzone', lead: (name: string) => `Napiszemy, gdy coś się zmieni wśród terenów zapisanych jako „${name}”.`, button: 'Zakończ obserwację' },
    ended: { title: 'Zakończone', lead: (name: string) => `Obserwacja „${name}” została usunięta. Nie wyślemy nic więcej.`, button: '' },
    unknown: { title: 'Ten link już nie działa', lead: () => 'Został użyty, minęło 48 godzin albo obserwacja jest już zakończona. Jeśli chcesz, zapisz wyszukiwanie na nowo.', button: '' },
    map: 'Mapa terenów inwestycyjnych',
  },
  en: {
    confirm: { title: 'Confirm the watch', lead: (name: string) => `Once confirmed, we shall write to this address when something changes among the sites saved as “${name}”. Every letter has a button that ends it.`, button: 'I confirm' },
    end: { title: 'End the watch', lead: (name: string) => `The watch “${name}” will be deleted with all that we know of it, the e-mail address included if there is one. Its feed will cease to exist.`, button: 'End and delete' },
    confirmed: { title: 'Confirmed', lead: (name: string) => `We shall write when something changes among the sites saved as “${name}”.`, button: 'End the watch' },
    ended: { title: 'Ended', lead: (name: string) => `The watch “${name}” has been deleted. We shall send nothing more.`, button: '' },
    unknown: { title: 'This link no longer works', lead: () => 'It was used, 48 hours have passed, or the watch is ended already. If you wish, save the search anew.', button: '' },
    map: 'Map of investment sites',
  },
});

export interface Page {
  readonly state: 'confirm' | 'end' | 'confirmed' | 'ended' | 'unknown';
  readonly lang: Language;
  readonly name: string;
  /** What the button sends to, by POST; null: there is none. */
  readonly action: string | null;
  /** Where to end what was confirmed. */
  readonly end?: string;
}

/** Everything in it that came from outside is shown as text. */
export function watchPage({ state, lang, name, action, end }: Page): string {
  const { [state]: { title, lead, button }, map } = TEXTS[lang];
  const form = action === null ? '' : `<form method="post" action="${text(action)}"><button type="submit">${text(button)}</button></form>`;
  const ending = end === undefined ? '' : `<p><a href="${text(end)}">${text(button)}</a></p>`;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${text(title)} | MSIP Kraków</title>`
    + `<link rel="stylesheet" href="/tekst/styl.css"></head><body><header><nav><a class="mark" href="/tekst">MSIP Kraków</a></nav></header>`
    + `<main><h1 data-state="${state}">${text(title)}</h1><p>${text(lead(name))}</p>${form}${ending}<p><a href="/?door=investor">${text(map)}</a></p></main></body></html>`;
}
