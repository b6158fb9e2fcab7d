import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileAnswer, FileQuestion, SelectedRow, SelectFromFile } from '../../model/index.ts';
import { rdfFormatByExtension, xsd } from '../../rdf/index.ts';
import { type ParsedQuery, parseQuery } from '../../sparql/index.ts';
import { firstOf } from '../pool/race.ts';
import { REFUSALS } from './select-complaints.ts';
import type { SelectReply, SelectTask } from './select-messages.ts';

/** What selecting from one file may cost, the loading of the file included. */
export interface SelectLimits {
  readonly milliseconds: number;
  /** Size of the RDF file: a store takes some times as much memory. */
  readonly fileBytes: number;
  /** UTF-16 code units of the answer. */
  readonly answerUnits: number;
}

const LIMITS: SelectLimits = { milliseconds: 120_000, fileBytes: 256 << 20, answerUnits: 256 << 20 };

/** Media types by extensions that files have beside those we write. */
const OTHER_EXTENSIONS: Readonly<Record<string, string>> = {
  n3: 'text/n3',
  owl: 'application/rdf+xml',
  rdfxml: 'application/rdf+xml',
  xml: 'application/rdf+xml',
  json: 'application/ld+json',
};

/**
 * Selects from RDF files, each query in a thread of its own that loads the file and ends: what passes its deadline is
 * stopped. What kind of query a text is the grammar says; SERVICE is refused, so nothing but the file is asked.
 */
export const createFileSelector =
  (limits: SelectLimits = LIMITS): SelectFromFile =>
  async (question) => {
    const parsed = parseQuery(question.query, { base: question.base });
    const mediaType = mediaTypeOf(question.path);
    const refusal = refusedQuery(parsed) ?? (await refusedFile(question, mediaType, limits));
    if (refusal !== undefined) return refusal;
    const union = parsed.kind === 'parsed' && !parsed.hasDataset;
    const { path, query, base } = question;
    const reply = await replyTo({ path, query, base, union, mediaType: mediaType ?? '' }, limits);
    if (reply === undefined) return REFUSALS.timedOut(limits.milliseconds);
    return reply.kind === 'answered' ? selection(reply.body, limits) : refusedReply(reply, question);
  };

const mediaTypeOf = (path: string): string | undefined => {
  const extension = extname(path).slice(1).toLowerCase();
  return rdfFormatByExtension(extension)?.mediaType ?? OTHER_EXTENSIONS[extension];
};

function refusedQuery(parsed: ParsedQuery): FileAnswer | undefined {
  if (parsed.kind === 'malformed') return REFUSALS.malformed(parsed);
  if (parsed.kind === 'too-complex') return REFUSALS.tooComplex(parsed.reason);
  if (parsed.kind === 'update' || parsed.queryKind !== 'select') return REFUSALS.notSelect();
  return parsed.services.length > 0 ? REFUSALS.remote() : undefined;
}

async function refusedFile(
  { path, shown }: FileQuestion,
  mediaType: string | undefined,
  { fileBytes }: SelectLimits,
): Promise<FileAnswer | undefined> {
  if (mediaType === undefined) return REFUSALS.unknownSyntax(shown);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (!('isFile' in found)) return REFUSALS.missing(shown, found.code ?? found.message);
  if (!found.isFile()) return REFUSALS.missing(shown, 'EISDIR');
  return found.size > fileBytes ? REFUSALS.largeFile(shown, fileBytes) : undefined;
}

/** Undefined where the deadline came first: the thread is stopped, whatever it is doing. */
async function replyTo(task: SelectTask, { milliseconds }: SelectLimits): Promise<SelectReply | undefined> {
  const file = import.meta.url.endsWith('.ts') ? './select-worker.ts' : './select-worker.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: task });
  const { promise, resolve } = Promise.withResolvers<SelectReply>();
  thread.once('message', resolve);
  thread.once('error', (error) => resolve({ kind: 'failed', reason: String(error) }));
  thread.once('exit', (code) => resolve({ kind: 'failed', reason: `exit code ${code}` }));
  const first = await firstOf(promise, { deadline: milliseconds });
  await thread.terminate();
  return typeof first === 'string' ? undefined : first;
}

function refusedReply(
  { kind, reason }: Exclude<SelectReply, { kind: 'answered' }>,
  { shown }: FileQuestion,
): FileAnswer {
  if (kind === 'not-rdf') return REFUSALS.notRdf(shown, reason);
  return kind === 'too-large' ? REFUSALS.largeAnswer() : REFUSALS.failed(reason);
}

/** The part of SPARQL 1.1 Query Results JSON that a SELECT gives. */
interface ResultsJson {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, BindingJson>>[] };
}

interface BindingJson {
  readonly value: string;
  readonly datatype?: string;
}

function selection(body: string, { answerUnits }: SelectLimits): FileAnswer {
  if (body.length > answerUnits) return REFUSALS.largeAnswer();
  const { head, results } = JSON.parse(body) as ResultsJson;
  const rows = results.bindings.map(
    (binding): SelectedRow =>
      head.vars.map((name) => {
        const term = binding[name];
        if (term === undefined) return undefined;
        const { value, datatype } = term;
        return datatype === undefined || datatype === xsd.string ? { value } : { value, datatype };
      }),
  );
  return { kind: 'answered', variables: head.vars, rows };
}
