import type { RecordSource, SelectFromFile, UnknownColumn, Vocabulary } from '../../model/index.ts';
import type { Mapping, TargetRule } from '../rules.ts';
import type { Policy } from './faults.ts';

/** What a mapping run is given. */
export interface MappingRequest {
  readonly mapping: Mapping;
  /** The source of rules that name none. */
  readonly source?: RecordSource;
  readonly base: string;
  /** Graph of statements whose rule names none; absent: the default graph. */
  readonly graph?: string;
  /** Vocabularies that `cim:lookup` can name, by slug. */
  readonly vocabularies?: ReadonlyMap<string, Vocabulary>;
  /** What happens on a fault: the run ends, the term is left out (default), the record is left out. */
  readonly policy?: Policy;
  /** Whether chunks tell where their subjects come from; absent: yes. */
  readonly origins?: boolean;
  /** Receives what goes to targets. */
  readonly toTarget?: (target: TargetRule, nquads: string) => Promise<void>;
  /** Is told once, before any record is mapped, the columns that the mapping names and its sources do not have. */
  readonly tellUnknown?: (columns: readonly UnknownColumn[]) => void;
  /** Answers sources that are queries on RDF files. */
  readonly select?: SelectFromFile;
}

/** How far a run is. */
export interface RunProgress {
  readonly records: number;
  readonly statements: number;
}
