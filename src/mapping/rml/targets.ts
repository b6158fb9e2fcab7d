import { formats, rml } from '../../rdf/index.ts';
import type { TargetRule } from '../rules.ts';
import { resolvePath } from './folders.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { compressionOf, encodingOf } from './packing.ts';
import { notAmong } from './source-complaints.ts';

/** A target is written anew in every run. */
const MODES: readonly string[] = [rml.Write, rml.WriteRead];

/** Logical targets of a term map (RML-IO): files that its statements go to. */
export function readTargets(node: RmlNode, document: RmlDocument): readonly TargetRule[] {
  return node.values(rml.logicalTarget).flatMap((target) => {
    const file = target.value(rml.target);
    const path = file?.value(rml.path)?.term.value;
    if (file === undefined || path === undefined) {
      document.complain(
        target.place,
        { fr: 'La cible n’a pas de fichier.', en: 'The target has no file.' },
        { fr: 'Ajoutez rml:target avec rml:path.', en: 'Add rml:target with rml:path.' },
      );
      return [];
    }
    const told = (property: string) => target.value(property) ?? file.value(property);
    const mode = told(rml.mode);
    if (mode && !MODES.includes(mode.term.value))
      document.complain(mode.place, ...notAmong('rml:mode', mode.term.value, MODES));
    const described = {
      place: target.place,
      path: resolvePath(path, file.value(rml.root)?.term.value, document, 'target'),
      serialization: target.value(rml.serialization)?.term.value ?? formats['N-Quads'],
      encoding: encodingOf(told(rml.encoding), document) ?? 'utf-8',
      compression: compressionOf(told(rml.compression), document) ?? 'none',
    };
    const { path: written, serialization, encoding, compression } = described;
    return [{ ...described, id: JSON.stringify([written, serialization, encoding, compression]) }];
  });
}
