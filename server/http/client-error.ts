/** Answers what Node itself refuses before there is a request: unknown methods, CONNECT, expectations, headers too large, clients too slow. */
import type { Duplex } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { Problem, PROBLEM_TYPE, problemBody, writeProblem } from './problem.ts';

const ALLOW = { Allow: 'GET, HEAD, POST, OPTIONS' };

function problemOfParser(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW': return new Problem('headers-too-large', 'Address and headers together may be 16 kB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT': return new Problem('request-timeout', 'The request did not arrive in time.');
    case 'HPE_INVALID_METHOD': return new Problem('method-not-allowed', 'This method is not known.', undefined, ALLOW);
    default: return new Problem('invalid-request', 'This is not HTTP as we know it.');
  }
}

function answer(problem: Problem, socket: Duplex): void {
  const body = JSON.stringify(problemBody(problem, '', randomUUID()));
  const headers = { 'Content-Type': PROBLEM_TYPE, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close', ...problem.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines}\r\n${body}`);
}

/** Listener for `server.on('connect', …)`: we are nobody's proxy. Node would close such a socket without a word. */
export const answerConnect = (_req: unknown, socket: Duplex): void => answer(new Problem('method-not-allowed', 'CONNECT is not possible here.', undefined, ALLOW), socket);

/** Listener for `server.on('checkExpectation', …)`: an Expect other than 100-continue. */
export function answerExpectation(req: IncomingMessage, res: ServerResponse): void {
  writeProblem(req, res, new Problem('expectation-failed', 'Expect may only be 100-continue.'));
}

/** Listener for `server.on('clientError', …)`. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  answer(problemOfParser(error.code), socket);
}
