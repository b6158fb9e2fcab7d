/** Where a source comes from, when it is an address. */
export type HarvestOrigin =
  /** One file over HTTP. */
  | { readonly kind: 'file'; readonly url: string }
  /** A resource of a dataset of a udata portal (data.gouv.fr): by identifiers, or by slug and title. */
  | { readonly kind: 'udata'; readonly portal: string; readonly dataset: string; readonly resource: string }
  /** A resource as udata's tabular API gives it, page by page. */
  | { readonly kind: 'tabular'; readonly api: string; readonly resource: string }
  /** A dataset of an Opendatasoft portal (Explore 2.1), with clauses of its query language. */
  | {
      readonly kind: 'opendatasoft';
      readonly portal: string;
      readonly dataset: string;
      readonly where?: string;
      readonly select?: string;
      /** A field without equal values by which records can be asked in order, where a portal refuses exports. */
      readonly key?: string;
    }
  /** An OAI-PMH 2.0 repository. */
  | {
      readonly kind: 'oai';
      readonly endpoint: string;
      readonly metadataPrefix: string;
      readonly set?: string;
    };

/** A header to send. Its value may name secrets (`secretReference`). */
export interface HarvestHeader {
  readonly name: string;
  readonly value: string;
}

/** How a source is fetched again, and what a new one must be like. */
export interface Harvest {
  readonly from: HarvestOrigin;
  /** Share by which the number of records may fall, 0 to 1. */
  readonly fall: number;
  /** Media types that are expected beside the usual ones of the source's format. */
  readonly mediaTypes: readonly string[];
  readonly headers: readonly HarvestHeader[];
}

/** The largest fall of the number of records where a source declares none. */
export const DEFAULT_FALL = 0.1;

/** Secrets in the value of a header; the name of the environment's variable is group 1. */
export const SECRET_REFERENCE = /\$\{(CIMAISE_SECRET_[A-Z0-9_]+)\}/g;

/** How a header's value names a secret. */
export const secretReference = (variable: string): string => `\${${variable}}`;

/** The address that a person may open to see where a source comes from. */
export function originAddress(from: HarvestOrigin): string {
  switch (from.kind) {
    case 'file':
      return from.url;
    case 'udata':
      return below(from.portal, `datasets/${encodeURIComponent(from.dataset)}/`);
    case 'tabular':
      return below(from.api, `api/resources/${encodeURIComponent(from.resource)}/`);
    case 'opendatasoft':
      return below(from.portal, `explore/dataset/${encodeURIComponent(from.dataset)}/`);
    case 'oai':
      return from.endpoint;
  }
}

/** An address below another, which may end in `/` or not. */
export const below = (address: string, path: string): string => `${address.replace(/\/+$/, '')}/${path}`;
