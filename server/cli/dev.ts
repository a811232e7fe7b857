/** `npm run dev`: the server and Vite with reload, in one terminal; when one ends, so does the other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const children: ChildProcess[] = [
  [join(packageFolder('tsx'), 'dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'],
  [join(packageFolder('vite'), 'bin/vite.js')],
].map((args) => spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }));

let ending = false;
function endAll(code: number): void {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
  // A process that does not answer to SIGTERM must not keep the terminal.
  setTimeout(() => { for (const child of children) child.kill('SIGKILL'); }, 10_000).unref();
}

for (const child of children) {
  child.once('error', () => { endAll(1); });
  child.once('exit', (code) => { endAll(code ?? 0); });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { endAll(0); });
