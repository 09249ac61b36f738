/** One jest run, several hosts: the rules, the server, the pages, the compiled mini-program, the browser. */
const swc = (tsx) => ({
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
})

// Packages shipped as ES modules only: jest runs CommonJS.
const esmOnly = ['cookie', 'content-disposition', '@fastify/static', '@tanstack', 'lodash-es', 'uuid']
const transformIgnorePatterns = [`/node_modules/(?!(${esmOnly.join('|')})/)`]
const common = {
  transformIgnorePatterns,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
}
const database = {
  globalSetup: '<rootDir>/test/support/database-setup.ts',
  globalTeardown: '<rootDir>/test/support/database-teardown.ts',
}

/** The compiled mini-program runs as it ships, in jsdom, with what WeChat lacks hidden from it. */
const compiled = {
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/test/weapp/host/node-globals.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/var'],
  transform: {
    '/dist/weapp/.+\\.js$': '<rootDir>/test/weapp/host/hide-globals.cjs',
    ...swc(false),
  },
}

module.exports = {
  watchman: false,
  // Real databases, processes and browsers on a machine that may have much else to do. (In a project jest ignores it.)
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'domain',
      testMatch: ['<rootDir>/test/domain/**/*.test.ts'],
      transform: swc(false),
    },
    {
      ...common,
      ...database,
      displayName: 'server',
      testMatch: ['<rootDir>/test/server/**/*.test.ts'],
      transform: swc(false),
    },
    {
      ...common,
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/client/**/*.test.tsx', '<rootDir>/test/client/**/*.test.ts'],
      transform: swc(true),
      globals: { API_BASE: '' },
      moduleNameMapper: {
        '\\.s?css$': '<rootDir>/test/client/support/style.ts',
        '^@/(.*)$': '<rootDir>/src/$1',
        '^@tarojs/components$': '<rootDir>/test/client/support/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/client/support/taro.ts',
      },
    },
    {
      ...common,
      ...database,
      ...compiled,
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
    },
    // Whoever joins a journey of e2e with the mini-program: started by it, in a process of his own.
    {
      ...common,
      ...compiled,
      displayName: 'guest',
      testMatch: ['<rootDir>/test/e2e/guest/**/*.guest.ts'],
    },
    {
      ...common,
      ...database,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      transform: swc(false),
    },
  ],
}
