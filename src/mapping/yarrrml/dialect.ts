import { childOf, textOf, type YamlNode } from '../../documents/index.ts';
import { type CsvDialect, isEncodingLabel } from '../../model/index.ts';
import type { YarrrmlDocument } from './document.ts';
import { badKeyValue } from './source-complaints.ts';

/** How a CSV file is written, by the keys of its source. @param isTabbed whether tabs are the usual delimiter */
export function dialectOf(node: YamlNode, isTabbed: boolean, { complain }: YarrrmlDocument): CsvDialect {
  const told = (key: string, allowed: RegExp): string | undefined => {
    const child = childOf(node, key);
    const text = child?.kind === 'scalar' && child.value === null ? '' : textOf(child);
    if (child === undefined || text === undefined) return undefined;
    if (allowed.test(text)) return text;
    complain(child.place, ...badKeyValue(key, text));
    return undefined;
  };
  const encoding = told('encoding', /^\S+$/) ?? 'utf-8';
  if (!isEncodingLabel(encoding))
    complain(childOf(node, 'encoding')?.place ?? node.place, ...badKeyValue('encoding', encoding));
  const comment = told('commentPrefix', /^[^\r\n]$/);
  const header = told('header', /^(true|false)$/);
  const skipRows = told('skipRows', /^\d{1,9}$/);
  const trim = told('trim', /^(true|false|start|end)$/);
  return {
    delimiter: told('delimiter', /^[^\r\n]$/) ?? (isTabbed ? '\t' : ','),
    quote: told('quote', /^[^\r\n]?$/) ?? '"',
    encoding: encoding.toLowerCase(),
    ...(comment === undefined ? {} : { commentPrefix: comment }),
    ...(header === undefined ? {} : { header: header === 'true' }),
    ...(skipRows === undefined ? {} : { skipRows: Number(skipRows) }),
    ...(trim === undefined ? {} : { trim: TRIMS[trim] ?? false }),
  };
}

const TRIMS: Readonly<Record<string, NonNullable<CsvDialect['trim']>>> = {
  true: true,
  false: false,
  start: 'start',
  end: 'end',
};
