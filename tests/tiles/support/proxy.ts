/** A cable between the server and its database that a test can pull out and put back. */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Cable {
  /** The address of the database through the cable. */
  readonly url: string;
  /** Cuts every connection and refuses new ones. */
  pull(): Promise<void>;
  plug(): Promise<void>;
}

export async function cableTo(databaseUrl: string): Promise<Cable> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const listen = (port: number): Promise<number> => new Promise((resolve) => {
    server = createServer((near) => {
      const far = connect(target);
      for (const [socket, other] of [[near, far], [far, near]] as const) {
        sockets.add(socket);
        socket.on('error', () => {}).on('close', () => { sockets.delete(socket); other.destroy(); }).pipe(other);
      }
    }).listen(port, '127.0.0.1', function listening(this: Server) { resolve((this.address() as AddressInfo).port); });
  });
  const port = await listen(0);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    pull: () => new Promise((resolve) => {
      server?.close(() => { resolve(); });
      for (const socket of sockets) socket.destroy();
    }),
    plug: async () => { await listen(port); },
  };
}
