/** Why something at the door or in an account did not work, in plain words, and tied to the fields it is about. */
import { Failure } from '../api/http.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { Notice } from '../ui/notice.tsx';

const TEXTS = defineTexts({
  pl: {
    wrong: { password: 'Login lub hasło się nie zgadza. Sprawdź oba i spróbuj ponownie.', code: 'Kod się nie zgadza albo stracił ważność. Wpisz ten, który aplikacja pokazuje teraz.', factor: 'Kod się nie zgadza albo był już użyty. Wpisz następny, który pokaże aplikacja.', current: 'Obecne hasło się nie zgadza.', link: 'Ten link jest niepełny, został już użyty albo stracił ważność. Poproś administratora o nowy.', person: 'Sesja się skończyła. Zaloguj się ponownie.' },
    often: (when: string) => `Za dużo prób. Spróbuj ponownie ${when}.`, minutes: (n: number) => (n === 1 ? 'za minutę' : `za ${n} min`), seconds: (n: number) => `za ${n} s`,
    offline: 'Brak połączenia z siecią. Nic nie przepadło – sprawdź połączenie i spróbuj ponownie.', away: 'Serwer chwilowo nie odpowiada. Spróbuj za chwilę.', ended: 'Czas na ten krok minął. Zacznij logowanie od nowa.',
    forbidden: 'To konto nie ma do tego prawa.', taken: 'Ten login jest już zajęty.', refused: 'Serwer tego nie przyjął.', easy: 'To hasło jest za łatwe do odgadnięcia: nie używaj w nim loginu, powtórzeń ani ciągów klawiszy.', elsewhere: 'To konto loguje się przez zewnętrzną usługę. Hasło zmienisz tam.', noFactor: 'O drugi składnik pyta usługa, przez którą się logujesz. Zmienisz go tam.', last: 'Musi zostać co najmniej jeden administrator, który może się zalogować.', broken: 'Coś się nie udało po naszej stronie. Spróbuj za chwilę.',
  },
  en: {
    wrong: { password: 'Login or password is wrong. Check both and try again.', code: 'The code is wrong or no longer valid. Enter the one that the application shows now.', factor: 'The code is wrong or was used already. Enter the next one that the application shows.', current: 'The current password is wrong.', link: 'This link is incomplete, used already or no longer valid. Ask the administrator for a new one.', person: 'The session has ended. Sign in again.' },
    often: (when: string) => `Too many tries. Try again ${when}.`, minutes: (n: number) => (n === 1 ? 'in a minute' : `in ${n} min`), seconds: (n: number) => `in ${n} s`,
    offline: 'No network connection. Nothing is lost – check it and try again.', away: 'The server is not answering at the moment. Try again shortly.', ended: 'The time for this step is over. Begin signing in again.',
    forbidden: 'This account may not do that.', taken: 'This login is taken.', refused: 'The server did not accept this.', easy: 'This password is too easy to guess: use neither the login nor repetitions nor rows of keys in it.', elsewhere: 'This account signs in with an external service. Change the password there.', noFactor: 'The service you sign in with asks for the second factor. Change it there.', last: 'At least one administrator who can sign in must stay.', broken: 'Something went wrong on our side. Try again shortly.',
  },
});

/** What is asked for: what a refusal means depends on it. */
export type Asked = keyof (typeof TEXTS)['pl']['wrong'];

/** The words for a failure; null for none. */
export function useFaultWords(asked: Asked): (error: unknown) => string | null {
  const texts = useTexts(TEXTS);
  return (error) => {
    if (error === null) return null;
    if (!(error instanceof Failure)) return texts.broken;
    const { status, kind, retryAfter, problem } = error;
    if (status === 429) {
      const seconds = retryAfter ?? 60;
      return texts.often(seconds < 60 ? texts.seconds(seconds) : texts.minutes(Math.ceil(seconds / 60)));
    }
    if (status === 422 && problem?.errors?.some(({ path }) => path === 'password')) return texts.easy;
    if (status === 401 || (status === 404 && asked === 'link') || (status === 422 && (asked === 'code' || asked === 'factor' || asked === 'current'))) return texts.wrong[asked];
    if (status === 403) return asked === 'current' ? texts.elsewhere : asked === 'factor' ? texts.noFactor : texts.forbidden;
    if (status === 409) return asked === 'code' || asked === 'factor' ? texts.ended : asked === 'person' ? texts.taken : texts.refused;
    if (kind === 'offline') return texts.offline;
    if (kind === 'unavailable') return texts.away;
    return kind === 'rejected' ? texts.refused : texts.broken;
  };
}

/** The failure of a form; `id` is what its fields name in `aria-describedby`. */
export function Fault({ id, words }: { readonly id: string; readonly words: string | null }) {
  return <div id={id} data-testid={id}>{words !== null && <Notice kind="bad">{words}</Notice>}</div>;
}
