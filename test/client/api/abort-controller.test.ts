import { AbortController } from '@/api/abort-controller'

test('tells each listener once, and keeps the reason', () => {
  const controller = new AbortController()
  const heard = jest.fn()
  const gone = jest.fn()
  controller.signal.addEventListener('abort', heard)
  controller.signal.addEventListener('abort', gone)
  controller.signal.removeEventListener('abort', gone)
  expect(controller.signal.aborted).toBe(false)
  expect(() => controller.signal.throwIfAborted()).not.toThrow()
  const reason = new Error('left the page')
  controller.abort(reason)
  controller.abort()
  expect(heard).toHaveBeenCalledTimes(1)
  expect(gone).not.toHaveBeenCalled()
  expect(controller.signal.reason).toBe(reason)
  expect(() => controller.signal.throwIfAborted()).toThrow(reason)
})
