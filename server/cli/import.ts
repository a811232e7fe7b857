/** `npm run import -- FILE … --layer L`: brings files into a layer and prints the report. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LAYERS } from '../../domain/layers/index.ts';
import { ImportFault } from '../gdal/import-fault.ts';
import { importFiles } from '../rooms/import/import-file.ts';
import { type Mapping, parseMapping, shippedMappings } from '../rooms/import/mapping.ts';
import { reportText } from '../rooms/import/report.ts';
import { progressBar } from './progress-bar.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run import -- FILE … --layer LAYER [options]

Reads GeoJSON, GeoPackage, Shapefile (zipped), GML, KML, CSV and FlatGeobuf. All files together are one dataset and one transaction.

  --layer LAYER         ${LAYERS.map(({ id }) => id).join(', ')}
  --mapping NAME        ${[...shippedMappings().keys()].join(', ')}
                        (recognised by the fields of the file when it is not named), or a .json file of your own
  --crs CRS             coordinate system of the files, e.g. EPSG:2180; replaces what they say
  --encoding NAME       of the text in CSV, GeoJSON and Shapefile, e.g. windows-1250
  --source-layer NAME   which layer of the file, when it has several
  --name TEXT           name of the dataset; --publisher, --licence and --source-date YYYY-MM-DD tell more of it
  --dry-run             does everything and takes it back
  --json                the report as JSON
`;

const OPTIONS = {
  layer: { type: 'string' }, mapping: { type: 'string' }, crs: { type: 'string' }, encoding: { type: 'string' }, 'source-layer': { type: 'string' },
  name: { type: 'string' }, publisher: { type: 'string' }, licence: { type: 'string' }, 'source-date': { type: 'string' },
  'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
} as const;

/** Positionals are files; throws an Error whose message names the wrong option. */
function readArguments() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const { name, publisher, licence, 'source-date': sourceDate } = values;
  if (sourceDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(sourceDate)) throw new Error('--source-date must have the form YYYY-MM-DD');
  const dataset = { ...(name && { name }), ...(publisher && { publisher }), ...(licence && { licence }), ...(sourceDate && { source_date: sourceDate }) };
  return { values, files: positionals, dataset };
}

/** A mapping of the clerk's own is a file; others are known by name. */
function readMapping(name: string | undefined): string | Mapping | undefined {
  if (!name?.endsWith('.json')) return name;
  let json: unknown;
  try { json = JSON.parse(readFileSync(name, 'utf8')); } catch (error) { throw new ImportFault(`The mapping ${name} cannot be read (${(error as Error).message}).`); }
  return parseMapping(name, json);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, files, dataset } = readArguments();
  if (values.help) { process.stdout.write(HELP); return; }
  if (files.length === 0 || values.layer === undefined) { fail(`${files.length === 0 ? 'Name at least one file.' : 'Name the layer with --layer.'}\n\n${HELP}`); return; }
  await runCommand(async ({ database }) => {
    const bar = progressBar(process.stderr);
    try {
      const report = await importFiles(database, {
        files, dataset, layer: values.layer!, mapping: readMapping(values.mapping), crs: values.crs, encoding: values.encoding,
        sourceLayer: values['source-layer'], dryRun: values['dry-run'], onProgress: bar.show,
      });
      bar.end();
      process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : reportText(report)}\n`);
    } catch (error) {
      bar.end();
      if (!(error instanceof ImportFault)) throw error;
      fail(error.message);
    }
  });
}

await main().catch((error: unknown) => { fail(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS') ? `${error.message}\n\n${HELP}` : (error as Error).stack ?? String(error)); });
