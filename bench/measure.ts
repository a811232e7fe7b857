/** What the benchmarks of search share: seeded random choice, and how times are told. */

/** The same numbers 0–1 for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The value below which that share of the times (ms) lies. */
export const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Milliseconds of processor time that this process and its threads (the embedded database is one) have used. */
export const cpuMs = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

/** One line: name, number, p50, p95, p99 and the worst, in ms; then the mean processor time of one, which a busy machine does not change. */
export const report = (name: string, times: readonly number[], cpu: number): string => {
  const quantiles = [0.5, 0.95, 0.99, 1].map((share) => `${share === 1 ? 'max' : `p${share * 100}`} ${quantile(times, share).toFixed(1).padStart(6)}`);
  return `${name.padEnd(28)} n ${String(times.length).padStart(4)}   ${quantiles.join('   ')} ms   cpu ${(cpu / times.length).toFixed(1).padStart(6)} ms`;
};
