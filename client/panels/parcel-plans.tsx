/** What applies on a parcel: one plain answer of four that are never confused, then plan by plan the zones with m² and share. */
import type { ParcelExtract, PlanOnParcel, ZoneShare } from '../../domain/contract/parcel.ts';
import { PLAN_STATUSES, STAGES } from '../../domain/planning/stages.ts';
import { defineTexts, useFormats, useSay, useTexts } from '../i18n/language.ts';
import { classes } from '../ui/button.tsx';
import { useClassPaint } from './class-paint.ts';
import { ObjectLink } from './object-link.tsx';
import { PANEL_TEXTS } from './panel-texts.ts';
import styles from './panels.module.css';
import { SourceLine } from './provenance.tsx';
import { Buildable, ShareBar, ZoneChip } from './zone-parts.tsx';

const TEXTS = defineTexts({
  pl: {
    title: 'Co tu obowiązuje', procedures: 'Procedury w toku', outside: 'Poza planem obowiązującym', certain: 'pewne', edge: 'na granicy dokładności', draft: 'projekt, jeszcze nie obowiązuje',
    'in-force': 'Obowiązuje plan miejscowy.', 'in-preparation': 'Nie ma tu obowiązującego planu miejscowego; plan jest w opracowaniu.',
    none: 'Nie ma tu planu miejscowego i żaden nie jest sporządzany.', unknown: 'Nie wiadomo, czy jest tu plan: rejestr planów nie obejmuje tego miejsca.',
    onDay: (day: string) => `Stan na dzień ${day}.`, resolution: (number: string, day: string) => `Uchwała ${number}${day && ` z ${day}`}`, from: (day: string) => `w mocy od ${day}`,
    edgeNote: 'Część na granicy dokładności rysunku planu: do sprawdzenia w urzędzie.', noZones: 'Ustalenia nie są jeszcze określone.', plan: 'Plan', archive: 'Plany nieobowiązujące',
    general: 'Trwają prace nad planem ogólnym gminy.',
  },
  en: {
    title: 'What applies here', procedures: 'Procedures in progress', outside: 'Outside of any plan in force', certain: 'certain', edge: 'within drawing accuracy', draft: 'draft, not yet in force',
    'in-force': 'A local plan is in force.', 'in-preparation': 'No local plan is in force here; one is being prepared.',
    none: 'There is no local plan here and none is being prepared.', unknown: 'It is not known whether there is a plan: the register of plans does not cover this place.',
    onDay: (day: string) => `As of ${day}.`, resolution: (number: string, day: string) => `Resolution ${number}${day && ` of ${day}`}`, from: (day: string) => `in force from ${day}`,
    edgeNote: 'A part within the accuracy of the plan drawing: to be checked at the office.', noZones: 'Its provisions are not laid down yet.', plan: 'Plan', archive: 'Plans no longer in force',
    general: 'The general plan of the municipality is being prepared.',
  },
});

const TONES: Readonly<Record<ParcelExtract['answer'], string | undefined>> = { 'in-force': styles.good, 'in-preparation': styles.warn, none: undefined, unknown: styles.warn };

function ZoneRow({ zone, draft }: { readonly zone: ZoneShare; readonly draft: boolean }) {
  const texts = useTexts(TEXTS);
  const say = useSay();
  const { squareMetres, percent } = useFormats();
  const paint = useClassPaint(zone.layer, zone.zoneClass);
  return (
    <li className={styles.zoneRow} data-zone={zone.symbol}>
      <ObjectLink object={{ layer: zone.layer, key: zone.key }} className={styles.zoneLink}><ZoneChip layer={zone.layer} zoneClass={zone.zoneClass} symbol={zone.symbol} /></ObjectLink>
      <span>
        {zone.designation}
        <small title={zone.certainty === 'edge' ? texts.edgeNote : undefined}>{texts[zone.certainty]}{draft && ` · ${texts.draft}`}{paint && <span className="unseen"> · {say(paint.drawn.label)}</span>}</small>
      </span>
      <b>{squareMetres(zone.areaM2)}<small>{percent(zone.sharePct)}</small></b>
    </li>
  );
}

function PlanBlock({ plan, restPct = 0 }: { readonly plan: PlanOnParcel; readonly restPct?: number }) {
  const texts = useTexts(TEXTS);
  const { quoted } = useTexts(PANEL_TEXTS);
  const say = useSay();
  const { date } = useFormats();
  const status = PLAN_STATUSES.find(({ value }) => value === plan.status);
  const stage = STAGES.find(({ value }) => value === plan.stage);
  const running = plan.status !== 'in-force';
  const act = [
    plan.resolution && texts.resolution(plan.resolution, plan.resolutionDate ? date(plan.resolutionDate) : ''), plan.journal, plan.status === 'in-force' && plan.inForceFrom && texts.from(date(plan.inForceFrom)),
  ].filter(Boolean).join(', ');
  return (
    <div className={styles.plan} data-plan={plan.key} data-status={plan.status}>
      {plan.kind === 'POG' && running && plan.status !== 'superseded' && <p>{texts.general}</p>}
      <p><span className={styles.soft}>{texts.plan} </span><ObjectLink object={{ layer: 'plans', key: plan.key }} className={styles.strong}>{quoted(plan.name)}</ObjectLink></p>
      {running && <p className={styles.remark}>{status && say(status.label)}{stage && `, ${say(stage.label)}`}</p>}
      {plan.zones.length > 0 && <ShareBar zones={plan.zones} restPct={running ? 0 : restPct} />}
      {plan.zones.length > 0 ? <ul>{plan.zones.map((zone) => <ZoneRow key={zone.key} zone={zone} draft={running && plan.status !== 'superseded'} />)}</ul> : <p className={styles.remark}>{texts.noZones}</p>}
      {act && <p className={styles.source}>{act}.</p>}
      <SourceLine {...plan.provenance} />
    </div>
  );
}

export function ParcelPlans({ extract }: { readonly extract: ParcelExtract }) {
  const texts = useTexts(TEXTS);
  const { squareMetres, percent, date } = useFormats();
  const { plans, withoutPlan, answer, day } = extract;
  const inForce = plans.filter(({ status, kind }) => status === 'in-force' && kind !== 'POG');
  const archived = plans.filter(({ status }) => status === 'superseded');
  const running = plans.filter((plan) => !inForce.includes(plan) && !archived.includes(plan));
  const buildable = inForce.flatMap(({ zones }) => zones);
  return (
    <>
      <section className={styles.section} data-testid="what-applies" data-answer={answer}>
        <h3>{texts.title}</h3>
        <p className={classes(styles.answer, TONES[answer])}>{texts[answer]} <small>{texts.onDay(date(day))}</small></p>
        {inForce.map((plan) => <PlanBlock key={plan.key} plan={plan} restPct={withoutPlan.sharePct} />)}
        {inForce.length > 0 && withoutPlan.areaM2 > 0 && (
          <p className={styles.zoneRow}><span className={styles.outside} aria-hidden /><span>{texts.outside}</span><b>{squareMetres(withoutPlan.areaM2)}<small>{percent(withoutPlan.sharePct)}</small></b></p>
        )}
      </section>
      <Buildable zones={buildable} />
      {running.length > 0 && <section className={styles.section} data-testid="procedures"><h3>{texts.procedures}</h3>{running.map((plan) => <PlanBlock key={plan.key} plan={plan} />)}</section>}
      {archived.length > 0 && <section className={styles.section}><h3>{texts.archive}</h3>{archived.map((plan) => <PlanBlock key={plan.key} plan={plan} />)}</section>}
    </>
  );
}
