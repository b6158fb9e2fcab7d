import { createServer, type RequestListener, type Server } from 'node:http';
import { Fault } from '../model/index.ts';

/** Most milliseconds for a whole request to arrive: who sends a byte now and then does not hold a connection for minutes. */
const REQUEST_MILLISECONDS = 30_000;

/** Starts a server. @throws Fault where the address cannot be had */
export function listen(
  listener: RequestListener,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(
      { requestTimeout: REQUEST_MILLISECONDS, headersTimeout: REQUEST_MILLISECONDS },
      listener,
    );
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host);
  });
}

/** Ends a server: what is being answered may end within two seconds. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Fault {
  if (error.code === 'EADDRINUSE') {
    return new Fault(
      { fr: `Le port ${port} est déjà pris.`, en: `Port ${port} is already taken.` },
      { fr: 'Choisissez-en un autre, par exemple PORT=3001.', en: 'Choose another, PORT=3001 for example.' },
      error,
    );
  }
  return new Fault(
    {
      fr: `Impossible d’écouter sur ${host}, port ${port} (${error.code}).`,
      en: `Cannot listen on ${host}, port ${port} (${error.code}).`,
    },
    { fr: 'Changez PORT ou CIMAISE_HOST.', en: 'Change PORT or CIMAISE_HOST.' },
    error,
  );
}
