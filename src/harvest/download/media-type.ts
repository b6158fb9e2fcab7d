import type { SourceFormat } from '../../model/index.ts';
import { otherMediaType } from './download-failures.ts';

/** Types that say nothing of what they hold, or that it is packed. */
const SILENT: readonly string[] = [
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
  'application/force-download',
  'application/gzip',
  'application/x-gzip',
  'application/zip',
  'application/x-zip-compressed',
  'application/x-tar',
  'application/x-xz',
  'application/x-gtar',
  'application/x-compressed',
  'text/plain',
];

/** Types that files of a format have on portals. */
const USUAL: Readonly<Record<SourceFormat, readonly (string | RegExp)[]>> = {
  csv: [
    /^(text|application)\/(x-)?(csv|tab-separated-values|comma-separated-values)$/,
    'application/vnd.ms-excel',
  ],
  json: [
    /^(application|text)\/(x-)?(nd|geo)?json([-+].*)?$/,
    /\+json$/,
    /^application\/(vnd\.geo\+json|x-ndjson|jsonl?)$/,
  ],
  xml: [/^(application|text)\/xml$/, /\+xml$/],
};

/** The media type of a header, without parameters. */
export const plainType = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * Refuses an answer of a type that its source cannot be. An answer that names no type is judged by its content alone.
 * @throws HarvestFailure
 */
export function assertMediaType(
  url: string,
  header: string | undefined,
  { format, declared = [] }: { readonly format?: SourceFormat; readonly declared?: readonly string[] },
): void {
  const type = plainType(header);
  if (type === '' || SILENT.includes(type) || declared.includes(type)) return;
  const isPage = type === 'text/html' || type === 'application/xhtml+xml';
  const formats = format === undefined ? (Object.keys(USUAL) as SourceFormat[]) : [format];
  const isUsual = formats.some((one) =>
    USUAL[one].some((like) => (typeof like === 'string' ? like === type : like.test(type))),
  );
  if (isPage || !isUsual) throw otherMediaType(url, type, isPage);
}
