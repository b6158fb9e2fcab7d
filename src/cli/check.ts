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
  const { length } = project.datasets;
  const questions = project.queries.length + project.apiQueries.length;
  context.terminal.tell({
    fr: `${length} jeux de données, ${project.shapes.length} fichiers de formes, ${questions} questions : tout est en ordre.`,
    en: `${length} datasets, ${project.shapes.length} shapes files, ${questions} queries: all in order.`,
  });
  return DONE;
}
