import { createReadStream } from 'node:fs';
import type { FileSink } from './file-sink.ts';
import type { OaiRecord } from './oai-page.ts';

/**
 * The kept file of an OAI-PMH source: `<records>` of `<record>`, each behind a line that names it, so that changes are
 * merged line by line, whatever the size. Readers pass such lines over, as XML has it for processing instructions.
 */
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n';
const END = '</records>';
const MARK = '<?oai-record ';

export const writeHead = (sink: FileSink): Promise<void> => sink.write(HEAD);
export const writeEnd = (sink: FileSink): Promise<void> => sink.write(`${END}\n`);

export const writeRecord = (sink: FileSink, { identifier, text }: OaiRecord): Promise<void> =>
  sink.write(`${MARK}${marked(identifier)}?>\n${text.replaceAll(MARK, '<?x-oai-record ')}\n`);

/** What a record is marked by. Names may hold anything; what ends an instruction or a line may not stand in it. */
export const marked = (identifier: string): string => encodeURIComponent(identifier);

/** Copies the records of a kept file that are chosen by their marks, in their order. */
export async function copyRecords(
  kept: string,
  isChosen: (mark: string) => boolean,
  sink: FileSink,
): Promise<void> {
  let isKept = false;
  let piece = '';
  for await (const line of linesOf(kept)) {
    if (line.startsWith(MARK)) isKept = isChosen(line.slice(MARK.length, -2));
    if (line === END) break;
    if (isKept) piece += `${line}\n`;
    if (piece.length > 1 << 16) {
      await sink.write(piece);
      piece = '';
    }
  }
  await sink.write(piece);
}

/** Lines by line feeds alone: Node's own reader takes other characters for ends of lines, and would change texts. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, 'utf8')) {
    const lines = (rest + (piece as string)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
