import { counted, joined } from '../model/index.ts';
import { checkProject } from '../release/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { openProject } from './project.ts';
import { tellComplaints } from './report-lines.ts';

/** `cimaise check`: declarations only. */
export async function check(context: CommandContext): Promise<number> {
  const project = await openProject(context);
  if (project === undefined) return REFUSED;
  const checked = await checkProject(project);
  if (checked.kind === 'refused') {
    tellComplaints(checked.complaints, context.terminal);
    return REFUSED;
  }
  const { datasets, shapes, queries, apiQueries } = project;
  const parts = [
    counted(datasets.length, ['jeu de données', 'jeux de données'], ['dataset', 'datasets']),
    counted(shapes.length, ['fichier de formes', 'fichiers de formes'], ['shapes file', 'shapes files']),
    counted(queries.length + apiQueries.length, ['question', 'questions'], ['query', 'queries']),
  ];
  const told = joined(parts, ', ');
  context.terminal.tell({ fr: `${told.fr} : tout est en ordre.`, en: `${told.en}: all in order.` });
  return DONE;
}
