/** GDAL in WebAssembly, narrowed to what an import needs. It sees only files that were put before it, and opens them read-only. */
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';

interface FileSystem {
  writeFile(path: string, data: Uint8Array | string): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  unlink(path: string): void;
  rmdir(path: string): void;
  mkdir(path: string): void;
  stat(path: string): { mode: number };
  isDir(mode: number): boolean;
}
interface Wasm {
  readonly FS: FileSystem;
  readonly HEAPF64: Float64Array;
  ccall(name: string, returns: 'number' | 'string' | null, types: readonly ('number' | 'string')[], values: readonly (number | string)[]): never;
  setValue(pointer: number, value: number, type: 'i32'): void;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, bytes: number): void;
  UTF8ToString(pointer: number): string;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}
type Initialise = (options: {
  path: string; env: Record<string, string>; logHandler: (text: string) => void; errorHandler: (text: string) => void;
}) => Promise<{ Module: Wasm }>;

/** What `ogrinfo -json` tells of a layer, as far as we read it. */
interface InfoLayer {
  readonly name: string;
  readonly featureCount?: number;
  readonly geometryFields?: readonly { coordinateSystem?: { wkt?: string; projjson?: { name?: string; id?: { authority: string; code: number | string } } } }[];
  readonly features?: { properties: Record<string, unknown>; geometry: unknown }[];
}

export interface SourceLayer { readonly name: string; readonly count: number; readonly crs: string | null; readonly crsName: string | null }

export type Gdal = Awaited<ReturnType<typeof openGdal>>;

const OF_VECTOR = 0x04;
const OF_VERBOSE_ERROR = 0x40;
const TRADITIONAL_GIS_ORDER = 0;

