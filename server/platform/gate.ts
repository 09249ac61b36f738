import { ProblemError } from './http/problems'

/** Lets at most `size` in at once, in the order they came. @throws busy for whoever has waited `patience` ms in vain */
export class Gate {
  private inside = 0
  private readonly waiting: { letIn: () => void }[] = []

  constructor(
    private readonly size: number,
    private readonly patience: number,
  ) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.size) await this.wait()
    else this.inside += 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      // The place goes from hand to hand, so that nobody who comes just now slips in before the next.
      if (next) next.letIn()
      else this.inside -= 1
    }
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const place = {
        letIn: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(place), 1)
        reject(new ProblemError('busy'))
      }, this.patience)
      this.waiting.push(place)
    })
  }
}
