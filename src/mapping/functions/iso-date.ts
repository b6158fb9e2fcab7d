/** `2021-11-26`, `01/02/2003`, `1993/04/01` → ISO 8601, checked against the calendar. */
export function isoDate(value: string): string | undefined {
  const text = value.trim();
  const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text);
  const dayFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?!\d)/.exec(text);
  const [year, month, day] = yearFirst
    ? yearFirst.slice(1, 4)
    : dayFirst
      ? dayFirst.slice(1, 4).reverse()
      : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/**
 * A day or a stretch of days in ISO 8601 (`1904-01-01/1938-12-31`), or a day as forms have it (`02/02/1865`), as EDTF
 * has it. `1901-05` may be a month or five years: it is none of these.
 */
export function isoStretch(text: string): { edtf: string; begin: number; end: number } | undefined {
  const [first, last = first, ...more] = text.split(/ ?\/ ?(?=\d{4}-)/).map(wholeDay);
  if (first === undefined || last === undefined || more.length > 0 || last < first) return undefined;
  const [begin, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return { edtf: first === last ? first : `${first}/${last}`, begin, end };
}

const wholeDay = (text: string): string | undefined =>
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/.test(text) ? isoDate(text) : undefined;
