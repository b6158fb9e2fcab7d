import type { Bilingual, KeepOutcome, SealFault } from '../../model/index.ts';

/** What a sender is told when the form is shown again: nothing of what was typed is lost. */
export interface FormOutcome {
  readonly status: 422 | 429 | 503;
  readonly text: Bilingual;
  /** Seconds, where waiting helps. */
  readonly retryAfter?: number;
  /** Whether the seal may be used again. */
  readonly keepsSeal?: boolean;
}

const SEALS: Readonly<Record<SealFault, FormOutcome>> = {
  forged: {
    status: 422,
    text: {
      fr: 'Ce formulaire ne vient pas de cette page, ou ce dont il parle a changé depuis. Relisez, puis envoyez de nouveau.',
      en: 'This form does not come from this page, or what it is about has changed since. Read it again, then send again.',
    },
  },
  early: {
    status: 422,
    text: {
      fr: 'Envoyé en moins de trois secondes, comme font les programmes. Relisez, puis envoyez de nouveau.',
      en: 'Sent in less than three seconds, as programs do. Read it again, then send again.',
    },
    keepsSeal: true,
  },
  expired: {
    status: 422,
    text: {
      fr: 'Cette page est ouverte depuis plus d’un jour. Envoyez de nouveau.',
      en: 'This page has been open for more than a day. Send again.',
    },
  },
  used: {
    status: 422,
    text: {
      fr: 'Ce formulaire a déjà servi à un autre envoi, que nous avons. Si celui-ci est nouveau, envoyez de nouveau.',
      en: 'This form served for something else already, which we have. If this is new, send again.',
    },
  },
};

const AN_HOUR = 3600;

/** How a form that was not kept is answered. */
export function outcomeOf(outcome: Exclude<KeepOutcome, { kind: 'kept' | 'repeated' }>): FormOutcome {
  if (outcome.kind === 'seal-refused') return SEALS[outcome.fault];
  if (outcome.kind === 'too-many') return tooMany(outcome.seconds);
  return outcome.kind === 'full' ? FULL : UNAVAILABLE;
}

function tooMany(seconds: number): FormOutcome {
  const minutes = Math.ceil(seconds / 60);
  return {
    status: 429,
    text: {
      fr: `Beaucoup de contributions viennent de votre réseau. Réessayez dans ${minutes} min.`,
      en: `Many contributions come from your network. Try again in ${minutes} min.`,
    },
    retryAfter: seconds,
    keepsSeal: true,
  };
}

const FULL: FormOutcome = {
  status: 503,
  text: {
    fr: 'Trop de contributions attendent d’être lues : nous ne pouvons en garder plus pour le moment. Réessayez plus tard.',
    en: 'Too many contributions wait to be read: we cannot keep more for now. Try again later.',
  },
  retryAfter: AN_HOUR,
  keepsSeal: true,
};

const UNAVAILABLE: FormOutcome = {
  status: 503,
  text: {
    fr: 'Votre contribution n’a pas pu être gardée : le fichier qui les reçoit est indisponible. Réessayez un peu plus tard.',
    en: 'Your contribution could not be kept: the file that takes them is unavailable. Try again a little later.',
  },
  retryAfter: 60,
  keepsSeal: true,
};
