import { join } from 'node:path';
import { type PreviewOptions, PreviewSession } from './session/session.ts';
import { watchFiles } from './watch.ts';

/** A preview and the files that it follows. */
interface FollowedProject {
  readonly session: PreviewSession;
  close(): Promise<void>;
}

/** Begins a preview that follows the files of its project. It is there at once, and fills when they have been read. */
export async function followProject(options: PreviewOptions): Promise<FollowedProject> {
  const session = new PreviewSession(options);
  const files = await watchFiles(options.root, (paths) => session.changed(paths));
  // Once something is published, the next release is compared with it.
  files.also(join(options.releases, 'current'));
  let watched: string | undefined;
  const unsubscribe = session.subscribe(() => {
    const { sourcePath } = session;
    if (sourcePath === undefined || sourcePath === watched) return;
    watched = sourcePath;
    // What lies in the project is watched already.
    if (!sourcePath.startsWith(`${options.root}/`)) files.also(sourcePath);
  });
  session.changed([]);
  return {
    session,
    async close() {
      unsubscribe();
      await files.close();
      await session.close();
    },
  };
}
