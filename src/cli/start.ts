import { buildProject } from './build.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { openProject } from './project.ts';
import { serveProject } from './serve.ts';

/** `cimaise start`: builds what changed, then serves. */
export async function start(context: CommandContext): Promise<number> {
  const project = await openProject(context);
  if (project === undefined) return REFUSED;
  const built = await buildProject(context, project, [], {});
  return built === DONE ? serveProject(context, project) : built;
}
