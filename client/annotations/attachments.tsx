/** Attachments of an annotation: what is there, what is on its way, why something was refused; adding and taking away. */
import { FileText, Paperclip, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { attachmentPath, removeAttachment, type WriteFault, writeFault } from '../api/annotations.ts';
import type { Annotation, Attachment } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useFormats, useMoment, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './annotations.module.css';
import { Fault, goToSignIn } from './faults.tsx';
import { addFiles, removeUpload, sendFiles, TYPES, type Upload, useUploads } from './uploads.ts';

const TEXTS = defineTexts({
  pl: {
    none: 'Bez załączników.', add: 'Dodaj pliki', hint: 'Zdjęcia (JPEG, PNG, WebP) i PDF do 10 MB. Ze zdjęć usuwamy zapisane w nich miejsce.', remove: (name: string) => `Usuń załącznik ${name}`, removed: (name: string) => `Usunięto załącznik ${name}.`, size: (n: string, unit: string) => `${n} ${unit}`, photo: (name: string) => `Zdjęcie: ${name}`,
    waiting: 'czeka na wysłanie', 'on-save': 'zostanie wysłany po zapisaniu adnotacji', sending: (share: string) => `wysyłanie ${share}`, again: 'Wyślij', signIn: 'Zaloguj się', 'not-kept': 'tylko w tej karcie: brak miejsca na urządzeniu',
    'too-large': 'Plik jest większy niż 10 MB.', type: 'Tego rodzaju pliku nie można dołączyć.', empty: 'Plik jest pusty.', 'signed-out': 'Sesja wygasła; plik czeka.', forbidden: 'Nie możesz tu dodawać załączników.', server: (detail: string) => `Serwer nie przyjął pliku: ${detail}`,
  },
  en: {
    none: 'No attachments.', add: 'Add files', hint: 'Pictures (JPEG, PNG, WebP) and PDF up to 10 MB. The place stored in a picture is removed.', remove: (name: string) => `Delete attachment ${name}`, removed: (name: string) => `Attachment ${name} deleted.`, size: (n: string, unit: string) => `${n} ${unit}`, photo: (name: string) => `Picture: ${name}`,
    waiting: 'waiting to be sent', 'on-save': 'will be sent when the annotation is saved', sending: (share: string) => `sending ${share}`, again: 'Send', signIn: 'Sign in', 'not-kept': 'in this tab only: no room on the device',
    'too-large': 'The file is larger than 10 MB.', type: 'Files of this kind cannot be attached.', empty: 'The file is empty.', 'signed-out': 'The session has ended; the file waits.', forbidden: 'You may not add attachments here.', server: (detail: string) => `The server did not take the file: ${detail}`,
  },
});

function Kept({ one, annotation, editable }: { readonly one: Attachment; readonly annotation: string; readonly editable: boolean }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const moment = useMoment();
  const [fault, setFault] = useState<WriteFault | null>(null);
  const path = attachmentPath(annotation, one.id);
  const remove = () => void removeAttachment(annotation, one.id).then(() => announce(texts.removed(one.name)), (error: unknown) => setFault(writeFault(error)));
  return (
    <li>
      <div className={styles.row}>
        {one.mediaType.startsWith('image/') ? <img src={path} alt={texts.photo(one.name)} loading="lazy" /> : <FileText size={28} aria-hidden />}
        <p className={styles.grow}><a href={path} target="_blank" rel="noopener noreferrer">{one.name}</a><br /><span className={styles.quiet}>{one.bytes < 1e5 ? texts.size(number(Math.max(1, Math.round(one.bytes / 1e3))), 'kB') : texts.size(number(one.bytes / 1e6, 1), 'MB')} · {one.addedBy.name} · {moment(one.addedAt)}</span></p>
        {editable && <IconButton name={texts.remove(one.name)} onClick={remove}><Trash2 size={16} aria-hidden /></IconButton>}
      </div>
      {fault && <Fault fault={fault} />}
    </li>
  );
}

function Coming({ upload, saved }: { readonly upload: Upload; readonly saved: boolean }) {
  const texts = useTexts(TEXTS);
  const { percent } = useFormats();
  const { state, name, kept, annotation } = upload;
  const words = state.kind === 'waiting' ? (saved ? texts.waiting : texts['on-save']) : state.kind === 'sending' ? texts.sending(percent(state.share * 100, 0)) : state.reason === 'server' ? texts.server(state.detail) : texts[state.reason];
  return (
    <li data-upload={state.kind}>
      <div className={styles.row}>
        <p className={styles.grow}><b>{name}</b><br /><span className={state.kind === 'refused' ? styles.fault : styles.quiet} role={state.kind === 'refused' ? 'alert' : undefined}>{words}{!kept && state.kind !== 'refused' && ` · ${texts['not-kept']}`}</span></p>
        {saved && state.kind === 'waiting' && <Button kind="quiet" onClick={() => void sendFiles(annotation)}>{texts.again}</Button>}
        {state.kind === 'refused' && state.reason === 'signed-out' && <Button kind="quiet" onClick={goToSignIn}>{texts.signIn}</Button>}
        {state.kind !== 'sending' && <IconButton name={texts.remove(name)} onClick={() => void removeUpload(upload)}><Trash2 size={16} aria-hidden /></IconButton>}
      </div>
      {state.kind === 'sending' && <progress className={styles.upload} value={state.share} max={1} aria-label={texts.sending('')} />}
    </li>
  );
}

/** Files that are not sent yet, and a field for more. `saved`: the annotation is on the server already. */
export function FileField({ annotation, account, saved }: { readonly annotation: string; readonly account: number; readonly saved: boolean }) {
  const texts = useTexts(TEXTS);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads(annotation);
  const add = (input: HTMLInputElement) => {
    const files = [...input.files ?? []];
    input.value = '';
    void addFiles(account, annotation, files, saved);
  };
  return (
    <div className={styles.group}>
      {uploads.length > 0 && <ul className={styles.list}>{uploads.map((upload) => <Coming key={upload.id} upload={upload} saved={saved} />)}</ul>}
      <Button aria-describedby={`${id}-hint`} onClick={() => input.current?.click()}><Paperclip size={16} aria-hidden />{texts.add}</Button>
      <input ref={input} type="file" multiple hidden accept={TYPES.join(',')} aria-label={texts.add} data-testid="choose-attachments" onChange={({ currentTarget }) => add(currentTarget)} />
      <p id={`${id}-hint`} className={styles.quiet}>{texts.hint}</p>
    </div>
  );
}

export function Attachments({ annotation: { id, attachments, may }, account }: { readonly annotation: Annotation; readonly account: number }) {
  const texts = useTexts(TEXTS);
  return (
    <>
      {attachments.length === 0 ? <p className={styles.quiet}>{texts.none}</p> : <ul className={styles.list}>{attachments.map((one) => <Kept key={one.id} one={one} annotation={id} editable={may.edit} />)}</ul>}
      {may.edit ? <FileField annotation={id} account={account} saved /> : <Notice kind="info">{texts.forbidden}</Notice>}
    </>
  );
}
