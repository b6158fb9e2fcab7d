import { RefusedInput, type SourceProfile } from '../model/index.ts';
import { openSource } from '../sources/index.ts';
import { concludeColumn } from './column-profile.ts';
import { findingsOf } from './findings.ts';
import { findIdentifiers } from './identifiers.ts';
import { findLink } from './links.ts';
import type { ProfileOptions } from './options.ts';
import { findPlaces, placed } from './places.ts';
import { readTable } from './read-table.ts';
import { readTree } from './read-tree.ts';
import type { Reading } from './reading.ts';
import { printed } from './sentences.ts';
import { type FoundWriting, findWriting } from './writing.ts';

/**
 * Finds out what a file is: how it is written, what its columns hold, what names its records and where they are. The
 * file is read twice or three times, its records with flat memory; nothing is declared, written or fetched.
 * @throws RefusedInput where the file is missing, empty, or no data (an HTML page, an image, a PDF, a workbook), and
 * where reading it meets what no dialect explains
 */
export async function profileSource(options: ProfileOptions): Promise<SourceProfile> {
  const { writing, reading } = await readOnce(options);
  const { source, dialect, bytes, marks } = writing;
  const { columns: tallies, records, faults, sample } = reading;
  const found = tallies.map((tally, position) => concludeColumn(tally, position));
  const places = findPlaces(found, sample);
  const columns = found.map((column) => {
    const profile = placed(column.profile, places);
    const link = findLink(profile.kind.value, column.values, options.known ?? []);
    return link === undefined ? profile : { ...profile, link };
  });
  const open = () => openSource(source);
  const identifiers = await findIdentifiers({ columns: found, records, open, options });
  return printed({
    source,
    dialect,
    bytes,
    records,
    columns,
    identifiers,
    places: places.map(({ guess }) => guess).sort((a, b) => b.confidence - a.confidence),
    findings: findingsOf({ isTable: source.format === 'csv', marks, faults, columns, identifiers, records }),
  });
}

interface ReadOnce {
  readonly writing: FoundWriting;
  readonly reading: Reading;
}

/** Reads all records as the file's beginning says, or, where a later letter contradicts that, as the whole file says. */
async function readOnce(options: ProfileOptions): Promise<ReadOnce> {
  const writing = await findWriting(options, 'beginning');
  try {
    return { writing, reading: await readAs(writing, options) };
  } catch (error) {
    if (!(error instanceof RefusedInput) || options.told?.encoding !== undefined) throw error;
    const again = await findWriting(options, 'all');
    if (again.source.dialect.encoding === writing.source.dialect.encoding) throw error;
    return { writing: again, reading: await readAs(again, options) };
  }
}

const readAs = ({ source }: FoundWriting, options: ProfileOptions): Promise<Reading> =>
  source.format === 'csv' ? readTable(source, options) : readTree(source, options);
