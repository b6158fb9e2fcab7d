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
