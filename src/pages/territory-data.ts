import type { Language } from '../model/index.ts';
import { TERRITORIES } from './territories.ts';
import type { Territory } from './territory.ts';

/** A territory as the map of the query page draws it: its name, where it lies, its outline, how it was projected. */
export interface TerritoryData extends Omit<Territory, 'name' | 'project' | 'extent'> {
  readonly name: string;
}

export const territoryData = (language: Language): readonly TerritoryData[] =>
  TERRITORIES.map(({ name, project: _project, extent: _extent, ...rest }) => ({
    ...rest,
    name: name[language],
  }));
