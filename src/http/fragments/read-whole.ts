import type { Response } from 'express';
import { parseLines } from '../../rdf/index.ts';
import { problem } from '../problem.ts';
import type { ServedContext } from '../serving.ts';
import { graphFilesOf } from '../sparql/graph-files.ts';
import { unionOf } from '../sparql/graph-lines.ts';
import { type FragmentPage, PAGE_SIZE } from './page.ts';

/** Statements beyond this place are read from the dumps, not page by page: each page would read all before it. */
const DEEPEST = 100_000;

/**
 * A page of all statements, in the order of the dumps.
 * @throws HttpProblem 413 beyond the first hundred thousand, with where to take the rest
 */
export async function readWhole(
  { release, serving }: ServedContext,
  response: Response,
  page: number,
): Promise<FragmentPage> {
  const from = (page - 1) * PAGE_SIZE;
  if (from >= DEEPEST) throw tooDeep();
  serving.clients.admit(response);
  const lines: string[] = [];
  let passed = 0;
  for await (const some of unionOf(graphFilesOf(release))) {
    lines.push(...some.slice(Math.max(0, from - passed), from + PAGE_SIZE + 1 - passed));
    passed += some.length;
    if (lines.length > PAGE_SIZE) break;
  }
  return {
    statements: parseLines(lines.slice(0, PAGE_SIZE)),
    total: release.manifest.statements,
    hasNext: lines.length > PAGE_SIZE,
  };
}

const tooDeep = () =>
  problem(
    'result-too-large',
    {
      fr: 'Tout ne se lit pas page par page. Prenez les fichiers entiers, ou donnez un sujet, une propriété ou un objet.',
      en: 'Everything is not read page by page. Take the whole files, or give a subject, a predicate or an object.',
    },
    { members: { limitStatements: DEEPEST, dumps: '/releases' } },
  );
