/** A file becomes a draft: sent with its progress, and told what was repaired and what could not be taken, with its place. */
import { useId, useRef, useState } from 'react';
import type { DraftImport } from '../../domain/contract/office/procedure.ts';
import { importDraft } from '../api/procedures.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { showPoint } from '../map/camera.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault, ServerWords, TextField } from './parts.tsx';
import { openProcedure } from './procedure-address.ts';
import styles from './procedures.module.css';

const TEXTS = defineTexts({
  pl: {
    title: 'Z pliku', file: 'Plik z terenami (GeoPackage, GeoJSON, Shapefile w zip, GML, DXF…; do 10 MB)', layer: 'Warstwa (gdy plik ma ich kilka)', send: 'Wczytaj plik', sending: 'Wysyłanie pliku', reading: 'Plik wysłany; serwer czyta i sprawdza obiekty…', cancel: 'Przerwij', none: 'Wybierz plik.', done: (n: string, read: string) => `Wczytano terenów: ${n} z ${read} obiektów.`, crs: (crs: string) => `Układ pliku: ${crs}`, rejected: (n: string) => `Odrzucone obiekty: ${n}`, repaired: (n: string) => `Naprawione obiekty: ${n}`, feature: (n: string, symbol: string) => `Obiekt ${n}${symbol ? ` (${symbol})` : ''}`, show: 'Pokaż miejsce', showOf: (n: string) => `Pokaż miejsce obiektu ${n}`, open: 'Otwórz projekt',
  },
  en: {
    title: 'From a file', file: 'File with zones (GeoPackage, GeoJSON, zipped Shapefile, GML, DXF…; up to 10 MB)', layer: 'Layer (if the file has several)', send: 'Read the file', sending: 'Sending the file', reading: 'The file is sent; the server reads and checks the features…', cancel: 'Cancel', none: 'Choose a file.', done: (n: string, read: string) => `Zones read: ${n} of ${read} features.`, crs: (crs: string) => `System of the file: ${crs}`, rejected: (n: string) => `Rejected features: ${n}`, repaired: (n: string) => `Repaired features: ${n}`, feature: (n: string, symbol: string) => `Feature ${n}${symbol ? ` (${symbol})` : ''}`, show: 'Show the place', showOf: (n: string) => `Show the place of feature ${n}`, open: 'Open the draft',
  },
});

type Line = { readonly feature: number; readonly symbol: string | null; readonly words: string; readonly place: DraftImport['rejected'][number]['place'] };

function Lines({ title, lines, open }: { readonly title: string; readonly lines: readonly Line[]; readonly open: boolean }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  return (
    <details className={styles.fold} open={open}>
      <summary>{title}</summary>
      <ul className={styles.rows}>
        {lines.map(({ feature, symbol, words, place }) => (
          <li key={feature} className={styles.row}><span><b>{texts.feature(number(feature), symbol ?? '')}</b>: <ServerWords words={words} /></span>{place && <div><Button kind="quiet" aria-label={texts.showOf(number(feature))} onClick={() => showPoint([place[0], place[1]])}>{texts.show}</Button></div>}</li>
        ))}
      </ul>
    </details>
  );
}

export function ImportDraft({ procedureKey }: { readonly procedureKey: string }) {
  const texts = useTexts(TEXTS);
  const { number } = useFormats();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [layer, setLayer] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [empty, setEmpty] = useState(false);
  const [made, setMade] = useState<DraftImport | null>(null);
  const stop = useRef<AbortController | null>(null);
  const act = useAct();
  const send = () => {
    const [file] = input.current?.files ?? [];
    setEmpty(!file);
    if (!file) return;
    setMade(null);
    act.run(async () => {
      stop.current = new AbortController();
      setShare(0);
      try {
        const report = await importDraft(procedureKey, file, { note: file.name, layer: layer.trim() || null }, { onProgress: setShare, signal: stop.current.signal });
        setMade(report);
        announce(texts.done(number(report.draft.zones), number(report.read)));
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      } finally {
        setShare(null);
      }
    });
  };
  return (
    <fieldset className={styles.group} data-testid="import-draft">
      <legend>{texts.title}</legend>
      <div className={styles.field}><label htmlFor={id}>{texts.file}</label><input ref={input} id={id} type="file" aria-invalid={empty} aria-describedby={`${id}-fault`} />{empty && <p id={`${id}-fault`} className={styles.fault} role="alert">{texts.none}</p>}</div>
      <TextField label={texts.layer} value={layer} onChange={setLayer} />
      {share !== null && <div><label className={styles.quiet} htmlFor={`${id}-progress`}>{share < 1 ? texts.sending : texts.reading}</label><progress id={`${id}-progress`} className={styles['upload']} {...(share < 1 ? { value: share } : {})} /></div>}
      <div className={styles.actions}><Button onClick={send} disabled={act.busy}>{texts.send}</Button>{act.busy && <Button kind="quiet" onClick={() => stop.current?.abort()}>{texts.cancel}</Button>}</div>
      <Fault error={act.error} />
      {made && (
        <>
          <Notice kind="info" action={<Button kind="quiet" onClick={() => openProcedure(procedureKey, made.draft.number)}>{texts.open}</Button>}>{texts.done(number(made.draft.zones), number(made.read))} {texts.crs(made.crs)}</Notice>
          {made.warnings.length > 0 && <ul className={styles.list}>{made.warnings.map((words) => <li key={words}><ServerWords words={words} /></li>)}</ul>}
          {made.rejected.length > 0 && <Lines open title={texts.rejected(number(made.rejected.length))} lines={made.rejected.map(({ reason, ...rest }) => ({ ...rest, words: reason }))} />}
          {made.repaired.length > 0 && <Lines open={false} title={texts.repaired(number(made.repaired.length))} lines={made.repaired.map(({ how, ...rest }) => ({ ...rest, words: how }))} />}
        </>
      )}
    </fieldset>
  );
}
