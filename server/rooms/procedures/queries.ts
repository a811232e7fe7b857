/** The questions of the plan desk to the database, by name. */
import { queryFile } from '../../db/query-file.ts';

const query = (name: string) => queryFile(new URL(`sql/${name}.sql`, import.meta.url));

export const queries = {
  procedure: query('procedure'), list: query('list'), insert: query('insert'), update: query('update'), adopt: query('adopt'), history: query('history'),
  drafts: query('drafts'), draftZones: query('draft-zones'), makeDraft: query('make-draft'), zonesOfLaw: query('zones-of-law'), copyZones: query('copy-zones'),
  writeZones: query('write-zones'), endZones: query('end-zones'), faults: query('faults'), overrulings: query('overrulings'),
  publications: query('publications'), beginPublication: query('begin-publication'), keepStanding: query('keep-standing'), endStanding: query('end-standing'),
  laterVersions: query('later-versions'), deskDataset: query('desk-dataset'), publishPlan: query('publish-plan'), publishParts: query('publish-parts'),
  publishStatus: query('publish-status'), publishZones: query('publish-zones'), lastPublication: query('last-publication'), endPublication: query('end-publication'), touchDraft: query('touch-draft'), followDay: query('follow-day'),
  reopen: query('reopen'), restorePlan: query('restore-plan'), restoreParts: query('restore-parts'), restoreZones: query('restore-zones'), readopt: query('readopt'),
} as const;
