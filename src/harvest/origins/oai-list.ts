import { type HarvestOrigin, visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';
import { askDocument } from '../web/ask-document.ts';
import { otherShape, pagesInCircle } from './interface-failures.ts';
import { type OaiPage, type OaiRecord, readOaiPage } from './oai-page.ts';
import type { Fetching } from './origin.ts';

export type OaiOrigin = Extract<HarvestOrigin, { kind: 'oai' }>;

/** A list of records, page by page, as far as it goes. */
export interface OaiList {
  /** When the repository began to answer, by its own clock. */
  readonly responseDate: string;
  readonly pages: AsyncIterable<readonly OaiRecord[]>;
}

/** A resumption token that the repository does not take any more: the list must be asked from its beginning. */
export class ExpiredToken extends Error {
  constructor() {
    super('badResumptionToken');
    this.name = 'ExpiredToken';
  }
}

/** Asks for one page. @throws HarvestFailure where it is none of OAI-PMH */
export async function askOai(
  { endpoint }: OaiOrigin,
  query: Readonly<Record<string, string>>,
  { client, headers, secret, signal }: Fetching,
): Promise<OaiPage> {
  const address = new URL(endpoint);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const url = address.href;
  const { text } = await askDocument(
    client,
    { url, headers: { accept: 'text/xml, application/xml', ...headers }, secret },
    signal ? { signal } : {},
  );
  const page = parsed(url, text);
  if (!page.isOai) throw otherShape(url, '<OAI-PMH>');
  return page;
}

function parsed(url: string, text: string): OaiPage {
  try {
    return readOaiPage(text);
  } catch (error) {
    if (/^\s*<(!doctype\s+html|html)/i.test(text)) throw otherShape(url, '<OAI-PMH>');
    throw notWhole(url, error);
  }
}

/**
 * Begins a list; undefined where it is empty (`noRecordsMatch`).
 * @throws HarvestFailure for other errors of the protocol
 */
export async function listRecords(
  origin: OaiOrigin,
  from: string | undefined,
  fetching: Fetching,
): Promise<OaiList | undefined> {
  const { metadataPrefix, set } = origin;
  const first = await askOai(
    origin,
    {
      verb: 'ListRecords',
      metadataPrefix,
      ...(set !== undefined && { set }),
      ...(from !== undefined && { from }),
    },
    fetching,
  );
  if (first.errors.some(({ code }) => code === 'noRecordsMatch')) return undefined;
  refuseErrors(origin, first);
  return { responseDate: first.responseDate, pages: following(origin, first, fetching) };
}

async function* following(
  origin: OaiOrigin,
  first: OaiPage,
  fetching: Fetching,
): AsyncGenerator<readonly OaiRecord[]> {
  const seen = new Set<string>();
  for (let page = first; ; ) {
    yield page.records;
    const { token } = page;
    if (token === undefined) return;
    if (seen.has(token) || seen.size >= fetching.client.bounds.pages) throw pagesInCircle(origin.endpoint);
    seen.add(token);
    page = await askOai(origin, { verb: 'ListRecords', resumptionToken: token }, fetching);
    if (page.errors.some(({ code }) => code === 'badResumptionToken')) throw new ExpiredToken();
    refuseErrors(origin, page);
  }
}

function refuseErrors({ endpoint }: OaiOrigin, { errors }: OaiPage): void {
  const [first] = errors;
  if (first === undefined) return;
  const { code, text } = first;
  const said = visible(`${code}${text === '' ? '' : `: ${text}`}`.slice(0, 300));
  throw new HarvestFailure(
    'interface',
    {
      fr: `L’entrepôt ${visible(endpoint)} refuse : « ${said} ».`,
      en: `The repository ${visible(endpoint)} refuses: “${said}”.`,
    },
    REMEDIES[code] ?? {
      fr: 'Vérifiez « harvest » dans dataset.yml (metadataPrefix, set).',
      en: 'Check “harvest” in dataset.yml (metadataPrefix, set).',
    },
  );
}

const REMEDIES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  cannotDisseminateFormat: {
    fr: 'L’entrepôt ne donne pas ce format : demandez-lui ceux qu’il a (?verb=ListMetadataFormats) et corrigez metadataPrefix.',
    en: 'The repository does not give this format: ask which it has (?verb=ListMetadataFormats) and correct metadataPrefix.',
  },
  noSetHierarchy: {
    fr: 'L’entrepôt n’a pas d’ensembles : retirez « set ».',
    en: 'The repository has no sets: remove “set”.',
  },
};

const notWhole = (url: string, cause: unknown): HarvestFailure => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HarvestFailure(
    'cut-short',
    {
      fr: `Une page de ${visible(url)} n’est pas du XML entier (${visible(reason.slice(0, 200))}).`,
      en: `A page of ${visible(url)} is no whole XML (${visible(reason.slice(0, 200))}).`,
    },
    {
      fr: 'La source d’avant reste en place. Réessayez plus tard ; si cela dure, écrivez à l’entrepôt.',
      en: 'The source of before stays in place. Try again later; if it lasts, write to the repository.',
    },
    cause,
  );
};
