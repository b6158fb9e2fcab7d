import type { DumpFile, DumpFormat, Packing } from '../../model/index.ts';
import { NotInSyntax } from '../../rdf/index.ts';
import { TextPacker } from '../packing/text-packer.ts';
import type { Subject, SubjectSink } from '../publish/subject-sink.ts';
import { dumpFile } from './dump-file.ts';
import type { DumpSyntax } from './dump-syntaxes.ts';

/** Where dumps are written: `<folder>/<stem>.<format>.<packing>`. */
export interface DumpPlace {
  readonly folder: string;
  /** `datasets/musees` */
  readonly stem: string;
}

/** A syntax that could not say all of a graph: there is no such file. */
export interface LeftOut {
  readonly format: DumpFormat;
  readonly reason: string;
}

/** Files of a dump, or why there are none. */
export type WrittenDump =
  | { readonly kind: 'written'; readonly files: readonly DumpFile[] }
  | ({ readonly kind: 'left-out' } & LeftOut);

/** What writes one syntax of a dump. */
export interface DumpSink extends SubjectSink {
  close(): Promise<WrittenDump>;
  discard(): Promise<void>;
}

/** Writes a dump in one syntax, in all its packings. */
export class DumpWriter implements DumpSink {
  readonly #syntax: DumpSyntax;
  readonly #packer: TextPacker;
  #isFirst = true;
  #leftOut: LeftOut | undefined;

  constructor(syntax: DumpSyntax, { folder, stem }: DumpPlace) {
    const { format, packings, frame } = syntax;
    this.#syntax = syntax;
    this.#packer = new TextPacker(
      packings.map((packing) => ({ folder, path: `${stem}.${format}.${packing}`, packing })),
      frame,
    );
  }

  take(subjects: readonly Subject[]): Promise<unknown> | undefined {
    if (this.#leftOut || subjects.length === 0) return undefined;
    try {
      const texts = subjects.map((subject) => this.#syntax.text(subject));
      const text =
        (this.#isFirst ? '' : this.#syntax.frame.separator) + texts.join(this.#syntax.frame.separator);
      this.#isFirst = false;
      return this.#packer.write(text);
    } catch (error) {
      if (!(error instanceof NotInSyntax)) throw error;
      this.#leftOut = { format: this.#syntax.format, reason: error.message };
      return this.#packer.discard();
    }
  }

  async close(): Promise<WrittenDump> {
    if (this.#leftOut) return { kind: 'left-out', ...this.#leftOut };
    const { format, packings } = this.#syntax;
    const packed = await this.#packer.close();
    const files = packed.map((file, index) => dumpFile(file, format, packings[index] as Packing));
    return { kind: 'written', files };
  }

  discard(): Promise<void> {
    return this.#packer.discard();
  }
}
