import { edtfYear, parseFrenchDate, type Stretch } from './french-dates.ts';
import { each, type FunctionContext, type MappingFunction } from './function.ts';

const read = (value: string, { note }: FunctionContext, give: (stretch: Stretch) => string | undefined) => {
  const stretch = parseFrenchDate(value);
  if (stretch === undefined) note('unreadable-date', value);
  return stretch && give(stretch);
};

/** `2021-11-26`, `01/02/2003`, `1993/04/01` → ISO 8601, checked against the calendar. */
function isoDate(value: string): string | undefined {
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

export const DATE_FUNCTIONS: Readonly<Record<string, MappingFunction>> = {
  edtf: each(['value'], 1, (value, _, context) => read(value, context, (stretch) => stretch.edtf)),
  yearBegin: each(['value'], 1, (value, _, context) =>
    read(value, context, ({ begin }) => (begin === undefined ? undefined : edtfYear(begin))),
  ),
  yearEnd: each(['value'], 1, (value, _, context) =>
    read(value, context, ({ end }) => (end === undefined ? undefined : edtfYear(end))),
  ),
  isoDate: each(['value'], 1, (value, _, { note }) => {
    const iso = isoDate(value);
    if (iso === undefined) note('unreadable-date', value);
    return iso;
  }),
};
