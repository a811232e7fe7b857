/** Pictures of a site: one large, the others beneath to choose from; without any it says so. */
import { useState } from 'react';
import type { SitePicture } from '../../domain/contract/investment/site.ts';
import { defineTexts, useTexts } from '../i18n/language.ts';
import panel from '../panels/panels.module.css';
import styles from './site-page.module.css';

const TEXTS = defineTexts({
  pl: { none: 'Do tej oferty nie opublikowano zdjęć.', show: (title: string) => `Pokaż zdjęcie: ${title}`, failed: 'Tego zdjęcia nie udało się wczytać.' },
  en: { none: 'No pictures have been published with this offer.', show: (title: string) => `Show the picture: ${title}`, failed: 'This picture could not be loaded.' },
});

export function SitePictures({ pictures }: { readonly pictures: readonly SitePicture[] }) {
  const texts = useTexts(TEXTS);
  const [chosen, setChosen] = useState(0);
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const picture = pictures[chosen] ?? pictures[0];
  if (!picture) return <p className={panel.remark} data-testid="no-pictures">{texts.none}</p>;
  return (
    <figure className={styles.pictures} data-testid="site-pictures">
      {failed.has(picture.id) ? <p className={panel.remark}>{texts.failed}</p> : <img key={picture.id} src={picture.href} alt={picture.title} onError={() => setFailed(new Set([...failed, picture.id]))} />}
      <figcaption>{picture.title}</figcaption>
      {pictures.length > 1 && (
        <ul>
          {pictures.map(({ id, title, href }, at) => <li key={id}><button type="button" aria-pressed={at === chosen} aria-label={texts.show(title)} title={title} onClick={() => setChosen(at)}><img src={href} alt="" loading="lazy" /></button></li>)}
        </ul>
      )}
    </figure>
  );
}
