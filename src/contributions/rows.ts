import { createHash, randomInt } from 'node:crypto';
import type {
  ContributionFlag,
  ContributionKind,
  ContributionStatus,
  ModeratedContribution,
  NewContribution,
  PublicContribution,
  ReportedStatement,
} from '../model/index.ts';

/** A row of `contributions`, as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Without vowels, no number is a word; without 0, 1, l and o, none is misread. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxz';

/** A number that nobody can guess: some 57 bits. */
export const newId = (): string =>
  Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Whether a text can be the number of a contribution. */
export const isContributionId = (text: string): boolean => /^[2-9b-df-hjkmnp-tv-xz]{12}$/.test(text);

/** Names what was said, by whom and about what: what is sent twice has one. */
export function digestOf(given: NewContribution): string {
  const { kind, about, statement, text, proposal, address, name, email } = given;
  const said = [kind, about, statement?.subject, statement?.property, statement?.value];
  return createHash('sha256')
    .update(JSON.stringify([...said, text, proposal, address, name, email].map((one) => one ?? null)))
    .digest('base64url');
}

const OPTIONAL = {
  moderated_at: 'moderatedAt',
  about: 'about',
  proposal: 'proposal',
  address: 'address',
  name: 'name',
  email: 'email',
  answer: 'answer',
  reason: 'reason',
  resolved_by: 'resolvedBy',
} as const;

/** All that is kept of one. */
export function contributionOf(row: Row): ModeratedContribution {
  const said = (column: string): string => String(row[column]);
  const optional = Object.entries(OPTIONAL).filter(([column]) => typeof row[column] === 'string');
  return {
    id: said('id'),
    kind: said('kind') as ContributionKind,
    status: said('status') as ContributionStatus,
    sentAt: said('sent_at'),
    release: said('release'),
    text: said('text'),
    flags: said('flags')
      .split(' ')
      .filter((flag): flag is ContributionFlag => flag !== ''),
    ...Object.fromEntries(optional.map(([column, name]) => [name, said(column)])),
    ...statementOf(row),
  };
}

/** The statement of a report, where it is about one. */
export function statementOf({ subject, property, value }: Row): { readonly statement?: ReportedStatement } {
  if (typeof subject !== 'string' || typeof property !== 'string') return {};
  return { statement: { subject, property, ...(typeof value === 'string' && { value }) } };
}

/** What pages may be told: neither the address nor what moderators noted. */
export function publicOf(row: Row): PublicContribution {
  const { email, reason, flags, ...told } = contributionOf(row);
  return told;
}
