import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import type { Instant } from '@yishiting/domain/matter/instant'

/** What every form of a task is given. */
export interface TaskFormProps<Body> {
  matter: MatterView
  route: RouteView
  now: Instant
  /** Sends it; after that the page goes back by itself. */
  send(body: Body): Promise<unknown>
  /** What the server said no to. */
  problem: string | null
}
