/** Entry module of a thread that writes some syntaxes of a dump and ends; under plain Node. An error ends it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type DumpsToWrite, writeDumps } from './write-dumps.ts';

if (parentPort) parentPort.postMessage(await writeDumps(workerData as DumpsToWrite));
