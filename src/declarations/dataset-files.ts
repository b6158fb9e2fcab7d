import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { childOf, itemsOf, nearest, textOf, type YamlNode } from '../documents/index.ts';
import type { Complaint } from '../model/index.ts';
import { missingFile, missingKey } from './complaints.ts';
import { layeredFiles, ownFiles, shownPath } from './layers.ts';

/** The mapping and the shapes that `dataset.yml` names: the project's, else the platform's. */
export async function filesOf(
  node: YamlNode,
  { folder, root }: { readonly folder: string; readonly root: string },
  file: string,
  complaints: Complaint[],
) {
  const mapping = resolve(folder, textOf(childOf(node, 'mapping')) ?? 'mapping.yml');
  if (!existsSync(mapping)) {
    const place = childOf(node, 'mapping')?.place ?? { file, line: 1 };
    complaints.push(
      missingFile(place, { fr: 'Le mapping', en: 'The mapping' }, shownPath(root, mapping), undefined),
    );
  }
  const known = await layeredFiles(root, 'shapes', '.ttl');
  const present = [...known.keys()];
  const shapes = childOf(node, 'shapes');
  if (itemsOf(shapes).length === 0)
    complaints.push(missingKey({ file, line: 1 }, 'shapes', `shapes: [${await exampleIn(root, present)}]`));
  for (const one of itemsOf(shapes)) {
    const name = textOf(one) ?? '';
    if (!present.includes(name))
      complaints.push(
        missingFile(
          one.place,
          { fr: 'Le fichier de formes', en: 'The shapes file' },
          `shapes/${name}`,
          nearest(name, present),
        ),
      );
  }
  return {
    mapping,
    shapes: itemsOf(shapes)
      .flatMap((one) => textOf(one) ?? [])
      .map((name) => known.get(name)?.path ?? join(root, 'shapes', name)),
  };
}

/** A file of shapes to propose: the project's own first. */
const exampleIn = async (root: string, present: readonly string[]): Promise<string> =>
  [...(await ownFiles(root, 'shapes', '.ttl')).keys(), ...present][0] ?? 'x.ttl';
