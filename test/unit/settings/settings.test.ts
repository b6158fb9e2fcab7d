import { describe, expect, it } from '@jest/globals';
import { Fault } from '../../../src/model/index.ts';
import { parseSettings } from '../../../src/settings.ts';

describe('Settings', () => {
  it('have defaults for everything, and cannot be changed', () => {
    const settings = parseSettings({}, '/projet');
    expect(settings).toEqual({
      port: 3000,
      host: '127.0.0.1',
      base: 'http://localhost:3000/',
      releases: '/projet/releases',
      language: 'fr',
      queryMilliseconds: 10_000,
      workers: 2,
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '' }, { port: 3000 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ CIMAISE_HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ CIMAISE_BASE_IRI: 'https://data.exemple.fr/' }, { base: 'https://data.exemple.fr/' }],
    [{ CIMAISE_BASE_IRI: 'https://exemple.fr/donnees/' }, { base: 'https://exemple.fr/donnees/' }],
    [{ CIMAISE_RELEASES: '/srv/releases' }, { releases: '/srv/releases' }],
    [{ CIMAISE_RELEASES: '../r' }, { releases: '/r' }],
    [{ CIMAISE_QUERY_TIMEOUT: '500' }, { queryMilliseconds: 500 }],
    [{ CIMAISE_WORKERS: '1' }, { workers: 1 }],
    [{ LANG: 'en_GB.UTF-8' }, { language: 'en' }],
    [{ LANG: 'fr_FR.UTF-8' }, { language: 'fr' }],
    [{ LANG: 'C' }, { language: 'fr' }],
    [{ LC_ALL: 'en_US', LANG: 'fr_FR' }, { language: 'en' }],
    [{ LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'fr_FR' }, { language: 'en' }],
    [{ LANG: 'en_GB', CIMAISE_LANGUAGE: 'fr' }, { language: 'fr' }],
  ])('of %j are %j', (environment, expected) => {
    expect(parseSettings(environment as Record<string, string>, '/projet')).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'abc', 'de 0 à 65535', 'from 0 to 65535'],
    ['PORT', '65536', 'de 0 à 65535', 'from 0 to 65535'],
    ['PORT', '-1', 'de 0 à 65535', 'from 0 to 65535'],
    ['PORT', '3000.5', 'de 0 à 65535', 'from 0 to 65535'],
    ['PORT', '0x10', 'de 0 à 65535', 'from 0 to 65535'],
    ['CIMAISE_BASE_IRI', 'http://localhost:3000', 'finit par « / »', 'ends in “/”'],
    ['CIMAISE_BASE_IRI', '', 'http ou https', 'http or https'],
    ['CIMAISE_BASE_IRI', 'ftp://x/', 'http ou https', 'http or https'],
    ['CIMAISE_BASE_IRI', 'http://x/?a=/', 'http ou https', 'http or https'],
    ['CIMAISE_BASE_IRI', 'http://x/#/', 'http ou https', 'http or https'],
    ['CIMAISE_BASE_IRI', 'http://a b/', 'http ou https', 'http or https'],
    ['CIMAISE_BASE_IRI', 'http://x:99999/', 'http ou https', 'http or https'],
    ['CIMAISE_RELEASES', '  ', 'le chemin d’un dossier', 'the path of a folder'],
    ['CIMAISE_LANGUAGE', 'de', 'fr ou en', 'fr or en'],
    ['CIMAISE_QUERY_TIMEOUT', '50', 'de 100 à 600000', 'from 100 to 600000'],
    ['CIMAISE_QUERY_TIMEOUT', '10s', 'de 100 à 600000', 'from 100 to 600000'],
    ['CIMAISE_WORKERS', '0', 'de 1 à 64', 'from 1 to 64'],
    ['CIMAISE_WORKERS', '65', 'de 1 à 64', 'from 1 to 64'],
  ])('refuse %s=%j by name in both languages', (name, value, fr, en) => {
    const read = () => parseSettings({ [name]: value }, '/projet');
    expect(read).toThrow(Fault);
    expect(read).toThrow(
      expect.objectContaining({
        explanation: {
          fr: `Le réglage ${name} vaut « ${value} ».`,
          en: `The setting ${name} is “${value}”.`,
        },
        remedy: { fr: expect.stringContaining(fr), en: expect.stringContaining(en) },
      }),
    );
  });
});
