import { type Bilingual, type Complaint, type Place, withoutFragment } from '../../model/index.ts';
import type { LedgerEntry } from './entry.ts';
import { entriesAt } from './ledger-before.ts';
import { nameIn } from './part.ts';
import type { LedgerSurvey } from './survey.ts';

export interface TargetCheck {
  readonly base: string;
  readonly surveys: readonly LedgerSurvey[];
  /** Absolute paths of the parts of the ledger with this release. */
  readonly files: readonly string[];
}

/** What is wrong with what stands in the place of others: every target is published, and leads nowhere else. */
export async function checkTargets(check: TargetCheck): Promise<readonly Complaint[]> {
  const { base, surveys } = check;
  const wanted = new Set(
    surveys.flatMap(({ targets }) => [...targets.keys()].filter((one) => one.startsWith(base))),
  );
  if (wanted.size === 0) return [];
  const known = await entriesOf(new Set([...wanted].map(withoutFragment)), check.files);
  return surveys.flatMap((survey) =>
    [...survey.targets].flatMap(([target, { first }]) => {
      const found = wanted.has(target) ? wrongTarget(target, known) : undefined;
      const place = first[0] && placeOf(first[0], survey);
      return found && place ? [{ place, ...found(namesOf(first, survey)) }] : [];
    }),
  );
}

async function entriesOf(
  wanted: ReadonlySet<string>,
  files: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const known = new Map<string, LedgerEntry>();
  for (const file of files)
    for await (const entry of entriesAt(file)) if (wanted.has(entry.iri)) known.set(entry.iri, entry);
  return known;
}

type Words = (sources: string) => Pick<Complaint, 'found' | 'remedy'>;

function wrongTarget(target: string, known: ReadonlyMap<string, LedgerEntry>): Words | undefined {
  const entry = known.get(withoutFragment(target));
  if (entry === undefined) return neverPublished(target);
  if (entry.status === 'withdrawn') return withdrawnItself(target);
  if (entry.status !== 'replaced') return undefined;
  const end = endOf(entry, known);
  return end === undefined ? inALoop(target) : replacedItself(target, end);
}

/** Where a chain of replacements ends; undefined where it comes back to itself. */
function endOf(entry: LedgerEntry, known: ReadonlyMap<string, LedgerEntry>): string | undefined {
  const passed = new Set<string>();
  for (let at: LedgerEntry | undefined = entry; ; ) {
    const next: string = at.withdrawal?.replacedBy ?? at.iri;
    if (passed.has(next)) return undefined;
    passed.add(next);
    at = known.get(withoutFragment(next));
    if (at?.status !== 'replaced') return next;
  }
}

const placeOf = ({ iri }: LedgerEntry, { declared, part }: LedgerSurvey): Place =>
  declared.rows.get(iri)?.place ?? declared.rest?.place ?? { file: part.table };

const namesOf = (entries: readonly LedgerEntry[], { part }: LedgerSurvey): string =>
  entries.map(({ iri }) => nameIn(iri, part)).join(', ');

const OTHER_TARGET: Bilingual = {
  fr: 'Donnez dans « replaced_by » une adresse publiée, ou laissez-le vide et dites pourquoi dans « reason_fr ».',
  en: 'Give a published address in “replaced_by”, or leave it empty and say why in “reason_fr”.',
};

const neverPublished =
  (target: string): Words =>
  (sources) => ({
    found: {
      fr: `« ${target} », qui doit remplacer ${sources}, n’est pas publiée et ne l’a jamais été.`,
      en: `“${target}”, which is to replace ${sources}, is not published and never was.`,
    },
    remedy: OTHER_TARGET,
  });

const withdrawnItself =
  (target: string): Words =>
  (sources) => ({
    found: {
      fr: `« ${target} », qui doit remplacer ${sources}, est elle-même retirée.`,
      en: `“${target}”, which is to replace ${sources}, is withdrawn itself.`,
    },
    remedy: OTHER_TARGET,
  });

const inALoop =
  (target: string): Words =>
  (sources) => ({
    found: {
      fr: `${sources} et « ${target} » se remplacent en rond.`,
      en: `${sources} and “${target}” replace each other in a circle.`,
    },
    remedy: OTHER_TARGET,
  });

const replacedItself =
  (target: string, end: string): Words =>
  (sources) => ({
    found: {
      fr: `« ${target} », qui doit remplacer ${sources}, est elle-même remplacée par « ${end} ».`,
      en: `“${target}”, which is to replace ${sources}, is itself replaced by “${end}”.`,
    },
    remedy: {
      fr: `Écrivez « ${end} » dans « replaced_by » à la ligne de chacune.`,
      en: `Write “${end}” in “replaced_by” in the row of each.`,
    },
  });
