/** The lock file of an embedded database's folder: two processes on one folder would lose rows silently. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseUnusable } from '../database.ts';

interface Holder { readonly pid: number; readonly started: string }

/** When a living process began, in a form that tells it from a later one with the same pid; undefined for a dead one, '' where the system is silent. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    // Of /proc/<pid>/stat after the name in brackets: the state (Z: killed, not yet buried) and, as field 22, the start in clock ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return '';
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.started === 'string' ? { pid: holder.pid, started: holder.started } : { pid: -1, started: '' };
  } catch (error) {
    // Unreadable content is a lock of nobody; a missing file is no lock.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { pid: -1, started: '' };
  }
}

/** Takes the lock or throws DatabaseUnusable; a lock left by a dead process is taken over. Returns the function that gives it back. */
export function takeLock(path: string, folder: string): () => void {
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) ?? '' };
  const candidate = `${path}.${process.pid}.${Date.now()}`;
  writeFileSync(candidate, JSON.stringify(mine));
  try {
    for (;;) {
      try {
        linkSync(candidate, path); // creates the lock whole, or fails when there is one
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(path);
      if (!holder) continue;
      if (holder.pid > 0 && startOf(holder.pid) === holder.started) {
        throw new DatabaseUnusable(`The embedded database in ${folder} is in use by another process (pid ${holder.pid}): stop it first, or set DATA_DIR to another folder.`);
      }
      removeStale(path, holder);
    }
  } finally {
    rmSync(candidate, { force: true });
  }
  let held = true;
  const release = (): void => {
    if (held && readHolder(path)?.started === mine.started) rmSync(path, { force: true });
    held = false;
    process.off('exit', release);
  };
  process.once('exit', release);
  return release;
}

/** Moves a stale lock away; when another process was quicker and what was moved is its fresh lock, puts that back. */
function removeStale(path: string, stale: Holder): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== stale.pid || moved.started !== stale.started)) {
    try { linkSync(aside, path); } catch { /* a third process holds it now */ }
  }
  rmSync(aside, { force: true });
}
