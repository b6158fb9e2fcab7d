/** Names of months, from the first, in French and English. */
const MONTHS = [
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'january february march april may june july august september october november december',
].map((names) => names.split(' '));

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Parts {
  year?: number;
  month?: number;
  day?: number;
}

interface Reader {
  readonly source: string;
  readonly part: keyof Parts;
  readonly read: (text: string) => number | undefined;
}

/** Letters of a format (Unicode TR 35, as Java writes them) → what they read. */
const READERS: Readonly<Record<string, Reader>> = {
  y: { source: String.raw`(\d{4})`, part: 'year', read: Number },
  M: { source: String.raw`(\d{1,2})`, part: 'month', read: Number },
  d: { source: String.raw`(\d{1,2})`, part: 'day', read: Number },
};

const NAMED_MONTH: Reader = {
  source: String.raw`(\p{L}{3,12})\.?`,
  part: 'month',
  read: (text) => {
    const begin = plain(text);
    const places = MONTHS.map((names) => names.findIndex((name) => plain(name).startsWith(begin)) + 1);
    return places.find((place) => place > 0);
  },
};

/** A day in a format such as `dd/MM/yyyy` or `d MMMM yyyy` → ISO 8601, checked; undefined where it does not fit. */
export function parseDate(text: string, format: string): string | undefined {
  const readers: Reader[] = [];
  if (format.length > 50) return undefined;
  const source = format.replace(/y+|u+|M+|d+|'[^']*'|[\s\S]/g, (piece) => {
    const letter = piece[0] === 'u' ? 'y' : (piece[0] ?? '');
    const reader = letter === 'M' && piece.length > 2 ? NAMED_MONTH : READERS[letter];
    if (reader === undefined || !Object.hasOwn(READERS, letter))
      return piece.replace(/^'(.*)'$/, '$1').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    readers.push(reader);
    return reader.source;
  });
  const match = new RegExp(`^\\s*${source}(?:[T ][\\d:.+Z-]*)?\\s*$`, 'u').exec(text.slice(0, 200));
  if (!match) return undefined;
  const parts: Parts = {};
  for (const [index, { part, read }] of readers.entries()) {
    const value = read(match[index + 1] ?? '');
    if (value === undefined) return undefined;
    parts[part] = value;
  }
  return isoDay(parts.year, parts.month ?? 1, parts.day ?? 1);
}

/** A day of the calendar, or undefined. */
export function isoDay(year: number | undefined, month: number, day: number): string | undefined {
  if (year === undefined || year < 0 || year > 9999) return undefined;
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** The day of an ISO date or dateTime, as a UTC date. */
export function dayOf(text: string): Date | undefined {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?\s*$/.exec(text.slice(0, 100));
  const iso = match && isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return iso ? new Date(`${iso}T00:00:00Z`) : undefined;
}
