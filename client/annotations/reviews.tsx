/** After an update of the cadastre: which of the new parcels an annotation is about now. What was proposed is ticked by nobody but people. */
import { useState } from 'react';
import { decideReview, forgetAnnotations, type WriteFault, writeFault } from '../api/annotations.ts';
import type { Annotation, SubjectReview } from '../../domain/contract/office/annotation.ts';
import { defineTexts, useFormats, useTexts } from '../i18n/language.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import styles from './annotations.module.css';
import { Fault } from './faults.tsx';
import { useSubjectWords } from './words.ts';

const TEXTS = defineTexts({
  pl: {
    split: 'została podzielona', merge: 'została połączona z innymi', renumber: 'ma nowy numer', 'boundary-shift': 'ma zmienione granice', gone: 'zniknęła z ewidencji', since: (parcel: string, what: string, day: string) => `${parcel} ${what} (${day}). Której działki dotyczy teraz adnotacja?`,
    share: (percent: string) => `${percent} dawnej działki`, save: 'Zapisz wybór', keep: 'Zostaw dawny numer', done: 'Zapisano, której działki dotyczy adnotacja.',
  },
  en: {
    split: 'was divided', merge: 'was merged with others', renumber: 'has a new number', 'boundary-shift': 'has other boundaries', gone: 'is no longer in the register', since: (parcel: string, what: string, day: string) => `${parcel} ${what} (${day}). Which parcel is the annotation about now?`,
    share: (percent: string) => `${percent} of the former parcel`, save: 'Save the choice', keep: 'Keep the former number', done: 'It is saved which parcel the annotation is about.',
  },
});

function Review({ review, annotation: { id, version, may } }: { readonly review: SubjectReview; readonly annotation: Annotation }) {
  const texts = useTexts(TEXTS);
  const { date, percent } = useFormats();
  const subject = useSubjectWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<WriteFault | null>(null);
  const decide = (parcels: readonly string[]) => void decideReview(id, version, review.parcel, parcels).then(() => announce(texts.done), (error: unknown) => {
    setFault(writeFault(error));
    void forgetAnnotations(id);
  });
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{subject({ kind: 'parcel', key: review.parcel })}</legend>
      <p>{texts.since(subject({ kind: 'parcel', key: review.parcel }), texts[review.kind], date(review.since))}</p>
      {review.proposal.map(({ parcel, sharePct }) => (
        <label key={parcel} className={styles.check}>
          <input type="checkbox" checked={chosen.includes(parcel)} disabled={!may.edit} onChange={({ target }) => setChosen(target.checked ? [...chosen, parcel] : chosen.filter((one) => one !== parcel))} />
          <span>{subject({ kind: 'parcel', key: parcel })} <span className={styles.quiet}>{texts.share(percent(sharePct))}</span></span>
        </label>
      ))}
      {fault && <Fault fault={fault} />}
      {may.edit && <div className={styles.row}><Button disabled={chosen.length === 0} onClick={() => decide(chosen)}>{texts.save}</Button><Button kind="quiet" onClick={() => decide([])}>{texts.keep}</Button></div>}
    </fieldset>
  );
}

export const Reviews = ({ annotation }: { readonly annotation: Annotation }) => annotation.reviews.map((review) => <Review key={review.parcel} review={review} annotation={annotation} />);
