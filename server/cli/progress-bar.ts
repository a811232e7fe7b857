/** A progress bar on a terminal; a line per step elsewhere. */
interface Step { readonly what: string; readonly done: number; readonly of: number }
interface Output { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

const WIDTH = 24;

/** `show` may be called as often as one likes; `end` leaves the line free for what follows. */
export function progressBar(output: Output): { show(step: Step): void; end(): void } {
  let shown = '';
  let lastQuarter = '';
  const bar = ({ what, done, of }: Step): string => {
    const share = of === 0 ? 0 : Math.min(1, done / of);
    const full = Math.round(share * WIDTH);
    return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${what}`;
  };
  return {
    show(step) {
      if (output.isTTY) {
        const line = bar(step).slice(0, (output.columns ?? 80) - 1);
        if (line !== shown) output.write(`\r\u001B[K${line}`);
        shown = line;
        return;
      }
      const quarter = `${step.what} ${step.of === 0 ? 0 : Math.floor((4 * step.done) / step.of) * 25} %`;
      if (quarter !== lastQuarter) output.write(`${quarter}\n`);
      lastQuarter = quarter;
    },
    end() { if (shown !== '') output.write('\r\u001B[K'); shown = ''; },
  };
}
