/** ASK is always asked in this format, which servers agree on, and written here in all of them. */
export const BOOLEAN_TYPE = 'application/sparql-results+json';

interface ResultsJson {
  readonly boolean?: unknown;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] };
}

/** Virtuoso 7 answers ASK as a table of one number. */
const VIRTUOSO = '__ASK_RETVAL';

/** The answer to ASK; undefined where a text is none. */
export function booleanOf(body: string): boolean | undefined {
  try {
    const { boolean, results } = JSON.parse(body) as ResultsJson;
    if (typeof boolean === 'boolean') return boolean;
    const value = results?.bindings[0]?.[VIRTUOSO]?.value;
    return value === undefined ? undefined : value !== '0';
  } catch {
    // not JSON
    return undefined;
  }
}

/** An answer to ASK in a format of SPARQL results; CSV and TSV, which have none for it, as one word. */
export function booleanText(value: boolean, mediaType: string): string {
  switch (mediaType) {
    case BOOLEAN_TYPE:
      return `{"head":{},"boolean":${value}}`;
    case 'application/sparql-results+xml':
      return `<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head><boolean>${value}</boolean></sparql>`;
    default:
      return String(value);
  }
}