/** Starts GDAL (about 0.6 s, 200 MB). Only ever inside a worker thread that can be ended. */
export async function openGdal() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('gdal3.js/node.js');
  const initialise = require(entry) as Initialise;
  let messages: string[] = [];
  const heard = (text: string) => { if (messages.length < 100) messages.push(text); };
  const { Module: wasm } = await initialise({
    // The library prefixes "./" to this path, so it must be relative to the working directory.
    path: `${relative(process.cwd(), dirname(entry))}/dist/package`,
    env: { GDAL_NUM_THREADS: '1', GML_SKIP_RESOLVE_ELEMS: 'ALL', OGR_SQLITE_LOAD_EXTENSIONS: 'NO', SHAPE_RESTORE_SHX: 'NO', OGR_GEOJSON_MAX_OBJ_SIZE: '0' },
    logHandler: heard, errorHandler: heard,
  });
  const { FS } = wasm;

  const fault = (what: string): Error => {
    const said = messages.map((text) => text.trim()).findLast((text) => text !== '') ?? (wasm.ccall('CPLGetLastErrorMsg', 'string', [], []) as string);
    return new Error(said ? `${what}: ${said.replace(/^(ERROR|Warning) \d+: /, '').replaceAll(/\/input\/\S*\//g, '').replace(/\.+$/, '')}` : what);
  };
  const text = (value: string): number => {
    const bytes = wasm.lengthBytesUTF8(value) + 1;
    const pointer = wasm._malloc(bytes);
    wasm.stringToUTF8(value, pointer, bytes);
    return pointer;
  };
  /** Runs `use` with a C array of strings that lives as long as the call. */
  function withTexts<T>(values: readonly string[], use: (pointer: number) => T): T {
    const pointers = values.map(text);
    const list = wasm._malloc(4 * (pointers.length + 1));
    [...pointers, 0].forEach((pointer, index) => wasm.setValue(list + 4 * index, pointer, 'i32'));
    try { return use(list); } finally { for (const pointer of [list, ...pointers]) wasm._free(pointer); }
  }

  /** Opens a file read-only with the named drivers alone; throws with GDAL's own words. */
  function open(path: string, drivers: readonly string[], options: readonly string[]): number {
    messages = [];
    wasm.ccall('CPLErrorReset', null, [], []);
    const dataset = withTexts(drivers, (allowed) => withTexts(options, (list): number =>
      wasm.ccall('GDALOpenEx', 'number', ['string', 'number', 'number', 'number', 'number'], [path, OF_VECTOR | OF_VERBOSE_ERROR, allowed, list, 0])));
    if (dataset === 0) {
      const said = fault('The file cannot be read');
      throw said.message.includes('not recognized') ? new Error(`It is not a ${drivers.join(' or ')} file, or it is damaged`) : said;
    }
    return dataset;
  }

  function info(dataset: number, options: readonly string[]): { layers: InfoLayer[] } {
    messages = [];
    const json = withTexts(['-json', ...options], (list) => {
      const parsed = wasm.ccall('GDALVectorInfoOptionsNew', 'number', ['number', 'number'], [list, 0]);
      const answer: number = wasm.ccall('GDALVectorInfo', 'number', ['number', 'number'], [dataset, parsed]);
      wasm.ccall('GDALVectorInfoOptionsFree', null, ['number'], [parsed]);
      const result = answer === 0 ? '' : wasm.UTF8ToString(answer);
      if (answer !== 0) wasm._free(answer);
      return result;
    });
    if (json === '') throw fault('The file cannot be understood');
    return JSON.parse(json) as { layers: InfoLayer[] };
  }

  /** ogr2ogr: an open file to `output`; throws with GDAL's own words. */
  function translate(dataset: number, output: string, options: readonly string[]): void {
    messages = [];
    wasm.ccall('CPLErrorReset', null, [], []);
    const written = withTexts(options, (list): number => {
      const parsed = wasm.ccall('GDALVectorTranslateOptionsNew', 'number', ['number', 'number'], [list, 0]);
      const sources = wasm._malloc(4);
      wasm.setValue(sources, dataset, 'i32');
      const result: number = wasm.ccall('GDALVectorTranslate', 'number', ['string', 'number', 'number', 'number', 'number', 'number'], [output, 0, 1, sources, parsed, 0]);
      wasm._free(sources);
      wasm.ccall('GDALVectorTranslateOptionsFree', null, ['number'], [parsed]);
      return result;
    });
    const failed = (wasm.ccall('CPLGetLastErrorType', 'number', [], []) as number) >= 3;
    if (written !== 0) wasm.ccall('GDALClose', null, ['number'], [written]);
    if (written === 0 || failed) throw fault('The file is broken');
  }

  return {
    files: FS,
    open,
    close(dataset: number): void { wasm.ccall('GDALClose', null, ['number'], [dataset]); },

    /** The layers of an open file: name, number of features, CRS as WKT (null when the file names none). */
    layers(dataset: number): SourceLayer[] {
      return info(dataset, ['-so', '-noextent']).layers.map((layer) => {
        const system = layer.geometryFields?.[0]?.coordinateSystem;
        const id = system?.projjson?.id;
        return { name: layer.name, count: layer.featureCount ?? 0, crs: system?.wkt ?? null, crsName: id ? `${id.authority}:${id.code}` : system?.projjson?.name ?? null };
      });
    },

    /** Rows of an SQLite-dialect query over an open file (SpatiaLite functions included). */
    query(dataset: number, sql: string): { properties: Record<string, unknown>; geometry: unknown }[] {
      return info(dataset, ['-features', '-dialect', 'SQLITE', '-sql', sql]).layers[0]?.features ?? [];
    },

    /** ogr2ogr to GeoJSON in the file's own CRS, every digit kept, easting (longitude) first, one feature a line; throws with GDAL's own words. */
    toGeoJson(dataset: number, output: string, options: readonly string[]): void {
      translate(dataset, output, ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-lco', 'SIGNIFICANT_FIGURES=17', '-noNativeData', '-dim', 'XY', ...options]);
    },

    translate,

    /**
     * A transformation between two systems, both in traditional order (easting or longitude first), as a function that changes
     * n positions in place; those that cannot be transformed become Infinity. Null when a system is not known.
     */
    transformer(from: string, to: string): ((x: Float64Array, y: Float64Array) => void) | null {
      const system = (definition: string): number => {
        const pointer: number = wasm.ccall('OSRNewSpatialReference', 'number', ['number'], [0]);
        if ((wasm.ccall('OSRSetFromUserInput', 'number', ['number', 'string'], [pointer, definition]) as number) !== 0) return 0;
        wasm.ccall('OSRSetAxisMappingStrategy', null, ['number', 'number'], [pointer, TRADITIONAL_GIS_ORDER]);
        return pointer;
      };
      const [source, target] = [system(from), system(to)];
      if (source === 0 || target === 0) return null;
      const transformation: number = wasm.ccall('OCTNewCoordinateTransformation', 'number', ['number', 'number'], [source, target]);
      if (transformation === 0) return null;
      return (x, y) => {
        const [atX, atY] = [wasm._malloc(8 * x.length), wasm._malloc(8 * x.length)];
        wasm.HEAPF64.set(x, atX / 8);
        wasm.HEAPF64.set(y, atY / 8);
        wasm.ccall('OCTTransform', 'number', ['number', 'number', 'number', 'number', 'number'], [transformation, x.length, atX, atY, 0]);
        x.set(wasm.HEAPF64.subarray(atX / 8, atX / 8 + x.length));
        y.set(wasm.HEAPF64.subarray(atY / 8, atY / 8 + x.length));
        wasm._free(atX);
        wasm._free(atY);
      };
    },

    /** What GDAL said since the last opening: warnings for the report. */
    warnings: (): string[] => messages.filter((line) => line.startsWith('Warning')).map((line) => line.replace(/^Warning \d+: /, '').trim()),
  };
}
