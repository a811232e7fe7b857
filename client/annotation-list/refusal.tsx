/** Why a write was refused, in words: of all, and of each that stands in the way. */
import { writeFault } from '../api/annotations.ts';
import { Failure } from '../api/http.ts';
import type { Refusal as Reason } from '../../domain/office/annotation-rules.ts';
import { refusalBehind } from '../../domain/office/refusal-words.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';

type Code = Reason | 'transition' | 'changed' | 'gone';
/** `those`: with the reason in words where the server gave one. */
export interface Refusal { readonly kind: ReturnType<typeof writeFault>['kind']; readonly those: readonly { readonly id: string; readonly reason: string }[]; readonly detail: string }

const TEXTS = defineTexts({
  pl: {
    conflict: 'Ktoś zmienił je w międzyczasie. Sprawdź i spróbuj ponownie.', 'signed-out': 'Sesja wygasła. Zaloguj się ponownie.', forbidden: 'Na to nie pozwalają uprawnienia albo status.', gone: 'Tej adnotacji już nie ma.', offline: 'Brak połączenia z siecią.',
    unavailable: 'Baza danych chwilowo nie odpowiada. Spróbuj za chwilę.', refused: 'Serwer odmówił.',
  },
  en: {
    conflict: 'Somebody changed them meanwhile. Check and try again.', 'signed-out': 'The session has ended. Sign in again.', forbidden: 'Rights or the status do not allow it.', gone: 'This annotation is no more.', offline: 'No network connection.',
    unavailable: 'The database is not answering at the moment. Try again shortly.', refused: 'The server refused.',
  },
});

const REASONS = defineTexts<Record<Code, string>>({
  pl: {
    'not-a-planner': 'to konto nie zmienia adnotacji', closed: 'jest zamknięta', deleted: 'jest usunięta', 'outside-areas': 'leży poza Twoim obszarem', publishing: 'publikuje i odwołuje tylko główny planista', 'not-yours': 'należy do kogoś innego',
    'assignee-cannot-see': 'osoba przydzielona jej nie widzi', transition: 'z tego statusu nie ma tam drogi', changed: 'ktoś ją w międzyczasie zmienił', gone: 'już jej nie ma',
  },
  en: {
    'not-a-planner': 'this account does not change annotations', closed: 'it is closed', deleted: 'it is deleted', 'outside-areas': 'it lies outside your areas', publishing: 'only the chief planner publishes and takes back', 'not-yours': 'it is somebody else’s',
    'assignee-cannot-see': 'the assignee cannot see it', transition: 'there is no way there from its status', changed: 'somebody changed it meanwhile', gone: 'it is no more',
  },
});

/** Obstacles that are no rules, as the server words them. */
const OBSTACLES: readonly (readonly [RegExp, Code])[] = [[/^version \d+ stands/, 'changed'], [/no such annotation/, 'gone'], [/is no step of yours/, 'transition']];
export const reasonCode = (words: string): Code | null => refusalBehind(words) ?? OBSTACLES.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** What the server answered to a bulk change: those that stand in the way (`annotations.3`, `<id>: <reason>`). */
export function refusalOf(error: unknown): Refusal {
  const fault = writeFault(error);
  const named = error instanceof Failure ? error.problem?.errors ?? [] : [];
  const those = named.flatMap(({ path, message }) => (path.startsWith('annotations.') ? [{ id: message.slice(0, 36), reason: message.slice(38) }] : []));
  return { kind: fault.kind, those, detail: fault.kind === 'refused' && those.length === 0 ? fault.detail : '' };
}

export function useRefusalText(): (refusal: Refusal) => string {
  const texts = useTexts(TEXTS);
  return ({ kind, detail }) => [texts[kind], detail].filter(Boolean).join(' ');
}

/** A reason of the server in the reader's language; words that are none of ours stay as they are. */
export function useReasonText(): (reason: string) => string {
  const reasons = useTexts(REASONS);
  return (words) => {
    const code = reasonCode(words);
    return code ? reasons[code] : words;
  };
}
