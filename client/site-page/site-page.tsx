/** The page of an investment site: pictures and plan, facts, how much may be built, access, zones with parameters, documents, what must happen next, what changed, contact. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Site } from '../../domain/contract/investment/site.ts';
import { landWords } from '../../domain/investment/land-words.ts';
import { PROCEDURE_TEXTS } from '../../domain/investment/site-procedure.ts';
import { accessTopics, offerTopic, parcelsTopic, planningTopics, SITE_TEXTS } from '../../domain/investment/site-topics.ts';
import { goneOf, siteQuery } from '../api/sites.ts';
import { defineTexts, useFormats, useLanguage, useTexts } from '../i18n/language.ts';
import { CapacitySlot } from '../panels/capacity-slot.tsx';
import { Missing } from '../panels/missing.tsx';
import { PanelHead } from '../panels/panel-head.tsx';
import panel from '../panels/panels.module.css';
import { Notices, SourceLine } from '../panels/provenance.tsx';
import { Skeleton } from '../panels/skeleton.tsx';
import { StatementTopics } from '../panels/statement-topics.tsx';
import { StatusChip } from '../panels/status-chip.tsx';
import { TopicSection } from '../panels/topic.tsx';
import { ShortlistBar } from '../shortlist/shortlist-bar.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { Notice } from '../ui/notice.tsx';
import { useUrl } from '../url/use-url.ts';
import { SiteChanges } from './site-changes.tsx';
import styles from './site-page.module.css';
import { SitePictures } from './site-pictures.tsx';
import { SitePlan } from './site-plan.tsx';

const Enquiry = lazy(() => import('../enquiry/enquiry.tsx').then((room) => ({ default: room.Enquiry })));

const TEXTS = defineTexts({
  pl: { kind: 'Teren inwestycyjny', area: 'powierzchnia', price: 'cena', height: 'wysokość do', gone: (name: string, day: string) => `Teren „${name}” był w ofercie miasta i został z niej wycofany ${day}. To, co o nim było wiadomo, nie jest już aktualne.`, none: 'nie podano kontaktu' },
  en: { kind: 'Investment site', area: 'area', price: 'price', height: 'height up to', gone: (name: string, day: string) => `The city offered “${name}” and took it off the list on ${day}. What was known of it is no longer current.`, none: 'no contact is given' },
});

function Figures({ site: { areaM2, properties } }: { readonly site: Site }) {
  const texts = useTexts(TEXTS);
  const lang = useLanguage();
  const { number } = useFormats();
  const figures = [
    [texts.area, { text: `${number(areaM2 / 10_000, 2)}\u202fha`, known: true }], [texts.price, landWords('price_pln', properties, lang)], [texts.height, landWords('max_height_m', properties, lang)],
  ] as const;
  return <dl className={panel.figures}>{figures.map(([name, { text, known }]) => <div key={name}><dt>{name}</dt><dd className={known ? undefined : panel.unset}>{text}</dd></div>)}</dl>;
}

function Procedure({ procedure }: Pick<Site, 'procedure'>) {
  const texts = useTexts(PROCEDURE_TEXTS);
  const states = { done: panel.past, now: panel.present, ahead: panel.coming, unknown: panel.coming } as const;
  return (
    <section className={panel.section} data-testid="site-procedure">
      <h3>{texts.title}</h3>
      <ol className={panel.timeline}>
        {procedure.map(({ step, state, days }) => (
          <li key={step} className={states[state]} data-state={state}><b>{texts.steps[step]}{days !== null && ` (${texts.days(String(days))})`}</b><small>{texts.states[state]}{step === 'award' && ` · ${texts.awardNote}`}</small></li>
        ))}
      </ol>
      <p className={panel.remark}>{texts.office}</p>
      <p className={panel.remark}>{texts.note}</p>
    </section>
  );
}

function Documents({ documents }: Pick<Site, 'documents'>) {
  const words = useTexts(SITE_TEXTS);
  const { number } = useFormats();
  return (
    <section className={panel.section} data-testid="site-documents">
      <h3>{words.documents}</h3>
      {documents.length === 0 ? <p className={panel.soft}>{words.noDocuments}</p> : <ul className={panel.listed}>{documents.map(({ id, title, href, bytes }) => <li key={id}><a href={href}>{title}</a> <small className={panel.soft}>{words.fileSize(number(bytes / 1024))}</small></li>)}</ul>}
    </section>
  );
}

function Body({ site }: { readonly site: Site }) {
  const texts = useTexts(TEXTS);
  const words = useTexts(SITE_TEXTS);
  const lang = useLanguage();
  const planning = planningTopics(site, lang);
  const others = [...accessTopics(site, lang), parcelsTopic(site, lang)];
  return (
    <>
      <ShortlistBar land={{ kind: 'site', key: site.key }} />
      <SitePictures pictures={site.pictures} />
      <SitePlan {...site} />
      <Figures site={site} />
      <TopicSection topic={offerTopic(site, lang)} testid="site-offer" unsourced />
      <CapacitySlot subject={{ site: site.key }} open />
      {others.map((topic) => <TopicSection key={topic.id} topic={topic} testid={`site-${topic.id}`} />)}
      <StatementTopics statement={{ topics: planning, day: site.day, notices: [] }} />
      <Documents documents={site.documents} />
      <Procedure procedure={site.procedure} />
      <SiteChanges site={site} />
      <section className={panel.section} data-testid="site-contact"><h3>{words.contact}</h3><p className={styles.contact}>{site.contact ?? texts.none}</p></section>
      <Boundary><Suspense><Enquiry site={site.key} name={site.name} /></Suspense></Boundary>
      <SourceLine {...site.provenance} />
    </>
  );
}

export function SitePage({ siteKey }: { readonly siteKey: string }) {
  const texts = useTexts(TEXTS);
  const { date } = useFormats();
  const { day } = useUrl();
  const { data, error, refetch } = useQuery({ ...siteQuery(siteKey, day), retry: (count, failure) => goneOf(failure) === null && count < 1 });
  const gone = goneOf(error);
  return (
    <article className={panel.panel} data-testid="panel-investment-sites">
      <PanelHead object={{ layer: 'investment-sites', key: siteKey }} kind={texts.kind} title={data?.name ?? gone?.name ?? (error ? siteKey : '…')} bbox={data?.bbox ?? null}>
        {data && <div className={panel.where}><StatusChip layer="investment-sites" value={data.properties['status']} /></div>}
      </PanelHead>
      {data ? <Body key={siteKey} site={data} /> : gone ? <div data-testid="site-gone"><Notice>{texts.gone(gone.name, date(gone.since))}</Notice></div> : error ? <Missing error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
      <Notices layers={['investment-sites']} />
    </article>
  );
}
