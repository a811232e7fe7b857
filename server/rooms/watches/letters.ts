/** Letters of a watch: the first, that asks whether it is wanted, and those that tell. */
import type { WatchEvent } from '../../../domain/contract/investment/watch.ts';
import { eventLines, eventTitle } from '../../../domain/investment/watch-words.ts';
import { objectPath } from '../../../domain/paths.ts';
import { FORMATS } from '../../../domain/text/formats.ts';
import { dayInKrakow } from '../../../domain/day.ts';
import { defineTexts, type Language } from '../../../domain/text/language.ts';
import type { Watch } from './watches.repository.ts';

/** What server/mail sends. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: Readonly<Partial<Record<'Auto-Submitted' | 'List-Unsubscribe' | 'List-Unsubscribe-Post', string>>>;
  readonly purpose: string;
  readonly purposeKey: string;
}

/** The purpose of letters that tell; keys begin with the id of the watch and a colon. */
export const LETTERS = 'watch';
/** More stand in the list on the map. */
const MOST_TOLD = 50;

const TEXTS = defineTexts({
  pl: {
    askSubject: 'Potwierdź obserwację terenów inwestycyjnych – MSIP Kraków',
    ask: (link: string) => `Dzień dobry,\n\nktoś – zapewne Ty – podał ten adres, aby dostawać wiadomości o zmianach w ofercie terenów inwestycyjnych Krakowa.\n\nJeśli to Ty, otwórz stronę i potwierdź przyciskiem:\n${link}\n\nLink działa 48 godzin. Jeśli to nie Ty, nic nie rób: bez potwierdzenia nie wyślemy nic więcej, a adres usuniemy po 48 godzinach.`,
    subject: (name: string, count: number) => `${name}: ${count} ${{ one: 'zmiana', few: 'zmiany', many: 'zmian', other: 'zmian', zero: 'zmian', two: 'zmiany' }[FORMATS.pl.plural(count)]}`,
    lead: (name: string) => `Zapisane wyszukiwanie „${name}”: co się zmieniło w ofercie terenów inwestycyjnych.`, more: (count: number) => `I jeszcze ${count}. Pełną listę terenów, które spełniają warunki dziś, pokazuje mapa.`, all: 'Wyszukiwanie na mapie',
    end: (link: string) => `Nie chcesz tych wiadomości? Zakończ jednym przyciskiem, a Twój adres zostanie usunięty:\n${link}`,
    brokenSubject: (name: string) => `${name}: wyszukiwania nie można już sprawdzić`, broken: (name: string, why: string) => `Zapisane wyszukiwanie „${name}” pyta o pola, które się zmieniły (${why}). Od tej chwili nie powiemy o żadnej zmianie. Zapisz wyszukiwanie na nowo, a to zakończ.`,
    signature: 'MSIP Kraków',
  },
  en: {
    askSubject: 'Confirm your watch on investment sites – MSIP Kraków',
    ask: (link: string) => `Hello,\n\nsomebody – probably you – gave this address to be told of changes among the investment sites that the city of Kraków offers.\n\nIf it was you, open the page and confirm with its button:\n${link}\n\nThe link works for 48 hours. If it was not you, do nothing: without a confirmation we send nothing more, and delete the address after 48 hours.`,
    subject: (name: string, count: number) => `${name}: ${count} ${count === 1 ? 'change' : 'changes'}`,
    lead: (name: string) => `Saved search “${name}”: what has changed among the investment sites on offer.`, more: (count: number) => `And ${count} more. The map shows all sites that meet the conditions today.`, all: 'The search on the map',
    end: (link: string) => `No longer want these letters? End them with one button, and your address is deleted:\n${link}`,
    brokenSubject: (name: string) => `${name}: the search can no longer be asked`, broken: (name: string, why: string) => `The saved search “${name}” asks for fields that have changed (${why}). From now on we shall tell of no change. Save the search anew, and end this one.`,
    signature: 'MSIP Kraków',
  },
});

export const endUrl = (publicUrl: string, token: string): string => `${publicUrl}/api/investment/watches/end?token=${token}`;
const signed = (lang: Language, ...parts: string[]): string => `${parts.join('\n\n')}\n\n-- \n${TEXTS[lang].signature}\n`;

/** Says nothing that whoever gave the address has written: it goes to people who never asked. */
export function confirmationLetter({ id, email, lang, confirmToken, publicUrl }: Pick<Watch, 'id' | 'lang'> & { readonly email: string; readonly confirmToken: string; readonly publicUrl: string }): Letter {
  return {
    to: email, subject: TEXTS[lang].askSubject, text: signed(lang, TEXTS[lang].ask(`${publicUrl}/api/investment/watches/confirm?token=${confirmToken}`)),
    headers: { 'Auto-Submitted': 'auto-generated' }, purpose: 'watch-confirmation', purposeKey: id,
  };
}

type Told = Pick<Watch, 'id' | 'name' | 'lang' | 'filter' | 'endToken'> & { readonly email: string };

/** RFC 8058: mail programs show a button of their own, and send what it means. */
const tellingLetter = ({ id, email, endToken, lang }: Told, publicUrl: string, which: string, subject: string, parts: readonly string[]): Letter => ({
  to: email, subject, text: signed(lang, ...parts, TEXTS[lang].end(endUrl(publicUrl, endToken))),
  headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${endUrl(publicUrl, endToken)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }, purpose: LETTERS, purposeKey: `${id}:${which}`,
});

/** What happened since the last letter; `events` in the order in which they were told, at least one. */
export function digestLetter(watch: Told, events: readonly WatchEvent[], publicUrl: string): Letter {
  const { lang, name, filter } = watch;
  const texts = TEXTS[lang];
  const told = events.slice(0, MOST_TOLD).map((event) =>
    [`${eventTitle(event, lang)} (${FORMATS[lang].date(dayInKrakow(new Date(event.at)))})`, ...eventLines(event, lang).map((line) => `  ${line}`), `  ${publicUrl}${objectPath('investment-sites', event.key)}`].join('\n'));
  const rest = events.length - told.length;
  return tellingLetter(watch, publicUrl, String(events.at(-1)!.seq), texts.subject(name, events.length),
    [texts.lead(name), ...told, ...(rest > 0 ? [texts.more(rest)] : []), `${texts.all}:\n${publicUrl}/?door=investor&tool=land&need=${encodeURIComponent(filter)}`]);
}

export const brokenLetter = (watch: Told, why: string, publicUrl: string): Letter =>
  tellingLetter(watch, publicUrl, 'broken', TEXTS[watch.lang].brokenSubject(watch.name), [TEXTS[watch.lang].broken(watch.name, why)]);
