import { readConfig } from './platform/config'
import { startServer } from './start'

/** `node --import tsx server/main.ts`: everything from the environment (see platform/config.ts). */
async function main(): Promise<void> {
  const server = await startServer(readConfig(process.env))
  let isStopping = false
  const stop = (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    server.log.info({ signal }, 'stopping')
    server.stop().then(
      () => process.exit(0),
      (error) => {
        server.log.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.send?.({ ready: true, address: server.address })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
