import type { SimNode } from './page'

/** A node of the simulator's own tree, as far as it is walked here. */
interface TreeNode {
  childNodes?: TreeNode[]
  shadowRoot?: TreeNode & { querySelector?(selector: string): TreeNode | null }
}

interface WrappedNode extends SimNode {
  _exparserNode: TreeNode
}

type Wrap = new (node: TreeNode) => SimNode

function* components(node: TreeNode): Generator<TreeNode> {
  for (const child of node.childNodes ?? []) {
    if (child.shadowRoot) yield child
    yield* components(child)
  }
}

function search(component: TreeNode, selector: string): TreeNode | null {
  const root = component.shadowRoot
  if (!root) return null
  const here = root.querySelector?.(selector)
  if (here) return here
  for (const inner of components(root)) {
    const found = search(inner, selector)
    if (found) return found
  }
  return null
}

/**
 * The first node with this id on a page. Taro draws what lies deep in a component of its own (`comp`), and a page's own
 * query ends at a component's border: so each is asked in turn.
 */
export function findById(page: SimNode, id: string): SimNode | undefined {
  const selector = `#${id}`
  const direct = page.querySelector(selector)
  if (direct) return direct
  const found = search((page as WrappedNode)._exparserNode, selector)
  if (!found) return undefined
  const Wrapper = Object.getPrototypeOf(page.constructor) as Wrap
  return new Wrapper(found)
}
