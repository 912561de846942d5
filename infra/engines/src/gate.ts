import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'

/** A server on a free local port that can refuse everybody and open again on the same port. */
export async function openGate(server: Server) {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await listen(server, 0)
  const { port } = server.address() as AddressInfo

  async function refuse() {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }

  return {
    port,
    refuse,
    close: refuse,
    async accept() {
      if (!server.listening) await listen(server, port)
    }
  }
}

const listen = (server: Server, port: number) => once(server.listen(port, '127.0.0.1'), 'listening')
