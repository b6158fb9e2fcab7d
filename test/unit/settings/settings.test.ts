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
      contributions: '/projet/releases/contributions.sqlite',
      language: 'fr',
      store: 'embedded',
      oxigraph: 'oxigraph',
      endpoint: undefined,
      workers: 2,
      queryMilliseconds: 10_000,
      resultRows: 1_000_000,
      resultBytes: 67_108_864,
      cacheBytes: 67_108_864,
      clientConcurrency: 16,
      clientRate: 6000,
      trustedProxies: [],
      metrics: 'local',
      harvest: { private: 'refused', bytes: 4_096_000_000, secrets: new Map() },
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
    [{ CIMAISE_WORKERS: '3' }, { workers: 3 }],
    [{ CIMAISE_RESULT_MEGABYTES: '2' }, { resultBytes: 2_097_152 }],
    [{ CIMAISE_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, { trustedProxies: ['10.0.0.0/8', '::1'] }],
    [{ CIMAISE_METRICS: 'open' }, { metrics: 'open' }],
    [{ CIMAISE_HARVEST_PRIVATE: 'allowed' }, { harvest: { private: 'allowed' } }],
    [{ CIMAISE_HARVEST_PRIVATE: 'Portail.lan, ::1' }, { harvest: { private: ['portail.lan', '::1'] } }],
    [{ CIMAISE_HARVEST_MEGABYTES: '2' }, { harvest: { bytes: 2e6 } }],
    [{ CIMAISE_SECRET_PORTAIL: 'x' }, { harvest: { secrets: new Map([['CIMAISE_SECRET_PORTAIL', 'x']]) } }],
    [{ CIMAISE_RELEASES: '/srv/r' }, { contributions: '/srv/r/contributions.sqlite' }],
    [{ CIMAISE_CONTRIBUTIONS: 'readers.sqlite' }, { contributions: '/projet/readers.sqlite' }],
    [{ CIMAISE_CONTRIBUTIONS: 'off' }, { contributions: undefined }],
    [
      { CIMAISE_STORE: 'native', CIMAISE_OXIGRAPH: '/opt/oxigraph' },
      { store: 'native', oxigraph: '/opt/oxigraph' },
    ],
    [
      {
        CIMAISE_STORE: 'endpoint',
        CIMAISE_ENDPOINT_QUERY: 'http://localhost:3030/ds/query',
        CIMAISE_ENDPOINT_UPDATE: 'http://localhost:3030/ds/update',
        CIMAISE_ENDPOINT_USER: 'cimaise',
        CIMAISE_ENDPOINT_PASSWORD: 'secret',
      },
      {
        store: 'endpoint',
        endpoint: {
          query: 'http://localhost:3030/ds/query',
          update: 'http://localhost:3030/ds/update',
          data: undefined,
          user: 'cimaise',
          password: 'secret',
          token: undefined,
        },
      },
    ],
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
    ['CIMAISE_RELEASES', '  ', 'Donnez un chemin', 'Give a path'],
    ['CIMAISE_LANGUAGE', 'de', 'fr ou en', 'fr or en'],
    ['CIMAISE_STORE', 'virtuoso', 'embedded, native ou endpoint', 'embedded, native or endpoint'],
    ['CIMAISE_TRUSTED_PROXIES', 'foo', '10.0.0.0/8', '10.0.0.0/8'],
    ['CIMAISE_TRUSTED_PROXIES', '10.0.0.0/33', '10.0.0.0/8', '10.0.0.0/8'],
    ['CIMAISE_METRICS', 'all', 'local ou open', 'local or open'],
    ['CIMAISE_QUERY_TIMEOUT', '50', 'de 100 à 600000', 'from 100 to 600000'],
    ['CIMAISE_QUERY_TIMEOUT', '10s', 'de 100 à 600000', 'from 100 to 600000'],
    ['CIMAISE_WORKERS', '1', 'de 2 à 64', 'from 2 to 64'],
    ['CIMAISE_WORKERS', '65', 'de 2 à 64', 'from 2 to 64'],
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

  it('refuse a name that is misspelt, with the nearest', () => {
    const read = () => parseSettings({ CIMAISE_WORKER: '4' }, '/projet');
    expect(read).toThrow(
      expect.objectContaining({
        explanation: { fr: expect.stringContaining('CIMAISE_WORKER '), en: expect.anything() },
        remedy: { fr: 'Vouliez-vous dire CIMAISE_WORKERS ?', en: 'Did you mean CIMAISE_WORKERS?' },
      }),
    );
    expect(() => parseSettings({ CIMAISE_TEST_FUSEKI: '/a.jar' }, '/projet')).not.toThrow();
  });

  it('refuse a user without a password', () => {
    const address = 'http://localhost:3030/ds';
    const endpoint = {
      CIMAISE_STORE: 'endpoint',
      CIMAISE_ENDPOINT_QUERY: address,
      CIMAISE_ENDPOINT_UPDATE: address,
    };
    expect(() => parseSettings({ ...endpoint, CIMAISE_ENDPOINT_USER: 'cimaise' }, '/projet')).toThrow(Fault);
  });
});
