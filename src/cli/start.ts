import { buildProject } from './build.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { openProject } from './project.ts';
import { type ServeFlags, serveProject } from './serve.ts';

/** `cimaise start`: builds what changed, then serves, and proves what is served. */
export async function start(context: CommandContext, flags: ServeFlags = {}): Promise<number> {
  const project = await openProject(context);
  if (project === undefined) return REFUSED;
  const built = await buildProject(context, project, [], {});
  return built === DONE ? serveProject(context, project, flags) : built;
}
