// A thread starts without the loader of TypeScript that the process has: it brings its own.
require('tsx/cjs')
require('./phones.ts')
