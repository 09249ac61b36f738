import type { MatterView } from '@yishiting/domain/contract/speak'
import type { Instant } from '@yishiting/domain/matter/instant'

/** What every way of deciding about a matter is given. */
export interface DecisionFormProps<Body> {
  matter: MatterView
  now: Instant
  /** Sends it with the version read; after that the page goes back by itself. */
  send(body: Body): Promise<unknown>
  /** What the server said no to. */
  problem: string | null
}
