/** The thread that renders papers, so that the server's thread goes on answering. */
import { parentPort } from 'node:worker_threads';
import { type Paper, renderPaper } from './paper.ts';
import { type Report, renderReport } from './report.ts';

interface Job { readonly job: number; readonly paper: Paper | Report }

parentPort?.on('message', ({ job, paper }: Job) => {
  ('lands' in paper ? renderReport(paper) : renderPaper(paper)).then(
    (pdf) => { parentPort!.postMessage({ job, pdf }); },
    (error: unknown) => { parentPort!.postMessage({ job, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }); },
  );
});
