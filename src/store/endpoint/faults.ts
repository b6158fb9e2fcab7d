import { type Bilingual, Fault } from '../../model/index.ts';

/** What a server was asked to do, in the words of messages. */
export type Operation = 'query' | 'update' | 'data';

const SETTING: Readonly<Record<Operation, string>> = {
  query: 'CIMAISE_ENDPOINT_QUERY',
  update: 'CIMAISE_ENDPOINT_UPDATE',
  data: 'CIMAISE_ENDPOINT_DATA',
};

/** The address of an operation without what may be secret in it. */
export function shownAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

interface Place {
  readonly operation: Operation;
  readonly address: string;
}

/** What a server's refusal means, by its status. */
export function refusedBy(status: number, words: string, { operation, address }: Place): Fault {
  const shown = shownAddress(address);
  const said = words === '' ? '' : words.replace(/\s+/g, ' ').slice(0, 300);
  return new Fault(
    {
      fr: `Le serveur SPARQL répond ${status} à l’adresse ${shown}${said && ` : « ${said} »`}.`,
      en: `The SPARQL server answers ${status} at ${shown}${said && `: “${said}”`}.`,
    },
    remedyOf(status, operation),
  );
}

function remedyOf(status: number, operation: Operation): Bilingual {
  const setting = SETTING[operation];
  if (status === 401 || status === 403)
    return {
      fr: 'Donnez de quoi s’identifier, avec le droit d’écrire : CIMAISE_ENDPOINT_USER et CIMAISE_ENDPOINT_PASSWORD, ou CIMAISE_ENDPOINT_TOKEN.',
      en: 'Give credentials that may write: CIMAISE_ENDPOINT_USER and CIMAISE_ENDPOINT_PASSWORD, or CIMAISE_ENDPOINT_TOKEN.',
    };
  if (status === 404 || status === 405)
    return {
      fr: `Vérifiez ${setting} : cette adresse n’est pas celle qu’il faut, ou le jeu de données n’existe pas encore sur le serveur.`,
      en: `Check ${setting}: this is not the right address, or the dataset does not exist on the server yet.`,
    };
  if (status >= 300 && status < 400)
    return {
      fr: `Donnez dans ${setting} l’adresse définitive : les redirections ne sont pas suivies.`,
      en: `Give the final address in ${setting}: redirects are not followed.`,
    };
  if (status === 413)
    return {
      fr: 'Permettez au serveur de recevoir des envois de 8 Mio.',
      en: 'Let the server receive bodies of 8 MiB.',
    };
  return {
    fr: 'Regardez le journal de ce serveur, puis recommencez : ce qui est déjà chargé n’est pas envoyé de nouveau.',
    en: 'Look into the log of that server, then try again: what is loaded already is not sent again.',
  };
}

export const unreachable = ({ operation, address }: Place, cause: unknown): Fault =>
  new Fault(
    {
      fr: `Le serveur SPARQL ne répond pas à l’adresse ${shownAddress(address)} (${reasonOf(cause)}).`,
      en: `The SPARQL server does not answer at ${shownAddress(address)} (${reasonOf(cause)}).`,
    },
    {
      fr: `Démarrez-le, ou corrigez ${SETTING[operation]}.`,
      en: `Start it, or correct ${SETTING[operation]}.`,
    },
    cause,
  );

export const wrongType = ({ operation, address }: Place, found: string, wanted: string): Fault =>
  new Fault(
    {
      fr: `L’adresse ${shownAddress(address)} répond « ${found} » au lieu de « ${wanted} ».`,
      en: `The address ${shownAddress(address)} answers “${found}” instead of “${wanted}”.`,
    },
    {
      fr: `Donnez dans ${SETTING[operation]} l’adresse du protocole SPARQL, et non celle d’une page.`,
      en: `Give in ${SETTING[operation]} the address of the SPARQL Protocol, not that of a page.`,
    },
  );

export const otherCount = (graph: string, expected: number, found: number): Fault =>
  new Fault(
    {
      fr: `Le graphe <${graph}> compte ${found} énoncés sur le serveur SPARQL, et ${expected} dans la version publiée.`,
      en: `The graph <${graph}> has ${found} statements on the SPARQL server, and ${expected} in the release.`,
    },
    {
      fr: 'Vérifiez que rien d’autre n’écrit dans ce graphe et que le serveur garde les nombres et les dates comme on les écrit, puis recommencez.',
      en: 'Check that nothing else writes into this graph and that the server keeps numbers and dates as they are written, then try again.',
    },
  );

export const foreignLine = (dump: string, graph: string): Fault =>
  new Fault(
    {
      fr: `Le fichier ${dump} tient des énoncés d’un autre graphe que <${graph}>, ou des nœuds anonymes.`,
      en: `The file ${dump} holds statements of another graph than <${graph}>, or blank nodes.`,
    },
    {
      fr: 'Refaites la version publiée par « cimaise build », ou revenez à la précédente.',
      en: 'Make the release again with “cimaise build”, or go back to the one before.',
    },
  );

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message ?? String(cause);
}
