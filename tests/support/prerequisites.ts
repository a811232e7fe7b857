/** Finds what the suites need beyond Node – PostgreSQL with PostGIS, Chromium, GDAL, poppler – and installs it from Debian packages where it may. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Postgresql {
  /** Folder of initdb, pg_ctl, postgres. */
  readonly bin: string;
  readonly major: number;
}

const firstExisting = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));
const onPath = (name: string): string | undefined => firstExisting((process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name)));
const output = (file: string, args: string[]): string => { try { return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(); } catch { return ''; } };

/** The newest PostgreSQL (15 or later) whose extension folder holds PostGIS; undefined when there is none. */
export function findPostgresql(): Postgresql | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  const found = [...folders, ...(onPath('pg_config') ? [output('pg_config', ['--bindir'])] : [])].flatMap((bin) => {
    if (!existsSync(join(bin, 'initdb')) || !existsSync(join(bin, 'pg_config'))) return [];
    const major = Number(/(\d+)/.exec(output(join(bin, 'postgres'), ['--version']))?.[1] ?? 0);
    const extensions = join(output(join(bin, 'pg_config'), ['--sharedir']), 'extension');
    return major >= 15 && existsSync(join(extensions, 'postgis.control')) && existsSync(join(extensions, 'unaccent.control')) ? [{ bin, major }] : [];
  });
  return found.sort((a, b) => b.major - a.major)[0];
}

/** Path of a Chromium or Chrome (`CHROMIUM` overrides), or undefined. */
export const findChromium = (): string | undefined =>
  process.env['CHROMIUM'] ?? ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find((path) => path !== undefined)
  ?? firstExisting(['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']);

/** Path of `ogrinfo`, or undefined. */
export const findGdal = (): string | undefined => onPath('ogrinfo');

export interface Prerequisite {
  readonly name: string;
  /** What the suites that need it show, for the closing summary. */
  readonly serves: string;
  readonly found: () => boolean;
  /** Debian packages; a regular expression of a package name where the version is part of it. */
  readonly packages: readonly (string | RegExp)[];
}

export const PREREQUISITES: readonly Prerequisite[] = [
  { name: 'PostgreSQL 15+ with PostGIS 3.3+', serves: 'the suites on PostgreSQL', found: () => findPostgresql() !== undefined, packages: [/^postgresql-\d+-postgis-3$/] },
  { name: 'Chromium', serves: 'the browser suites', found: () => findChromium() !== undefined, packages: ['chromium'] },
  { name: 'GDAL (ogrinfo)', serves: 'the suites in which GDAL reads our services', found: () => findGdal() !== undefined, packages: ['gdal-bin'] },
  { name: 'poppler (pdftotext)', serves: 'the suites in which poppler reads our papers', found: () => onPath('pdftotext') !== undefined && onPath('pdfinfo') !== undefined, packages: ['poppler-utils'] },
];

const run = (file: string, args: string[]): boolean =>
  spawnSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** The newest package whose name matches, e.g. postgresql-15-postgis-3 on Debian 12. */
function packageName(pattern: string | RegExp): string[] {
  if (typeof pattern === 'string') return [pattern];
  const names = output('apt-cache', ['pkgnames', pattern.source.replace(/^\^/, '').replace(/\\.*$/, '')]).split('\n').filter((name) => pattern.test(name));
  return names.sort((a, b) => Number(/\d+/.exec(b)?.[0] ?? 0) - Number(/\d+/.exec(a)?.[0] ?? 0)).slice(0, 1);
}

/** Installs what is missing when this is root on Debian; returns what is still missing afterwards. */
export function installMissing(say: (line: string) => void): readonly Prerequisite[] {
  const missing = PREREQUISITES.filter((each) => !each.found());
  if (missing.length === 0 || process.getuid?.() !== 0 || !onPath('apt-get')) return missing;
  say(`installing from Debian packages: ${missing.map((each) => each.name).join(', ')}`);
  run('apt-get', ['update', '-qq']);
  const packages = missing.flatMap((each) => each.packages).flatMap(packageName);
  if (packages.length > 0) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  return missing.filter((each) => !each.found());
}

/** The command that would add a missing prerequisite by hand. */
export const howToAdd = (missing: Prerequisite): string =>
  `sudo apt-get install ${missing.packages.map((each) => (typeof each === 'string' ? each : each.source.replace('^', '').replace('\\d+', '15').replace('$', ''))).join(' ')}`;
