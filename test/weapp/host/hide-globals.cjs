/**
 * jest transform for the compiled mini-program: shadows, by name and only for its own modules, what jsdom and Node show and
 * WeChat's engine lacks. Left in place, they would hide defects (TanStack Query hangs without AbortController).
 */
const ABSENT = [
  'MutationObserver',
  'WebKitMutationObserver',
  'AbortController',
  'AbortSignal',
  'fetch',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'URL',
  'URLSearchParams',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'structuredClone',
  'MessageChannel',
  'BroadcastChannel',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'btoa',
  'atob',
  'requestIdleCallback',
  'ResizeObserver',
  'IntersectionObserver',
  'queueMicrotask',
  'Blob',
  'File',
  'EventTarget',
  'CustomEvent',
  'document',
  'navigator',
  'location',
  'history',
]

module.exports = {
  process: (source) => ({ code: `var ${ABSENT.map((name) => `${name}=undefined`).join(',')};${source}` }),
  getCacheKey: (source, _file, options) =>
    require('node:crypto')
      .createHash('sha1')
      .update(source)
      .update(ABSENT.join())
      .update(options.configString ?? '')
      .digest('hex'),
}
