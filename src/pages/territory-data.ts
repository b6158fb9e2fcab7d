import type { Language } from '../model/index.ts';
import { TERRITORIES, type Territory } from './territories.ts';

/** A territory as the map of the query page draws it: its name, where it lies, its outline, how it was projected. */
export interface TerritoryData extends Omit<Territory, 'name' | 'project'> {
  readonly name: string;
}

export const territoryData = (language: Language): readonly TerritoryData[] =>
  TERRITORIES.map(({ name, project: _project, ...rest }) => ({ ...rest, name: name[language] }));
