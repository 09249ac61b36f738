import type { PageInstance } from './page'

/** One crossing from logic to view: WeChat serialises it, so its bytes are what a slow phone pays for. */
export interface SetDataCall {
  bytes: number
}

/** Clones what is set, as WeChat does (functions and shared references do not cross), and notes its size. */
export function countSetData(instance: PageInstance, calls: SetDataCall[]): void {
  const original = instance.setData.bind(instance)
  instance.setData = (data, callback) => {
    const text = JSON.stringify(data)
    calls.push({ bytes: Buffer.byteLength(text) })
    original(JSON.parse(text) as Record<string, unknown>, callback)
  }
}

export const bytesOf = (calls: readonly SetDataCall[]): number =>
  calls.reduce((sum, call) => sum + call.bytes, 0)
