// jsdom leaves these out; the test's own side (database client, pictures) needs them. The app's side never sees them.
const { TextDecoder, TextEncoder } = require('node:util')

Object.assign(globalThis, { TextDecoder, TextEncoder })
