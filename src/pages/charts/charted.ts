import type { Bilingual, ChartAnswer, Language, ReleasedChart } from '../../model/index.ts';
import { CHART, UNASKED_REASONS } from '../texts/chart-texts.ts';
import { filled } from '../texts/table.ts';
import { numberText } from '../typography.ts';

/** A chart as it is shown: of a release, with what is called and declared today. */
export interface ShownChart {
  /** As the release keeps it; as it is declared where the release has none. */
  readonly chart: Omit<ReleasedChart, 'answer'> & { readonly answer?: ChartAnswer };
  /** The release that its numbers are of. */
  readonly release: { readonly id: string; readonly createdAt: string };
  /** Whether the address names that release. */
  readonly isPinned: boolean;
  /** Whether its query is declared otherwise today. */
  readonly isEdited: boolean;
}

/** Where a chart stands. */
export const chartPath = (name: string): string => `/chart/${name}`;

/** The same as of a release, where one is named. */
export const chartAddress = (
  { chart: { name }, release: { id }, isPinned }: ShownChart,
  end: '' | '.svg' | '.csv' | '.json' | '/frame' = '',
): string => `${chartPath(name)}${end}${isPinned ? `?release=${id}` : ''}`;

/** Why nothing is drawn, where nothing is. */
export function absenceOf(answer: ChartAnswer | undefined, language: Language): string | undefined {
  if (answer === undefined) return CHART.unknown[language];
  switch (answer.kind) {
    case 'answered':
      return answer.points.length === 0 ? CHART.empty[language] : undefined;
    case 'failed':
      return filled(CHART.failed, language, { reason: answer.reason });
    case 'too-many':
      return filled(CHART.tooMany, language, {
        rows: numberText(answer.rows, language),
        most: numberText(answer.most, language),
      });
    case 'unasked':
      return UNASKED_REASONS[answer.reason][language];
  }
}

/** The same in both languages. */
export const absence = (answer: ChartAnswer | undefined): Bilingual => ({
  fr: absenceOf(answer, 'fr') ?? '',
  en: absenceOf(answer, 'en') ?? '',
});
