import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { nearest } from '../documents/index.ts';
import {
  type Bilingual,
  CHART_COLUMNS,
  CHART_KINDS,
  type ChartKind,
  type ChartQuery,
  type Complaint,
  isSlug,
  spaced,
} from '../model/index.ts';
import { type ParsedQuery, parseQuery, selectedColumns } from '../sparql/index.ts';
import { unreadableQuery } from './api-complaints.ts';
import { type ChartFault, chartFault } from './chart-complaints.ts';
import { CHART_HEADERS, headersOf } from './chart-headers.ts';
import { noted, readHeading } from './queries.ts';

/** What chart queries are read with. */
export interface ChartFolder {
  readonly root: string;
  readonly base: string;
  /** Slugs of the datasets that are declared. */
  readonly slugs: readonly string[];
}

/**
 * Reads `queries/charts/<dataset>/<name>.rq`: SELECT queries whose rows are drawn. The opening comment holds title and
 * question as examples do, `# @chart bar|column|line`, and `# @unit.fr`, `# @unit.en`.
 */
export async function readChartQueries(
  folder: ChartFolder,
  complaints: Complaint[],
): Promise<readonly ChartQuery[]> {
  const cwd = join(folder.root, 'queries', 'charts');
  const found: ChartQuery[] = [];
  for (const path of (await Array.fromAsync(glob('**/*.rq', { cwd }))).sort()) {
    const name = path.split(sep).join('/').replace(/\.rq$/, '');
    const text = await readFile(join(cwd, path), 'utf8');
    const query = chartQuery({ ...folder, name, file: `queries/charts/${name}.rq`, text }, complaints);
    if (query) found.push(query);
  }
  return found;
}

interface ChartFile extends ChartFolder {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

function chartQuery(source: ChartFile, complaints: Complaint[]): ChartQuery | undefined {
  const { name, file, text, base } = source;
  const before = complaints.length;
  const heading = readHeading(file, text, complaints);
  const parsed = parseQuery(text, { base });
  const told = [...addressFaults(source), ...headerFaults(text), ...queryFaults(source, parsed)];
  complaints.push(...told.map(({ line, ...fault }) => chartFault({ file, line }, fault)));
  if (parsed.kind !== 'parsed') complaints.push(unreadableQuery(file, parsed));
  const unit = noted(text, 'unit');
  const chart = headersOf(text).find(({ key }) => key === 'chart')?.value;
  if (complaints.length > before || !heading || !unit || !isKind(chart)) return undefined;
  const [dataset = ''] = name.split('/');
  return {
    name,
    file,
    dataset,
    title: printed(heading.title),
    question: printed(heading.question),
    kind: 'select',
    chart,
    unit: printed(unit),
    text,
  };
}

const isKind = (text: string | undefined): text is ChartKind =>
  (CHART_KINDS as readonly (string | undefined)[]).includes(text);

const printed = (text: Bilingual): Bilingual => ({ ...text, fr: spaced(text.fr, 'fr') });

type Told = ChartFault & { readonly line: number };

/** A chart is `/chart/<dataset>/<name>`. */
function addressFaults({ name, slugs }: ChartFile): readonly Told[] {
  const [slug = '', ...rest] = name.split('/');
  if (rest.length !== 1 || !isSlug(rest[0] ?? '')) return [{ kind: 'name', text: name, line: 1 }];
  if (slugs.includes(slug)) return [];
  return [{ kind: 'dataset', text: slug, near: nearest(slug, slugs), line: 1 }];
}

function headerFaults(text: string): readonly Told[] {
  const headers = headersOf(text);
  const unknown = headers
    .filter(({ key }) => !CHART_HEADERS.includes(key))
    .map(({ key, line }): Told => ({ kind: 'header', text: key, near: nearest(key, CHART_HEADERS), line }));
  const twice = headers
    .filter(({ key }, at) => headers.findIndex((one) => one.key === key) < at)
    .map(({ key, line }): Told => ({ kind: 'twice', text: key, line }));
  const chart = headers.find(({ key }) => key === 'chart');
  const shape: Told[] = chart
    ? isKind(chart.value)
      ? []
      : [{ kind: 'shape', text: chart.value, near: nearest(chart.value, CHART_KINDS), line: chart.line }]
    : [{ kind: 'no-shape', line: 1 }];
  return [
    ...unknown,
    ...twice,
    ...shape,
    ...(noted(text, 'unit') ? [] : [{ kind: 'no-unit', line: 1 } as const]),
  ];
}

function queryFaults({ text, base }: ChartFile, parsed: ParsedQuery): readonly Told[] {
  if (parsed.kind !== 'parsed') return [];
  const line = text.split('\n').findIndex((one) => /^\s*(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.test(one)) + 1;
  const at = { line: Math.max(1, line) };
  const columns = selectedColumns(text, base);
  if (!columns) return [{ kind: 'not-select', ...at }];
  const unknown = columns
    .filter((one) => !(CHART_COLUMNS as readonly string[]).includes(one))
    .map((one): Told => ({ kind: 'column', text: one, near: nearest(one, CHART_COLUMNS), ...at }));
  const isNamed = columns.includes('name') || columns.includes('item');
  const others = parsed.services.some(({ iri }) => iri !== `${base}search`);
  return [
    ...unknown,
    ...(columns.includes('value') && isNamed ? [] : [{ kind: 'no-column', ...at } as const]),
    ...(parsed.isVolatile ? [{ kind: 'unsteady', ...at } as const] : []),
    ...(others ? [{ kind: 'others', ...at } as const] : []),
  ];
}
