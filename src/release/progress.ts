import type { Bilingual, DumpFormat } from '../model/index.ts';

/** What a build tells while it works; the command line shows it. */
export type BuildEvent =
  | {
      /** A dataset is read from another file than in the release before. */
      readonly kind: 'source-changed';
      readonly slug: string;
      readonly before: string;
      readonly now: string;
    }
  /** The release before is damaged: what this one changes cannot be told. @param reason a whole sentence */
  | { readonly kind: 'not-compared'; readonly reason: Bilingual }
  | { readonly kind: 'dataset-started'; readonly slug: string }
  | { readonly kind: 'mapping'; readonly slug: string; readonly records: number; readonly statements: number }
  | { readonly kind: 'validating'; readonly slug: string; readonly things: number }
  /** Shapes look at things with all datasets in sight. */
  | { readonly kind: 'judging-together'; readonly slug: string; readonly things: number }
  /** Declared queries are asked of what is about to be published. */
  | { readonly kind: 'asking'; readonly asked: number }
  | {
      readonly kind: 'dataset-done';
      readonly slug: string;
      readonly records: number;
      readonly things: number;
      readonly statements: number;
      readonly quarantined: number;
      readonly milliseconds: number;
    }
  /** The ledger of URIs is lost, and made again from what this release published. */
  | { readonly kind: 'ledger-made-again'; readonly id: string }
  /** A file of a release that is kept is damaged or missing: what it alone published is not remembered. */
  | { readonly kind: 'release-not-read'; readonly id: string; readonly file: string }
  | {
      readonly kind: 'dataset-reused';
      readonly slug: string;
      readonly things: number;
      readonly statements: number;
    }
  /** A syntax that cannot say all of a dataset: there is no such dump. */
  | {
      readonly kind: 'dump-left-out';
      readonly slug: string;
      readonly format: DumpFormat;
      readonly reason: string;
    };

export type Progress = (event: BuildEvent) => void;
