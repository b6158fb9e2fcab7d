import { describe, expect, it } from '@jest/globals';
import { KIND_LABELS } from '../../../src/cli/adding/kind-labels.ts';
import { tellProfile } from '../../../src/cli/adding/tell-profile.ts';
import { type Language, type SourceProfile, spaced } from '../../../src/model/index.ts';
import { draftOf, namedBy, profileOf } from '../drafting/profiles.ts';

/** Lines of what is told of a profile. */
function told(
  profile: SourceProfile,
  language: Language = 'fr',
  identifier?: readonly string[],
): readonly string[] {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(...spaced(line, language).split('\n'));
  const drafted = draftOf(profile);
  tellProfile(
    {
      profile,
      draft: drafted,
      answers: { identifier: identifier ?? profile.identifiers.proposed?.value ?? [] },
    },
    {
      language,
      verbose: false,
      say,
      tell: (text) => say(text[language]),
      flash: () => undefined,
      error: () => undefined,
    },
  );
  return lines;
}

const COLUMNS = [
  ['ref', { kind: 'code' }],
  ['nom', { kind: 'text' }],
  ['siecle', { kind: 'period' }],
  ['statut', { kind: 'closed-list', filled: 1 }],
] as const;

describe('What is told of a file that is added', () => {
  it('begins with the file as it was given, and how much it holds', () => {
    expect(told(profileOf(COLUMNS, namedBy('ref')))[0]).toBe(
      'objets.csv\u00a0: 10 enregistrements, 4 colonnes.',
    );
    expect(told(profileOf([['ref']], { ...namedBy('ref'), records: 1 }), 'en')[0]).toBe(
      'objets.csv: 1 record, 1 column.',
    );
  });

  it('calls kinds by their names in the language of the reader', () => {
    const french = told(profileOf(COLUMNS, namedBy('ref'))).join('\n');
    for (const word of ['code', 'texte', 'époque', 'liste fermée', 'l’identifiant'])
      expect(french).toContain(word);
    for (const word of ['closed-list', 'period', 'text ']) expect(french).not.toContain(word);
    expect(told(profileOf(COLUMNS, namedBy('ref')), 'en').join('\n')).toContain('closed list');
  });

  it('has another name for every kind, in both languages', () => {
    const labels = Object.values(KIND_LABELS);
    for (const language of ['fr', 'en'] as const)
      expect(new Set(labels.map((one) => one[language])).size).toBe(labels.length);
  });

  it('says which signs it uses, and only those', () => {
    const plain = told(profileOf([['ref'], ['nom']], namedBy('ref'))).join('\n');
    expect(plain).not.toContain('def: =');
    const own = told(profileOf([['ref'], ['pression', { kind: 'decimal' }]], namedBy('ref'))).join('\n');
    expect(own).toContain('def: = un terme à vous.');
  });

  it('never rounds a filled column down to nothing', () => {
    const columns = [['ref'], ['note', { filled: 1 }]] as const;
    const line = told(profileOf(columns, { ...namedBy('ref'), records: 1000 })).find((one) =>
      one.includes('note'),
    );
    expect(line).toContain('<\u00a01\u00a0%');
  });

  it('counts different values, and says where it estimates', () => {
    const columns = [['ref'], ['note', { distinct: 12_345, isDistinctExact: false }]] as const;
    const lines = told(profileOf(columns, namedBy('ref')), 'en');
    expect(lines.find((one) => one.includes('note'))).toContain('≈\u00a012,345');
    expect(lines.find((one) => one.includes('  ref '))).not.toContain('≈');
  });

  it('names the identifier, and why another column cannot be it', () => {
    const profile = profileOf(COLUMNS, {
      identifiers: {
        ...namedBy('ref').identifiers,
        refused: [
          {
            columns: ['n'],
            reason: { fr: 'C’est le numéro de la ligne.', en: 'It is the number of the row.' },
          },
        ],
      },
    });
    const lines = told(profile);
    expect(lines).toContain('Identifiant\u00a0: «\u00a0ref\u00a0». unique (fr)');
    expect(lines).toContain('«\u00a0n\u00a0» ne peut pas être l’identifiant. C’est le numéro de la ligne.');
    expect(told(profile, 'en', ['nom'])).toContain(
      'Identifier: “nom”, chosen by you or known for such files.',
    );
    expect(told(profile, 'fr', []).join('\n')).toContain('les adresses seront des empreintes du contenu');
  });

  it('puts first what is to be decided, with the first records that it is about', () => {
    const sentence = { fr: 'Cela ne va pas.', en: 'That is wrong.' };
    const profile = profileOf(COLUMNS, {
      ...namedBy('ref'),
      findings: [
        { severity: 'info', sentence: { fr: 'Pour savoir.', en: 'To know.' }, rows: [3] },
        {
          severity: 'warning',
          sentence,
          remedy: { fr: 'Corrigez.', en: 'Correct.' },
          rows: [1, 2, 3, 4, 5, 6, 7],
        },
      ],
    });
    const lines = told(profile);
    const at = lines.indexOf('À corriger ou à décider\u00a0:');
    expect(lines.slice(at, at + 6)).toEqual([
      'À corriger ou à décider\u00a0:',
      '  - Cela ne va pas (enregistrements 1, 2, 3, 4, 5, …).',
      '    Corrigez.',
      '',
      'Bon à savoir\u00a0:',
      '  - Pour savoir (enregistrement 3).',
    ]);
  });
});
