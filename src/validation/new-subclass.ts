import type { Complaint } from '../model/index.ts';
import { compactIri } from '../rdf/index.ts';

/** Data make something a subclass of a class that shapes judge, after things have been judged. */
export function newSubclass(subclass: string, name: string): Complaint {
  const [below, above] = [compactIri(subclass), compactIri(name)];
  return {
    place: { file: subclass },
    found: {
      fr: `Les données font de ${below} une sous-classe de ${above}, dont les formes jugent les instances.`,
      en: `The data make ${below} a subclass of ${above}, whose instances are judged by shapes.`,
    },
    remedy: {
      fr: 'Dites-le dans un fichier de ontologies/, qui est lu avant les données.',
      en: 'Say it in a file of ontologies/, which is read before the data.',
    },
  };
}
