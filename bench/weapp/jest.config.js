const { projects } = require('../../jest.config')

const weapp = projects.find((project) => project.displayName === 'weapp')

module.exports = {
  ...weapp,
  rootDir: '../..',
  testMatch: ['<rootDir>/bench/weapp/**/*.bench.ts'],
  watchman: false,
}
