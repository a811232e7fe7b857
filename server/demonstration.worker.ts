/** The thread that makes the demonstration's files while the server's thread and the embedded database are busy with other things. */
import { parentPort, workerData } from 'node:worker_threads';
import { demonstrationFiles } from '../data-samples/demonstration.ts';

parentPort?.postMessage(await demonstrationFiles(workerData as string));
