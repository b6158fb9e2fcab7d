/** Headers that the opening comment of a chart's query may have. */
export const CHART_HEADERS: readonly string[] = [
  'title.fr',
  'title.en',
  'question.fr',
  'question.en',
  'chart',
  'unit.fr',
  'unit.en',
];

/** `# @key value`, with its line counted from 1. */
export interface QueryHeader {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** Every header of the comments of a query. */
export const headersOf = (text: string): readonly QueryHeader[] =>
  text.split(/\r\n|\n/).flatMap((line, at): readonly QueryHeader[] => {
    const [, key, value = ''] = /^#\s*@(\S+)\s*(.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [{ key, value: value.trim(), line: at + 1 }];
  });
