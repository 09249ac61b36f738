import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { customRoutes } from './routes'

const root = path.resolve(__dirname, '..')

/** Packages whose shipped code is too new for WeChat's engine, or that are our own TypeScript. */
const transpiled = (file: string): boolean =>
  /node_modules[\\/](@tanstack|@casl|@ucast)/.test(file) || file.startsWith(path.join(root, 'domain'))

/** webpack-chain's type is not exported by Taro: only the calls made here are described. */
interface Chain {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): void }
  performance: { hints(level: false): void }
  resolve: { alias: { set(from: string, to: string): unknown } }
}

const inWeapp = process.env.TARO_ENV === 'weapp'

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'yishiting',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    // A build with the gallery in it must never be taken for the one that ships.
    outputRoot: `dist/${process.env.GALLERY ? 'gallery-' : ''}${process.env.TARO_ENV}`,
    framework: 'react',
    plugins: [path.join(__dirname, 'aria/plugin.ts')],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Taro's persistent cache drops custom-wrapper (NervJS/taro#12725): never where the result is shipped.
    cache: { enable: false },
    alias: { '@': path.join(root, 'src') },
    defineConstants: {
      API_BASE: JSON.stringify(inWeapp ? (process.env.API_BASE ?? 'http://127.0.0.1:8686') : ''),
    },
    logger: { quiet: true, stats: false },
    mini: {
      compile: { include: [transpiled] },
      optimizeMainPackage: { enable: true },
      webpackChain(chain: Chain) {
        // WeChat has no AbortController: TanStack Query would wait for ever without an error.
        chain
          .plugin('abort')
          .use(require('webpack').ProvidePlugin, [
            { AbortController: [path.join(root, 'src/api/abort-controller.ts'), 'AbortController'] },
          ])
      },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      compile: { include: [transpiled] },
      webpackChain(chain: Chain) {
        // Its limit of 244 KB is below an empty Taro app; sizes are measured by the bench.
        chain.performance.hints(false)
      },
      router: { mode: 'browser', customRoutes },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[chunkhash:8].css',
      },
      postcss: {
        // 1:1 at every width. Taro's types leave out 'px', which its converter knows.
        pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } },
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false },
      },
    },
  }
  return merge({}, base)
})
