/** The room's SQL, each file loaded once; a broken one stops the program when it starts. */
import { queryFile } from '../../db/query-file.ts';

const load = (name: string) => queryFile(new URL(`./sql/${name}`, import.meta.url));

export const queries = {
  targetTable: load('target-table.sql'),
  targetColumns: load('target-columns.sql'),
  targetParts: load('target-parts.sql'),
  targetChecks: load('target-checks.sql'),
  stage: load('stage.sql'),
  prepareStaged: load('prepare-staged.sql'),
  rejectStaged: load('reject-staged.sql'),
  sameParts: load('same-parts.sql'),
  match: load('match.sql'),
  matchVersions: load('match-versions.sql'),
  closeVersions: load('close-versions.sql'),
  updateRows: load('update-rows.sql'),
  insertRows: load('insert-rows.sql'),
  findInserted: load('find-inserted.sql'),
  writeParts: load('write-parts.sql'),
  removeAbsent: load('remove-absent.sql'),
  endAbsent: load('end-absent.sql'),
  replaceDemonstration: load('replace-demonstration.sql'),
  displaceDemonstration: load('displace-demonstration.sql'),
  replaceNamesakes: load('replace-namesakes.sql'),
  touch: load('touch.sql'),
  touchedDistricts: load('touched-districts.sql'),
  countVerdicts: load('count-verdicts.sql'),
  findDataset: load('find-dataset.sql'),
  updateDataset: load('update-dataset.sql'),
} as const;
