import type { Language, PublicContribution } from '../model/index.ts';
import { type Reading, termLabel } from './links.ts';
import { CONTRIBUTIONS } from './texts/contribution-texts.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What a contribution is called: a reuse by its name, a report by what it is about, and by the property. */
export function contributionTitle(contribution: PublicContribution, reading: Reading): string {
  const { kind, about = '', proposal, statement } = contribution;
  if (kind === 'reuse' && proposal) return cleaned(proposal, 200);
  const thing = cleaned(reading.label(about) ?? lastStep(about), 120);
  return statement ? `${thing} · ${termLabel(statement.property, reading)}` : thing;
}

const cleaned = (text: string, most: number): string => withoutDirectionControls(shortened(text, most));

const lastStep = (iri: string): string => iri.split(/[/#]/).findLast((step) => step !== '') ?? iri;

/** “taken into account”, “value changed”. */
export function statusText({ kind, status }: PublicContribution, language: Language): string {
  if (status === 'resolved') return CONTRIBUTIONS.resolved[language];
  return (kind === 'reuse' ? CONTRIBUTIONS.acceptedReuse : CONTRIBUTIONS.accepted)[language];
}
