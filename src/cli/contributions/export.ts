import { visible } from '../../model/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { ReaderLeft, streamSink } from '../file-aside.ts';
import { withDesk } from './with-desk.ts';

/** `cimaise contributions export`: every contribution, the oldest first, a JSON object a line. */
export const exportAll = (context: CommandContext): Promise<number> =>
  withDesk(context, async (desk) => {
    const sink = streamSink(context.streams.out);
    try {
      for (const one of desk?.all() ?? []) await sink.write(`${visible(JSON.stringify(one))}\n`);
    } catch (error) {
      if (!(error instanceof ReaderLeft)) throw error;
    }
    return DONE;
  });
