import { xsd } from '../../rdf/index.ts';
import { escapeXml } from '../escape-xml.ts';

/** A term of a SPARQL JSON result (https://www.w3.org/TR/sparql11-results-json/). */
export interface ResultTerm {
  readonly type: string;
  readonly value: string | ResultTriple;
  readonly 'xml:lang'?: string;
  /** Base direction, `ltr` or `rtl` (SPARQL 1.2). */
  readonly 'its:dir'?: string;
  readonly datatype?: string;
}

/** A triple term (SPARQL 1.2). */
export interface ResultTriple {
  readonly subject: ResultTerm;
  readonly predicate: ResultTerm;
  readonly object: ResultTerm;
}

/** Solutions of a SELECT. */
export interface ResultTable {
  readonly variables: readonly string[];
  readonly rows: readonly Readonly<Record<string, ResultTerm>>[];
}

/** Reads SPARQL JSON as the store writes it; undefined for the verdict of an ASK. */
export function tableOfJson(json: string): ResultTable | undefined {
  const { head, results } = JSON.parse(json) as {
    head: { vars: string[] };
    results?: { bindings: Record<string, ResultTerm>[] };
  };
  return results && { variables: head.vars, rows: results.bindings };
}

/** Writes a table in the result format of a media type, as the store would. */
export const tableText = (table: ResultTable, mediaType: string): string =>
  (WRITERS[mediaType] ?? jsonText)(table);

type Writer = (table: ResultTable) => string;

const jsonText: Writer = ({ variables, rows }) =>
  JSON.stringify({ head: { vars: variables }, results: { bindings: rows } });

/** SPARQL Query Results XML Format (https://www.w3.org/TR/rdf-sparql-XMLres/). */
const xmlText: Writer = ({ variables, rows }) => {
  const head = variables.map((name) => `<variable name="${escapeXml(name)}"/>`).join('');
  const results = rows.map((row) => {
    const bindings = variables.flatMap((name) => {
      const term = row[name];
      return term ? [`<binding name="${escapeXml(name)}">${xmlTerm(term)}</binding>`] : [];
    });
    return `<result>${bindings.join('')}</result>`;
  });
  return `<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>${head}</head><results>${results.join('')}</results></sparql>`;
};

function xmlTerm(term: ResultTerm): string {
  const { type, value } = term;
  if (typeof value !== 'string') {
    const { subject, predicate, object } = value;
    return `<triple><subject>${xmlTerm(subject)}</subject><predicate>${xmlTerm(predicate)}</predicate><object>${xmlTerm(object)}</object></triple>`;
  }
  if (type === 'uri') return `<uri>${escapeXml(value)}</uri>`;
  if (type === 'bnode') return `<bnode>${escapeXml(value)}</bnode>`;
  return `<literal${xmlAttributes(term)}>${escapeXml(value)}</literal>`;
}

function xmlAttributes({ datatype, 'xml:lang': lang, 'its:dir': direction }: ResultTerm): string {
  if (lang !== undefined && direction !== undefined)
    return ` xml:lang="${escapeXml(lang)}" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir="${escapeXml(direction)}"`;
  if (lang !== undefined) return ` xml:lang="${escapeXml(lang)}"`;
  return datatype === undefined ? '' : ` datatype="${escapeXml(datatype)}"`;
}
/** Values alone, as RFC 4180 has them (https://www.w3.org/TR/sparql11-results-csv-tsv/). */
const csvText: Writer = ({ variables, rows }) =>
  [variables, ...rows.map((row) => variables.map((name) => csvValue(row[name])))].map(csvRow).join('');

/** A row of CSV (RFC 4180), with the end of its line. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvValue(term: ResultTerm | undefined): string {
  if (term === undefined) return '';
  if (typeof term.value !== 'string') return tsvTerm(term);
  return term.type === 'bnode' ? `_:${term.value}` : term.value;
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Terms as Turtle writes them, between tabulators. */
const tsvText: Writer = ({ variables, rows }) =>
  [
    variables.map((name) => `?${name}`),
    ...rows.map((row) =>
      variables.map((name) => {
        const term = row[name];
        return term ? tsvTerm(term) : '';
      }),
    ),
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');

function tsvTerm(term: ResultTerm): string {
  const { type, value, datatype, 'xml:lang': lang, 'its:dir': direction } = term;
  if (typeof value !== 'string')
    return `<<( ${tsvTerm(value.subject)} ${tsvTerm(value.predicate)} ${tsvTerm(value.object)} )>>`;
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return `_:${value}`;
  if (isBare(value, datatype)) return value;
  const quoted = `"${value.replace(/["\\\n\r\t]/g, (found) => TSV_ESCAPES[found] ?? found)}"`;
  if (lang !== undefined) return `${quoted}@${lang}${direction === undefined ? '' : `--${direction}`}`;
  return datatype === undefined ? quoted : `${quoted}^^<${datatype}>`;
}

const TSV_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const BARE: Readonly<Record<string, RegExp>> = {
  [xsd.boolean]: /^(?:true|false)$/,
  [xsd.integer]: /^[+-]?\d+$/,
  [xsd.decimal]: /^[+-]?\d*\.\d+$/,
  [xsd.double]: /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
};

/** Numbers and truth values that Turtle writes without quotes. */
const isBare = (value: string, datatype: string | undefined): boolean =>
  datatype !== undefined && Object.hasOwn(BARE, datatype) && BARE[datatype]?.test(value) === true;

const WRITERS: Readonly<Record<string, Writer>> = {
  'application/sparql-results+json': jsonText,
  'application/json': jsonText,
  'application/sparql-results+xml': xmlText,
  'application/xml': xmlText,
  'text/csv': csvText,
  'text/tab-separated-values': tsvText,
};
