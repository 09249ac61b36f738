type CleanUp = () => Promise<unknown>

const wanted: CleanUp[] = []

/** Must happen before this process ends, however it ends; the latest first. @returns the same, to be called sooner. */
export function atEnd(work: CleanUp): () => Promise<void> {
  const once: CleanUp = async () => {
    const index = wanted.indexOf(once)
    if (index < 0) return
    wanted.splice(index, 1)
    await work()
  }
  wanted.push(once)
  return async () => void (await once())
}

/** Does what is still to be done; one failure does not keep the rest from happening. */
export async function cleanUp(): Promise<void> {
  for (let work = wanted.at(-1); work; work = wanted.at(-1)) {
    await work().catch((error: unknown) => console.error('could not clean up:', error))
  }
}
