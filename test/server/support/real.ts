import type { AddressInfo } from 'node:net'
import type { Hall } from '../../support/hall'

/** Opens the hall's door on a free port of this machine; answers with the address. */
export async function listen(hall: Hall): Promise<{ port: number; url: string }> {
  await hall.app.listen({ port: 0, host: '127.0.0.1', backlog: 4096 })
  const { port } = hall.app.server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}` }
}
