/** Asking the Investor Service Centre about a site: a form that keeps what is written, says what happens with it, and what is wrong where. */
import { Send } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Failure } from '../api/http.ts';
import { defineTexts, useLanguage, useTexts } from '../i18n/language.ts';
import panel from '../panels/panels.module.css';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import ui from '../ui/ui.module.css';
import styles from './enquiry.module.css';
import type { EnquiryDraft } from './enquiry-draft.ts';
import { useEnquiry } from './use-enquiry.ts';

const TEXTS = defineTexts({
  pl: {
    title: 'Zapytaj o ten teren', open: 'Napisz zapytanie', to: (name: string) => `Zapytanie o „${name}” trafi do Centrum Obsługi Inwestora.`,
    name: 'Imię i nazwisko', email: 'Adres e-mail', phone: 'Telefon', company: 'Firma', message: 'Treść zapytania', optional: 'nieobowiązkowo',
    consent: 'Zgadzam się, by urząd użył tych danych do odpowiedzi na moje zapytanie.', data: 'Dane zobaczą tylko pracownicy Centrum Obsługi Inwestora. Rok po zamknięciu sprawy zostaną usunięte. Szkic zapytania jest zapisany tylko na tym urządzeniu, dopóki go nie wyślesz.',
    send: 'Wyślij zapytanie', sending: 'Wysyłanie…', clear: 'Wyczyść', sent: (reference: string) => `Zapytanie przyjęte. Jego numer: ${reference}. Zapisz go – przyda się w rozmowie z urzędem.`, more: 'Napisz następne',
    website: 'Nie wypełniaj tego pola', fault: { name: 'Podaj imię i nazwisko, w jednym wierszu.', email: 'Podaj adres e-mail, na który odpowiemy.', phone: 'Numer telefonu może mieć cyfry, spacje i znaki + ( ) . / -', company: 'Nazwa firmy musi zmieścić się w jednym wierszu.', message: 'Napisz, o co pytasz – do 4000 znaków.', consent: 'Bez zgody nie możemy przyjąć zapytania.' },
    faulty: 'Popraw zaznaczone pola.', often: 'Zbyt wiele zapytań z tego miejsca. Spróbuj za minutę – szkic został zapisany.', away: 'Nie udało się wysłać. Szkic został zapisany – spróbuj ponownie za chwilę.', broken: 'Serwer nie przyjął zapytania. Szkic został zapisany.', notListed: 'Ten teren nie jest już w ofercie, więc nie można o niego zapytać.',
  },
  en: {
    title: 'Ask about this site', open: 'Write an enquiry', to: (name: string) => `The enquiry about “${name}” goes to the Investor Service Centre.`,
    name: 'Name', email: 'E-mail address', phone: 'Telephone', company: 'Company', message: 'Your enquiry', optional: 'optional',
    consent: 'I agree that the office uses these data to answer my enquiry.', data: 'Only people of the Investor Service Centre see the data. They are erased a year after the matter is closed. The draft is kept on this device only, until you send it.',
    send: 'Send the enquiry', sending: 'Sending…', clear: 'Clear', sent: (reference: string) => `The enquiry was received. Its number: ${reference}. Keep it – it helps when you talk to the office.`, more: 'Write another',
    website: 'Leave this field empty', fault: { name: 'Give your name, on one line.', email: 'Give an e-mail address for our answer.', phone: 'A telephone number may have digits, spaces and + ( ) . / -', company: 'The name of the company must be on one line.', message: 'Write what you ask – up to 4,000 characters.', consent: 'Without your agreement we cannot take the enquiry.' },
    faulty: 'Mend the marked fields.', often: 'Too many enquiries from here. Try again in a minute – the draft is kept.', away: 'It could not be sent. The draft is kept – try again shortly.', broken: 'The server did not accept the enquiry. The draft is kept.', notListed: 'This site is no longer on offer, so it cannot be asked about.',
  },
});

const INPUTS = { name: { autoComplete: 'name', maxLength: 120 }, email: { type: 'email', autoComplete: 'email', maxLength: 254 }, phone: { type: 'tel', autoComplete: 'tel', maxLength: 40 }, company: { autoComplete: 'organization', maxLength: 160 } } as const;

