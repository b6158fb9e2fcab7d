import type { DumpFile } from '../../model/index.ts';
import { TextPacker } from '../packing/text-packer.ts';
import type { Subject } from '../publish/subject-sink.ts';
import { dumpFile } from './dump-file.ts';
import type { DumpPlace, DumpSink, WrittenDump } from './dump-writer.ts';
import { featureOf } from './places.ts';
import { type Thing, ThingGrouper } from './things.ts';

/** GeoJSON around features. */
export const FEATURES = {
  head: '{"type":"FeatureCollection","features":[\n',
  separator: ',\n',
  tail: '\n]}\n',
} as const;

/** Writes the things of a dataset that have a place as GeoJSON; no file where there is none. */
export class PlacesWriter implements DumpSink {
  readonly #things = new ThingGrouper();
  readonly #space: string;
  readonly #packer: TextPacker;
  #isEmpty = true;

  /** @param space beginning of the IRIs of the dataset's things */
  constructor(space: string, { folder, stem }: DumpPlace) {
    this.#space = space;
    this.#packer = new TextPacker([{ folder, path: `${stem}.geojson.gz`, packing: 'gz' }], FEATURES);
  }

  take(subjects: readonly Subject[]): Promise<unknown> | undefined {
    return this.#add(this.#things.take(subjects));
  }

  async close(): Promise<WrittenDump> {
    await this.#add(this.#things.end());
    if (this.#isEmpty) {
      await this.discard();
      return { kind: 'written', files: [] };
    }
    const packed = await this.#packer.close();
    return { kind: 'written', files: packed.map((file): DumpFile => dumpFile(file, 'geojson', 'gz')) };
  }

  discard(): Promise<void> {
    return this.#packer.discard();
  }

  #add(things: readonly Thing[]): Promise<unknown> | undefined {
    const features = things
      .filter(({ iri }) => iri.startsWith(this.#space))
      .flatMap((thing) => featureOf(thing) ?? []);
    if (features.length === 0) return undefined;
    const text = (this.#isEmpty ? '' : FEATURES.separator) + features.join(FEATURES.separator);
    this.#isEmpty = false;
    return this.#packer.write(text);
  }
}
