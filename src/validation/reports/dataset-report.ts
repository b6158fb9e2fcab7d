import type {
  Bilingual,
  Language,
  Severity,
  ShapeReport,
  ShapeResultGroup,
  ShapeResultSample,
} from '../../model/index.ts';
import { compactIri, sh } from '../../rdf/index.ts';
import { constraintText, SEVERITY_NAMES } from './names.ts';

/** A dataset that was judged: what its reports are made from. */
export interface DatasetReport {
  readonly slug: string;
  readonly title: Bilingual;
  /** The groups of `summarise`, made of located results. */
  readonly validation: ShapeReport;
  /** Where the tables of corrections stand, as seen from the page; absent where there are none. */
  readonly corrections?: Bilingual;
}

/** `shapes/museum#name › schema:name, sh:minCount`. */
export function kindOfGroup({ shape, path, component }: ShapeResultGroup): string {
  const names = [
    shape.replace(/^https?:\/\/[^/]+\//, ''),
    ...(path === undefined ? [] : [path.includes('<') ? compactPath(path) : compactIri(path)]),
  ];
  return `${names.join(' › ')}, ${constraintText(sh.namespace + component)}`;
}

const compactPath = (path: string): string =>
  path.replace(/<([^<>]*)>/g, (_, iri: string) => compactIri(iri));

/** How many results, and what part of the things judged is concerned. */
export function shareOfGroup(
  { count, concerned }: ShapeResultGroup,
  things: number,
  language: Language,
): string {
  const n = (value: number) => value.toLocaleString(language);
  const results = { fr: `résultats : ${n(count)}`, en: `results: ${n(count)}` }[language];
  if (concerned === undefined || things === 0) return results;
  const share = percent(concerned / things, language);
  return {
    fr: `${results} ; choses concernées : ${n(concerned)} sur ${n(things)} (${share})`,
    en: `${results}; things concerned: ${n(concerned)} of ${n(things)} (${share})`,
  }[language];
}

/** A share that is not nothing is never told as 0 %. */
function percent(share: number, language: Language): string {
  const told = (value: number) =>
    value.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
  return share > 0 && share < 0.001 ? `< ${told(0.001)}` : told(share);
}

/** Results by severity, gravest first; those that are none are left out. */
export function countsOf({ groups }: ShapeReport): readonly (readonly [Severity, number])[] {
  const kinds = ['violation', 'warning', 'info'] as const;
  return kinds
    .map(
      (kind) =>
        [
          kind,
          groups.reduce((sum, { severity, count }) => sum + (severity === kind ? count : 0), 0),
        ] as const,
    )
    .filter(([, count]) => count > 0);
}

/** What became of the things: how many were judged, how many are left out. */
export function verdictOf({ things, quarantined }: ShapeReport, language: Language): string {
  const n = (value: number) => value.toLocaleString(language);
  return {
    fr: `Choses jugées : ${n(things)} ; retenues pour une violation, donc non publiées : ${n(quarantined)}.`,
    en: `Things judged: ${n(things)}; held back for a violation, and so not published: ${n(quarantined)}.`,
  }[language];
}

/** What a severity means for a release. */
export const CONSEQUENCES: Readonly<Record<Severity, Bilingual>> = {
  violation: {
    fr: 'La chose n’est pas publiée tant que la source n’est pas corrigée.',
    en: 'The thing is not published until the source is corrected.',
  },
  warning: {
    fr: 'La chose est publiée ; la correction la rendra plus utile.',
    en: 'The thing is published; the correction will make it more useful.',
  },
  info: {
    fr: 'Pour mémoire : rien n’oblige à corriger.',
    en: 'For the record: nothing needs to be corrected.',
  },
};

export const severityName = (severity: Severity, language: Language): string =>
  SEVERITY_NAMES[severity][language];

/** Messages that quote values make a kind of each: no more kinds than this are told. */
const MOST_KINDS = 200;

/** The groups that are told, gravest first, and a sentence about those that are not. */
export function toldGroups(
  { groups }: ShapeReport,
  language: Language,
): { readonly groups: readonly ShapeResultGroup[]; readonly cut?: string } {
  if (groups.length <= MOST_KINDS) return { groups };
  const left = (groups.length - MOST_KINDS).toLocaleString(language);
  const cut = {
    fr: `Tronqué : ${left} autres sortes de résultats ; les comptes sont entiers.`,
    en: `Truncated: ${left} more kinds of results; counts are whole.`,
  }[language];
  return { groups: groups.slice(0, MOST_KINDS), cut };
}

/** What a sample says for itself, where a query makes the messages of a group and this is another than the group's. */
export const ownMessage = (
  { message }: ShapeResultSample,
  ofGroup: Bilingual,
  language: Language,
): readonly string[] =>
  message === undefined || message[language] === ofGroup[language] ? [] : [message[language]];