function failureWords(error: unknown, texts: typeof TEXTS.pl): string {
  if (!(error instanceof Failure)) return texts.broken;
  if (error.status === 429) return texts.often;
  if (error.status === 404) return texts.notListed;
  if (error.kind === 'offline' || error.kind === 'unavailable') return texts.away;
  return error.problem?.errors?.some(({ path }) => path in texts.fault) ? texts.faulty : texts.broken;
}

function Form({ site, name: siteName }: { readonly site: string; readonly name: string }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const { draft, write, clear, consent, setConsent, state, faults, send, again } = useEnquiry(site);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const website = String(new FormData(form.current!).get('website') ?? '');
    void send(website).then((wrong) => {
      const [first] = wrong;
      if (first) { announce(texts.faulty); form.current?.querySelector<HTMLElement>(`[name='${first}']`)?.focus(); }
    });
  };
  if (state.kind === 'sent') return <div data-testid="enquiry-sent" role="status"><Notice kind="info" action={<Button kind="quiet" onClick={again}>{texts.more}</Button>}>{texts.sent(state.reference)}</Notice></div>;
  const described = (field: keyof typeof texts.fault) => ({ 'aria-invalid': faults.includes(field) || undefined, 'aria-describedby': faults.includes(field) ? `enquiry-${field}-fault` : undefined });
  const fault = (field: keyof typeof texts.fault) => faults.includes(field) && <small id={`enquiry-${field}-fault`} className={styles.fault}>{texts.fault[field]}</small>;
  const input = (field: keyof typeof INPUTS) => (
    <div className={styles.field}>
      <label htmlFor={`enquiry-${field}`}>{texts[field]}{(field === 'phone' || field === 'company') && <small> ({texts.optional})</small>}</label>
      <input id={`enquiry-${field}`} name={field} {...INPUTS[field]} required={field === 'name' || field === 'email'} value={draft[field]} onInput={({ currentTarget }) => write({ [field]: currentTarget.value } as Partial<EnquiryDraft>)} {...described(field)} />
      {fault(field)}
    </div>
  );
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit} lang={lang} data-testid="enquiry-form">
      <p className={panel.soft}>{texts.to(siteName)}</p>
      {input('name')}{input('email')}{input('phone')}{input('company')}
      <div className={styles.field}>
        <label htmlFor="enquiry-message">{texts.message}</label>
        <textarea id="enquiry-message" name="message" rows={5} maxLength={4000} required value={draft.message} onInput={({ currentTarget }) => write({ message: currentTarget.value })} {...described('message')} />
        {fault('message')}
      </div>
      <div className={styles.trap} aria-hidden><label htmlFor="enquiry-website">{texts.website}</label><input id="enquiry-website" name="website" tabIndex={-1} autoComplete="off" defaultValue="" /></div>
      <div className={styles.field}>
        <label className={styles.check}><input type="checkbox" name="consent" checked={consent} required onChange={({ currentTarget }) => setConsent(currentTarget.checked)} {...described('consent')} /><span>{texts.consent}</span></label>
        {fault('consent')}
      </div>
      <p className={ui.note}>{texts.data}</p>
      {state.kind === 'failed' && <div data-testid="enquiry-failed"><Notice kind="bad">{failureWords(state.error, texts)}</Notice></div>}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={state.kind === 'sending'}><Send size={16} aria-hidden />{state.kind === 'sending' ? texts.sending : texts.send}</Button>
        <Button kind="quiet" onClick={clear}>{texts.clear}</Button>
      </div>
    </form>
  );
}

export function Enquiry({ site, name }: { readonly site: string; readonly name: string }) {
  const texts = useTexts(TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <section className={panel.section} data-testid="enquiry">
      <h3>{texts.title}</h3>
      {open ? <Form key={site} site={site} name={name} /> : <div><Button data-testid="enquiry-open" onClick={() => setOpen(true)}><Send size={16} aria-hidden />{texts.open}</Button></div>}
    </section>
  );
}
