import type { HomeContent } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { changeSummaries } from '../feeds/change-summaries.ts';
import { historyOf } from './kept-releases.ts';

/** What the release that is served changed; nothing where the one before is not kept. */
export async function latestChanges(context: AppContext): Promise<Pick<HomeContent, 'changes'>> {
  const releases = historyOf(context);
  const [release, before] = [await releases.next(), await releases.next()];
  await releases.return(undefined);
  if (release.done || before.done) return {};
  const summaries = await changeSummaries(release.value, before.value);
  const changes = summaries.flatMap(({ slug, counts }) => {
    const dataset = context.datasets.find((one) => one.slug === slug);
    return dataset ? [{ dataset, counts }] : [];
  });
  return { changes };
}
