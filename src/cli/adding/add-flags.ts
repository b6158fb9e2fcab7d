import type { Answers } from '../../drafting/index.ts';
import { LICENCES } from '../../drafting/index.ts';
import { Fault, isSlug, type SourceProfile, same } from '../../model/index.ts';

/** Options of `cimaise add`. */
export interface AddFlags {
  readonly slug?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: string;
  readonly id?: readonly string[];
  readonly class?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly delimiter?: string;
  readonly encoding?: string;
  /** `Name: value` each, for an address. */
  readonly header?: readonly string[];
}

/** Proposed answers with what was told on the command line. @throws Fault for what cannot be */
export function withFlags(proposed: Answers, flags: AddFlags, profile: SourceProfile): Answers {
  const { slug, title, publisher, licence, id, class: classes } = flags;
  const told = new Set<string>();
  if (title !== undefined) told.add('title');
  if (publisher !== undefined) told.add('publisher');
  if (licence !== undefined) told.add('licence');
  return {
    ...proposed,
    ...(slug !== undefined && { slug: checkedSlug(slug) }),
    ...(title !== undefined && { title: same(title) }),
    ...(publisher !== undefined && { publisher: publisherOf(publisher, proposed) }),
    ...(licence !== undefined && { licence: licenceOf(licence) }),
    ...(id !== undefined && id.length > 0 && { identifier: columnsOf(id, profile) }),
    ...(classes !== undefined && classes.length > 0 && { classes }),
    guessed: proposed.guessed.filter((one) => !told.has(one)),
  };
}

function checkedSlug(slug: string): string {
  if (isSlug(slug)) return slug;
  throw new Fault(
    {
      fr: `«\u00a0${slug}\u00a0» ne peut pas être dans une adresse.`,
      en: `“${slug}” cannot stand in an address.`,
    },
    {
      fr: 'Écrivez des minuscules sans accents, des chiffres et des traits d’union, comme jardins-remarquables.',
      en: 'Write lower case without accents, digits and hyphens, like remarkable-gardens.',
    },
  );
}

/** `Ville de Nantes <https://www.nantes.fr/>`, an address, or a name. */
function publisherOf(text: string, { publisher }: Answers): Answers['publisher'] {
  const [, name = text, id] = /^(.*?)\s*<?(https?:\/\/[^\s<>]+)>?\s*$/.exec(text) ?? [];
  return { id: id ?? publisher.id, name: same(name.trim() === '' ? (id ?? text) : name.trim()) };
}

function licenceOf(text: string): Answers['licence'] {
  const known = Object.entries(LICENCES).find(([name]) => name === text.toLowerCase());
  if (known) return known[1];
  if (/^https?:\/\/\S+$/.test(text)) return { id: text, label: same(text) };
  const names = Object.keys(LICENCES).join(', ');
  throw new Fault(
    { fr: `La licence «\u00a0${text}\u00a0» n’est pas connue.`, en: `The licence “${text}” is not known.` },
    {
      fr: `Donnez ${names}, ou l’adresse de la licence.`,
      en: `Give ${names}, or the address of the licence.`,
    },
  );
}

function columnsOf(names: readonly string[], { columns }: SourceProfile): readonly string[] {
  const known = columns.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new Fault(
    {
      fr: `Le fichier n’a pas de colonne «\u00a0${unknown}\u00a0».`,
      en: `The file has no column “${unknown}”.`,
    },
    { fr: `Ses colonnes\u00a0: ${known.join(', ')}.`, en: `Its columns: ${known.join(', ')}.` },
  );
}
