/** The lock file of an embedded database's folder: two processes on one folder would lose rows silently. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseUnusable } from '../database.ts';

interface Holder { readonly pid: number; readonly started: string }

/** When a process began, in a form that tells it from a later one with the same pid; '' where the system does not say. */
function startOf(pid: number): string {
  try {
    // Field 22 of /proc/<pid>/stat is the start in clock ticks; the second field may hold spaces and brackets. boot_id tells the boots apart.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${ticks}`;
  } catch {
    return '';
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
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
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) };
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
      if (holder.pid > 0 && isAlive(holder)) {
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
