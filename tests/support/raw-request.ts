import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Opens a connection to a server, for what no client library would send. */
export async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // The server may hang up while something is still being sent.
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Sends bytes as they are, and gives all that comes back until the server closes the connection. */
export async function sendRaw(url: string, bytes: string): Promise<string> {
  const socket = await openSocket(url);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  socket.write(bytes);
  await once(socket, "close");
  return answer;
}
