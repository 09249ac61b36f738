interface Waiting<Item, Answer> {
  item: Item
  /** performance.now() after which nobody waits for it any more. */
  until: number
  tries: number
  resolve(answer: Answer): void
  reject(error: Error): void
}

export interface GroupCommitOptions<Item, Answer> {
  /** Writes a batch in one commit; one answer for each item, in their order. */
  write(items: readonly Item[]): Promise<Answer[]>
  /** Two items with one name never share a batch: the later must see what became of the earlier. */
  nameOf(item: Item): unknown
  /** Lost against somebody whom the batch could not see yet: it goes into the next one. */
  isUndecided(answer: Answer): boolean
  /** What is said when there is no room or no time. */
  busy(): Error
  /** Is it the database that failed, and no item? Then writing one by one would fail as often. */
  isShared(error: Error): boolean
  batchMax: number
  queueMax: number
  /** ms */
  patience: number
}

const TRIES = 5

/**
 * One queue, one batch in flight: what comes in while PostgreSQL flushes shares the next flush. Nobody is answered before the
 * commit. A batch that fails as a whole is written one by one, so that a bad item fails alone.
 */
export class GroupCommit<Item, Answer> {
  private queue: Waiting<Item, Answer>[] = []
  private isWriting = false

  constructor(private readonly options: GroupCommitOptions<Item, Answer>) {}

  get size(): number {
    return this.queue.length
  }

  get isIdle(): boolean {
    return !this.isWriting && this.queue.length === 0
  }

  /** @throws what `busy` makes when the queue is full or it waited too long; what `write` throws for it alone */
  add(item: Item): Promise<Answer> {
    const { queueMax, patience, busy } = this.options
    if (this.queue.length >= queueMax) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      this.queue.push({ item, until: performance.now() + patience, tries: 0, resolve, reject })
      if (this.isWriting) return
      this.isWriting = true
      // What else came with the same read of the sockets goes along.
      setImmediate(() => void this.run())
    })
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) await this.write(this.take())
    this.isWriting = false
  }

  private take(): Waiting<Item, Answer>[] {
    const now = performance.now()
    const names = new Set<unknown>()
    const batch: Waiting<Item, Answer>[] = []
    const left: Waiting<Item, Answer>[] = []
    for (const each of this.queue) {
      const name = this.options.nameOf(each.item)
      if (each.until < now) each.reject(this.options.busy())
      else if (batch.length >= this.options.batchMax || names.has(name)) left.push(each)
      else batch.push(each)
      names.add(name)
    }
    this.queue = left
    return batch
  }

  private async write(batch: Waiting<Item, Answer>[]): Promise<void> {
    if (batch.length === 0) return
    try {
      this.settle(batch, await this.options.write(batch.map(({ item }) => item)))
    } catch (error) {
      const isOver = batch.length === 1 || this.options.isShared(error as Error)
      if (isOver) for (const each of batch) each.reject(error as Error)
      else for (const each of batch) await this.write([each])
    }
  }

  private settle(batch: Waiting<Item, Answer>[], answers: readonly Answer[]): void {
    const again: Waiting<Item, Answer>[] = []
    for (const [index, each] of batch.entries()) {
      const answer = answers[index] as Answer
      if (!this.options.isUndecided(answer)) each.resolve(answer)
      else if (++each.tries >= TRIES) each.reject(this.options.busy())
      else again.push(each)
    }
    if (again.length > 0) this.queue = [...again, ...this.queue]
  }
}
