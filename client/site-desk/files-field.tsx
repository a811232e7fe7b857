/** Pictures and documents of a site: brought, named, ordered, taken off; everybody sees them once the site is published. */
import { ArrowUp, FileText, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { DeskSite, SiteContent } from '../../domain/contract/investment/site-desk.ts';
import { bringFile, deskFilePath } from '../api/site-desk.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { IconButton } from '../ui/button.tsx';
import { useAct } from '../ui/use-act.ts';
import { Fault, TextField } from './parts.tsx';
import styles from './site-desk.module.css';

const TEXTS = defineTexts({
  pl: { title: 'Zdjęcia i dokumenty', add: 'Dodaj pliki (JPEG, PNG, WebP, PDF do 10 MB)', called: 'Podpis: co widać, co to za dokument', up: (name: string) => `Przesuń wyżej: ${name}`, off: (name: string) => `Zdejmij plik ${name}`, brought: (name: string) => `Dodano plik ${name}.`, note: 'Położenie i dane aparatu są ze zdjęć usuwane. Pliki zobaczą wszyscy po publikacji terenu.', sending: 'Przesyłanie' },
  en: { title: 'Pictures and documents', add: 'Add files (JPEG, PNG, WebP, PDF up to 10 MB)', called: 'Caption: what is to be seen, what document it is', up: (name: string) => `Move up: ${name}`, off: (name: string) => `Take off file ${name}`, brought: (name: string) => `File ${name} added.`, note: 'Place and camera are removed from pictures. Everybody sees the files once the site is published.', sending: 'Sending' },
});

export function FilesField({ site, files, onAdd, onChange }: { readonly site: DeskSite; readonly files: SiteContent['files']; readonly onAdd: (file: SiteContent['files'][number]) => void; readonly onChange: (files: SiteContent['files'], about: string) => void }) {
  const texts = useTexts(TEXTS);
  const id = useId();
  const act = useAct();
  const [share, setShare] = useState<number | null>(null);
  const known = new Map(site.files.map((file) => [file.id, file]));
  const bring = (chosen: readonly File[]) => act.run(async () => {
    try {
      for (const file of chosen) {
        const brought = await bringFile(site.key, file, { onProgress: setShare });
        onAdd({ id: brought.id, title: brought.name.replace(/\.\w+$/, '') });
        announce(texts.brought(brought.name));
      }
    } finally {
      setShare(null);
    }
  });
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`} data-testid="site-files">
      <h4 id={`${id}-title`}>{texts.title}</h4>
      <ul className={styles.rows}>
        {files.map((file, at) => {
          const { kind, name = file.title } = known.get(file.id) ?? {};
          return (
            <li key={file.id} className={styles.row}>
              <div className={styles.file}>
                {kind === 'picture' ? <img src={deskFilePath(site.key, file.id)} alt={file.title} loading="lazy" /> : <FileText size={28} aria-hidden />}
                <TextField label={texts.called} value={file.title} max={200} onChange={(title) => onChange(files.map((one) => (one.id === file.id ? { ...one, title } : one)), `file ${file.id}`)} />
              </div>
              <div className={styles.line}>
                <span className={`${styles.quiet} ${styles.grow}`}>{name}</span>
                {at > 0 && <IconButton name={texts.up(name)} onClick={() => onChange(files.with(at - 1, file).with(at, files[at - 1]!), 'files')}><ArrowUp size={16} aria-hidden /></IconButton>}
                <IconButton name={texts.off(name)} onClick={() => onChange(files.filter((one) => one.id !== file.id), 'files')}><X size={16} aria-hidden /></IconButton>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={styles.field}>
        <label htmlFor={id}>{texts.add}</label>
        <input id={id} type="file" multiple accept="image/jpeg,image/png,image/webp,application/pdf" disabled={act.busy} data-testid="add-site-file" onChange={({ currentTarget }) => { bring([...currentTarget.files ?? []]); currentTarget.value = ''; }} />
      </div>
      {share !== null && <progress className={styles.upload} max={1} value={share} aria-label={texts.sending} />}
      <Fault error={act.error} />
      <p className={styles.quiet}>{texts.note}</p>
    </section>
  );
}
