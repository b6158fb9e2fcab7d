import type { Request, Response } from 'express';
import { negotiate, notAcceptable } from '../negotiation.ts';
import type { Alternate } from '../problem.ts';
import { JSON_RESULTS } from '../sparql/formats.ts';
import { geoJsonText, placeColumns, rowsText } from './api-texts.ts';

/** A way to send the rows of a query. */
export interface ApiFormat {
  readonly extension: string;
  readonly name: string;
  readonly mediaType: string;
  /** What the store writes. */
  readonly stored: string;
  /** From what the store wrote to what is sent; absent: the same. */
  written?(text: string, columns: readonly string[]): string;
}

/** In the order of preference: what a client that takes anything gets comes first. */
export const API_FORMATS: readonly ApiFormat[] = [
  { extension: 'json', name: 'JSON', mediaType: 'application/json', stored: JSON_RESULTS, written: rowsText },
  { extension: 'csv', name: 'CSV', mediaType: 'text/csv', stored: 'text/csv' },
  {
    extension: 'geojson',
    name: 'GeoJSON',
    mediaType: 'application/geo+json',
    stored: JSON_RESULTS,
    written: geoJsonText,
  },
  { extension: 'srj', name: 'SPARQL JSON', mediaType: JSON_RESULTS, stored: JSON_RESULTS },
];

/** The formats of a query: GeoJSON where it has a place. */
export const formatsOf = (columns: readonly string[]): readonly ApiFormat[] =>
  API_FORMATS.filter(({ extension }) => extension !== 'geojson' || placeColumns(columns) !== undefined);

/** The format that the address names, or that the request prefers; else a 406 that lists them. */
export function apiFormat(
  request: Request,
  response: Response,
  {
    columns,
    extension,
    alternates,
  }: {
    readonly columns: readonly string[];
    readonly extension: string | undefined;
    readonly alternates: readonly Alternate[];
  },
): ApiFormat {
  const offered = formatsOf(columns);
  if (extension === undefined) return negotiate(request, response, offered, alternates);
  const found = offered.find((one) => one.extension === extension);
  if (!found) throw notAcceptable(offered, alternates);
  return found;
}
