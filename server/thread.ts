/** Starts worker threads written in TypeScript. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

// `--import tsx` registers its loader in the main thread only, and a bare name would be looked up from the working directory: hence an absolute
// address, and a call of register() in the thread itself.
const API = new URL('./dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')));
const REGISTER = `data:text/javascript,import{register}from${JSON.stringify(API.href)};register()`;

/** Runs the TypeScript file at `file` (new URL('./worker.ts', import.meta.url)) in a thread of its own. */
export function startThread(file: URL, options: Omit<WorkerOptions, 'execArgv'> = {}): Worker {
  return new Worker(file, { ...options, execArgv: ['--import', REGISTER] });
}
