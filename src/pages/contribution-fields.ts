import type { Bilingual, ContributionKind } from '../model/index.ts';
import { bilingual } from './typography.ts';

/** What a sender types, by the name of the field. */
export const FIELD_NAMES = ['text', 'proposal', 'address', 'name', 'email'] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** A field of a form: the page shows it, the server holds what was typed against it. */
export interface ContributionField {
  readonly name: FieldName;
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  readonly isRequired?: boolean;
  /** UTF-16 units. */
  readonly most: number;
  readonly control: 'area' | 'line' | 'address' | 'email';
}

/** A field that no person sees: who fills it is a program, or is told to empty it. */
export const TRAP = 'verification';

const LONGEST_TEXT = 4000;

const NAME: ContributionField = {
  name: 'name',
  label: bilingual('Votre nom, tel qu’il sera publié', 'Your name, as it will be published'),
  most: 200,
  control: 'line',
};

const EMAIL: ContributionField = {
  name: 'email',
  label: bilingual('Votre adresse électronique', 'Your e-mail address'),
  hint: bilingual('Pour vous répondre ; jamais publiée.', 'To answer you; never published.'),
  most: 254,
  control: 'email',
};

export const FIELDS: Readonly<Record<ContributionKind, readonly ContributionField[]>> = {
  report: [
    {
      name: 'text',
      label: bilingual('Qu’est-ce qui ne va pas ?', 'What is wrong?'),
      isRequired: true,
      most: LONGEST_TEXT,
      control: 'area',
    },
    {
      name: 'proposal',
      label: bilingual('Que faudrait-il écrire ?', 'What should stand there?'),
      most: 1000,
      control: 'line',
    },
    {
      name: 'address',
      label: bilingual('Une page qui le montre', 'A page that shows it'),
      hint: bilingual('Une adresse qui commence par https://', 'An address that begins with https://'),
      most: 2000,
      control: 'address',
    },
    NAME,
    EMAIL,
  ],
  reuse: [
    {
      name: 'proposal',
      label: bilingual('Nom de la réutilisation', 'Name of the reuse'),
      isRequired: true,
      most: 200,
      control: 'line',
    },
    {
      name: 'address',
      label: bilingual('Son adresse', 'Its address'),
      hint: bilingual('Une adresse qui commence par https://', 'An address that begins with https://'),
      isRequired: true,
      most: 2000,
      control: 'address',
    },
    {
      name: 'text',
      label: bilingual('Ce qu’elle fait de ces données', 'What it does with these data'),
      isRequired: true,
      most: LONGEST_TEXT,
      control: 'area',
    },
    {
      ...NAME,
      label: bilingual('Qui l’a faite, tel qu’à publier', 'Who made it, as to be published'),
    },
    EMAIL,
  ],
  message: [
    {
      name: 'text',
      label: bilingual('Votre message', 'Your message'),
      isRequired: true,
      most: LONGEST_TEXT,
      control: 'area',
    },
    { ...NAME, label: bilingual('Votre nom', 'Your name') },
    {
      ...EMAIL,
      hint: bilingual('Sans elle, nous ne pouvons pas répondre.', 'Without it, we cannot answer.'),
    },
  ],
};
