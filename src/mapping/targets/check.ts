import { dirname, isAbsolute, relative, sep } from 'node:path';
import { type Bilingual, type Complaint, RefusedInput } from '../../model/index.ts';
import { RDF_FORMAT_IRIS } from '../../rdf/index.ts';
import { SOME_ENCODINGS, type TextEncoding } from './encodings.ts';
import { encodingOf } from './escapes.ts';
import { PACKERS } from './pack.ts';
import { realPath } from './paths.ts';
import type { TargetRequest } from './request.ts';

/**
 * How a target's text becomes bytes.
 * @throws RefusedInput where a target cannot be written as the mapping asks, before anything is written
 */
export function checkTarget(request: TargetRequest): TextEncoding {
  const encoding = encodingOf(request);
  const complaints = [
    outside(request),
    overRead(request),
    unknown(request, request.serialization, Object.keys(RDF_FORMAT_IRIS), SERIALIZATION),
    encoding === undefined
      ? unknown(request, request.encoding.toLowerCase(), SOME_ENCODINGS, ENCODING)
      : undefined,
    unknown(request, request.compression, Object.keys(PACKERS), COMPRESSION),
  ].filter((one) => one !== undefined);
  if (encoding === undefined || complaints.length > 0) throw new RefusedInput(complaints);
  return encoding;
}

const SERIALIZATION = { fr: 'Le format', en: 'The serialization' };
const ENCODING = { fr: 'L’encodage', en: 'The encoding' };
const COMPRESSION = { fr: 'La compression', en: 'The compression' };

function unknown(
  { place }: TargetRequest,
  value: string,
  known: readonly string[],
  what: Bilingual,
): Complaint | undefined {
  if (known.includes(value)) return undefined;
  return {
    place,
    found: {
      fr: `${what.fr} « ${value} » n’est pas connu de cette cible.`,
      en: `${what.en} “${value}” of this target is not known.`,
    },
    remedy: { fr: `Choisissez parmi : ${known.join(', ')}.`, en: `Choose one of: ${known.join(', ')}.` },
  };
}

function outside({ path, place, within, allowOutside }: TargetRequest): Complaint | undefined {
  if (allowOutside || within.some((folder) => isWithin(path, folder))) return undefined;
  return {
    place,
    found: {
      fr: `La cible « ${path} » est hors du dossier de travail et de celui de la correspondance.`,
      en: `The target “${path}” is outside the working directory and the mapping's.`,
    },
    remedy: {
      fr: 'Donnez un chemin dans l’un de ces dossiers, ou permettez l’écriture ailleurs.',
      en: 'Give a path inside one of these folders, or allow writing elsewhere.',
    },
  };
}

/** Links are followed: a link inside a folder that leads out of it is outside. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(dirname(path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What a run reads is nobody's to write: the old file would be gone, and with it the data. */
function overRead({ path, place, reads = [] }: TargetRequest): Complaint | undefined {
  const written = realPath(path);
  if (!reads.some((one) => realPath(one) === written)) return undefined;
  return {
    place,
    found: {
      fr: `La cible « ${path} » écraserait un fichier qui est lu : la correspondance ou une de ses sources.`,
      en: `The target “${path}” would overwrite a file that is read: the mapping or one of its sources.`,
    },
    remedy: { fr: 'Donnez à la cible un fichier à elle.', en: 'Give the target a file of its own.' },
  };
}
