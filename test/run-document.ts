import { dirname } from 'node:path';
import { type MappingDocument, type MappingOutcome, runRml } from '../src/mapping/index.ts';
import { complaintText } from '../src/model/index.ts';

export interface DocumentRun {
  readonly outcome: MappingOutcome;
  /** The default output as N-Quads. */
  readonly text: string;
}

/** Runs a mapping document on the sources beside it. @param mapping absolute path */
export async function runDocument(
  mapping: string,
  options: Partial<MappingDocument> = {},
): Promise<DocumentRun> {
  let text = '';
  const outcome = await runRml({
    mapping,
    base: 'http://example.com/base/',
    workingDirectory: dirname(mapping),
    write: (nquads) => {
      text += Buffer.from(nquads).toString();
    },
    ...options,
  });
  return { outcome, text };
}

/** What a sound mapping of sound data gives. @throws Error with what was complained of */
export async function outputOf(mapping: string): Promise<string> {
  const { outcome, text } = await runDocument(mapping, { policy: 'strict' });
  if (outcome.kind === 'mapped') return text;
  const complaints = outcome.kind === 'refused' ? outcome.complaints : [];
  throw new Error(complaints.map((one) => complaintText(one, 'en')).join('\n') || outcome.kind);
}
